"""The edges of the page, the most telling first.

They stand by rank: the strongest edge of every node, then the second one of each. So any
first part of them is a fair sample, and how many to draw is a number.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from kg.analysis.arrays import Flags, Floats, Ints, places_within
from kg.analysis.landscape.land_layers import LandLayers
from kg.analysis.significance import log_likelihood_ratios
from kg.kinds import EDGE_KINDS
from kg.viewer.atlas.data_blocks import smallest_column
from kg.viewer.atlas.map_nodes import MapNodes

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

MOST_EDGES = 400_000  # in a page; of more, those of lowest rank are left out
_SEVERAL = 2  # works: an edge of so many is drawn between regions too

# Of each layer, the kind of edge that a map of it shows.
DRAWN = {
    "terms": "cooccurrence",
    "people": "coauthor",
    "institutions": "collaboration",
    "works": "citation",
}

_EDGES = """
SELECT source, target, kind, weight, fractional FROM edges ORDER BY kind, source, target
"""


@dataclass(frozen=True, slots=True)
class MapEdges:
    """Edges as places among the nodes of a page, by rank.

    Attributes:
        sources: (edges,).
        targets: (edges,).
        kinds: places in `kg.kinds.EDGE_KINDS`, (edges,).
        works: by how many works each is, (edges,).
        drawn: whether a map shows it, (edges,).
        left_out: how many edges of the store are not here.
    """

    sources: Ints
    targets: Ints
    kinds: Ints
    works: Ints
    drawn: Flags
    left_out: int


def read_edges(
    connection: "DuckDBPyConnection",
    nodes: MapNodes,
    layers: LandLayers,
    *,
    most: int = MOST_EDGES,
) -> MapEdges:
    """Return the edges of a store by rank, at most `most`.

    Terms are ranked by how surely they meet (log-likelihood ratio), people and
    institutions by fractional counting, all else by works.

    Example:
        >>> from pathlib import Path
        >>> from kg.analysis.landscape.land_layers import read_layers
        >>> from kg.store.connection import connect
        >>> from kg.viewer.atlas.map_nodes import read_nodes
        >>> with connect(Path("outputs/examples")) as connection:
        ...     layers = read_layers(connection)
        ...     edges = read_edges(connection, read_nodes(connection, layers), layers)
        >>> len(edges.sources), edges.left_out
        (16, 0)
    """
    number, kind = nodes.numbers, {name: i for i, name in enumerate(EDGE_KINDS)}
    rows = connection.execute(_EDGES).fetchall()
    table = np.array(
        [(number[a], number[b], kind[k], weight) for a, b, k, weight, _ in rows],
        dtype=np.int64,
    ).reshape(-1, 4)
    sources, targets, kinds, works = table.T
    fractional = np.array([row[4] for row in rows], dtype=np.float64)
    scores = _score(table, fractional, nodes.works, _count_works(connection))
    own = np.array([number[node] for node in layers.land.nodes], dtype=np.int64)
    drawn = _choose_drawn(table, nodes, layers, own)
    ranks = _rank(sources, targets, kinds, scores)
    # What a map draws is always there.
    order = np.lexsort((np.arange(len(rows)), -scores, ranks, ~drawn))[:most]
    order = order[np.lexsort((order, -scores[order], ranks[order]))]
    return MapEdges(
        *(sources[order], targets[order], kinds[order], works[order], drawn[order]),
        left_out=len(rows) - len(order),
    )


def _count_works(connection: "DuckDBPyConnection") -> int:
    row = connection.execute("SELECT COUNT(*) FROM sizes").fetchone()
    return int(row[0]) if row else 0


def _score(table: Ints, fractional: Floats, node_works: Ints, works: int) -> Floats:
    """Return how telling each edge is among those of its kind: (edges,)."""
    sources, targets, kinds, weights = table.T
    names = list(EDGE_KINDS)
    terms = kinds == names.index("cooccurrence")
    shared = np.isin(kinds, [names.index("coauthor"), names.index("collaboration")])
    ratios = log_likelihood_ratios(
        weights[terms].astype(np.float64),
        node_works[sources[terms]].astype(np.float64),
        node_works[targets[terms]].astype(np.float64),
        works,
    )
    scores: Floats = weights.astype(np.float64)
    scores[shared] = fractional[shared]
    scores[terms] = ratios
    return scores


def _choose_drawn(table: Ints, nodes: MapNodes, layers: LandLayers, own: Ints) -> Flags:
    """Tell which edges a map draws: of the ground its backbone; of layers on it, those
    inside a region or of several works. `own` are the places of the land's nodes.
    """
    sources, targets, kinds, weights = table.T
    names, drawn = list(EDGE_KINDS), np.zeros(len(table), dtype=bool)
    same = (nodes.regions[sources] == nodes.regions[targets]) & (
        nodes.regions[sources] >= 0
    )
    for layer, kind in DRAWN.items():
        of_kind = kinds == names.index(kind)
        if layer == layers.ground:
            ends = own[layers.land.edges.sources], own[layers.land.edges.targets]
            drawn |= of_kind & _are_among(sources, targets, *ends)
        else:
            near = same | (weights >= _SEVERAL) | (layer == "works")
            drawn |= of_kind & near
    return drawn


def _are_among(sources: Ints, targets: Ints, a: Ints, b: Ints) -> Flags:
    """Tell which edges link one of the pairs `a`, `b`, in either direction."""
    size = 1 + max(int(ends.max(initial=0)) for ends in (sources, targets, a, b))
    pairs = np.minimum(a, b) * size + np.maximum(a, b)
    keys = np.minimum(sources, targets) * size + np.maximum(sources, targets)
    found: Flags = np.isin(keys, pairs)
    return found


def _rank(sources: Ints, targets: Ints, kinds: Ints, scores: Floats) -> Ints:
    """Return the place of each edge among those of its kind at an end, where it is best."""
    # By numbers in which no two are equal, so that both ends see the same order.
    order = np.empty(len(scores), dtype=np.int64)
    order[np.argsort(-scores, kind="stable")] = np.arange(len(scores))
    ends = np.concatenate([sources, targets]) * len(EDGE_KINDS) + np.tile(kinds, 2)
    places = places_within(ends, np.tile(order, 2)).reshape(2, -1)
    ranks: Ints = places.min(axis=0)
    return ranks


def as_columns(edges: MapEdges) -> dict[str, NDArray[np.generic]]:
    """Return what the page reads of the edges as columns.

    Example:
        >>> one = np.array([1])
        >>> edges = MapEdges(one, one + 1, one, one * 7, one > 0, left_out=0)
        >>> {name: column.tolist() for name, column in as_columns(edges).items()}
        {'source': [1], 'target': [2], 'edgeKind': [1], 'edgeWorks': [7], 'drawn': [1]}
    """
    return {
        "source": smallest_column(edges.sources),
        "target": smallest_column(edges.targets),
        "edgeKind": smallest_column(edges.kinds),
        "edgeWorks": smallest_column(edges.works),
        "drawn": edges.drawn.astype(np.uint8),
    }
