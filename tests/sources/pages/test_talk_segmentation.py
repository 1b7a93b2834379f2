import pytest

from kg.sources.pages.talk_segmentation import (
    is_broken_off,
    is_headed,
    talk_forms,
    talk_starts,
)

MILLS = (
    "Mills grind corn by wind, and wind is hard to foresee. In this talk we show how "
    "a mill can be turned in time, and what a miller gains by it in a year of storms."
)
STARS = (
    "Stars of the first generation have no metals. I will present spectra of three "
    "dwarf galaxies that were taken through clouds of dust, and what they tell us."
)


def starts(*lines):
    return talk_starts(lines, talk_forms(lines))


def test_labels_begin_talks():
    lines = ("Title: Mills", "Speaker: Ann Lee", MILLS, "Title: Stars", STARS)
    assert starts(*lines) == [0, 3]


def test_titles_without_labels_do_where_most_talks_have_one():
    assert starts("On mills by wind", MILLS, "", "On old stars", STARS) == [0, 3]


def test_a_text_that_comes_again_is_another_talk():
    assert starts(MILLS, MILLS, MILLS) == [0, 1, 2]


def test_gaps_and_words_begin_talks_where_nothing_else_does():
    again = MILLS.replace("Mills", "Old mills"), STARS.replace("Stars", "Old stars")
    assert starts(MILLS, "", STARS, "", again[0], "", again[1]) == [0, 2, 4, 6]


def test_an_attachment_begins_none():
    assert starts(MILLS, "Joint work with Ann Lee.", STARS) == [0, 2]


def test_lines_of_the_page_around_talks_are_no_talks():
    lines = ["All talks", MILLS, STARS, "Contact"]
    assert talk_forms(lines) == ["aside", "prose", "prose", "aside"]


@pytest.mark.parametrize(
    ("forms", "expected"),
    [
        (["title", "prose", "title", "prose"], True),
        (["short", "prose", "blank", "short", "prose"], True),
        (["short", "prose", "prose", "prose"], False),
        (["prose", "blank", "prose"], False),
        ([], False),
    ],
)
def test_talks_stand_under_heads_or_do_not(forms, expected):
    assert is_headed(forms) is expected


@pytest.mark.parametrize(
    ("above", "below", "expected"),
    [
        ("We show that", "mills turn.", True),
        ("We show it.", "mills turn.", False),
        ("We show that", "Mills turn.", False),
        ('We "show it."', "mills turn.", False),
        ("", "", False),
    ],
)
def test_a_wrapped_sentence_runs_on(above, below, expected):
    assert is_broken_off(above, below) is expected
