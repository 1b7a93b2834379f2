-- work -> data set that it is evaluated on, by a sentence of it.
INSERT INTO relations
SELECT 'evaluated_on', l.source, l.target, l.work, 1.0
FROM term_links l
WHERE l.kind = 'evaluated_on'
ORDER BY l.source, l.target, l.work;
