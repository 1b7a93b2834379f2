"""A network with what is needed to draw it: communities and positions."""

from typing import TYPE_CHECKING

from kg.analysis.arrays import edge_arrays
from kg.analysis.communities import number_communities
from kg.analysis.layout import place_nodes
from kg.graph import MAX_EDGES, network

if TYPE_CHECKING:
    import networkx as nx
    from duckdb import DuckDBPyConnection


def annotated_network(
    connection: "DuckDBPyConnection",
    name: str = "all",
    *,
    min_documents: int = 1,
    min_weight: int = 1,
    max_edges: int = MAX_EDGES,
    seed: int = 0,
) -> "nx.Graph[str]":
    """Return `kg.graph.network` with community, x and y on every node.

    `seed` is that of the communities and of where the layout starts.

    Raises:
        UnknownName: there is no network of that name.

    Example:
        >>> from pathlib import Path
        >>> from kg.store.connection import connect
        >>> with connect(Path("outputs/examples")) as connection:
        ...     people = annotated_network(connection, "coauthor")
        >>> people.nodes["person:ada-byron"]["community"]
        0
    """
    graph = network(
        connection,
        name,
        min_documents=min_documents,
        min_weight=min_weight,
        max_edges=max_edges,
    )
    annotate(graph, seed=seed)
    return graph


def annotate(graph: "nx.Graph[str]", *, seed: int = 0) -> None:
    """Set community, x and y on every node of a network of `kg.graph`.

    Example:
        >>> import networkx as nx
        >>> graph = nx.Graph([("a", "b")])
        >>> annotate(graph)
        >>> sorted(graph.nodes["a"])
        ['community', 'x', 'y']
    """
    arrays = edge_arrays(graph, weight="weight")
    documents = [int(graph.nodes[n].get("documents") or 0) for n in arrays.nodes]
    groups = number_communities(arrays, seed=seed)
    places = place_nodes(arrays, documents, groups, seed=seed)
    for node, group, (x, y) in zip(arrays.nodes, groups, places, strict=True):
        graph.nodes[node].update(community=group, x=x, y=y)
