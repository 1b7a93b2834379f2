"""Room for everything: nodes that do not lie on each other, components side by side."""

import numpy as np
from numpy.typing import NDArray
from scipy.spatial import cKDTree  # type: ignore[import-untyped]

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

PUSHES, FEWEST_PUSHES = 60, 8  # rounds of pushing apart: most for small components
MANY = 20_000  # nodes; where there are more, rounds are fewer in proportion
GAP = 2.0  # between two nodes, in the unit of positions
SMALL = 0.9  # share of the discs that count as small


def push_apart(places: Floats, radii: Floats, planes: Ints) -> Floats:
    """Return places (nodes, 2) with discs of `radii` moved off each other.

    Discs on different `planes` (nodes,) do not meet: so all components of a network are
    pushed at once. Each round moves every overlapping pair apart along the line between
    them, the smaller one further. What still overlaps after the last round stays so.

    Example:
        >>> places, planes = np.array([[0.0, 0.0], [1.0, 0.0]]), np.zeros(2, np.int64)
        >>> a, b = push_apart(places, np.array([4.0, 4.0]), planes)
        >>> bool(np.hypot(*(b - a)) > 8)
        True
    """
    places = places.copy()
    areas = radii**2
    n = len(places)
    for _ in range(max(FEWEST_PUSHES, min(PUSHES, PUSHES * MANY // max(n, 1)))):
        a, b = _close_pairs(places, radii, planes)
        apart = places[b] - places[a]
        distance = np.hypot(apart[:, 0], apart[:, 1])
        overlap = radii[a] + radii[b] + GAP - distance
        hit = overlap > 0.01
        if not hit.any():
            break
        a, b = a[hit], b[hit]
        step = apart[hit] * (overlap[hit] / np.maximum(distance[hit], 1e-9))[:, None]
        share = (areas[b] / (areas[a] + areas[b]))[:, None]
        for axis in (0, 1):
            back = np.bincount(a, (step * share)[:, axis], minlength=n)
            forth = np.bincount(b, (step * (1 - share))[:, axis], minlength=n)
            # Half a step: a node between two others is pushed by both.
            places[:, axis] += 0.6 * (forth - back)
    return places


def _close_pairs(places: Floats, radii: Floats, planes: Ints) -> tuple[Ints, Ints]:
    """Return the pairs of discs that may overlap, the first before the second.

    Large discs are few and reach far, so they are held against the others apart.
    """
    limit, largest = np.quantile(radii, [SMALL, 1.0], method="lower")
    small, large = np.flatnonzero(radii <= limit), np.flatnonzero(radii > limit)
    points = np.column_stack([places, planes * (3 * largest + 2 * GAP)])
    tree = cKDTree(points[small])
    pairs = [small[tree.query_pairs(2 * limit + GAP, output_type="ndarray")]]
    if len(large):
        around = tree.query_ball_point(points[large], radii[large] + limit + GAP)
        counts = [len(found) for found in around]
        others = small[np.concatenate(around).astype(np.int64)]
        pairs.append(np.stack([np.repeat(large, counts), others], axis=1))
        among = cKDTree(points[large])
        reach = 2 * largest + GAP
        pairs.append(large[among.query_pairs(reach, output_type="ndarray")])
    found = np.concatenate(pairs)
    first, second = found.min(axis=1), found.max(axis=1)
    # One number a pair: sorting numbers is fast, and sums need one order.
    keys = np.sort(first * len(places) + second)
    return np.divmod(keys, len(places))


def separate_coincident(places: Floats) -> Floats:
    """Return places (nodes, 2) moved off the very same spot, by next to nothing.

    Example:
        >>> len(np.unique(separate_coincident(np.zeros((5, 2))), axis=0))
        5
    """
    turn = 2.399963 * np.arange(len(places))
    return places + 1e-3 * np.stack([np.cos(turn), np.sin(turn)], axis=1)


def pack_in_rings(radii: list[float], *, gap: float) -> list[tuple[float, float]]:
    """Return centres for discs of falling `radii`: the first in the middle, then rings.

    A ring is as wide as its largest disc. Discs never overlap.

    Example:
        >>> [(round(x, 2), round(y, 2)) for x, y in pack_in_rings([5, 2, 2], gap=2)]
        [(0.0, 0.0), (8.49, 3.0), (-8.49, -3.0)]
    """
    centres = [(0.0, 0.0)] if radii else []
    outside = radii[0] if radii else 0.0  # radius of what is already full
    i = 1
    while i < len(radii):
        widest = radii[i] + gap / 2
        middle = outside + gap / 2 + widest
        angles, i = _fill_ring(radii, i, middle, gap)
        centres += [
            (middle * float(np.cos(t)), middle * float(np.sin(t))) for t in angles
        ]
        outside = middle + widest
    return centres


def _fill_ring(
    radii: list[float], first: int, middle: float, gap: float
) -> tuple[list[float], int]:
    """Return the angles of the discs that fit on one ring, and the next disc."""
    angles: list[float] = []
    used, i = 0.0, first
    while i < len(radii):
        half = float(np.arcsin(min(1.0, (radii[i] + gap / 2) / middle)))
        if angles and used + 2 * half > 2 * np.pi:
            break
        angles.append(used + half)
        used += 2 * half
        i += 1
    # What is left of the circle goes between the discs, evenly.
    spare = max(0.0, 2 * np.pi - used) / len(angles)
    return [angle + k * spare for k, angle in enumerate(angles)], i
