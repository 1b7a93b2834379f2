import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extraction.references.authors import (
    scan_authors,
    scan_only_authors,
    scan_trailing_authors,
)


def _names(text, spans):
    return [text[a:b] for a, b in spans]


@pytest.mark.parametrize(
    ("text", "names", "rest"),
    [
        (
            "A. Lee, B. Chen. Trees of words.",
            ["A. Lee", "B. Chen"],
            ". Trees of words.",
        ),
        (
            "Lee, A., & Chen, B. (2019). Trees",
            ["Lee, A.", "Chen, B."],
            " (2019). Trees",
        ),
        ("Lee A, Chen BC. Trees.", ["Lee A", "Chen BC"], ". Trees."),
        ("Ana Lee and Bo Chen, Trees", ["Ana Lee", "Bo Chen"], ", Trees"),
        ("Lee, Ana; Chen, Bo: Trees", ["Lee, Ana", "Chen, Bo"], ": Trees"),
        ("van der Berg, W., Lee, A. Trees", ["van der Berg, W.", "Lee, A."], " Trees"),
        ("Lee & Chen. Trees", ["Lee", "Chen"], ". Trees"),
        ("A. Lee et al. Trees", ["A. Lee"], " Trees"),
        ("Deep Learning of Trees", [], "Deep Learning of Trees"),
        ("", [], ""),
    ],
)
def test_the_authors_at_the_beginning(text, names, rest):
    found, after = scan_authors(text, 0, len(text))
    assert _names(text, found) == names
    assert text[after:] == rest


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("by A. Lee and B. Chen.", ["A. Lee", "B. Chen"]),
        ("(Ana Lee, Bo Chen)", ["Ana Lee", "Bo Chen"]),
        ("Ana Lee, Trees of Words", []),
        ("Trees of Words", []),
    ],
)
def test_a_part_that_holds_authors_only(text, names):
    assert _names(text, scan_only_authors(text, 0, len(text))) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Trees of Long Words Ann Lee, Bo Chen, Carla Diaz",
         ["Ann Lee", "Bo Chen", "Carla Diaz"]),
        ("Trees of Long Words, Ann Lee, Bo Chen", ["Ann Lee", "Bo Chen"]),
        ("Trees of Long Words", []),
        ("Trees, Graphs, and Words", []),
    ],
)  # fmt: skip
def test_authors_behind_a_title(text, names):
    assert _names(text, scan_trailing_authors(text, 0, len(text))) == names


@given(st.text(alphabet="LeA. B,;&and\n(2019)", max_size=60))
def test_places_are_in_order_and_end_before_the_rest(text):
    found, after = scan_authors(text, 0, len(text))
    bounds = [place for span in found for place in span]
    assert bounds == sorted(bounds)
    assert not found or found[-1][1] <= after <= len(text)
