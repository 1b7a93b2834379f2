-- term -- term of one work, each pair once a work.
INSERT INTO relations
SELECT 'cooccurrence', a.entity, b.entity, a.work, 1.0 / (s.terms - 1)
FROM appearances a
JOIN appearances b ON b.work = a.work AND a.entity < b.entity
JOIN sizes s ON s.work = a.work
WHERE a.family = 'term' AND b.family = 'term'
ORDER BY a.entity, b.entity, a.work;
