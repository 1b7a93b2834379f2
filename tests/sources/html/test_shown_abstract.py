import pytest

from kg.sources.html.shown_abstract import shown_abstract

TEXT = "We ask how the mills of the north turn, and find that the wind turns them."
MORE = "It does so by day and by night, for as long as it blows over all the hills."


@pytest.mark.parametrize(
    ("lines", "abstract"),
    [
        (["On mills", "Abstract", "", TEXT, "", "Keywords", "mills"], TEXT),
        ([f"Abstract: {TEXT}", "", "Share"], TEXT),
        (["Zusammenfassung", TEXT, MORE], f"{TEXT} {MORE}"),
        (
            ["Abstract", "Methods", TEXT, "Results", MORE],
            f"Methods {TEXT} Results {MORE}",
        ),
        (["Abstract", TEXT, "1. Introduction", MORE], TEXT),
        (["Abstract", "Home", "Abstract", TEXT], TEXT),
        (["On mills", TEXT], ""),
        ([], ""),
    ],
)
def test_abstracts_stand_below_their_heading(lines, abstract):
    assert shown_abstract(lines) == abstract
