"""A network with what is needed to draw it: communities, positions, measures of nodes."""

from typing import TYPE_CHECKING

from kg.analysis.arrays import edge_arrays
from kg.analysis.layout import place_nodes
from kg.analysis.named_network import read_network
from kg.analysis.network_communities import counted_weight, network_communities
from kg.analysis.presence import Presence, read_presence
from kg.analysis.structure.node_measures import set_measures

if TYPE_CHECKING:
    import networkx as nx
    from duckdb import DuckDBPyConnection


def annotated_network(
    connection: "DuckDBPyConnection",
    name: str = "all",
    *,
    seed: int = 0,
    **ways: object,
) -> "nx.Graph[str]":
    """Return a network with community, x, y and measures on every node.

    Args:
        connection: an open store.
        name: one of `kg.network_kinds.NETWORKS`.
        seed: of the communities, of where the layout starts.
        ways: as `kg.analysis.named_network.read_network` takes them.

    Raises:
        UnknownName: there is no network of that name, or no such way.

    Example:
        >>> from pathlib import Path
        >>> from kg.store.connection import connect
        >>> with connect(Path("outputs/examples")) as connection:
        ...     people = annotated_network(connection, "coauthor")
        >>> people.nodes["person:ada-byron"]["community"]
        0
    """
    graph = read_network(connection, name, **ways)  # type: ignore[arg-type]
    annotate(graph, read_presence(connection, graph), seed=seed)
    return graph


def annotate(graph: "nx.Graph[str]", presence: Presence, *, seed: int = 0) -> None:
    """Set community, x, y and `kg.analysis.structure.node_measures` on every node.

    Args:
        graph: a network of `kg.network_kinds`.
        presence: which work has which of its nodes.
        seed: of the communities, of where the layout starts.

    Example:
        >>> from pathlib import Path
        >>> from kg.store.connection import connect
        >>> with connect(Path("outputs/examples")) as connection:
        ...     graph = read_network(connection, "coauthor")
        ...     annotate(graph, read_presence(connection, graph))
        >>> graph.nodes["person:ada-byron"]["betweenness"]
        0.0
    """
    arrays = edge_arrays(graph, weight=counted_weight(graph))
    documents = [int(graph.nodes[n].get("documents") or 0) for n in arrays.nodes]
    groups, _ = network_communities(graph, arrays, presence.incidence, seed=seed)
    places = place_nodes(arrays, documents, groups.tolist(), seed=seed)
    numbered = zip(arrays.nodes, groups.tolist(), places, strict=True)
    for node, group, (x, y) in numbered:
        graph.nodes[node].update(community=group, x=x, y=y)
    set_measures(graph, arrays, presence)
