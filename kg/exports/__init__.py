"""Networks written down, a format a module.

Each module has `generate`, which makes the text, and `write`, which puts it in a file.
The page is of a whole store; its module has `make_page`, `render` and `write_page`.
"""

WRITERS = {
    "graphml": "kg.exports.graphml",
    "gexf": "kg.exports.gexf",
    "csv": "kg.exports.tables",
}

PAGES = {"html": "kg.viewer.atlas.atlas_page"}

FORMATS = (*WRITERS, *PAGES)
