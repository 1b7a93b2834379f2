"""Names of regions on the map, each at the border of its region."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from scipy.spatial import cKDTree  # type: ignore[import-untyped]

from kg.analysis.regions import MOST_REGIONS
from kg.appearance import COMMUNITY_COLOURS, readable_ink
from kg.figure.label_placement import Box, Page
from kg.figure.map_scale import MapScale
from kg.figure.networks import Drawing
from kg.figure.svg_elements import BASE, LINE, NARROW, Text
from kg.figure.text_width import text_width, wrap

NAME_SIZE = 7.0  # points
_WIDEST = 84.0  # points, of a line


@dataclass(frozen=True, slots=True)
class RegionNames:
    """Lines of names on a map, and the regions that have a number there instead."""

    texts: list[Text]
    numbered: tuple[int, ...]
    written: frozenset[str]


def draw_region_names(drawing: Drawing, scale: MapScale, page: Page) -> RegionNames:
    """Return the names of the largest regions, placed at their borders.

    Two names a region where there is room, else one, else a number for the key. None
    stands where it would be read as that of another region.
    """
    owners = (
        cKDTree(scale.place(drawing.land.places)) if len(drawing.land.nodes) else None
    )
    texts: list[Text] = []
    numbered, written = [], set[str]()
    for region in range(min(len(drawing.land.names), MOST_REGIONS)):
        names = drawing.land.names[region]
        ink = readable_ink(COMMUNITY_COLOURS[drawing.land.colours[region]])
        places = _anchors(drawing, scale, region)
        two = names[: 2 if scale.inside.right > NARROW else 1]
        for shown in (two, names[:1], (str(region + 1),)):
            lines = _lines_of(shown)
            boxes = [page.move_inside(_centred_box(lines, *each)) for each in places]
            own = [each for each in boxes if _owner(each, drawing, owners) == region]
            box = page.place(own)
            if box is not None:
                texts += _lines_in(box, lines, ink)
                written |= set(shown)
                break
        if not written & set(names):
            numbered.append(region)
    return RegionNames(texts, tuple(numbered), frozenset(written))


def _lines_of(names: Sequence[str]) -> tuple[str, ...]:
    wrapped = (wrap(name, NAME_SIZE, _WIDEST, bold=True) for name in names)
    return tuple(line for lines in wrapped for line in lines)


def _anchors(
    drawing: Drawing, scale: MapScale, region: int
) -> list[tuple[float, float, float]]:
    """Return where a name may stand: x, y, and which part of its height lies above y."""
    rings = drawing.land.borders[region] if region < len(drawing.land.borders) else ()
    if rings:
        ring = scale.place(rings[0])
        (left, top), (right, bottom) = ring.min(axis=0), ring.max(axis=0)
    else:
        x, y = scale.place(drawing.land.centres[region])
        reach = float(drawing.land.reaches[region]) * scale.factor
        left, right, top, bottom = x - reach, x + reach, y - reach, y + reach
    middle, third = (left + right) / 2, (right - left) / 4
    return [
        (middle, top - 1, 1.0),
        (middle, top + 2, 0.5),
        (middle, bottom + 1, 0.0),
        (middle - third, top, 0.7),
        (middle + third, top, 0.7),
        (middle, bottom - 2, 0.5),
        (middle, (top + bottom) / 2, 0.5),
    ]


def _owner(box: Box, drawing: Drawing, owners: Any) -> int:  # noqa: ANN401
    """Return the region of the node that is nearest to the middle of a box."""
    _, node = owners.query(((box.left + box.right) / 2, (box.top + box.bottom) / 2))
    return int(drawing.land.regions.coarse[node])


def _centred_box(lines: Sequence[str], x: float, y: float, above: float) -> Box:
    width = max((text_width(line, NAME_SIZE, bold=True) for line in lines), default=0.0)
    height = len(lines) * NAME_SIZE * LINE
    return Box(
        x - width / 2, y - above * height, x + width / 2, y + (1 - above) * height
    )


def _lines_in(box: Box, lines: Sequence[str], ink: str) -> Iterator[Text]:
    """Yield the lines of a name, each in the middle of its box."""
    middle = (box.left + box.right) / 2
    for number, line in enumerate(lines):
        x = middle - text_width(line, NAME_SIZE, bold=True) / 2
        y = box.top + (number + BASE) * NAME_SIZE * LINE
        yield Text(line, x, y, NAME_SIZE, ink, bold=True, halo=True)
