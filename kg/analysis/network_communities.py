"""The communities of a network of `kg.network_kinds`: by meaning of terms, else by edges."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

import numpy as np

from kg.analysis.arrays import EdgeArrays, Floats, Ints, edge_arrays
from kg.analysis.communities import number_communities, without_gaps
from kg.analysis.incidence import Incidence, count_together, read_terms
from kg.analysis.meaning import meaning_vectors, nearest_neighbours
from kg.analysis.named_network import read_network
from kg.analysis.presence import read_presence
from kg.analysis.regions import (
    FEWEST_TERMS,
    find_regions,
    find_regions_by_meaning,
    home_shares,
)

if TYPE_CHECKING:
    import networkx as nx
    from duckdb import DuckDBPyConnection

BY_MEANING = "terms"  # the network whose communities are regions of like meaning


def counted_weight(graph: "nx.Graph[str]") -> str:
    """Return the attribute of edges that says how a network is counted.

    Example:
        >>> import networkx as nx
        >>> counted_weight(nx.Graph())
        'weight'
    """
    return "counted" if "counting" in graph.graph.get("thresholds", {}) else "weight"


def read_region_terms(
    connection: "DuckDBPyConnection", graph: "nx.Graph[str]", incidence: Incidence
) -> Incidence:
    """Return what the regions of a network are found among, as `network_communities` asks.

    A network of terms has those of the land of terms, on which all of its nodes are,
    unless other thresholds were asked for; all others have their own nodes.

    Args:
        connection: an open store.
        graph: one of its networks.
        incidence: which work has which node of it.

    Example:
        >>> from pathlib import Path
        >>> from kg.store.connection import connect
        >>> with connect(Path("outputs/examples")) as connection:
        ...     graph = read_network(connection, "terms")
        ...     found = read_presence(connection, graph).incidence
        ...     read_region_terms(connection, graph, found).labels
        ('least squares', 'punched cards')
    """
    if graph.name != BY_MEANING:
        return incidence
    terms = read_terms(connection)
    return terms if graph.nodes <= set(terms.nodes) else incidence


def network_communities(
    graph: "nx.Graph[str]", arrays: EdgeArrays, incidence: Incidence, *, seed: int = 0
) -> tuple[Ints, Floats]:
    """Return the community of each node, and how much it is at home: (nodes,) each.

    The largest community is 0. Where nothing tells how much, all are wholly at home.

    Those of terms, where there are `FEWEST_TERMS`, are regions found by meaning, which
    stay the same from seed to seed; all others are cut from the edges, by Leiden.

    Args:
        graph: a network, which says which one it is.
        arrays: its edges.
        incidence: which work has which node; may have more nodes than the network, among
            which regions are found, and numbered; see `read_region_terms`.
        seed: of the order in which nodes are moved.

    Example:
        >>> import networkx as nx
        >>> from kg.analysis.arrays import edge_arrays
        >>> graph = nx.Graph([("a", "b"), ("c", "d"), ("d", "e")], name="people")
        >>> arrays = edge_arrays(graph, weight="weight")
        >>> nothing = Incidence((), arrays.nodes, arrays.nodes, (), None)
        >>> network_communities(graph, arrays, nothing)[0].tolist()
        [1, 1, 0, 0, 0]
    """
    if not _is_by_meaning(graph, incidence):
        found = number_communities(arrays, seed=seed)
        return np.array(found, dtype=np.int64), np.ones(len(found))
    regions, vectors, _ = find_regions_by_meaning(count_together(incidence), seed=seed)
    chosen = np.searchsorted(incidence.nodes, arrays.nodes)
    shares = home_shares(vectors, regions.coarse)[chosen]
    return without_gaps(regions.coarse[chosen]), shares


def network_partitions(
    graph: "nx.Graph[str]",
    arrays: EdgeArrays,
    incidence: Incidence,
    *,
    seeds: Iterable[int],
) -> list[Ints]:
    """Return the communities of `network_communities` by each of some seeds.

    Example:
        >>> import networkx as nx
        >>> from kg.analysis.arrays import edge_arrays
        >>> graph = nx.Graph([("a", "b"), ("c", "d"), ("d", "e")], name="people")
        >>> arrays = edge_arrays(graph, weight="weight")
        >>> nothing = Incidence((), arrays.nodes, arrays.nodes, (), None)
        >>> [p.tolist() for p in network_partitions(graph, arrays, nothing, seeds=[0, 1])]
        [[1, 1, 0, 0, 0], [1, 1, 0, 0, 0]]
    """
    if not _is_by_meaning(graph, incidence):
        found = (number_communities(arrays, seed=seed) for seed in seeds)
        return [np.array(each, dtype=np.int64) for each in found]
    # What the seed says nothing of is made once.
    pairs = count_together(incidence)
    ties = nearest_neighbours(pairs.nodes, meaning_vectors(pairs))
    chosen = np.searchsorted(incidence.nodes, arrays.nodes)
    found_by = (find_regions(ties, seed=seed).coarse for seed in seeds)
    return [without_gaps(groups[chosen]) for groups in found_by]


def _is_by_meaning(graph: "nx.Graph[str]", incidence: Incidence) -> bool:
    return graph.name == BY_MEANING and len(incidence.nodes) >= FEWEST_TERMS


def network_in_communities(
    connection: "DuckDBPyConnection", name: str, **ways: object
) -> "nx.Graph[str]":
    """Return `read_network` with the community of every node.

    Example:
        >>> from pathlib import Path
        >>> from kg.store.connection import connect
        >>> with connect(Path("outputs/examples")) as connection:
        ...     graph = network_in_communities(connection, "coauthor")
        >>> graph.nodes["person:ada-byron"]["community"]
        0
    """
    graph = read_network(connection, name, **ways)  # type: ignore[arg-type]
    arrays = edge_arrays(graph, weight=counted_weight(graph))
    incidence = read_presence(connection, graph).incidence
    incidence = read_region_terms(connection, graph, incidence)
    groups, _ = network_communities(graph, arrays, incidence)
    for node, group in zip(arrays.nodes, groups.tolist(), strict=True):
        graph.nodes[node]["community"] = group
    return graph
