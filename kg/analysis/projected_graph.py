"""A projection as a networkx graph, with what `kg.graph` knows of nodes and edges."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np

from kg.analysis.edge_evidence import read_evidence
from kg.analysis.projection import Projection
from kg.graph import Attributes, read_nodes, titles
from kg.institutions.country_codes import country_by_code
from kg.kinds import EDGE_KINDS

if TYPE_CHECKING:
    import networkx as nx
    from duckdb import DuckDBPyConnection

_SAID_OF_TERMS = """
SELECT DISTINCT source, target, kind FROM relations
WHERE kind IN ('about', 'uses', 'mentions', 'studies')
"""


def projected_graph(
    connection: "DuckDBPyConnection",
    name: str,
    made: Projection,
    *,
    edge: str,
    lone_nodes: bool = False,
) -> "nx.Graph[str]":
    """Return a projection as a graph whose attributes are those of `kg.graph`.

    Edges have `counted`, `measure` (that normalised) and `significance` besides.

    Args:
        connection: the store that it was made from.
        name: of the network.
        made: nodes and edges.
        edge: the kind of its edges, where nothing more is known.
        lone_nodes: keep nodes without an edge.

    Example:
        >>> from pathlib import Path
        >>> from kg.analysis.projection import Ways, project
        >>> from kg.store.connection import connect
        >>> with connect(Path("outputs/examples")) as connection:
        ...     made = project(connection, ("terms",), 1, Ways())
        ...     graph = projected_graph(connection, "terms", made, edge="cooccurrence")
        >>> graph.nodes["method:punched-cards"]["degree"]
        1
    """
    import networkx as nx

    graph: nx.Graph[str] = nx.Graph(name=name)
    graph.add_nodes_from(_nodes(connection, made, lone_nodes=lone_nodes))
    graph.add_edges_from(_edges(connection, made, edge))
    for node, degree in graph.degree():
        graph.nodes[node]["degree"] = degree
    graph.graph["dropped"] = made.pairs - len(made.works)
    graph.graph["documents"] = titles(connection)
    return graph


def _nodes(
    connection: "DuckDBPyConnection", made: Projection, *, lone_nodes: bool
) -> Iterator[tuple[str, Attributes]]:
    known = read_nodes(connection)
    linked = {*made.edges.sources.tolist(), *made.edges.targets.tolist()}
    for number, node in enumerate(made.edges.nodes):
        if lone_nodes or number in linked:
            yield node, known.get(node) or _country(connection, made, number)


def _country(
    connection: "DuckDBPyConnection", made: Projection, number: int
) -> Attributes:
    """Return what is known of a country, which is no entity of the store."""
    found, code = made.sides[0].incidence, made.labels[number]
    works = found.matrix[:, [number]].nonzero()[0].tolist()
    first, last = connection.execute(
        "SELECT MIN(first_year), MAX(last_year) FROM sizes WHERE list_contains(?, work)",
        [[found.works[i] for i in works]],
    ).fetchall()[0]
    return {
        "label": country_by_code(code) or code,
        "kind": "country",
        "documents": len(works),
        "first_year": first,
        "last_year": last,
        "community": 0,
        "degree": 0,
        "aliases": (),
        "country": code,
    }


def _edges(
    connection: "DuckDBPyConnection", made: Projection, edge: str
) -> Iterator[tuple[str, str, Attributes]]:
    arrays = made.edges
    numbers = zip(
        *(arrays.sources.tolist(), arrays.targets.tolist(), made.works.tolist()),
        *(
            np.round(each, 6).tolist()
            for each in (
                *(made.fractional, made.strength),
                *(arrays.weights, made.measure, made.significance),
            )
        ),
        read_evidence(connection, made),
        strict=True,
    )
    said = _said_of_terms(connection)
    first_side = set(made.sides[0].incidence.nodes)
    for a, b, works, fractional, strength, counted, measure, surest, behind in numbers:
        # Between two sides, an edge leads from the first to the second.
        ends = (a, b) if arrays.nodes[a] in first_side else (b, a)
        source, target = (arrays.nodes[end] for end in ends)
        kind = said.get((source, target), edge)
        yield (
            source,
            target,
            {
                "kind": kind,
                "source": source,
                "target": target,
                "weight": works,
                "fractional": fractional,
                "strength": strength,
                "first_year": behind.first_year,
                "last_year": behind.last_year,
                "evidence": behind.documents,
                "counted": counted,
                "measure": measure,
                "significance": surest,
            },
        )


def _said_of_terms(connection: "DuckDBPyConnection") -> dict[tuple[str, str], str]:
    """Return what works and people have to do with terms, as the store says.

    Of several kinds, that is the one which stands first in `kg.kinds`.
    """
    rows = connection.execute(_SAID_OF_TERMS).fetchall()
    place = {kind: number for number, kind in enumerate(EDGE_KINDS)}
    rows.sort(key=lambda row: place[row[2]], reverse=True)
    return {(source, target): kind for source, target, kind in rows}
