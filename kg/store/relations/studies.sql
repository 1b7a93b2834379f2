-- person -> term: an author's works that are about the term, shared among its authors.
INSERT INTO relations
SELECT 'studies', p.entity, t.entity, p.work, 1.0 / s.authors
FROM appearances p
JOIN appearances t ON t.work = p.work
JOIN sizes s ON s.work = p.work
WHERE p.is_author = 1 AND t.is_about = 1
ORDER BY p.entity, t.entity, p.work;
