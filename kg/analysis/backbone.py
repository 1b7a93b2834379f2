"""The backbone: of all edges the few that a drawing can show.

The strongest of every node, so that small ones keep theirs beside hubs, and a maximum
spanning forest, so that what hangs together in the network does so in the drawing.
"""

import numpy as np
from scipy import sparse  # type: ignore[import-untyped]
from scipy.sparse.csgraph import (  # type: ignore[import-untyped]
    minimum_spanning_tree,
)

from kg.analysis.arrays import EdgeArrays, Flags, Ints, places_within

STRONGEST = 3  # edges kept of each node


def backbone(arrays: EdgeArrays, *, strongest: int = STRONGEST) -> EdgeArrays:
    """Return the edges that are among the `strongest` of an end, or hold parts together.

    Every node that has an edge keeps one. Equal weights go by the order of edges.

    Example:
        >>> import networkx as nx
        >>> from kg.analysis.arrays import edge_arrays
        >>> graph = nx.complete_graph(["a", "b", "c", "d"])
        >>> graph.edges["a", "b"]["weight"] = graph.edges["c", "d"]["weight"] = 5
        >>> kept = backbone(edge_arrays(graph, weight="weight"), strongest=1)
        >>> list(zip(kept.sources.tolist(), kept.targets.tolist()))
        [(0, 1), (0, 2), (2, 3)]
    """
    ranks = _rank_by_weight(arrays)
    kept = _is_among_strongest(arrays, ranks, strongest)
    kept[_spanning_forest(arrays, ranks)] = True
    return EdgeArrays(
        arrays.nodes, arrays.sources[kept], arrays.targets[kept], arrays.weights[kept]
    )


def _rank_by_weight(arrays: EdgeArrays) -> Ints:
    """Return the rank of each edge, the strongest 0; no two have the same."""
    order = np.argsort(-arrays.weights, kind="stable")
    ranks = np.empty(len(order), dtype=np.int64)
    ranks[order] = np.arange(len(order))
    return ranks


def _is_among_strongest(arrays: EdgeArrays, ranks: Ints, strongest: int) -> Flags:
    """Tell of each edge whether it is among the strongest of one of its ends."""
    ends = np.concatenate([arrays.sources, arrays.targets])
    places = places_within(ends, np.tile(ranks, 2)).reshape(2, -1)
    kept: Flags = places.min(axis=0) < strongest
    return kept


def _spanning_forest(arrays: EdgeArrays, ranks: Ints) -> Ints:
    """Return the places of the edges of a maximum spanning forest."""
    size = len(arrays.nodes)
    # Ranks differ from edge to edge, so there is one such forest.
    costs = sparse.coo_array(
        (ranks + 1.0, (arrays.sources, arrays.targets)), shape=(size, size)
    )
    chosen = minimum_spanning_tree(costs.tocsr()).data.astype(np.int64) - 1
    order = np.argsort(ranks)
    places: Ints = order[chosen]
    return places
