"""Who bridges: nodes between communities, and nodes whose neighbours do not know each other.

Betweenness is counted over pairs of nodes of different communities alone. Constraint
(Burt 1992) is low where a node's neighbours are not tied to each other; effective size
(Borgatti 1997) is how many of them say something of their own; participation (Guimerà &
Amaral 2005) is high where edges are spread evenly over many communities.
"""

from dataclasses import dataclass

import numpy as np
from scipy import sparse  # type: ignore[import-untyped]

from kg.analysis.arrays import (
    EdgeArrays,
    Floats,
    Ints,
    adjacency,
    membership_matrix,
)
from kg.analysis.structure.shortest_paths import follow_paths
from kg.analysis.structure.study import Study
from kg.kinds import family_kinds

MEANING = "the nodes that bridge communities"
NETWORK = "people"

FEWEST_WORKS = 3  # of a term
_ROWS = 2_000  # of the square of a matrix, made at a time
_DIGITS = 6


@dataclass(frozen=True, slots=True)
class Broker:
    """A node between others; the first by betweenness across communities stands first.

    `betweenness` is the share of pairs of nodes between which it lies, `crossing` that
    part of it which is between nodes of different communities, `communities` how many its
    neighbours are of, its own among them. A term counts as much as its salience says:
    that of what is none is 1.
    """

    node: str
    name: str
    kind: str
    works: int
    crossing: float
    betweenness: float
    constraint: float
    effective_size: float
    participation: float
    communities: int
    salience: float


def analyse(study: Study) -> list[Broker]:
    """Return the nodes that lie between others, first those that bridge most.

    Terms of fewer than `FEWEST_WORKS` are left out: two works that happen to share a
    term are no bridge.

    Example:
        >>> from pathlib import Path
        >>> from kg.analysis.structure.study import read_study
        >>> from kg.store.connection import connect
        >>> with connect(Path("outputs/examples")) as connection:
        ...     analyse(read_study(connection, "people"))  # two people, one community
        []
    """
    arrays, groups = study.arrays, study.groups
    if not len(arrays.nodes):
        return []
    paths = follow_paths(arrays, groups)
    constraint, sizes = constraints(arrays), effective_sizes(arrays)
    is_term = np.isin(study.incidence.kinds, family_kinds("term"))
    participation, reached = participations(arrays, groups)
    crossing = (paths.crossing * study.salience).round(_DIGITS)
    order = np.lexsort((constraint, -paths.betweenness, -crossing))
    return [
        Broker(
            *study.facts(i),
            float(paths.crossing[i]),
            float(paths.betweenness[i]),
            float(constraint[i]),
            float(sizes[i]),
            float(participation[i]),
            int(reached[i]),
            float(study.salience[i]),
        )
        for i in order[paths.betweenness[order] > 0].tolist()
        if study.works[i] >= FEWEST_WORKS or not is_term[i]
    ]


def constraints(arrays: EdgeArrays) -> Floats:
    """Return how much the neighbours of each node know each other, by weights: (nodes,).

    A node without an edge has 0.

    Example:
        >>> import networkx as nx
        >>> from kg.analysis.arrays import edge_arrays
        >>> star = edge_arrays(nx.star_graph(["hub", "a", "b"]), weight="weight")
        >>> constraints(star).tolist()
        [1.0, 1.0, 0.5]
    """
    matrix = adjacency(arrays)
    sums = np.asarray(matrix.sum(axis=1)).ravel()
    shares = (sparse.diags_array(1 / np.where(sums > 0, sums, 1.0)) @ matrix).tocsr()
    links = matrix.sign().tocsr()
    found = np.zeros(len(sums))
    for first in range(0, len(sums), _ROWS):
        rows = slice(first, first + _ROWS)
        indirect = (shares[rows] @ shares).multiply(links[rows])
        found[rows] = (shares[rows] + indirect).power(2).sum(axis=1)
    return found.round(_DIGITS)


def effective_sizes(arrays: EdgeArrays) -> Floats:
    """Return how many neighbours each node has, less how many each knows: (nodes,).

    The mean of those that each neighbour knows, by edges whatever their weights.

    Example:
        >>> import networkx as nx
        >>> from kg.analysis.arrays import edge_arrays
        >>> star = edge_arrays(nx.star_graph(["hub", "a", "b"]), weight="weight")
        >>> effective_sizes(star).tolist()
        [1.0, 1.0, 2.0]
    """
    links = adjacency(arrays).sign().tocsr()
    known = np.zeros(links.shape[0])
    for first in range(0, len(known), _ROWS):
        rows = slice(first, first + _ROWS)
        known[rows] = (links[rows] @ links).multiply(links[rows]).sum(axis=1)
    degrees = np.diff(links.indptr)
    sizes: Floats = degrees - known / np.maximum(degrees, 1)
    return sizes.round(_DIGITS)


def participations(arrays: EdgeArrays, groups: Ints) -> tuple[Floats, Ints]:
    """Return how evenly edges are spread over groups, and over how many: (nodes,) each.

    Example:
        >>> import networkx as nx
        >>> from kg.analysis.arrays import edge_arrays
        >>> star = edge_arrays(nx.star_graph(["hub", "a", "b"]), weight="weight")
        >>> spread, reached = participations(star, np.array([0, 1, 1]))
        >>> spread.tolist(), reached.tolist()
        ([0.0, 0.0, 0.5], [2, 1, 2])
    """
    member = membership_matrix(groups)
    weights = (adjacency(arrays) @ member).tocsr()
    sums = np.asarray(weights.sum(axis=1)).ravel()
    squares = np.asarray(weights.power(2).sum(axis=1)).ravel()
    spread = np.where(sums > 0, 1 - squares / np.where(sums > 0, sums, 1.0) ** 2, 0.0)
    touched = (weights + member).sign()
    reached: Ints = np.diff(touched.tocsr().indptr).astype(np.int64)
    return spread.round(_DIGITS), reached
