-- work -> another work that it names; shared among all that it names.
INSERT INTO relations
SELECT DISTINCT 'citation', d.work, w.entity, d.work, 1.0 / n.cited
FROM works w
JOIN documents d ON d.number = w.document
JOIN (
    SELECT d2.work AS work, COUNT(DISTINCT w2.entity) AS cited
    FROM works w2
    JOIN documents d2 ON d2.number = w2.document
    WHERE w2.entity <> d2.work
    GROUP BY d2.work
) n ON n.work = d.work
WHERE w.entity <> d.work
ORDER BY d.work, w.entity;
