"""Networks written down, a format a module.

Each module has `generate`, which makes the text, and `write`, which puts it in a file.
The page is of a whole store; its module has `make_page`, `render` and `write_page`.
The cleaned corpus, a record a work, has writers of its own, which take records.
"""

WRITERS = {
    "graphml": "kg.exports.graphml",
    "gexf": "kg.exports.gexf",
    "csv": "kg.exports.tables",
}

PAGES = {"html": "kg.viewer.atlas.atlas_page"}

RECORDS = {
    "ris": "kg.exports.ris_writer",
    "bibtex": "kg.exports.bibtex_writer",
    "csl": "kg.exports.csl_writer",
    "records": "kg.exports.records_table",
}

FORMATS = (*WRITERS, *PAGES, *RECORDS)
