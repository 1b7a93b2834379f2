import pytest

from kg.sources.pages.rhetoric import rhetoric_features

ABOVE = "Graphs are everywhere. In this talk we look at two problems of walks."


@pytest.mark.parametrize(
    ("above", "now", "name"),
    [
        (ABOVE, "Moreover, walks are slow.", "backward"),
        (ABOVE, "The second problem is harder.", "later"),
        (ABOVE, "The second problem is harder.", "later_announced"),
        (ABOVE, "In the second part of the talk we count.", "later_part"),
        (ABOVE, "For these walks all is known.", "points_back"),
        (ABOVE, "First, a definition.", "first"),
        (ABOVE, "This talk is on mills.", "talk_opens"),
        (ABOVE, "This talk is on mills.", "talk_opens_again"),
        (ABOVE, "In this talk we count mills.", "talk_twice"),
        ("Graphs are everywhere.", "We count them.", "own_follows"),
        ("Graphs are everywhere.", "We count them.", "own_opens"),
        ("Graphs are everywhere.", "Mills are, too.", "nothing_own_yet"),
        ("Graphs are everywhere.", "I will count.", "talk_opens_after_none"),
        ("Are graphs everywhere?", "Mills are.", "asks"),
        ("Are graphs everywhere?", "This is not known.", "asked_pointing"),
    ],
)
def test_a_paragraph_shows_its_place_by_its_words(above, now, name):
    assert rhetoric_features([above], now)[name] == 1.0


@pytest.mark.parametrize(
    "name", ["backward", "first", "later", "later_part", "points_back", "talk_opens"]
)
def test_a_plain_paragraph_shows_none(name):
    assert rhetoric_features([ABOVE], "Mills grind corn.")[name] == 0.0
