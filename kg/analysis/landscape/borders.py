"""Borders of regions: where a region is the densest, and dense enough.

The density of each region is that of its nodes, smoothed by a Gaussian kernel, on a grid
over the whole land. A region ends where another is denser, or where its own nodes get
rare: a border says what lies inside it, and two never cross.
"""

from typing import NamedTuple

import numpy as np

from kg.analysis.arrays import Floats, Ints
from kg.analysis.landscape.contours import contour_rings
from kg.parallel import one_blas_thread

GRID = 220  # points along the longer side
POINTS = 60  # of a border
_BANDWIDTH = 0.021  # of the longer side
# A border stands at this share of the density around a node that stands alone.
_LEVEL = 0.3
_SPARSE = 0.05  # share of a region's nodes that may stand where it is less dense


MOST_BORDERED = 100  # regions; the smaller ones of a land of many parts have none
_SPOT = 3  # a ring shorter than the longest by this factor goes around one node


class _Grid(NamedTuple):
    """A grid over a land: its corner, the side of a cell, rows and columns.

    `bandwidth` is that of the kernel, in cells.
    """

    corner: Floats
    cell: float
    shape: tuple[int, int]
    bandwidth: float


def draw_borders(
    places: Floats, groups: Ints, *, points: int = POINTS
) -> tuple[tuple[Floats, ...], ...]:
    """Return the rings around each region, the longest first: (points, 2) each.

    Coordinates have two decimals. A region may have several rings; most have one. Only
    the first `MOST_BORDERED` regions are looked at.

    Args:
        places: of nodes, (nodes, 2).
        groups: the region of each node, below 0 for nodes of none, (nodes,).
        points: of a ring as long as a region's usual one; short ones have fewer.

    Example:
        >>> places = np.array([[0.0, 0.0], [0.1, 0.0], [9.0, 0.0], [9.0, 0.1]])
        >>> borders = draw_borders(places, np.array([0, 0, 1, 1]))
        >>> [len(rings) for rings in borders]
        [1, 1]
    """
    size = min(int(groups.max(initial=-1)) + 1, MOST_BORDERED)
    if not size:
        return ()
    grid = _grid_over(places)
    members = [
        (places[groups == group] - grid.corner) / grid.cell for group in range(size)
    ]
    with one_blas_thread():
        densities = np.stack([_density(points, grid) for points in members])
    highest = np.sort(densities, axis=0)[::-1]
    borders = []
    for inside, density in zip(members, densities, strict=True):
        others = np.where(density < highest[0], highest[0], highest[1:2].sum(axis=0))
        rings = _rings(inside, density, others)
        borders.append(tuple(_thinned(ring, grid, points) for ring in rings))
    return tuple(borders)


def _rings(points: Floats, density: Floats, others: Floats) -> list[Floats]:
    """Return rings around where a region is the densest, in cells of the grid."""
    if not len(points):
        return []
    column, row = points.round().astype(np.int64).T
    level = _LEVEL * float(np.quantile(density[row, column], _SPARSE))
    # Beyond the line where another is as dense it falls fast, and smoothly.
    rings = contour_rings(density - 2 * np.maximum(others - density, 0.0), level)
    return [ring for ring in rings if len(ring) * _SPOT >= len(rings[0])]


def _grid_over(places: Floats) -> _Grid:
    """Return a grid over all nodes, with room around for what lies outside of them."""
    low, high = places.min(axis=0), places.max(axis=0)
    span = float((high - low).max()) or 1.0
    room = 4 * _BANDWIDTH * span
    cell = (span + 2 * room) / (GRID - 1)
    columns, rows = np.ceil((high - low + 2 * room) / cell).astype(int) + 1
    return _Grid(low - room, cell, (int(rows), int(columns)), _BANDWIDTH * span / cell)


def _density(points: Floats, grid: _Grid) -> Floats:
    """Return the sum of kernels at each point of the grid: (rows, columns)."""
    down, across = (
        np.exp(
            -0.5 * ((np.arange(size)[:, None] - points[:, axis]) / grid.bandwidth) ** 2
        )
        for size, axis in zip(grid.shape, (1, 0), strict=True)
    )
    density: Floats = (down @ across.T).round(9)
    return density


def _thinned(ring: Floats, grid: _Grid, points: int) -> Floats:
    """Return a ring on the land, of points as far from each other along it."""
    closed = np.concatenate([ring, ring[:1]])
    steps = np.hypot(*np.diff(closed, axis=0).T)
    along = np.concatenate([[0.0], np.cumsum(steps)])
    wanted = np.linspace(0.0, along[-1], min(points, len(ring)), endpoint=False)
    columns = [np.interp(wanted, along, closed[:, axis]) for axis in (0, 1)]
    placed: Floats = np.stack(columns, axis=1) * grid.cell + grid.corner
    return placed.round(2) + 0.0
