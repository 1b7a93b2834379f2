-- institution -> the institution that it is a part of: each work that names the part.
INSERT INTO relations
SELECT 'part_of', p.part, p.whole, a.work, 1.0
FROM parts p
JOIN appearances a ON a.entity = p.part
ORDER BY p.part, p.whole, a.work;
