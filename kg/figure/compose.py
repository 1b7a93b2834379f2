"""The figure as SVG: text as text, sizes in points, the same bytes for the same network.

From back to front: regions, bands between those that meet often, edges, discs, names
of regions, labels, then the key and the caption below.
"""

from collections.abc import Iterator

import numpy as np

from kg.analysis.regions import MOST_REGIONS
from kg.appearance import COMMUNITY_COLOURS, GREY
from kg.figure.key import draw_caption, draw_key
from kg.figure.label_placement import Page
from kg.figure.map_labels import draw_labels
from kg.figure.map_scale import MapScale, fit_map
from kg.figure.networks import Drawing
from kg.figure.region_labels import draw_region_names
from kg.figure.svg_elements import document, polygon, text_elements

COLUMN, TWO_COLUMNS = 85.0, 174.0  # millimetres, as journals have them
_POINTS = 72 / 25.4  # in a millimetre

_FILL, _LINE = 0.14, 0.7  # opacities of regions and their borders
_OUTER_EDGES = 120  # between regions: of more, none can be followed
_BAND = 6.0  # points, of the strongest tie of two regions


def compose_figure(drawing: Drawing, *, width: float = TWO_COLUMNS) -> str:
    """Return a figure as SVG, `width` millimetres wide.

    Raises:
        ValueError: `width` is less than that of half a column.
    """
    if not width >= COLUMN / 2:
        raise ValueError(f"width is {width} mm, less than {COLUMN / 2:g}")
    points = width * _POINTS
    scale = fit_map(drawing, points)
    page = Page(scale.inside)
    names = draw_region_names(drawing, scale, page)
    labels = draw_labels(drawing, scale, page, written=names.written)
    key, below = draw_key(drawing, points, scale.inside.bottom, numbered=names.numbered)
    caption, bottom = draw_caption(drawing, points, below)
    parts = [
        *_draw_regions(drawing, scale),
        *_draw_bands(drawing, scale),
        *_draw_edges(drawing, scale),
        *_draw_discs(drawing, scale),
        *text_elements(names.texts),
        *text_elements(labels),
        *key,
        *caption,
    ]
    return document(parts, points, bottom, width, title="; ".join(drawing.caption))


def _draw_regions(drawing: Drawing, scale: MapScale) -> Iterator[str]:
    """Yield each region's borders, filled."""
    land = drawing.land
    if len(land.borders) < 2:  # there is nothing to tell apart
        return
    for region, rings in enumerate(land.borders[:MOST_REGIONS]):
        colour = COMMUNITY_COLOURS[land.colours[region]]
        for ring in rings:
            yield polygon(
                scale.place(ring),
                f'fill="{colour}" fill-opacity="{_FILL}" '
                f'stroke="{colour}" stroke-opacity="{_LINE}" stroke-width="0.6"',
            )


def _draw_bands(drawing: Drawing, scale: MapScale) -> Iterator[str]:
    """Yield a pale band for each two regions that meet more often than by chance."""
    last = MOST_REGIONS
    ties = [tie for tie in drawing.land.ties if max(tie.first, tie.second) < last]
    strongest = max((tie.strength for tie in ties), default=1.0)
    yield '<g stroke="#6b7280" stroke-opacity="0.12" stroke-linecap="round">'
    for tie in ties:
        ends = drawing.land.centres[[tie.first, tie.second]]
        (x1, y1), (x2, y2) = scale.place(ends).tolist()
        width = 1 + (_BAND - 1) * tie.strength / strongest
        yield _line(x1, y1, x2, y2, f'stroke-width="{width:.1f}"')
    yield "</g>"


def _draw_edges(drawing: Drawing, scale: MapScale) -> Iterator[str]:
    """Yield edges inside regions in their colour, the strongest others in grey."""
    places = scale.place(drawing.places)
    a, b = (
        drawing.regions[drawing.edges.T] if len(drawing.edges) else (np.empty(0),) * 2
    )
    inside = (a == b) & (a >= 0)
    yield '<g stroke="#6b7280" stroke-opacity="0.3" stroke-width="0.35">'
    yield from _lines(drawing.edges[~inside][:_OUTER_EDGES], places)
    yield "</g>"
    for region in np.unique(a[inside]).astype(int).tolist():
        colour = COMMUNITY_COLOURS[drawing.land.colours[region]]
        yield f'<g stroke="{colour}" stroke-opacity="0.55" stroke-width="0.45">'
        yield from _lines(drawing.edges[inside & (a == region)], places)
        yield "</g>"


def _lines(edges: np.ndarray, places: np.ndarray) -> Iterator[str]:
    for (x1, y1), (x2, y2) in zip(
        *(places[ends].tolist() for ends in edges.T), strict=True
    ):
        yield _line(x1, y1, x2, y2)


def _line(x1: float, y1: float, x2: float, y2: float, style: str = "") -> str:
    ends = f'x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}"'
    return f"<line {ends} {style}/>" if style else f"<line {ends}/>"


def _draw_discs(drawing: Drawing, scale: MapScale) -> Iterator[str]:
    """Yield a disc or ring for each node, the largest first, so that none is hidden."""
    places, radii = scale.place(drawing.places), scale.radii(drawing.radii)
    yield '<g stroke="#ffffff" stroke-width="0.3">'
    for node in np.argsort(-radii, kind="stable").tolist():
        region = int(drawing.regions[node])
        colour = (
            COMMUNITY_COLOURS[drawing.land.colours[region]] if region >= 0 else GREY
        )
        x, y = places[node].tolist()
        style = f'fill="{colour}"'
        if drawing.rings[node]:
            style = f'fill="#ffffff" stroke="{colour}" stroke-width="1"'
        yield f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radii[node]:.2f}" {style}/>'
    yield "</g>"
