-- term -- term (methods and concepts) of one work, each pair once a work.
INSERT INTO relations
SELECT 'cooccurrence', a.entity, b.entity, a.work, 1.0 / (s.terms - 1)
FROM appearances a
JOIN appearances b ON b.work = a.work AND a.entity < b.entity
JOIN sizes s ON s.work = a.work
WHERE a.kind IN ('method', 'concept') AND b.kind IN ('method', 'concept');
