-- institution -- institution, where two different authors of a work belong to them. One
-- person's career (a biography) is no collaboration, so the authors must differ. Where a
-- record lists affiliations and does not say whose, each stands for an author of its own.
INSERT INTO relations
WITH placed AS (
    SELECT work, person, institution FROM affiliated WHERE is_author = 1
    UNION
    SELECT d.work AS work, m.entity AS person, m.entity AS institution
    FROM mentions m
    JOIN documents d ON d.number = m.document
    LEFT JOIN links l ON l.document = m.document AND l.target = m.number
        AND l.kind = 'affiliation'
    WHERE m.kind = 'institution' AND m.field LIKE 'affiliations.%'
        AND m.entity IS NOT NULL AND l.document IS NULL
)
SELECT DISTINCT 'collaboration', p.institution, q.institution, p.work,
    1.0 / (n.institutions - 1)
FROM placed p
JOIN placed q ON q.work = p.work AND p.institution < q.institution
    AND p.person <> q.person
JOIN sizes s ON s.work = p.work
JOIN (
    SELECT work, COUNT(DISTINCT institution) AS institutions
    FROM placed
    GROUP BY work
) n ON n.work = p.work
WHERE s.authors <= (SELECT value FROM thresholds WHERE name = 'max_authors')
ORDER BY p.institution, q.institution, p.work;
