-- What the sentences of works say of two terms, or of the work and one, once a work. Only
-- data sets are evaluated on. Of "A such as B" and "B such as A" stays what more works
-- say, and neither that contradicts the terms' own words.
CREATE TABLE term_links AS
WITH said AS (
    SELECT DISTINCT l.kind AS kind,
        CASE WHEN l.source IS NULL THEN d.work ELSE s.entity END AS source,
        t.entity AS target, d.work AS work
    FROM links l
    JOIN documents d ON d.number = l.document
    LEFT JOIN mentions s ON s.document = l.document AND s.number = l.source
    JOIN mentions t ON t.document = l.document AND t.number = l.target
    JOIN entities e ON e.id = t.entity
    WHERE l.kind IN ('used_for', 'such_as', 'evaluated_on', 'compared_with')
        AND (l.kind <> 'evaluated_on' OR e.is_data_set)
),
counted AS (
    SELECT source, target, COUNT(*) AS works
    FROM said
    WHERE kind = 'such_as'
    GROUP BY source, target
)
SELECT a.kind AS kind, a.source AS source, a.target AS target, a.work AS work
FROM said a
LEFT JOIN counted n ON n.source = a.source AND n.target = a.target
LEFT JOIN counted r ON r.source = a.target AND r.target = a.source
LEFT JOIN broader b ON b.narrow = a.source AND b.broad = a.target
WHERE a.source IS NOT NULL AND a.source <> a.target
    AND (
        a.kind <> 'such_as'
        OR ((r.works IS NULL OR r.works < n.works) AND b.broad IS NULL)
    )
ORDER BY a.kind, a.source, a.target, a.work;
