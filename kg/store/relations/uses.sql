-- work -> term that it uses, proposes or extends, and person -> term of an author's works
-- that do, shared among their authors.
INSERT INTO relations
SELECT 'uses', u.source, u.target, u.work, u.share
FROM (
    SELECT t.work AS source, t.entity AS target, t.work AS work, 1.0 AS share
    FROM appearances t
    WHERE t.is_used = 1
    UNION ALL
    SELECT p.entity, t.entity, p.work, 1.0 / s.authors
    FROM appearances p
    JOIN appearances t ON t.work = p.work
    JOIN sizes s ON s.work = p.work
    WHERE p.is_author = 1 AND t.is_used = 1
) u
ORDER BY u.source, u.target, u.work;
