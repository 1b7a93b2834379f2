-- institution -- institution, where two different authors of a work belong to them. One
-- person's career (a biography) is no collaboration, so the authors must differ.
INSERT INTO relations
SELECT DISTINCT 'collaboration', p.institution, q.institution, p.work,
    1.0 / (n.institutions - 1)
FROM affiliated p
JOIN affiliated q ON q.work = p.work AND p.institution < q.institution
    AND p.person <> q.person
JOIN sizes s ON s.work = p.work
JOIN (
    SELECT work, COUNT(DISTINCT institution) AS institutions
    FROM affiliated
    WHERE is_author = 1
    GROUP BY work
) n ON n.work = p.work
WHERE p.is_author = 1 AND q.is_author = 1
    AND s.authors <= (SELECT value FROM thresholds WHERE name = 'max_authors')
ORDER BY p.institution, q.institution, p.work;
