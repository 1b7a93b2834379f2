-- work -> term that it is about: in its title, its keywords, or what it says it studies.
INSERT INTO relations
SELECT 'about', t.work, t.entity, t.work, 1.0
FROM appearances t
WHERE t.is_about = 1
ORDER BY t.work, t.entity;
