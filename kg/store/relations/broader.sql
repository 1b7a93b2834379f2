-- term -> broader term: each work that speaks of the narrower one says so by its words,
-- or by "such as" between the two.
INSERT INTO relations
SELECT 'broader', n.narrow, n.broad, n.work, 1.0
FROM (
    SELECT b.narrow AS narrow, b.broad AS broad, a.work AS work
    FROM broader b
    JOIN appearances a ON a.entity = b.narrow
    UNION
    SELECT l.target, l.source, l.work
    FROM term_links l
    WHERE l.kind = 'such_as'
) n
ORDER BY n.narrow, n.broad, n.work;
