"""A network with what is needed to draw it: communities and positions."""

from typing import TYPE_CHECKING

from kg.analysis.communities import communities
from kg.analysis.layout import positions
from kg.graph import network

if TYPE_CHECKING:
    import networkx as nx
    from duckdb import DuckDBPyConnection


def drawn_network(
    connection: "DuckDBPyConnection",
    name: str = "all",
    *,
    min_documents: int = 1,
    min_weight: int = 1,
    max_edges: int = 200_000,
    seed: int = 0,
) -> "nx.Graph[str]":
    """Return `kg.graph.network` with community, x and y on every node."""
    graph = network(
        connection,
        name,
        min_documents=min_documents,
        min_weight=min_weight,
        max_edges=max_edges,
    )
    found = communities(graph, seed=seed)
    places = positions(graph, seed=seed, groups=found)
    for node, attributes in graph.nodes(data=True):
        attributes["community"] = found[node]
        attributes["x"], attributes["y"] = places[node]
    return graph
