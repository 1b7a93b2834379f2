-- work -> method that it compares with what it does, by a sentence of it.
INSERT INTO relations
SELECT 'compared_with', l.source, l.target, l.work, 1.0
FROM term_links l
WHERE l.kind = 'compared_with'
ORDER BY l.source, l.target, l.work;
