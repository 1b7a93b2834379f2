"""Which regions meet more often than by chance: the roads of a map."""

from dataclasses import dataclass

import numpy as np

from kg.analysis.arrays import EdgeArrays, Ints

TIES = 1.2  # a region: more of them hide what they lead to
FEWEST_TIES = 3  # works of pairs of terms that two regions need in common


@dataclass(frozen=True, slots=True)
class RegionTie:
    """Two regions, and how many times more often than by chance they meet."""

    first: int
    second: int
    strength: float


def find_region_ties(pairs: EdgeArrays, regions: Ints) -> tuple[RegionTie, ...]:
    """Return the pairs of regions that meet more often than by chance, strongest first.

    Association strength of what is counted between them, edges within left out; at most
    1.2 a region.

    Example:
        >>> import networkx as nx
        >>> from kg.analysis.arrays import edge_arrays
        >>> graph = nx.Graph()
        >>> graph.add_weighted_edges_from([("a", "b", 9), ("c", "d", 9), ("a", "c", 3)])
        >>> pairs = edge_arrays(graph, weight="weight")
        >>> find_region_ties(pairs, np.array([0, 1, 2, 3]))[0]
        RegionTie(first=0, second=1, strength=3.5)
    """
    size = int(regions.max(initial=-1)) + 1
    a, b = regions[pairs.sources], regions[pairs.targets]
    between = a != b
    keys = np.minimum(a, b)[between] * size + np.maximum(a, b)[between]
    counts = np.bincount(keys, pairs.weights[between], minlength=size * size)
    matrix = counts.reshape(size, size)
    sums = matrix.sum(axis=0) + matrix.sum(axis=1)
    first, second = np.nonzero(matrix >= FEWEST_TIES)
    expected = sums[first] * sums[second] / max(float(sums.sum()), 1.0)
    strengths = (matrix[first, second] / expected).round(6)
    order = np.lexsort((second, first, -strengths))
    found = zip(first[order], second[order], strengths[order], strict=True)
    ties = [RegionTie(int(i), int(j), float(s)) for i, j, s in found if s > 1]
    return tuple(ties[: int(TIES * size)])
