-- term -> term that a sentence of a work gives as an example of it.
INSERT INTO relations
SELECT 'such_as', l.source, l.target, l.work, 1.0
FROM term_links l
WHERE l.kind = 'such_as'
ORDER BY l.source, l.target, l.work;
