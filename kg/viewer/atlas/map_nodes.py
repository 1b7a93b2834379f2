"""The nodes of the page: all that a store has, each with its place on the land."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from kg.analysis.arrays import Flags, Floats, Ints
from kg.analysis.landscape.land_layers import LandLayers
from kg.analysis.regions import HOME

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

NOWHERE = 255  # the region of a node that is in none
FAR, NEAR, UNPLACED = 0, 1, 2  # shown at first sight; where one looks closer; never

_NODES = """
SELECT id, kind, name, aliases, documents, first_year, last_year, salience,
    coalesce(is_data_set, false), shown_with, shown_because
FROM nodes ORDER BY documents DESC, id
"""


@dataclass(frozen=True, slots=True)
class MapNodes:
    """Nodes, those of most works first, so that any first part is what matters most.

    Attributes:
        ids: of each.
        kinds: of each.
        names: what they are called.
        aliases: their other names, as the store has them: a JSON list.
        works: of how many works each is, (nodes,).
        years: the first and the last of them, (nodes, 2); 0 where none is known.
        salience: in [0, 1], (nodes,); NaN for what has none.
        data_sets: which are data sets, (nodes,).
        shown_with: places of terms that say hardly more than another, with the place of
            that one, and why.
        places: (nodes, 2); 0, 0 for what stands nowhere.
        regions: (nodes,), −1 for none.
        tiers: FAR, NEAR or UNPLACED, (nodes,).
    """

    ids: tuple[str, ...]
    kinds: tuple[str, ...]
    names: tuple[str, ...]
    aliases: tuple[str, ...]
    works: Ints
    years: Ints
    salience: Floats
    data_sets: Flags
    shown_with: tuple[tuple[int, int, str], ...]
    places: Floats
    regions: Ints
    tiers: Ints

    @property
    def numbers(self) -> dict[str, int]:
        """Return the place of each node, by id."""
        return {node: i for i, node in enumerate(self.ids)}


def read_nodes(connection: "DuckDBPyConnection", layers: LandLayers) -> MapNodes:
    """Return all nodes of a store, with their places.

    Example:
        >>> from pathlib import Path
        >>> from kg.analysis.landscape.land_layers import read_layers
        >>> from kg.store.connection import connect
        >>> with connect(Path("outputs/examples")) as connection:
        ...     nodes = read_nodes(connection, read_layers(connection))
        >>> nodes.names[:2], nodes.works[:2].tolist()
        (('least squares', 'punched cards'), [2, 2])
    """
    rows = connection.execute(_NODES).fetchall()
    ids, kinds, names, aliases, *_ = zip(*rows, strict=True) if rows else ((),) * 4
    works, first, last = (_numbers(row[i] for row in rows) for i in (4, 5, 6))
    salience = [np.nan if row[7] is None else row[7] for row in rows]
    shown_with = _shown_with(rows)
    places, regions, tiers = _stand(ids, layers)
    # One of two that say the same is enough at first sight.
    second = [i for i, _, _ in shown_with if tiers[i] == FAR]
    tiers[second] = NEAR
    return MapNodes(
        *(ids, kinds, names, aliases),
        works=works,
        years=np.stack([first, last], axis=1),
        salience=np.array(salience, dtype=np.float64),
        data_sets=np.array([row[8] for row in rows], dtype=bool),
        shown_with=shown_with,
        places=places,
        regions=regions,
        tiers=tiers,
    )


def _shown_with(rows: Sequence[tuple[Any, ...]]) -> tuple[tuple[int, int, str], ...]:
    """Return the place of each term that is shown with another, of that one, and why."""
    number = {row[0]: i for i, row in enumerate(rows)}
    return tuple(
        (i, number[row[9]], row[10] or "")
        for i, row in enumerate(rows)
        if row[9] is not None and row[9] in number
    )


def _numbers(values: Iterable[int | None]) -> Ints:
    return np.array([value or 0 for value in values], dtype=np.int64)


def _stand(ids: tuple[str, ...], layers: LandLayers) -> tuple[Floats, Ints, Ints]:
    """Return the place, region and tier of each node."""
    number = {node: i for i, node in enumerate(ids)}
    places = np.zeros((len(ids), 2))
    regions = np.full(len(ids), -1, dtype=np.int64)
    tiers = np.full(len(ids), UNPLACED, dtype=np.int64)
    for layer in layers.layers.values():
        rows = np.array([number[node] for node in layer.nodes], dtype=np.int64)
        places[rows], regions[rows] = layer.places, layer.regions
        tiers[rows] = np.where(layer.prominent, FAR, NEAR)
    # What goes with everything is drawn grey, outside all borders.
    land = layers.land
    lost = [n for n, share in zip(land.nodes, land.shares, strict=True) if share < HOME]
    regions[[number[node] for node in lost]] = -1
    return places, regions, tiers


def as_columns(nodes: MapNodes) -> dict[str, NDArray[np.generic]]:
    """Return what the page reads of the nodes as columns, places within their box.

    A place is a share of the box of all places, in 65,535ths; `box_of` gives the box.

    Example:
        >>> from pathlib import Path
        >>> from kg.analysis.landscape.land_layers import read_layers
        >>> from kg.store.connection import connect
        >>> with connect(Path("outputs/examples")) as connection:
        ...     columns = as_columns(read_nodes(connection, read_layers(connection)))
        >>> columns["tier"].tolist()[:3]
        [0, 0, 0]
    """
    left, top, width, height = box_of(nodes)
    share = (nodes.places - [left, top]) / [max(width, 1e-9), max(height, 1e-9)]
    x, y = np.clip(share * 65_535, 0, 65_535).round().astype(np.uint16).T
    known = ~np.isnan(nodes.salience)
    salience = np.where(known, np.nan_to_num(nodes.salience) * 254 + 1, 0).round()
    regions = np.where(nodes.regions < 0, NOWHERE, np.minimum(nodes.regions, NOWHERE))
    return {
        "x": x.copy(),
        "y": y.copy(),
        "works": np.minimum(nodes.works, 65_535).astype(np.uint16),
        "firstYear": np.clip(nodes.years[:, 0], 0, 65_535).astype(np.uint16),
        "lastYear": np.clip(nodes.years[:, 1], 0, 65_535).astype(np.uint16),
        "region": regions.astype(np.uint8),
        "tier": nodes.tiers.astype(np.uint8),
        "salience": salience.astype(np.uint8),
        "dataSet": nodes.data_sets.astype(np.uint8),
    }


def box_of(nodes: MapNodes) -> tuple[float, float, float, float]:
    """Return left, top, width and height of all places.

    Example:
        >>> from pathlib import Path
        >>> from kg.analysis.landscape.land_layers import read_layers
        >>> from kg.store.connection import connect
        >>> with connect(Path("outputs/examples")) as connection:
        ...     len(box_of(read_nodes(connection, read_layers(connection))))
        4
    """
    placed = nodes.places[nodes.tiers != UNPLACED]
    if not len(placed):
        return (0.0, 0.0, 1.0, 1.0)
    (left, top), (right, bottom) = placed.min(axis=0), placed.max(axis=0)
    return float(left), float(top), float(right - left), float(bottom - top)
