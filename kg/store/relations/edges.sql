-- Relations summed up: full counting (works in common), fractional counting, and
-- association strength, how many times more often two nodes meet than chance would have
-- them meet: 2m c_ij / (c_i c_j) among equals (van Eck & Waltman 2009), m c_ij / (c_i c_j)
-- between two sorts of nodes, with c the sums of weights at a node and m those of all edges.
-- Numbers stand for ids while millions of relations are summed: half the memory.
CREATE TABLE edges AS
WITH numbered AS (
    SELECT id, CAST(ROW_NUMBER() OVER (ORDER BY id) AS INTEGER) AS number FROM entities
),
counted AS (
    SELECT r.kind AS kind, a.number AS source, b.number AS target,
        COUNT(*) AS weight, CAST(SUM(r.share) AS DOUBLE) AS fractional,
        MIN(s.first_year) AS first_year, MAX(s.last_year) AS last_year
    FROM relations r
    JOIN sizes s ON s.work = r.work
    JOIN numbered a ON a.id = r.source
    JOIN numbered b ON b.id = r.target
    GROUP BY r.kind, a.number, b.number
),
ends AS (
    SELECT c.kind AS kind, c.source AS node,
        CASE WHEN k.directed THEN 'source' ELSE 'any' END AS side, c.weight AS weight
    FROM counted c
    JOIN edge_kinds k ON k.kind = c.kind
    UNION ALL
    SELECT c.kind AS kind, c.target AS node,
        CASE WHEN k.directed THEN 'target' ELSE 'any' END AS side, c.weight AS weight
    FROM counted c
    JOIN edge_kinds k ON k.kind = c.kind
),
sums AS (
    SELECT kind, node, side, CAST(SUM(weight) AS DOUBLE) AS total
    FROM ends
    GROUP BY kind, node, side
),
totals AS (
    SELECT c.kind AS kind,
        CASE WHEN k.directed THEN 1 ELSE 2 END * CAST(SUM(c.weight) AS DOUBLE) AS total
    FROM counted c
    JOIN edge_kinds k ON k.kind = c.kind
    GROUP BY c.kind, k.directed
)
SELECT c.kind AS kind, m.id AS source, n.id AS target, c.weight AS weight,
    c.fractional AS fractional, t.total * c.weight / (a.total * b.total) AS strength,
    c.first_year AS first_year, c.last_year AS last_year
FROM counted c
JOIN totals t ON t.kind = c.kind
JOIN sums a ON a.kind = c.kind AND a.node = c.source AND a.side IN ('any', 'source')
JOIN sums b ON b.kind = c.kind AND b.node = c.target AND b.side IN ('any', 'target')
JOIN numbered m ON m.number = c.source
JOIN numbered n ON n.number = c.target
ORDER BY c.kind, c.source, c.target;
