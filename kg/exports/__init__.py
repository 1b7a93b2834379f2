"""Networks written down, a format a module.

Each module has `generate`, which makes the text, and `write`, which puts it in a file.
"""

WRITERS = {
    "graphml": "kg.exports.graphml",
    "gexf": "kg.exports.gexf",
    "csv": "kg.exports.tables",
    "html": "kg.viewer.network_page",
}
