import pytest

from kg.appearance import (
    COMMUNITY_COLOURS,
    GREY,
    community_colour,
    kind_colour,
    node_size,
    readable_ink,
    split_rgb,
)
from kg.errors import UnknownName
from kg.exports import WRITERS
from kg.plugins import load


@pytest.mark.parametrize("colour", [kind_colour("dataset"), community_colour(400)])
def test_what_has_no_colour_is_grey(colour):
    assert colour == GREY


@pytest.mark.parametrize(
    ("documents", "most", "size"), [(0, 0, 4.0), (25, 100, 17.0), (100, 100, 30.0)]
)
def test_area_grows_with_documents(documents, most, size):
    assert node_size(documents, most) == size


@pytest.mark.parametrize("name", WRITERS)
def test_every_writer_generates_and_writes(name):
    module = load(WRITERS, name, what="format")
    assert callable(module.generate)
    assert callable(module.write)


def test_an_unknown_format_answers_with_the_known_ones():
    with pytest.raises(UnknownName, match="graphml"):
        load(WRITERS, "gml", what="format")


@pytest.mark.parametrize("colour", [*COMMUNITY_COLOURS, "#ffffff", "#000000"])
def test_ink_can_be_read_on_white(colour):
    def luminance(hexadecimal):
        shares = [channel / 255 for channel in split_rgb(hexadecimal)]
        linear = [
            s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares
        ]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    ink = readable_ink(colour)
    assert 1.05 / (luminance(ink) + 0.05) >= 4.5
    assert ink == colour or luminance(ink) < luminance(colour)
