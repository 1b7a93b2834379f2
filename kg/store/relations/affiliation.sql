-- person -> institution. A work counts once a pair, shared among the person's institutions.
INSERT INTO relations
SELECT DISTINCT 'affiliation', f.person, f.institution, f.work, 1.0 / n.institutions
FROM affiliated f
JOIN (
    SELECT work, person, COUNT(DISTINCT institution) AS institutions
    FROM affiliated
    GROUP BY work, person
) n ON n.work = f.work AND n.person = f.person
ORDER BY f.person, f.institution, f.work;
