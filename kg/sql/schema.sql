-- What the text says (documents, mentions, links, works), filled by extraction;
-- what is concluded (entities, merges), filled by resolution; rejects and runs beside.
-- relations and edges are derived by the other files of this folder.
CREATE TABLE documents (
    number INTEGER, id VARCHAR, hash VARCHAR, source VARCHAR, first_line INTEGER,
    last_line INTEGER, record_line INTEGER, text VARCHAR, title VARCHAR, venue VARCHAR,
    year INTEGER, doi VARCHAR, sections VARCHAR, authors VARCHAR, keywords VARCHAR,
    msc VARCHAR, work VARCHAR
);
CREATE TABLE mentions (
    document INTEGER, number INTEGER, start_offset INTEGER, end_offset INTEGER,
    kind VARCHAR, surface VARCHAR, name VARCHAR, role VARCHAR, score DOUBLE,
    field VARCHAR, entity VARCHAR
);
CREATE TABLE links (
    document INTEGER, kind VARCHAR, source INTEGER, target INTEGER,
    start_offset INTEGER, end_offset INTEGER
);
CREATE TABLE works (
    document INTEGER, number INTEGER, start_offset INTEGER, end_offset INTEGER,
    title VARCHAR, authors VARCHAR, venue VARCHAR, year INTEGER, id VARCHAR,
    entity VARCHAR
);
CREATE TABLE entities (id VARCHAR, kind VARCHAR, name VARCHAR, aliases VARCHAR);
CREATE TABLE names (entity VARCHAR, name VARCHAR, folded VARCHAR);
CREATE TABLE merges (
    entity VARCHAR, kind VARCHAR, a VARCHAR, b VARCHAR, rule VARCHAR, reason VARCHAR,
    score DOUBLE, verdict VARCHAR
);
CREATE TABLE rejects (source VARCHAR, line INTEGER, reason VARCHAR, lost BOOLEAN);
CREATE TABLE runs (name VARCHAR, value VARCHAR);
CREATE TABLE thresholds (name VARCHAR, value INTEGER);
