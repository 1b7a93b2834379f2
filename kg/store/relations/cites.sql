-- work -> person whom it cites or names, and who is no author of it; shared among them.
INSERT INTO relations
SELECT 'cites', p.work, p.entity, p.work, 1.0 / n.people
FROM appearances p
JOIN (
    SELECT work, COUNT(*) AS people
    FROM appearances
    WHERE family = 'person' AND is_author = 0
    GROUP BY work
) n ON n.work = p.work
WHERE p.family = 'person' AND p.is_author = 0
ORDER BY p.work, p.entity;
