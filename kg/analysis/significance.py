"""How surely an edge is more than chance.

Two measures for two sorts of networks. The log-likelihood ratio (Dunning 1993) is for
what is counted in works: it holds for small counts, where a chi-square does not. The
disparity filter (Serrano, Boguñá & Vespignani 2009) is for weighted networks of people,
in which a few partners may have most of a node's weight; of counts as small as those
of terms it keeps next to nothing.
"""

import numpy as np
from scipy.special import xlogy  # type: ignore[import-untyped]

from kg.analysis.arrays import EdgeArrays, Floats, Ints, sum_by


def log_likelihood_ratios(
    together: Floats, first: Floats, second: Floats, works: int
) -> Floats:
    """Return how surely two things meet more often than by chance, pair by pair.

    That is the G² of the table of two rows and two columns: works with both, with one,
    with the other, with neither. A pair that meets as often as by chance, or less
    often, has 0.

    Args:
        together: works that have both, (pairs,).
        first: works that have the first, (pairs,).
        second: works that have the second, (pairs,).
        works: all works.

    Example:
        >>> together = np.array([10.0, 1.0])
        >>> ratios = log_likelihood_ratios(together, *np.full((2, 2), 10.0), works=100)
        >>> ratios.round(1).tolist()
        [65.0, 0.0]
    """
    neither = works - first - second + together
    cells = (together, first - together, second - together, neither)
    sums = (first, second, works - first, works - second)
    ratios = 2 * (
        sum(xlogy(cell, cell) for cell in cells)
        - sum(xlogy(each, each) for each in sums)
        + xlogy(works, works)
    )
    more = together * works > first * second
    # The last digits are those of a sum of large numbers.
    significant: Floats = np.where(more, np.maximum(ratios.round(6), 0.0), 0.0)
    return significant


def weigh_by_significance(pairs: EdgeArrays, counts: Ints, works: int) -> EdgeArrays:
    """Return pairs weighed by log-likelihood ratio instead of by works in common.

    Args:
        pairs: weighed by works in common.
        counts: of how many works each node is, (nodes,).
        works: all works.

    Example:
        >>> pairs = EdgeArrays(("a", "b"), np.array([0]), np.array([1]), np.array([3.0]))
        >>> weigh_by_significance(pairs, np.array([3, 3]), works=9).weights.round(2).tolist()
        [11.46]
    """
    first, second = (
        counts[ends].astype(float) for ends in (pairs.sources, pairs.targets)
    )
    ratios = log_likelihood_ratios(pairs.weights, first, second, works)
    return EdgeArrays(pairs.nodes, pairs.sources, pairs.targets, ratios)


def disparity_levels(arrays: EdgeArrays) -> Floats:
    """Return the level at which the disparity filter keeps each edge: (edges,).

    It is the chance that an edge of a node gets as large a share of the node's weight
    when weights are dealt out at random, at that end where it is smaller. A backbone has
    the edges below .05, say. An edge that is its node's only one proves nothing there.

    Example:
        >>> import networkx as nx
        >>> from kg.analysis.arrays import edge_arrays
        >>> star = nx.star_graph(["hub", "a", "b", "c"])
        >>> star.edges["hub", "a"]["weight"] = 8
        >>> disparity_levels(edge_arrays(star, weight="weight")).round(2).tolist()
        [0.04, 0.81, 0.81]
    """
    ends = np.concatenate([arrays.sources, arrays.targets])
    weights = np.concatenate([arrays.weights, arrays.weights])
    size = len(arrays.nodes)
    strengths = sum_by(ends, weights, size)
    degrees = np.bincount(ends, minlength=size)
    shares = np.minimum(weights / strengths[ends], 1.0)
    levels: Floats = (1 - shares) ** (degrees[ends] - 1)
    lower: Floats = levels.reshape(2, -1).min(axis=0)
    return lower
