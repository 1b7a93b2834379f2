-- person -> concept: an author's works that speak of the concept.
INSERT INTO relations
SELECT 'studies', p.entity, t.entity, p.work, 1.0 / s.authors
FROM appearances p
JOIN appearances t ON t.work = p.work
JOIN sizes s ON s.work = p.work
JOIN entity_kinds k ON k.kind = t.kind
WHERE p.is_author = 1 AND k.author_edge = 'studies'
ORDER BY p.entity, t.entity, p.work;
