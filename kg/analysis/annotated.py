"""A network with what is needed to draw it: communities and positions."""

from typing import TYPE_CHECKING

from kg.analysis.arrays import edge_arrays
from kg.analysis.communities import number_communities
from kg.analysis.layout import placed
from kg.graph import MAX_EDGES, network

if TYPE_CHECKING:
    import networkx as nx
    from duckdb import DuckDBPyConnection


def drawn_network(
    connection: "DuckDBPyConnection",
    name: str = "all",
    *,
    min_documents: int = 1,
    min_weight: int = 1,
    max_edges: int = MAX_EDGES,
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
    arrays = edge_arrays(graph, weight="weight")
    documents = [graph.nodes[node]["documents"] for node in arrays.nodes]
    groups = number_communities(arrays, seed=seed)
    places = placed(arrays, documents, groups, seed=seed)
    for node, group, (x, y) in zip(arrays.nodes, groups, places, strict=True):
        graph.nodes[node].update(community=group, x=x, y=y)
    return graph
