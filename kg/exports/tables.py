"""Two CSV tables with the headings that Gephi's import knows: nodes and edges.

A cell that a spreadsheet would take for a formula gets an apostrophe in front; ids get
it in both tables alike, so that they still join.
"""

import csv
import io
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from kg.exports.files import write_text
from kg.exports.schema import (
    DIRECTED,
    Value,
    edge_values,
    edges_in_order,
    node_values,
    nodes_in_order,
)

if TYPE_CHECKING:
    import networkx as nx

Row = list[Value]

NODE_HEADINGS = {
    "Label": "label",
    "Kind": "kind",
    "Documents": "documents",
    "First_Year": "first_year",
    "Last_Year": "last_year",
    "Community": "community",
    "Degree": "degree",
    "Aliases": "aliases",
    "X": "x",
    "Y": "y",
}
EDGE_HEADINGS = {
    "Weight": "weight",
    "Kind": "kind",
    "Fractional": "fractional",
    "Strength": "strength",
    "First_Year": "first_year",
    "Last_Year": "last_year",
    "Evidence": "evidence",
}


def node_rows(graph: "nx.Graph[str]") -> Iterator[Row]:
    """Yield the heading, then a row a node, sorted by id."""
    yield ["Id", *NODE_HEADINGS]
    for node, attributes in nodes_in_order(graph):
        values = node_values(node, attributes)
        yield [_safe(node), *(_safe(values.get(n, "")) for n in NODE_HEADINGS.values())]


def edge_rows(graph: "nx.Graph[str]") -> Iterator[Row]:
    """Yield the heading, then a row an edge, sorted by source and target."""
    yield ["Source", "Target", "Type", "Id", "Label", *EDGE_HEADINGS]
    for number, (source, target, attributes) in enumerate(edges_in_order(graph)):
        values = edge_values(attributes)
        kind = str(values["kind"])
        yield [
            _safe(source),
            _safe(target),
            "Directed" if kind in DIRECTED else "Undirected",
            f"e{number}",
            _safe(kind),
            *(_safe(values.get(name, "")) for name in EDGE_HEADINGS.values()),
        ]


def _safe(value: Value) -> Value:
    """Return text that a spreadsheet shows and does not compute; numbers stay.

    NUL has no place in a text file, a lone surrogate none in UTF-8.
    """
    if not isinstance(value, str):
        return value
    text = value.replace("\0", "").encode("utf-8", "ignore").decode("utf-8")
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r")) else text


def generate(rows: Iterator[Row]) -> Iterator[str]:
    """Yield rows as lines of CSV, quoted where needed."""
    line = io.StringIO()
    writer = csv.writer(line, lineterminator="\n")
    for row in rows:
        writer.writerow(row)
        yield line.getvalue()
        line.seek(0)
        line.truncate()


def write(graph: "nx.Graph[str]", path: Path | str) -> None:
    """Write nodes.csv and edges.csv into the folder `path`.

    Raises:
        OutputError: a file cannot be written.
    """
    write_text(Path(path) / "nodes.csv", generate(node_rows(graph)))
    write_text(Path(path) / "edges.csv", generate(edge_rows(graph)))
