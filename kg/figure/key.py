"""What stands below the map: the regions with their names, sizes, and a caption."""

from collections.abc import Sequence

import numpy as np

from kg.analysis.arrays import Ints
from kg.analysis.regions import MOST_REGIONS
from kg.appearance import COMMUNITY_COLOURS
from kg.figure.networks import Drawing
from kg.figure.svg_elements import Text, text_elements
from kg.figure.text_width import shorten, wrap

_SIZE = 6.5  # points
_ROW = 8.6  # points
_MARGIN = 6.0
_COLUMN = 230.0  # points: narrower ones cut names of regions


def draw_key(
    drawing: Drawing, width: float, top: float, *, numbered: Sequence[int]
) -> tuple[list[str], float]:
    """Return the list of regions as elements, and where it ends.

    Args:
        drawing: what is drawn.
        width: of the page, in points.
        top: where the list begins.
        numbered: regions that have a number on the map.
    """
    land = drawing.land
    shown = min(len(land.names), MOST_REGIONS)
    columns = max(1, int(width // _COLUMN))
    rows = -(-shown // columns)
    room = (width - 2 * _MARGIN) / columns
    elements: list[str] = []
    for region in range(shown):
        column, row = divmod(region, rows)
        x, y = _MARGIN + column * room, top + _ROW * (row + 1)
        colour = COMMUNITY_COLOURS[land.colours[region]]
        elements.append(
            f'<circle cx="{x + 3:.1f}" cy="{y - 2.2:.1f}" r="2.6" fill="{colour}"/>'
        )
        number = f"{region + 1}  " if region in numbered else ""
        names = number + " · ".join(land.names[region])
        text = Text(shorten(names, _SIZE, room - 14), x + 9, y, _SIZE)
        elements += text_elements([text])
    return elements, top + rows * _ROW + 3


def draw_caption(drawing: Drawing, width: float, top: float) -> tuple[list[str], float]:
    """Return sizes of discs and the caption as elements, and where the page ends."""
    sizes = _sizes(drawing.works)
    meaning = (
        "Size of discs: works"
        + f" ({', '.join(f'{each:,}' for each in sizes)} from small to large)"
        if len(sizes) > 1
        else "Size of discs: works"
    )
    bands = "grey bands: regions that meet more often than by chance"
    at_home = "grey discs: at home in no region"
    notes = [meaning, *([bands] if drawing.land.ties else [])]
    if np.any(drawing.regions < 0):
        notes.append(at_home)
    if np.any(drawing.rings):
        notes.append("rings: what is no term")
    text = ". ".join([*drawing.caption, "; ".join(notes), "Drawn by kg"]) + "."
    lines = wrap(text, _SIZE, width - 2 * _MARGIN)
    texts = [
        Text(line, _MARGIN, top + _ROW * (number + 1), _SIZE, "#555b63")
        for number, line in enumerate(lines)
    ]
    return list(text_elements(texts)), top + _ROW * (len(lines) + 0.6)


def _sizes(works: Ints) -> list[int]:
    """Return the fewest works of a node, some, and the most, as far as they differ."""
    if not len(works):
        return []
    least, most = int(works.min()), int(works.max())
    return sorted({least, max(least, round(most / 4)), most})
