"""Groups turned towards what they are tied to, so that edges between them are short.

The best turn of a group has a closed form (Procrustes, in the plane), with and without a
mirror. It is done a few times, as each group looks at where others point.
"""

import numpy as np

from kg.analysis.arrays import EdgeArrays, Floats, Ints, sum_by, sum_places

_TURNS = 4  # every other group each time: two that turn to each other at once miss


def turn_to_ties(
    offsets: Floats, centres: Floats, inner: Ints, parent: Ints, ties: EdgeArrays
) -> Floats:
    """Return offsets turned, or mirrored and turned, so that ties are short: (nodes, 2).

    Args:
        offsets: of nodes from the middle of their inner group, (nodes, 2).
        centres: of the inner groups, (inner, 2).
        inner: the inner group of each node, (nodes,).
        parent: the outer group of each inner one, (inner,): only ties within one count.
        ties: between nodes.

    Example:
        >>> import networkx as nx
        >>> from kg.analysis.arrays import edge_arrays
        >>> ties = edge_arrays(nx.Graph([("a", "c"), ("b", "d")]), weight="weight")
        >>> offsets = np.array([[-1.0, 0.0], [1.0, 0.0], [1.0, 0.0], [-1.0, 0.0]])
        >>> centres, inner = np.array([[0.0, 0.0], [0.0, 9.0]]), np.array([0, 0, 1, 1])
        >>> turned = turn_to_ties(offsets, centres, inner, np.zeros(2, np.int64), ties)
        >>> bool(turned[0] @ turned[2] > 0.9)
        True
    """
    a, b = ties.sources, ties.targets
    crossing = (inner[a] != inner[b]) & (parent[inner[a]] == parent[inner[b]])
    a, b, weights = a[crossing], b[crossing], ties.weights[crossing][:, None]
    for turn in range(_TURNS if len(a) else 0):
        places = offsets + centres[inner]
        towards = np.zeros_like(offsets)
        for here, there in ((a, b), (b, a)):
            pull = weights * (places[there] - centres[inner[here]])
            towards += sum_places(here, pull, len(offsets))
        turned = turn_towards(offsets, towards, inner, len(centres))
        offsets = np.where((inner % 2 == turn % 2)[:, None], turned, offsets)
    return offsets


def turn_towards(offsets: Floats, towards: Floats, groups: Ints, size: int) -> Floats:
    """Return offsets of each group turned to where its nodes are pulled, on the whole.

    Args:
        offsets: of nodes from the middle of their group, (nodes, 2).
        towards: the pull on each node, from the middle of its group, (nodes, 2).
        groups: the group of each node, (nodes,).
        size: how many groups there are.

    Example:
        >>> offsets = np.array([[1.0, 0.0], [-1.0, 0.0]])
        >>> towards = np.array([[0.0, 5.0], [0.0, -5.0]])
        >>> turn_towards(offsets, towards, np.zeros(2, np.int64), 1).round(3).tolist()
        [[0.0, 1.0], [-0.0, -1.0]]
    """
    choices = []
    for mirrored in (offsets, offsets * [1.0, -1.0]):
        along = sum_by(groups, (mirrored * towards).sum(axis=1), size)
        across = mirrored[:, 0] * towards[:, 1] - mirrored[:, 1] * towards[:, 0]
        choices.append((along, sum_by(groups, across, size)))
    strengths = np.array([np.hypot(*choice) for choice in choices])
    mirror = strengths[1] > strengths[0] * (1 + 1e-9)
    along, across = (np.where(mirror, choices[1][i], choices[0][i]) for i in (0, 1))
    angle = np.where(strengths.max(axis=0) > 1e-9, np.arctan2(across, along), 0.0)[
        groups
    ]
    x, y = offsets[:, 0], offsets[:, 1] * np.where(mirror, -1.0, 1.0)[groups]
    cosine, sine = np.cos(angle), np.sin(angle)
    return np.stack([x * cosine - y * sine, x * sine + y * cosine], axis=1)
