"""Tables of a store as pandas DataFrames: nodes, edges, documents, mentions.

pandas is imported here and nowhere else in the library, as loading it takes as long as
a question.
"""

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd
    from duckdb import DuckDBPyConnection

_NODES = """
SELECT * RENAME (name AS label) FROM nodes
WHERE $kind IS NULL OR kind = $kind
ORDER BY id
"""

_EDGES = """
SELECT * FROM edges
WHERE $kind IS NULL OR kind = $kind
ORDER BY kind, source, target
"""

_DOCUMENTS = """
SELECT * EXCLUDE (number, hash, sections, record_line) FROM documents ORDER BY number
"""

_MENTIONS = """
SELECT d.id AS document,
    m.* EXCLUDE (document, number) RENAME (start_offset AS start, end_offset AS "end")
FROM mentions m
JOIN documents d ON d.number = m.document
WHERE $kind IS NULL OR m.kind = $kind
ORDER BY m.document, m.number
"""

# Kept as JSON in the store.
_LISTS = ("aliases", "authors", "keywords", "subjects", "msc", "ids", "references")


def node_frame(
    connection: "DuckDBPyConnection", kind: str | None = None
) -> "pd.DataFrame":
    """Return the nodes, one a row, sorted by id; with `kind`, only those of it."""
    return _frame(connection, _NODES, {"kind": kind})


def edge_frame(
    connection: "DuckDBPyConnection", kind: str | None = None
) -> "pd.DataFrame":
    """Return the edges, one a row, sorted by kind and ends; with `kind`, those of it."""
    return _frame(connection, _EDGES, {"kind": kind})


def document_frame(connection: "DuckDBPyConnection") -> "pd.DataFrame":
    """Return the documents, one a row, in the order of the build."""
    return _frame(connection, _DOCUMENTS, {})


def mention_frame(
    connection: "DuckDBPyConnection", kind: str | None = None
) -> "pd.DataFrame":
    """Return the mentions, one a row, by document and place; with `kind`, those of it."""
    return _frame(connection, _MENTIONS, {"kind": kind})


def _frame(
    connection: "DuckDBPyConnection", query: str, values: dict[str, object]
) -> "pd.DataFrame":
    """Return an answer with lists for JSON, and whole numbers where some are missing."""
    import pandas as pd

    answer = connection.execute(query, values)
    # pandas would make fractions of whole numbers where one is missing.
    whole = {name for name, kind, *_ in answer.description if "INT" in str(kind)}
    rows = answer.fetchall()
    columns = [name for name, *_ in answer.description]
    frame = pd.DataFrame(rows, columns=columns)
    for name in columns:
        if name in _LISTS:
            frame[name] = [json.loads(cell) for cell in frame[name]]
    return frame.astype(dict.fromkeys(sorted(whole), "Int64"))
