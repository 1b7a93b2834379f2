-- What the sentences of works say of two terms, once a work.
CREATE TABLE term_links AS
SELECT DISTINCT l.kind AS kind, s.entity AS source, t.entity AS target, d.work AS work
FROM links l
JOIN documents d ON d.number = l.document
JOIN mentions s ON s.document = l.document AND s.number = l.source
JOIN mentions t ON t.document = l.document AND t.number = l.target
WHERE l.kind IN ('used_for', 'such_as')
    AND s.entity IS NOT NULL AND t.entity IS NOT NULL AND s.entity <> t.entity
ORDER BY kind, source, target, work;
