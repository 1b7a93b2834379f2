"""Discs side by side: tied ones near each other, none over another, as wide as a page.

Each disc holds a community that is laid out already. They start in balance of their
ties, then are drawn together step by step and pushed off each other.
"""

import numpy as np

from kg.analysis.arrays import Floats
from kg.analysis.landscape.force_balance import balance
from kg.analysis.packing import pack_in_rings

GAP = 1.06  # of the sum of two radii: borders lie between
MOST_DISCS = 400  # placed by their ties; smaller ones stand around
_DRAWN, _PUSHED = 400, 150  # rounds of drawing together, and of pushing alone
_SHRINK = 0.006  # of the distance to the middle, a round


def place_discs(
    ties: Floats,
    radii: Floats,
    starts: Floats,
    *,
    aspect: float = 1.0,
    anchor: float = 0.0,
) -> Floats:
    """Return centres (discs, 2) around the origin; no two discs overlap.

    Args:
        ties: how much each two belong together, (discs, discs), zeros on the diagonal.
        radii: (discs,).
        starts: (discs, 2), no two the same.
        aspect: how much wider than high all of them shall be.
        anchor: how strongly they are held where they start; see `balance`.

    Example:
        >>> ties = np.array([[0.0, 1, 0], [1, 0, 1], [0, 1, 0]])
        >>> a, b, c = place_discs(ties, np.ones(3), np.array([[0.0, 0], [1, 1], [2, 0]]))
        >>> [bool(np.hypot(*(x - y)) >= 2) for x, y in ((a, b), (b, c), (a, c))]
        [True, True, True]
    """
    order = np.argsort(-radii, kind="stable")
    tied, others = order[:MOST_DISCS], order[MOST_DISCS:]
    centres = np.zeros((len(radii), 2))
    pulls = ties[np.ix_(tied, tied)]
    among = _move_out(balance(pulls, starts[tied], anchor=anchor), pulls.sum(axis=1))
    centres[tied] = _pack(among, radii[tied], aspect)
    if len(others):
        reach = (np.linalg.norm(centres[tied], axis=1) + radii[tied]).max()
        around = pack_in_rings(
            [float(reach), *radii[others].tolist()], gap=radii[-1] / 2
        )
        centres[others] = around[1:]
    return centres


def _move_out(places: Floats, pulls: Floats) -> Floats:
    """Return places with those that nothing pulls outside of all that something does."""
    loose = (pulls == 0) & (pulls.max(initial=0.0) > 0)
    distances = np.linalg.norm(places, axis=1)
    beyond = 1 + distances[~loose].max(initial=0.0) / np.maximum(distances, 1e-9)
    moved: Floats = np.where(loose[:, None], places * beyond[:, None], places)
    return moved


def _pack(balanced: Floats, radii: Floats, aspect: float) -> Floats:
    """Return centres of discs, close together, that are few enough to look at all pairs."""
    if len(radii) < 2:
        return np.zeros((len(radii), 2))
    centres = balanced * np.sqrt(np.square(radii).sum()) * [aspect, 1 / aspect]
    for step in range(_DRAWN + _PUSHED):
        moved, overlap = _push_off(centres, radii)
        if step >= _DRAWN and overlap < 1e-3 * radii.mean():
            break
        centres = moved if step >= _DRAWN else _draw_together(moved, radii, aspect)
    # The rest of the way in one go: that no two overlap is promised.
    distances, least = _gaps(centres, radii)
    centres = centres * max(1.0, float((least / distances).max()))
    middle = (centres.min(axis=0) + centres.max(axis=0)) / 2
    placed: Floats = centres - middle
    return placed


def _draw_together(centres: Floats, radii: Floats, aspect: float) -> Floats:
    """Return centres nearer to the middle, more so along the side that is too long."""
    low, high = centres - radii[:, None], centres + radii[:, None]
    width, height = (high.max(axis=0) - low.min(axis=0)).tolist()
    excess = np.clip((width / max(height * aspect, 1e-9)) ** 4, 0.1, 10.0)
    shrink = _SHRINK * np.array([excess, 1 / excess])
    drawn: Floats = (centres - centres.mean(axis=0)) * (1 - shrink)
    return drawn


def _push_off(centres: Floats, radii: Floats) -> tuple[Floats, float]:
    """Return centres with overlapping discs moved apart, and the largest overlap."""
    distances, least = _gaps(centres, radii)
    overlaps = np.maximum(least - distances, 0.0)
    step = overlaps / distances * 0.25
    moved = (
        centres + step.sum(axis=1)[:, None] * centres - _weighted_sums(step, centres)
    )
    return moved, float(overlaps.max())


def _weighted_sums(weights: Floats, values: Floats) -> Floats:
    # Not `@`: this many steps would carry on what kernels of BLAS differ in.
    columns = [(weights * values[:, axis]).sum(axis=1) for axis in (0, 1)]
    return np.stack(columns, axis=1)


def _gaps(centres: Floats, radii: Floats) -> tuple[Floats, Floats]:
    """Return the distance of each two discs, and the least that it should be."""
    x, y = centres[:, 0], centres[:, 1]
    distances = np.hypot(x[:, None] - x, y[:, None] - y)
    np.fill_diagonal(distances, 1.0)
    least = (radii[:, None] + radii) * GAP
    np.fill_diagonal(least, 0.0)
    return np.maximum(distances, 1e-9), least
