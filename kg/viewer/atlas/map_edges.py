"""The edges of the page, the most telling first.

They stand by rank: the strongest edge of every node, then the second one of each. So any
first part of them is a fair sample, and how many to draw is a number.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from kg.analysis.arrays import Flags, Floats, Ints
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
    all_works = layers.land.total if not rows else _count_works(connection)
    scores = _score(table, fractional, nodes.works, all_works)
    drawn = _choose_drawn(table, nodes, layers)
    ranks = _rank(sources, targets, kinds, scores, len(nodes.ids))
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


def _choose_drawn(table: Ints, nodes: MapNodes, layers: LandLayers) -> Flags:
    """Tell which edges a map draws: of the ground its backbone; of layers on it, those
    inside a region or of several works.
    """
    sources, targets, kinds, weights = table.T
    names, drawn = list(EDGE_KINDS), np.zeros(len(table), dtype=bool)
    same = (nodes.regions[sources] == nodes.regions[targets]) & (
        nodes.regions[sources] >= 0
    )
    for layer, kind in DRAWN.items():
        of_kind = kinds == names.index(kind)
        if layer == layers.ground:
            drawn |= of_kind & _is_in_backbone(sources, targets, nodes, layers)
        else:
            near = same | (weights >= _SEVERAL) | (layer == "works")
            drawn |= of_kind & near
    return drawn


def _is_in_backbone(
    sources: Ints, targets: Ints, nodes: MapNodes, layers: LandLayers
) -> Flags:
    """Tell which edges are those that the land itself draws."""
    number, size = nodes.numbers, len(nodes.ids)
    place = np.array([number[node] for node in layers.land.nodes], dtype=np.int64)
    surest = layers.land.edges
    a, b = place[surest.sources], place[surest.targets]
    kept = np.minimum(a, b) * size + np.maximum(a, b)
    keys = np.minimum(sources, targets) * size + np.maximum(sources, targets)
    found: Flags = np.isin(keys, kept)
    return found


def _rank(sources: Ints, targets: Ints, kinds: Ints, scores: Floats, size: int) -> Ints:
    """Return the place of each edge among those of its kind at an end, where it is best."""
    ends = np.concatenate([sources, targets])
    twice = np.tile(np.arange(len(sources)), 2)
    groups = ends * len(EDGE_KINDS) + np.tile(kinds, 2)
    order = np.lexsort((twice, -np.tile(scores, 2), groups))
    first = np.searchsorted(groups[order], groups[order])
    places = np.empty(len(order), dtype=np.int64)
    places[order] = np.arange(len(order)) - first
    ranks: Ints = places.reshape(2, -1).min(axis=0)
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
