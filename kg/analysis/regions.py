"""Regions: communities of what belongs together, in two levels, one inside the other.

Sub-regions are communities by Leiden; of more than a reader can take in, the smallest
join the one that they are tied to most, until regions are few. So a map has names at
first sight, and finer ones where one looks closer.
"""

from dataclasses import dataclass

import numpy as np

from kg.analysis.arrays import EdgeArrays, Floats, Ints, sum_by
from kg.analysis.communities import number_by_size, number_communities
from kg.analysis.meaning import meaning_vectors, nearest_neighbours

RESOLUTION = 1.2  # of sub-regions
MOST_REGIONS = 20  # that have a name at first sight
SMALLEST_REGION = 4  # nodes; fewer show nothing in common
FEWEST_TERMS = 30  # of a corpus; of fewer, meaning cannot be told, and no region named
# Softmax of cosines: how much nearer one middle must be than another to be home.
SHARPNESS = 6.0
# A node of less is at home nowhere: "results" goes with everything.
HOME = 0.22


@dataclass(frozen=True, slots=True)
class Regions:
    """Two levels of communities of the same nodes, numbered from 0, the largest first.

    `coarse` and `fine` (nodes,) are regions and sub-regions: each of these lies in one
    region.
    """

    coarse: Ints
    fine: Ints


def find_regions(
    arrays: EdgeArrays,
    *,
    seed: int = 0,
    resolution: float = RESOLUTION,
    most: int = MOST_REGIONS,
) -> Regions:
    """Return regions and sub-regions of a network.

    What no edge ties to the rest cannot join it, and does not count: of a network of
    many parts there are more than `most` regions.

    Example:
        >>> import networkx as nx
        >>> from kg.analysis.arrays import edge_arrays
        >>> graph = nx.ring_of_cliques(24, 9)
        >>> regions = find_regions(edge_arrays(graph, weight="weight"))
        >>> int(regions.fine.max()) + 1, int(regions.coarse.max()) + 1
        (24, 20)
    """
    found = number_communities(arrays, seed=seed, resolution=resolution)
    fine = np.array(found, dtype=np.int64)
    fine = merge_communities(arrays, fine, most=len(arrays.nodes))
    return Regions(merge_communities(arrays, fine, most=most), fine)


def find_regions_by_meaning(
    pairs: EdgeArrays, *, seed: int = 0
) -> tuple[Regions, Floats, EdgeArrays]:
    """Return regions of terms of like meaning, of terms that go with the same terms.

    Args:
        pairs: terms, and the works that each two have in common.
        seed: of the communities.

    Returns:
        The regions, the vectors of terms (terms, dimensions), and the ties between
        those of nearest meaning, from which the regions are cut.

    Example:
        >>> import networkx as nx
        >>> from kg.analysis.arrays import edge_arrays
        >>> cliques = edge_arrays(nx.caveman_graph(3, 5), weight="weight")
        >>> find_regions_by_meaning(cliques)[0].coarse.tolist()
        [0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2]
    """
    vectors = meaning_vectors(pairs)
    ties = nearest_neighbours(pairs.nodes, vectors)
    return find_regions(ties, seed=seed), vectors, ties


def merge_communities(arrays: EdgeArrays, groups: Ints, *, most: int) -> Ints:
    """Return communities of which the smallest have joined others, numbered anew.

    While more than `most` have ties to others, or the smallest of these has fewer than
    `SMALLEST_REGION` nodes, it joins the one with which it is most tied by
    association strength (over the ties that the other has at all), for else all would
    join the largest.

    Example:
        >>> import networkx as nx
        >>> from kg.analysis.arrays import edge_arrays
        >>> path = edge_arrays(nx.path_graph("abcdefghi"), weight="weight")
        >>> groups = np.array([0, 0, 0, 0, 1, 1, 1, 1, 2])
        >>> merge_communities(path, groups, most=9).tolist()
        [1, 1, 1, 1, 0, 0, 0, 0, 0]
    """
    if not len(groups):
        return groups
    ties, sizes = _sum_ties(arrays, groups), np.bincount(groups).astype(float)
    sums, joined = ties.sum(axis=1), np.arange(len(sizes))
    while len(tied := np.flatnonzero((sizes > 0) & (sums > 0))):
        smallest = int(tied[np.argmin(sizes[tied])])
        if len(tied) <= most and sizes[smallest] >= SMALLEST_REGION:
            break
        home = int(np.argmax(ties[smallest] / np.maximum(sums, 1e-12)))
        joined[joined == smallest] = home
        sizes[home] += sizes[smallest]
        _join_rows(ties, sums, smallest, home)
        sizes[smallest] = 0
    return number_by_size(joined[groups])


def _join_rows(ties: Floats, sums: Floats, gone: int, home: int) -> None:
    """Add the ties of the group `gone` to those of `home`; their sums follow."""
    between = ties[gone, home]
    ties[home] += ties[gone]
    ties[:, home] += ties[:, gone]
    ties[gone] = ties[:, gone] = 0
    ties[home, home] = 0
    # Rounding must not leave ties where there are none.
    sums[home] = ties[home].sum() if between else sums[home]
    sums[gone] = 0


def _sum_ties(arrays: EdgeArrays, groups: Ints) -> Floats:
    """Return the weights of edges between each two groups, none within: (k, k)."""
    size = int(groups.max()) + 1
    a, b = groups[arrays.sources], groups[arrays.targets]
    summed = sum_by(a * size + b, arrays.weights, size * size).reshape(size, size)
    ties: Floats = summed + summed.T
    np.fill_diagonal(ties, 0.0)
    return ties


def home_shares(vectors: Floats, groups: Ints) -> Floats:
    """Return how much each node is at home in its group, in (0, 1]: (nodes,).

    The softmax of its cosines to the middles of all groups, at its own. A node without
    a direction is at home nowhere, whatever their number.

    Example:
        >>> vectors = np.array([[1.0, 0.0], [1.0, 0.0], [0.0, 1.0], [0.6, 0.8]])
        >>> home_shares(vectors, np.array([0, 0, 1, 1])).round(2).tolist()
        [0.98, 0.98, 1.0, 0.89]
    """
    size = int(groups.max(initial=-1)) + 1
    middles = np.stack([sum_by(groups, each, size) for each in vectors.T], axis=1)
    middles /= np.maximum(np.linalg.norm(middles, axis=1, keepdims=True), 1e-12)
    # Not `@`: kernels of BLAS add in different orders.
    cosines = np.einsum("nd,kd->nk", vectors, middles)
    weights = np.exp(SHARPNESS * cosines)
    shares = weights[np.arange(len(groups)), groups] / weights.sum(axis=1)
    has_direction = np.abs(vectors).sum(axis=1) > 0
    rounded: Floats = np.where(has_direction, shares, 0.0).round(6)
    return rounded
