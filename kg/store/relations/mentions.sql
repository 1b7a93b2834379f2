-- work -> term of which it speaks in passing: it is not about it and does not use it.
INSERT INTO relations
SELECT 'mentions', t.work, t.entity, t.work, 1.0
FROM appearances t
WHERE t.family = 'term' AND t.is_about = 0 AND t.is_used = 0
ORDER BY t.work, t.entity;
