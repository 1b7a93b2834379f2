"""A graph as arrays, in an order that depends on nothing but its content."""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray
from scipy import sparse  # type: ignore[import-untyped]

if TYPE_CHECKING:
    import networkx as nx

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class EdgeArrays:
    """Nodes in the order of their ids, and edges as places among them.

    `sources` and `targets` (edges,) hold each pair once, the smaller place first, in
    ascending order; `weights` (edges,) are positive. Self-loops are left out.
    """

    nodes: tuple[str, ...]
    sources: Ints
    targets: Ints
    weights: Floats


def edge_arrays(graph: "nx.Graph[str]", *, weight: str) -> EdgeArrays:
    """Return `graph` as arrays; an edge whose `weight` is not above 0 counts 1.

    Nothing depends on the order in which nodes and edges were added.

    Example:
        >>> import networkx as nx
        >>> arrays = edge_arrays(nx.Graph([("c", "a"), ("b", "c")]), weight="weight")
        >>> arrays.nodes, arrays.sources.tolist(), arrays.targets.tolist()
        (('a', 'b', 'c'), [0, 1], [2, 2])
    """
    nodes = tuple(sorted(graph))
    place = {node: i for i, node in enumerate(nodes)}
    size = graph.number_of_edges()
    edges: list[tuple[str, str, Any]] = list(graph.edges(data=weight))
    ends = np.empty((size, 2), dtype=np.int64)
    ends[:, 0] = np.fromiter((place[a] for a, _, _ in edges), np.int64, size)
    ends[:, 1] = np.fromiter((place[b] for _, b, _ in edges), np.int64, size)
    weights = np.fromiter(
        (float(value) if value and value > 0 else 1.0 for _, _, value in edges),
        np.float64,
        size,
    )
    ends.sort(axis=1)
    loose = ends[:, 0] != ends[:, 1]
    ends, weights = ends[loose], weights[loose]
    order = np.argsort(ends[:, 0] * len(nodes) + ends[:, 1], kind="stable")
    return EdgeArrays(nodes, ends[order, 0], ends[order, 1], weights[order])


def sum_by(groups: Ints, values: Floats, size: int) -> Floats:
    """Return the sum of the values of each group, in the order of values: (size,).

    Example:
        >>> sum_by(np.array([0, 2, 0]), np.array([1.0, 2.0, 3.0]), 3).tolist()
        [4.0, 0.0, 2.0]
    """
    return np.bincount(groups, values, minlength=size).astype(np.float64)


def places_within(groups: Ints, ranks: Floats | Ints) -> Ints:
    """Return the place of each entry among those of its group, the least rank first.

    Equal ranks go by the order of entries.

    Example:
        >>> places_within(np.array([7, 3, 7, 7]), np.array([2, 0, 1, 2])).tolist()
        [1, 0, 0, 2]
    """
    order = np.lexsort((ranks, groups))
    first = np.searchsorted(groups[order], groups[order])
    places = np.empty(len(order), dtype=np.int64)
    places[order] = np.arange(len(order)) - first
    return places


def sum_places(groups: Ints, places: Floats, size: int) -> Floats:
    """Return the sum of the places (n, 2) of each group: (size, 2).

    Example:
        >>> sum_places(np.array([0, 0]), np.array([[1.0, 2.0], [3.0, 4.0]]), 1).tolist()
        [[4.0, 6.0]]
    """
    return np.stack([sum_by(groups, places[:, axis], size) for axis in (0, 1)], axis=1)


def indicator_matrix(
    pairs: Iterable[tuple[Hashable, Hashable]],
    rows: Iterable[Hashable],
    columns: Iterable[Hashable],
) -> Any:  # noqa: ANN401 - scipy has no types
    """Return a matrix (rows, columns) of ones at pairs, compressed by row.

    Pairs of which either is none of `rows` or `columns` are passed over.

    Args:
        pairs: of what stands for a row and a column, each pair once.
        rows: what the rows stand for.
        columns: what the columns stand for.

    Example:
        >>> indicator_matrix([("w", "b"), ("v", "z")], "vw", "ab").toarray().tolist()
        [[0.0, 0.0], [0.0, 1.0]]
    """
    row = {each: i for i, each in enumerate(rows)}
    column = {each: i for i, each in enumerate(columns)}
    cells = [(row[a], column[b]) for a, b in pairs if a in row and b in column]
    ends = np.array(cells, dtype=np.int64).reshape(-1, 2).T
    shape = (len(row), len(column))
    return sparse.csr_array((np.ones(len(cells)), (ends[0], ends[1])), shape=shape)


def membership_matrix(groups: Ints) -> Any:  # noqa: ANN401 - scipy has no types
    """Return which node is in which group: (nodes, groups) of zeros and ones.

    Example:
        >>> membership_matrix(np.array([1, 0])).toarray().tolist()
        [[0.0, 1.0], [1.0, 0.0]]
    """
    size = len(groups)
    shape = (size, int(groups.max(initial=-1)) + 1)
    return sparse.csr_array((np.ones(size), (np.arange(size), groups)), shape=shape)


def edges_among(arrays: EdgeArrays, chosen: Ints) -> EdgeArrays:
    """Return the network among some nodes, given by their places in ascending order.

    Example:
        >>> import networkx as nx
        >>> path = edge_arrays(nx.path_graph("abc"), weight="weight")
        >>> among = edges_among(path, np.array([1, 2]))
        >>> among.nodes, among.sources.tolist(), among.targets.tolist()
        (('b', 'c'), [0], [1])
    """
    place = np.full(len(arrays.nodes), -1, dtype=np.int64)
    place[chosen] = np.arange(len(chosen))
    a, b = place[arrays.sources], place[arrays.targets]
    inside = (a >= 0) & (b >= 0)
    nodes = tuple(arrays.nodes[i] for i in chosen.tolist())
    return EdgeArrays(nodes, a[inside], b[inside], arrays.weights[inside])


def adjacency(arrays: EdgeArrays) -> Any:  # noqa: ANN401 - scipy has no types
    """Return the symmetric matrix (nodes, nodes) of weights, compressed by row.

    Example:
        >>> import networkx as nx
        >>> arrays = edge_arrays(nx.Graph([("a", "b")]), weight="weight")
        >>> adjacency(arrays).toarray().tolist()
        [[0.0, 1.0], [1.0, 0.0]]
    """
    a, b, size = arrays.sources, arrays.targets, len(arrays.nodes)
    weights = np.concatenate([arrays.weights, arrays.weights])
    ends = (np.concatenate([a, b]), np.concatenate([b, a]))
    return sparse.coo_array((weights, ends), shape=(size, size)).tocsr()


def as_edges(nodes: tuple[str, ...], pairs: Any) -> EdgeArrays:  # noqa: ANN401
    """Return the upper triangle of a symmetric matrix as edges.

    Example:
        >>> matrix = sparse.csr_array(np.array([[0, 2.0], [2.0, 0]]))
        >>> as_edges(("a", "b"), matrix).weights.tolist()
        [2.0]
    """
    upper = sparse.triu(pairs, k=1).tocsr()
    upper.sort_indices()
    sources = np.repeat(np.arange(len(nodes)), np.diff(upper.indptr))
    return EdgeArrays(nodes, sources, upper.indices.astype(np.int64), upper.data)
