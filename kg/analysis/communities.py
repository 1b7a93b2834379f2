"""Communities: groups of nodes that hang together more than chance would have it.

Leiden (Traag, Waltman & van Eck 2019) on modularity, by graspologic's native code.
Small networks are tried several times, and the best partition counts: there a single
run falls short by up to 0.01 of modularity, and ten of them take 0.2 s.
"""

from typing import TYPE_CHECKING

import numpy as np

from kg.analysis.arrays import EdgeArrays, Floats, Ints, adjacency, edge_arrays

if TYPE_CHECKING:
    import networkx as nx

ITERATIONS = 3  # of Leiden; on 500,000 edges nothing moves after the third
TRIALS = 10  # runs on a network of few edges
EDGES_IN_ALL = 200_000  # looked at by all trials; a larger network has one


def communities(
    graph: "nx.Graph[str]",
    *,
    seed: int = 0,
    resolution: float = 1.0,
    weight: str = "weight",
) -> dict[str, int]:
    """Number the community of each node, the largest 0, equal sizes by their first id.

    A larger `resolution` gives smaller communities. The answer depends on nodes, edges,
    weights and `seed` alone. A node without edges is a community of its own.

    Args:
        graph: any network.
        seed: of the random order in which nodes are moved.
        resolution: of modularity (Reichardt & Bornholdt 2006), above 0.
        weight: the edge attribute that counts; what is not above 0 counts 1.

    Example:
        >>> import networkx as nx
        >>> graph = nx.Graph([("a", "b"), ("b", "c"), ("c", "a"), ("x", "y")])
        >>> communities(graph)
        {'a': 0, 'b': 0, 'c': 0, 'x': 1, 'y': 1}
    """
    arrays = edge_arrays(graph, weight=weight)
    found = number_communities(arrays, seed=seed, resolution=resolution)
    return dict(zip(arrays.nodes, found, strict=True))


def number_communities(
    arrays: EdgeArrays, *, seed: int = 0, resolution: float = 1.0
) -> list[int]:
    """Return the number of each node's community, in order; see `communities`.

    Example:
        >>> import networkx as nx
        >>> number_communities(edge_arrays(nx.path_graph("ab"), weight="weight"))
        [0, 0]
    """
    labels = np.arange(len(arrays.nodes))
    linked = np.unique(np.concatenate([arrays.sources, arrays.targets]))
    if len(linked):
        found = _leiden(arrays, linked, seed, resolution)
        labels[linked] = len(labels) + found  # apart from those of lone nodes
    numbers: list[int] = number_by_size(labels).tolist()
    return numbers


def _leiden(arrays: EdgeArrays, linked: Ints, seed: int, resolution: float) -> Ints:
    """Return a label for each of the `linked` nodes, those with an edge."""
    from graspologic_native import leiden_csr

    # Lone nodes stay out: of nothing but these, the library makes a crash.
    matrix = adjacency(arrays)[linked][:, linked]
    # One thread, and a generator of its own: the same on every machine.
    _, found = leiden_csr(
        matrix.indptr.astype(np.int64),
        matrix.indices.astype(np.int32),
        _within_range(matrix.data),
        len(linked),
        resolution=resolution,
        iterations=ITERATIONS,
        seed=seed,
        trials=int(np.clip(EDGES_IN_ALL // len(arrays.sources), 1, TRIALS)),
    )
    return np.fromiter((found[i] for i in range(len(linked))), np.int64, len(linked))


def _within_range(weights: Floats) -> Floats:
    """Return weights that can be summed, and divided by, without a number overflowing.

    The library ends the program where that happens. Only the shares of weights count.
    """
    largest = weights.max()
    return weights if 1e-100 < largest < 1e100 else weights / largest


def number_by_size(labels: Ints) -> Ints:
    """Number labels anew, the most frequent 0, equal ones as they first appear.

    Example:
        >>> number_by_size(np.array([7, 3, 3, 9])).tolist()
        [1, 0, 0, 2]
    """
    _, first, which, sizes = np.unique(
        labels, return_index=True, return_inverse=True, return_counts=True
    )
    numbers = np.empty(len(sizes), dtype=np.int64)
    numbers[np.lexsort((first, -sizes))] = np.arange(len(sizes))
    return numbers[which]


def without_gaps(groups: Ints) -> Ints:
    """Return groups in their order, numbered from 0, without numbers of no node.

    >>> without_gaps(np.array([5, 0, 2, 2])).tolist()
    [2, 0, 1, 1]
    """
    numbers: Ints = np.unique(groups, return_inverse=True)[1].astype(np.int64)
    return numbers
