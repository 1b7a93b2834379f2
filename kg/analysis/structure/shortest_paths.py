"""Betweenness and closeness by shortest paths from some nodes to all others.

Brandes (2001) for many sources at a time, in arrays: paths are counted level by level on
the way out, and shared out on the way back. Where that takes too many steps, some nodes
drawn at random are sources (Brandes & Pich 2007), and the error has a bound. An edge is one step,
whatever its weight.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy.sparse.csgraph import (  # type: ignore[import-untyped]
    connected_components,
)

from kg.analysis.arrays import EdgeArrays, Floats, Ints, adjacency

EXACT = 50_000_000  # steps from node to node, a few seconds; up to these, all paths
SOURCES = 100  # drawn where there are more
CHANCE = 0.05  # that any node's error is above the bound
_ENTRIES = 4_000_000  # that are looked at at a time: sources times edges
_DIGITS = 9


@dataclass(frozen=True, slots=True)
class PathSums:
    """What shortest paths say of nodes, in the order of the network.

    Attributes:
        betweenness: the share of pairs of other nodes between which a node lies, in
            [0, 1], (nodes,).
        crossing: the same, over pairs of nodes of different groups alone, (nodes,); 0
            where no groups were given.
        harmonic: the mean of 1/distance to all other nodes, 0 for one that cannot be
            reached (Marchiori & Latora 2000), in [0, 1], (nodes,).
        sources: from how many nodes paths were followed.
        bound: what no value of betweenness is off by, but for a chance of `CHANCE`.
    """

    betweenness: Floats
    crossing: Floats
    harmonic: Floats
    sources: int
    bound: float


def follow_paths(
    arrays: EdgeArrays,
    groups: Ints | None = None,
    *,
    exact: int = EXACT,
    sources: int = SOURCES,
    seed: int = 0,
) -> PathSums:
    """Return what shortest paths say of each node.

    Args:
        arrays: a network; its weights do not count.
        groups: of each node, for `crossing`, (nodes,); without it, that is not summed.
        exact: where all paths take no more steps, all nodes are sources.
        sources: how many are drawn otherwise.
        seed: by which they are drawn.

    Example:
        >>> import networkx as nx
        >>> from kg.analysis.arrays import edge_arrays
        >>> path = edge_arrays(nx.path_graph("abc"), weight="weight")
        >>> found = follow_paths(path, np.array([0, 0, 1]))
        >>> found.betweenness.tolist(), found.harmonic.tolist(), found.bound
        ([0.0, 1.0, 0.0], [0.75, 1.0, 0.75], 0.0)
    """
    size = len(arrays.nodes)
    matrix = adjacency(arrays)
    chosen = np.arange(size)
    if size > sources and _count_steps(matrix) > exact:
        drawn = np.random.default_rng(seed).choice(size, sources, replace=False)
        chosen = np.sort(drawn)
    sums = np.zeros((3, size))
    # Each source looks at all nodes once, and at the edges that it reaches.
    at_once = max(1, _ENTRIES // max(matrix.nnz + size, 1))
    for first in range(0, len(chosen), at_once):
        sums += _follow(matrix, groups, chosen[first : first + at_once])
    scale = size / max(len(chosen), 1)
    pairs = max((size - 1) * (size - 2), 1)
    between, crossing = (each * scale / pairs for each in sums[:2])
    harmonic = sums[2] * scale / max(size - 1, 1)
    bound = 0.0 if len(chosen) == size else hoeffding_bound(size, len(chosen))
    return PathSums(
        between.round(_DIGITS),
        crossing.round(_DIGITS),
        harmonic.round(_DIGITS),
        sources=len(chosen),
        bound=bound,
    )


def hoeffding_bound(nodes: int, sources: int) -> float:
    """Return by how much the betweenness of any node may be off (Brandes & Pich 2007).

    Each source adds a share in [0, 1]; by Hoeffding's inequality over all nodes, with a
    chance of `CHANCE`. What is off in fact is much less, as a rule.

    Example:
        >>> round(hoeffding_bound(5000, 100), 3)
        0.247
    """
    return float(np.sqrt(np.log(2 * nodes / CHANCE) / (2 * sources)))


def _count_steps(matrix: Any) -> int:  # noqa: ANN401 - scipy has no types
    """Return how many steps all paths take: from each node, the edges of its component."""
    _, components = connected_components(matrix, directed=False)
    nodes = np.bincount(components)
    edges = np.bincount(components, weights=np.diff(matrix.indptr))
    return int((nodes * edges).sum())


def _follow(matrix: Any, groups: Ints | None, sources: Ints) -> Floats:  # noqa: ANN401
    """Return the sums over some sources: betweenness, crossing, 1/distance: (3, nodes)."""
    size = matrix.shape[0]
    # A node as seen from a source is one number: source times nodes, plus node.
    begin = np.arange(len(sources)) * size + sources
    distances = np.full(len(sources) * size, -1, dtype=np.int32)
    paths = np.zeros(len(distances))
    distances[begin], paths[begin] = 0, 1.0
    levels = [begin]
    while len(levels[-1]):
        origin, reached = _step(matrix, levels[-1])
        fresh = distances[reached] < 0
        origin, reached = origin[fresh], reached[fresh]
        _add_at(paths, reached, paths[origin])
        distances[reached] = len(levels)
        levels.append(_distinct(reached, distances, len(levels)))
    shares = _share_out(matrix, groups, sources, levels, distances, paths)
    steps = np.where(distances > 0, distances, np.inf)
    near = (1 / steps).reshape(len(sources), size).sum(axis=0)
    return np.concatenate([shares, near[np.newaxis]])


def _share_out(
    matrix: Any,  # noqa: ANN401
    groups: Ints | None,
    sources: Ints,
    levels: list[Ints],
    distances: Any,  # noqa: ANN401
    paths: Floats,
) -> Floats:
    """Return how many pairs each node lies between, all and crossing: (2, nodes)."""
    size = matrix.shape[0]
    ends = [np.ones(len(distances))]
    if groups is not None:
        ends.append((groups != groups[sources][:, np.newaxis]).ravel().astype(float))
    shares = np.zeros((2, len(distances)))
    for level in reversed(levels[1:-1]):
        origin, reached = _step(matrix, level)
        back = distances[reached] == distances[origin] - 1
        origin, reached = origin[back], reached[back]
        parts = paths[reached] / paths[origin]
        for share, end in zip(shares, ends, strict=False):
            _add_at(share, reached, parts * (end[origin] + share[origin]))
    shares[:, levels[0]] = 0.0  # a source lies between no pair of its own
    summed: Floats = shares.reshape(2, len(sources), size).sum(axis=1)
    return summed


def _step(matrix: Any, keys: Ints) -> tuple[Ints, Ints]:  # noqa: ANN401
    """Return each step from some nodes to a neighbour: where from, where to."""
    size = matrix.shape[0]
    nodes = keys % size
    starts = matrix.indptr[nodes].astype(np.int64)
    degrees = matrix.indptr[nodes + 1].astype(np.int64) - starts
    origin = np.repeat(keys, degrees)
    within = np.arange(len(origin)) - np.repeat(np.cumsum(degrees) - degrees, degrees)
    neighbours = matrix.indices[np.repeat(starts, degrees) + within]
    return origin, origin - origin % size + neighbours


def _add_at(sums: Floats, places: Ints, values: Floats) -> None:
    """Add values at places, of which some recur."""
    if len(places) * 4 > len(sums):  # the faster way, but it looks at all places
        sums += np.bincount(places, values, minlength=len(sums))
    else:
        np.add.at(sums, places, values)


def _distinct(reached: Ints, distances: Any, level: int) -> Ints:  # noqa: ANN401
    """Return what was reached at a level, each once, in ascending order."""
    if len(reached) * 20 > len(distances):
        return np.flatnonzero(distances == level)
    return np.unique(reached)
