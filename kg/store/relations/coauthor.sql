-- person -- person, each pair once a work whatever the order of names; 1/(n-1) a work of
-- n authors (Newman 2001). Hyper-authored works give no edges: n^2 pairs say nothing.
INSERT INTO relations
SELECT 'coauthor', a.entity, b.entity, a.work, 1.0 / (s.authors - 1)
FROM appearances a
JOIN appearances b ON b.work = a.work AND a.entity < b.entity
JOIN sizes s ON s.work = a.work
WHERE a.is_author = 1 AND b.is_author = 1
    AND s.authors <= (SELECT value FROM thresholds WHERE name = 'max_authors')
ORDER BY a.entity, b.entity, a.work;
