-- term -> broader term: each work that speaks of the narrower one says so by its words.
INSERT INTO relations
SELECT 'broader', b.narrow, b.broad, a.work, 1.0
FROM broader b
JOIN appearances a ON a.entity = b.narrow
ORDER BY b.narrow, b.broad, a.work;
