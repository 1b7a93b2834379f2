"""Labels of nodes on the map, placed so that none hides another."""

from typing import Any

import numpy as np
from scipy.spatial import cKDTree  # type: ignore[import-untyped]

from kg.analysis.arrays import Floats
from kg.analysis.landscape.land import FEW_WORKS
from kg.analysis.landscape.network_land import OWN_NODES
from kg.figure.label_placement import Box, Page, around_disc
from kg.figure.map_scale import MapScale
from kg.figure.networks import Drawing
from kg.figure.svg_elements import BASE, LINE, NARROW, Text
from kg.figure.text_width import shorten, text_width

_SMALL, _LARGE = 5.6, 8.0  # points; by works and salience
_WIDEST = 110.0  # points: a whole title would lie over other regions
_LARGE_ON_NARROW = 6.6  # points: names of regions have to stand out
MOST_LABELS = 160


def draw_labels(
    drawing: Drawing, scale: MapScale, page: Page, *, written: frozenset[str]
) -> list[Text]:
    """Return the labels that find room, those of most works first, by salience.

    What is at home nowhere comes last: it is prominent for going with everything. What
    is `written` on the map already is not written again, but where regions are called by
    the nodes that are drawn.
    """
    places, radii = scale.place(drawing.places), scale.radii(drawing.radii)
    prominence = (drawing.works * drawing.salience).round(6)
    shares = np.sqrt(prominence / prominence.max(initial=FEW_WORKS))
    largest = _LARGE if scale.inside.right > NARROW else _LARGE_ON_NARROW
    sizes = (_SMALL + (largest - _SMALL) * shares).round(1)
    order = np.lexsort((np.arange(len(places)), -prominence, drawing.regions < 0))
    discs = cKDTree(places) if len(places) else None
    texts: list[Text] = []
    for node in order.tolist():
        if drawing.labels[node] in written and drawing.land.named_by != OWN_NODES:
            continue
        size = float(sizes[node])
        label = shorten(drawing.labels[node], size, _WIDEST)
        width, height = text_width(label, size), size * LINE
        (x, y), radius = places[node].tolist(), float(radii[node])
        choices = around_disc(x, y, radius, width, height)
        # Rather beside other discs than on them.
        hidden = [_count_inside(box, discs, places) for box in choices]
        order_of_choice = sorted(range(len(choices)), key=hidden.__getitem__)
        box = page.place([choices[i] for i in order_of_choice])
        if box is not None:
            page.cover(Box(x - radius, y - radius, x + radius, y + radius))
            base = box.top + BASE * height
            texts.append(Text(label, box.left, base, size, halo=True))
        if len(texts) >= MOST_LABELS:
            break
    return texts


def _count_inside(box: Box, discs: Any, places: Floats) -> int:  # noqa: ANN401
    """Return on how many discs a box lies, by their middles."""
    middle = ((box.left + box.right) / 2, (box.top + box.bottom) / 2)
    reach = np.hypot(box.right - middle[0], box.bottom - middle[1])
    near = places[discs.query_ball_point(middle, reach)]
    inside = (near >= [box.left, box.top]) & (near <= [box.right, box.bottom])
    return int(inside.all(axis=1).sum())
