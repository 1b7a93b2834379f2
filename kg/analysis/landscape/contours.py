"""Contours of a field on a grid: marching squares (Lorensen & Cline 1987, in the plane).

Each square of four neighbouring values is crossed by at most two lines; the end of one
is the start of another in the square beside, so lines close to rings by following them.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from kg.analysis.arrays import Floats, Ints


class _Crossings(NamedTuple):
    """Lines across squares: each leads from one point on the grid to another.

    A point lies between two neighbouring values; `starts` and `ends` are its number:
    twice that of the first of both values, one more where the second is below it.
    """

    starts: Ints
    ends: Ints


def contour_rings(field: Floats, level: float) -> list[Floats]:
    """Return the rings around what lies above `level`, the longest first.

    A ring is (points, 2): column and row, as fractions, the last point not the first
    again. Holes are rings, too. Beyond its edge a field is taken to lie below.

    Example:
        >>> field = np.zeros((3, 3))
        >>> field[1, 1] = 1.0
        >>> (ring,) = contour_rings(field, 0.5)
        >>> sorted(map(tuple, ring.tolist()))
        [(0.5, 1.0), (1.0, 0.5), (1.0, 1.5), (1.5, 1.0)]
    """
    padded = np.pad(field, 1, constant_values=min(float(field.min()), level) - 1.0)
    above = padded > level
    crossings = _cross_squares(padded, above, level)
    rings = [_place(ring, padded, level) - 1.0 for ring in _follow(crossings)]
    return sorted(rings, key=lambda ring: (-len(ring), ring[0].tolist()))


def _cross_squares(field: Floats, above: NDArray[np.bool_], level: float) -> _Crossings:
    """Return the lines across all squares."""
    width = field.shape[1]
    corners = (above[:-1, :-1], above[:-1, 1:], above[1:, 1:], above[1:, :-1])
    inside = np.stack([each.ravel() for each in corners])
    following = np.roll(inside, -1, axis=0)
    # Around a square, clockwise: a line starts where one comes in, ends where out.
    comes_in, goes_out = ~inside & following, inside & ~following
    rows, columns = np.indices((field.shape[0] - 1, width - 1)).reshape(2, -1)
    first = rows * width + columns
    sides = np.stack(
        [2 * first, 2 * (first + 1) + 1, 2 * (first + width), 2 * first + 1]
    )
    middle = (field[:-1, :-1] + field[:-1, 1:] + field[1:, 1:] + field[1:, :-1]) / 4
    # Where two opposite corners lie above, the middle says whether they are one.
    joined = (middle > level).ravel() & (comes_in.sum(axis=0) == 2)
    starts, ends = [], []
    for side in range(4):
        for step in (1, 2, 3):
            begins = comes_in[side] & goes_out[(side + step) % 4]
            two = comes_in.sum(axis=0) == 2
            wanted = np.where(two, np.where(joined, step == 3, step == 1), True)
            chosen = begins & wanted
            starts.append(sides[side][chosen])
            ends.append(sides[(side + step) % 4][chosen])
    return _Crossings(np.concatenate(starts), np.concatenate(ends))


def _follow(crossings: _Crossings) -> list[Ints]:
    """Return the points of each ring, in order."""
    following = dict(
        zip(crossings.starts.tolist(), crossings.ends.tolist(), strict=True)
    )
    rings = []
    for start in sorted(following):
        ring, point = [], start
        while point in following:
            ring.append(point)
            point = following.pop(point)
        if ring:
            rings.append(np.array(ring, dtype=np.int64))
    return rings


def _place(points: Ints, field: Floats, level: float) -> Floats:
    """Return where on its side of a square each point lies, by the values at both ends."""
    first, is_down = np.divmod(points, 2)
    second = first + np.where(is_down, field.shape[1], 1)
    low, high = field.ravel()[first], field.ravel()[second]
    part = (level - low) / (high - low)
    rows, columns = np.divmod(first, field.shape[1])
    return np.stack([columns + part * (1 - is_down), rows + part * is_down], axis=1)
