import pytest

from kg.sources.pages.previews import Preview, find_previews, is_opened

TEXT = "We ask how long a walk on a growing graph needs until every vertex was seen."
CUT = TEXT[:50] + "..."


@pytest.mark.parametrize(
    ("lines", "preview"),
    [
        ([TEXT, CUT], Preview(0, 0, 1, 1)),
        ([TEXT, "", "[-]", CUT, "[+]"], Preview(0, 0, 3, 3)),
        (["Abstract.", TEXT, "Abstract.", CUT], Preview(0, 1, 2, 3)),
        ([TEXT, "More.", TEXT, CUT], Preview(2, 2, 3, 3)),
        ([TEXT, "[-]", TEXT, "[+]"], Preview(0, 0, 2, 2)),
    ],
)
def test_a_repetition_that_breaks_off_is_a_preview(lines, preview):
    assert list(find_previews(lines)) == [preview]


@pytest.mark.parametrize(
    "lines",
    [
        [TEXT, TEXT],
        [CUT, TEXT],
        [TEXT, "An other text that is cut at about the same place as ..."],
        ["Short...", "Short..."],
        [],
    ],
)
def test_other_repetitions_are_none(lines):
    assert list(find_previews(lines)) == []


def test_a_sign_above_opens_blank_lines_aside():
    assert is_opened(["[-]", "", "text"], 2)
    assert not is_opened(["[-]", "words", "text"], 2)
    assert not is_opened(["text"], 0)
