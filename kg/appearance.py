"""Colour and size of nodes, the same in every export and on the page.

Kinds have the colours of their rows in `kg.kinds`, communities twelve of Paul Tol's muted
and bright ones. What comes after is grey: more colours than these nobody tells apart.
"""

from math import sqrt

from kg.kinds import ENTITY_KINDS

GREY = "#9aa0a6"

# The largest communities have the first ones, so neighbours in this order differ most.
COMMUNITY_COLOURS = (
    "#4477aa",
    "#ee6677",
    "#228833",
    "#ccbb44",
    "#66ccee",
    "#aa3377",
    "#332288",
    "#ddaa33",
    "#44aa99",
    "#882255",
    "#999933",
    "#cc6677",
)

SMALLEST, LARGEST = 4.0, 30.0  # radius of a node, in the unit of positions


def kind_colour(kind: str) -> str:
    """Return the colour of a kind of node as `#rrggbb`; grey for kinds without one."""
    return ENTITY_KINDS[kind].colour if kind in ENTITY_KINDS else GREY


def community_colour(community: int) -> str:
    """Return the colour of a community as `#rrggbb`; grey for the small ones."""
    if 0 <= community < len(COMMUNITY_COLOURS):
        return COMMUNITY_COLOURS[community]
    return GREY


def node_size(documents: int, most: int) -> float:
    """Return the radius of a node, where `most` is the most documents of any node.

    Area grows with documents, as the eye reads discs by area: the radius goes by the
    square root, from `SMALLEST` to `LARGEST`.
    """
    # A network of what no document mentions is drawn too, at the smallest size.
    share = min(1.0, max(0, documents) / most) if most > 0 else 0.0
    return round(SMALLEST + (LARGEST - SMALLEST) * sqrt(share), 2)


def split_rgb(colour: str) -> tuple[int, int, int]:
    """Return red, green and blue of `#rrggbb`, each from 0 to 255."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


_CONTRAST = 4.5  # of text on white, by WCAG 2.1
_DARKER = 0.94


def readable_ink(colour: str) -> str:
    """Return a colour dark enough for text on white, of the same hue; `#rrggbb`.

    Its contrast is at least 4.5 (WCAG 2.1, success criterion 1.4.3).

    >>> readable_ink("#66ccee"), readable_ink("#332288")
    ('#3e7c91', '#332288')
    """
    channels = [float(channel) for channel in split_rgb(colour)]
    while 1.05 / (_luminance(channels) + 0.05) < _CONTRAST:
        channels = [channel * _DARKER for channel in channels]
    return "#" + "".join(f"{int(channel):02x}" for channel in channels)


def _luminance(channels: list[float]) -> float:
    """Return the relative luminance of red, green and blue, in [0, 1]."""
    linear = [
        share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4
        for share in (channel / 255 for channel in channels)
    ]
    red, green, blue = linear
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
