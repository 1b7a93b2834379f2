"""How good a partition of a network into communities is, by four measures.

Modularity (Newman & Girvan 2004) and conductance (Kannan, Vempala & Vetta 2004) ask the
edges, coherence (normalised pointwise mutual information, Bouma 2009) asks the works,
and the adjusted Rand index (Hubert & Arabie 1985) asks another partition: that of
another seed, say.
"""

from collections.abc import Sequence
from itertools import combinations
from typing import Any

import numpy as np
from scipy import sparse  # type: ignore[import-untyped]

from kg.analysis.arrays import EdgeArrays, Floats, Ints, sum_by
from kg.analysis.incidence import Incidence

TOP_TERMS = 10  # of a community, that coherence looks at


def modularity(arrays: EdgeArrays, groups: Ints) -> float:
    """Return the share of weight inside groups above that of a random network.

    Example:
        >>> import networkx as nx
        >>> from kg.analysis.arrays import edge_arrays
        >>> pairs = edge_arrays(nx.Graph([("a", "b"), ("c", "d")]), weight="weight")
        >>> modularity(pairs, np.array([0, 0, 1, 1]))
        0.5
    """
    inside, total = _weights_of_groups(arrays, groups)
    everything = float(arrays.weights.sum()) or 1.0
    value = inside.sum() / everything - np.square(total / (2 * everything)).sum()
    return round(float(value), 6) + 0.0


def conductances(arrays: EdgeArrays, groups: Ints) -> Floats:
    """Return of each group the share of its weight that leads out of it: (groups,).

    It is held against the smaller side, the group or all the rest: 0 for a group apart,
    1 for one that has no edge inside, or no edge at all.

    Example:
        >>> import networkx as nx
        >>> from kg.analysis.arrays import edge_arrays
        >>> path = edge_arrays(nx.path_graph("abcd"), weight="weight")
        >>> conductances(path, np.array([0, 0, 1, 1])).round(2).tolist()
        [0.33, 0.33]
    """
    inside, total = _weights_of_groups(arrays, groups)
    smaller = np.minimum(total, total.sum() - total)
    leaving = total - 2 * inside
    shares = np.divide(leaving, smaller, out=np.zeros_like(total), where=smaller > 0)
    measured: Floats = np.where(total > 0, shares, 1.0)
    return measured


def _weights_of_groups(arrays: EdgeArrays, groups: Ints) -> tuple[Floats, Floats]:
    """Return of each group the weight of edges inside, and of all ends: (groups,)."""
    size = int(groups.max(initial=-1)) + 1
    a, b = groups[arrays.sources], groups[arrays.targets]
    inside = sum_by(a, arrays.weights * (a == b), size)
    total = sum_by(a, arrays.weights, size) + sum_by(b, arrays.weights, size)
    return inside, total


def coherences(incidence: Incidence, groups: Ints, prominence: Floats) -> Floats:
    """Return how surely the ten most prominent terms of each group share works.

    The mean of normalised pointwise mutual information over their pairs, in [−1, 1]:
    −1 where no two meet, 0 where they meet by chance; (groups,). A group of one term
    has 0.

    Args:
        incidence: which work speaks of which term.
        groups: (terms,).
        prominence: (terms,), by which the ten are chosen.

    Example:
        >>> matrix = sparse.csr_array(np.array([[1, 1, 0], [1, 1, 0], [0, 0, 1]]))
        >>> terms = Incidence(("v", "w", "x"), tuple("abc"), tuple("abc"), (), matrix)
        >>> coherences(terms, np.array([0, 0, 1]), np.ones(3)).round(2).tolist()
        [1.0, 0.0]
    """
    found = np.zeros(int(groups.max(initial=-1)) + 1)
    columns = incidence.matrix.tocsc()
    for group in range(len(found)):
        members = np.flatnonzero(groups == group)
        order = np.lexsort((members, -prominence[members]))
        found[group] = _mean_information(columns, members[order[:TOP_TERMS]])
    return found


def _mean_information(matrix: Any, terms: Ints) -> float:  # noqa: ANN401 - scipy has no types
    """Return the mean information of the pairs of some columns of (works, terms)."""
    columns = matrix[:, terms]
    together = (columns.T @ columns).toarray() / matrix.shape[0]
    a, b = np.triu_indices(len(terms), k=1)
    joint, single = together[a, b], together.diagonal()
    expected = single[a] * single[b]
    with np.errstate(divide="ignore", invalid="ignore"):
        information = np.log(joint / expected) / -np.log(joint)
    information = np.where(joint >= 1, 1.0, np.where(joint > 0, information, -1.0))
    return float(information.mean()) if len(information) else 0.0


def rand_index(one: Ints, other: Ints) -> float:
    """Return the adjusted Rand index of two partitions: 1 the same, 0 as by chance.

    Example:
        >>> rand_index(np.array([0, 0, 1, 1]), np.array([5, 5, 2, 2]))
        1.0
        >>> round(rand_index(np.array([0, 0, 1, 1]), np.array([0, 1, 0, 1])), 2)
        -0.5
    """
    table = sparse.coo_array((np.ones(len(one)), (one, other))).tocsr()
    table.sum_duplicates()
    rows, columns = table.sum(axis=1), table.sum(axis=0)
    together, first, second = (_pairs(each) for each in (table.data, rows, columns))
    expected = first * second / max(_pairs(np.array([float(len(one))])), 1.0)
    most = (first + second) / 2
    return 1.0 if most == expected else float((together - expected) / (most - expected))


def _pairs(sizes: Floats) -> float:
    return float((sizes * (sizes - 1) / 2).sum())


def stability(partitions: Sequence[Ints]) -> float:
    """Return the mean adjusted Rand index over all pairs of partitions of the same nodes.

    Example:
        >>> stability([np.array([0, 0, 1, 1])] * 3)
        1.0
    """
    found = [rand_index(one, other) for one, other in combinations(partitions, 2)]
    return float(np.mean(found)) if found else 1.0
