-- term -> term that it is used for, by a sentence of a work.
INSERT INTO relations
SELECT 'used_for', l.source, l.target, l.work, 1.0
FROM term_links l
WHERE l.kind = 'used_for'
ORDER BY l.source, l.target, l.work;
