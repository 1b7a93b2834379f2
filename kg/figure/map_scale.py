"""From the land to the page: one scale, so that nothing is squeezed."""

from dataclasses import dataclass

import numpy as np

from kg.analysis.arrays import Floats
from kg.analysis.landscape.layout_by_region import ASPECT
from kg.analysis.regions import MOST_REGIONS
from kg.figure.label_placement import Box
from kg.figure.networks import Drawing

_SMALLEST = 0.6  # points, radius of a disc
_DRAWN = 0.62  # of the room that a disc has: the rest is for its label
_MARGIN = 4.0  # points, left and right
_ABOVE = 16.0  # points, above and below: for names of regions


@dataclass(frozen=True, slots=True)
class MapScale:
    """How places become points on the page; `inside` is the box of the map there."""

    factor: float
    offset: Floats
    inside: Box

    def place(self, places: Floats) -> Floats:
        """Return places (n, 2) in points; a page's second axis points down."""
        placed: Floats = places * [self.factor, -self.factor] + self.offset
        return placed

    def radii(self, radii: Floats) -> Floats:
        """Return radii in points; none is too small to be seen."""
        scaled: Floats = np.maximum(radii * self.factor * _DRAWN, _SMALLEST)
        return scaled


def fit_map(drawing: Drawing, width: float) -> MapScale:
    """Return the scale by which a land fits a page that is `width` points wide."""
    rings = [ring for rings in drawing.land.borders[:MOST_REGIONS] for ring in rings]
    low, high = (np.zeros(2), np.ones(2))
    if len(drawing.places) or rings:
        discs = drawing.radii[:, None]
        everything = [drawing.places - discs, drawing.places + discs, *rings]
        points = np.concatenate(everything)
        low, high = points.min(axis=0), points.max(axis=0)
    extent = np.maximum(high - low, 1e-9)
    room = width - 2 * _MARGIN
    most_high = width / ASPECT * 1.15
    factor = min(room / extent[0], (most_high - 2 * _ABOVE) / extent[1])
    height = extent[1] * factor + 2 * _ABOVE
    middle = (low + high) / 2 * factor
    offset = np.array([width / 2 - middle[0], height / 2 + middle[1]])
    return MapScale(float(factor), offset, Box(0.0, 0.0, width, float(height)))
