"""Colours of regions: no two that lie beside each other have the same."""

import numpy as np

from kg.analysis.arrays import Floats, Ints

NEAR = 0.35  # of the smaller radius: a gap that the eye does not see between two


def colour_regions(centres: Floats, reaches: Floats, *, colours: int) -> Ints:
    """Return the number of a colour for each region, below `colours`: (regions,).

    Greedy, by number of the region: the first of the least used colours that no
    neighbour has. Where neighbours have them all, that of the farthest one.

    Args:
        centres: of the discs of regions, (regions, 2).
        reaches: radii of these, (regions,).
        colours: how many there are, above 0.

    Example:
        >>> centres = np.array([[0.0, 0.0], [2.0, 0.0], [4.0, 0.0]])
        >>> colour_regions(centres, np.ones(3), colours=2).tolist()
        [0, 1, 0]
    """
    chosen = np.full(len(reaches), -1, dtype=np.int64)
    used = np.zeros(colours, dtype=np.int64)
    for region in range(len(reaches)):
        gaps = _gaps(centres, reaches, region)
        beside = (gaps < NEAR * np.minimum(reaches, reaches[region])) & (chosen >= 0)
        free = np.setdiff1d(np.arange(colours), chosen[beside])
        if len(free):
            colour = int(free[np.argmin(used[free])])
        else:
            colour = int(chosen[np.argmax(np.where(beside, gaps, -np.inf))])
        chosen[region] = colour
        used[colour] += 1
    return chosen


def _gaps(centres: Floats, reaches: Floats, region: int) -> Floats:
    """Return how far the disc of each other region is from that of `region`."""
    x, y = (centres - centres[region]).T
    gaps: Floats = np.hypot(x, y) - reaches - reaches[region]
    return gaps
