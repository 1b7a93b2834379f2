-- person -> work. A work is shared out among its authors.
INSERT INTO relations
SELECT 'authorship', a.entity, a.work, a.work, 1.0 / s.authors
FROM appearances a
JOIN sizes s ON s.work = a.work
WHERE a.is_author = 1
ORDER BY a.entity, a.work;
