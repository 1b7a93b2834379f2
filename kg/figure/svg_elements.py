"""Elements of SVG, as strings: all that is text is escaped."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from xml.sax.saxutils import escape

import numpy as np

from kg.text.xml_characters import drop_illegal

FONTS = "Helvetica, Arial, 'Liberation Sans', 'DejaVu Sans', sans-serif"
TEXT = "#22262b"
LINE = 1.12  # line height, in sizes of the font
BASE = 0.78  # of a line: where letters stand
NARROW = 340.0  # points: a page of one column, on which there is room for less


@dataclass(frozen=True, slots=True)
class Text:
    """One line of text: where its first letter's base stands, size in points, colour.

    A `halo` keeps it readable where it lies on lines.
    """

    text: str
    x: float
    y: float
    size: float
    colour: str = TEXT
    bold: bool = False
    halo: bool = False


def text_elements(texts: Iterable[Text]) -> Iterator[str]:
    """Yield the element of each text."""
    for each in texts:
        bold = ' font-weight="bold"' if each.bold else ""
        halo = (
            ' stroke="#ffffff" stroke-width="1.6" stroke-linejoin="round" '
            'paint-order="stroke"'
            if each.halo
            else ""
        )
        yield (
            f'<text x="{each.x:.1f}" y="{each.y:.1f}" font-size="{each.size:g}" '
            f'fill="{each.colour}"{bold}{halo}>{escaped(each.text)}</text>'
        )


def escaped(text: str) -> str:
    """Return a text as XML has it, without characters that XML cannot have.

    >>> escaped("a <b> & \\x00c")
    'a &lt;b&gt; &amp; c'
    """
    return escape(drop_illegal(text))


def polygon(points: np.ndarray, style: str) -> str:
    """Return a closed shape through points (n, 2)."""
    through = " ".join(f"{x:.1f},{y:.1f}" for x, y in points.tolist())
    return f'<polygon points="{through}" {style}/>'


def document(
    parts: Iterable[str], width: float, height: float, millimetres: float, *, title: str
) -> str:
    """Return a whole SVG; width and height are points, and its real width is given too."""
    real_height = millimetres * height / width
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{millimetres:g}mm" '
        f'height="{real_height:.1f}mm" viewBox="0 0 {width:.1f} {height:.1f}" '
        f'font-family="{FONTS}" role="img">',
        f"<title>{escaped(title)}</title>",
        f'<rect width="{width:.1f}" height="{height:.1f}" fill="#ffffff"/>',
        *parts,
        "</svg>",
    ]
    return "\n".join(lines) + "\n"
