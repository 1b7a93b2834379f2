"""Two CSV tables with the headings that Gephi's import knows: nodes and edges.

A cell that a spreadsheet would take for a formula gets an apostrophe in front
(`kg.text.spreadsheet_cells`); ids get it in both tables alike, so that they still join.
"""

from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from kg.exports.schema import BATCH, Value, edge_batches, node_batches
from kg.files.writing import write_text
from kg.text.spreadsheet_cells import csv_lines, spreadsheet_safe

if TYPE_CHECKING:
    import networkx as nx

Row = Sequence[Value | None]

# By column, the attribute that stands in it.
NODE_HEADINGS = {
    "Label": "label",
    "Kind": "kind",
    "Documents": "documents",
    "First_Year": "first_year",
    "Last_Year": "last_year",
    "Community": "community",
    "Degree": "degree",
    "Aliases": "aliases",
    "Ror": "ror",
    "Country": "country",
    "City": "city",
    "Parent": "parent",
    "X": "x",
    "Y": "y",
    "Orcid": "orcid",
    "Former_Ids": "former_ids",
    "Salience": "salience",
    "Weighted_Degree": "weighted_degree",
    "PageRank": "pagerank",
    "Harmonic": "harmonic",
    "Betweenness": "betweenness",
    "Constraint": "constraint",
    "Mean_Year": "mean_year",
    "Growth": "growth",
    "Radius": "radius",
    "Colour": "colour",
    "Region": "region",
    "Region_Name": "region_name",
    "Sub_Region": "sub_region",
    "Sub_Region_Name": "sub_region_name",
    "Home_Share": "home_share",
    "Is_Data_Set": "is_data_set",
    "Shown_With": "shown_with",
    "Shown_Because": "shown_because",
}
EDGE_HEADINGS = {
    "Weight": "weight",
    "Kind": "kind",
    "Fractional": "fractional",
    "Strength": "strength",
    "First_Year": "first_year",
    "Last_Year": "last_year",
    "Evidence": "evidence",
    "Measure": "measure",
    "Significance": "significance",
}


def node_rows(graph: "nx.Graph[str]") -> Iterator[Row]:
    """Yield the heading, then a row a node, sorted by id.

    Example:
        >>> import networkx as nx
        >>> graph = nx.Graph([("a", "b")])
        >>> [row[0] for row in node_rows(graph)]
        ['Id', 'a', 'b']
    """
    yield ["Id", *NODE_HEADINGS]
    for nodes, columns in node_batches(graph):
        cells = [_safe_column(columns[name]) for name in NODE_HEADINGS.values()]
        yield from zip(map(spreadsheet_safe, nodes), *cells, strict=True)


def edge_rows(graph: "nx.Graph[str]") -> Iterator[Row]:
    """Yield the heading, then a row an edge, sorted by source and target.

    Example:
        >>> import networkx as nx
        >>> graph = nx.Graph([("a", "b")])
        >>> [row[:3] for row in map(list, edge_rows(graph))]
        [['Source', 'Target', 'Type'], ['a', 'b', 'Undirected']]
    """
    yield ["Source", "Target", "Type", "Id", "Label", *EDGE_HEADINGS]
    ids = {node: spreadsheet_safe(node) for node in graph}
    first = 0
    for edges, columns in edge_batches(graph):
        yield from zip(
            [ids[source] for source, _ in edges],
            [ids[target] for _, target in edges],
            ["Directed" if each else "Undirected" for each in columns["directed"]],
            [f"e{number}" for number in range(first, first + len(edges))],
            _safe_column(columns["kind"]),
            *(_safe_column(columns[name]) for name in EDGE_HEADINGS.values()),
            strict=True,
        )
        first += len(edges)


def _safe_column(column: Sequence[Value | None]) -> Sequence[Value | None]:
    """Return the cells of a column; each text is looked at once, as most recur."""
    made = {
        value: "true" if value is True else spreadsheet_safe(value)
        for value in set(column)
        if value is not None
    }
    return [None if value is None else made[value] for value in column]


def generate(rows: Iterator[Row]) -> Iterator[str]:
    """Yield rows as lines of CSV, quoted where needed.

    Example:
        >>> list(generate(iter([["Id", "Label"], ["a", "one, two"]])))
        ['Id,Label\\na,"one, two"\\n']
    """
    while some := list(islice(rows, BATCH)):
        yield csv_lines(some)


def write(graph: "nx.Graph[str]", path: Path | str) -> None:
    """Write nodes.csv and edges.csv into the folder `path`.

    Raises:
        OutputError: a file cannot be written.

    Example:
        >>> import networkx as nx
        >>> graph = nx.Graph([("a", "b")])
        >>> write(graph, "tables")
        >>> sorted(path.name for path in Path("tables").iterdir())
        ['edges.csv', 'nodes.csv']
    """
    write_text(Path(path) / "nodes.csv", generate(node_rows(graph)))
    write_text(Path(path) / "edges.csv", generate(edge_rows(graph)))
