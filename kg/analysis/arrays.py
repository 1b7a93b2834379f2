"""A graph as arrays, in an order that depends on nothing but its content."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    import networkx as nx

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]


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
    """
    nodes = tuple(sorted(graph))
    place = {node: i for i, node in enumerate(nodes)}
    ends = np.fromiter(
        (place[node] for pair in graph.edges() for node in pair),
        dtype=np.int64,
        count=2 * graph.number_of_edges(),
    ).reshape(-1, 2)
    values = (attributes.get(weight) for _, _, attributes in graph.edges(data=True))
    weights = np.fromiter(
        (float(value) if value and value > 0 else 1.0 for value in values),
        dtype=np.float64,
        count=len(ends),
    )
    ends.sort(axis=1)
    loose = ends[:, 0] != ends[:, 1]
    ends, weights = ends[loose], weights[loose]
    order = np.lexsort((ends[:, 1], ends[:, 0]))
    return EdgeArrays(nodes, ends[order, 0], ends[order, 1], weights[order])
