"""Which nodes are central: by edges, by weight, by whom they know, by paths.

PageRank (Brin & Page 1998) counts an edge of a central node for more; harmonic
centrality (Marchiori & Latora 2000) asks how near all others are, betweenness (Freeman
1977) how many shortest paths lead through a node.
"""

from dataclasses import dataclass

import numpy as np
from scipy import sparse  # type: ignore[import-untyped]

from kg.analysis.arrays import EdgeArrays, Floats, adjacency, sum_by
from kg.analysis.structure.shortest_paths import follow_paths
from kg.analysis.structure.study import Study

MEANING = "the nodes that are most central, by five measures"
NETWORK = "terms"

_FOLLOWED = 0.85  # how often an edge is followed; else a walk begins anew anywhere
_ROUNDS, _NEAR_ENOUGH = 200, 1e-10
_DIGITS = 9


@dataclass(frozen=True, slots=True)
class Central:
    """A node and how central it is; the first by PageRank stands first.

    `weighted_degree` sums the weights of its edges as counted; `bound` is what no
    betweenness is off by (0: none is), but for one chance in twenty.
    """

    node: str
    name: str
    kind: str
    works: int
    degree: int
    weighted_degree: float
    pagerank: float
    harmonic: float
    betweenness: float
    bound: float


def analyse(study: Study) -> list[Central]:
    """Return all nodes of a network, the most central first.

    Example:
        >>> from pathlib import Path
        >>> from kg.analysis.structure.study import read_study
        >>> from kg.store.connection import connect
        >>> with connect(Path("outputs/examples")) as connection:
        ...     rows = analyse(read_study(connection, "people"))
        >>> [(row.name, row.degree, row.pagerank) for row in rows]
        [('Ada Byron', 1, 0.5), ('Carl Gauss', 1, 0.5)]
    """
    arrays = study.arrays
    paths = follow_paths(arrays)
    degrees, strengths, ranks = (
        degrees_of(arrays),
        weighted_degrees(arrays),
        pagerank(arrays),
    )
    order = np.lexsort((np.arange(len(ranks)), -strengths, -ranks))
    return [
        Central(
            *study.facts(i),
            int(degrees[i]),
            float(strengths[i]),
            float(ranks[i]),
            float(paths.harmonic[i]),
            float(paths.betweenness[i]),
            round(paths.bound, 4),
        )
        for i in order.tolist()
    ]


def degrees_of(arrays: EdgeArrays) -> Floats:
    """Return how many edges each node has: (nodes,).

    Example:
        >>> import networkx as nx
        >>> from kg.analysis.arrays import edge_arrays
        >>> degrees_of(edge_arrays(nx.path_graph("abc"), weight="weight")).tolist()
        [1.0, 2.0, 1.0]
    """
    ends = np.concatenate([arrays.sources, arrays.targets])
    return sum_by(ends, np.ones(len(ends)), len(arrays.nodes))


def weighted_degrees(arrays: EdgeArrays) -> Floats:
    """Return the sum of the weights of each node's edges: (nodes,).

    Example:
        >>> import networkx as nx
        >>> from kg.analysis.arrays import edge_arrays
        >>> weighted_degrees(edge_arrays(nx.path_graph("abc"), weight="weight")).tolist()
        [1.0, 2.0, 1.0]
    """
    ends = np.concatenate([arrays.sources, arrays.targets])
    summed = sum_by(ends, np.tile(arrays.weights, 2), len(arrays.nodes))
    rounded: Floats = summed.round(6)
    return rounded


def pagerank(arrays: EdgeArrays) -> Floats:
    """Return where a walk along edges, by their weights, is how often: (nodes,).

    They sum to 1. From a node without an edge it goes on anywhere.

    Example:
        >>> import networkx as nx
        >>> from kg.analysis.arrays import edge_arrays
        >>> pagerank(edge_arrays(nx.path_graph("abc"), weight="weight")).round(3).tolist()
        [0.257, 0.486, 0.257]
    """
    size = len(arrays.nodes)
    matrix = adjacency(arrays)
    sums = np.asarray(matrix.sum(axis=1)).ravel()
    ends_here = sums == 0
    steps = sparse.diags_array(1 / np.where(ends_here, 1.0, sums)) @ matrix
    steps, ranks = steps.T.tocsr(), np.full(size, 1 / max(size, 1))
    for _ in range(_ROUNDS):
        anywhere = 1 - _FOLLOWED + _FOLLOWED * ranks[ends_here].sum()
        moved = _FOLLOWED * (steps @ ranks) + anywhere / max(size, 1)
        change, ranks = np.abs(moved - ranks).sum(), moved
        if change < _NEAR_ENOUGH:
            break
    rounded: Floats = ranks.round(_DIGITS)
    return rounded
