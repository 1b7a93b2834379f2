import pytest

from kg.sources.pages.cue_words import load_model
from kg.sources.pages.talk_lines import form_of, forms_of, is_attachment, label_length

MODEL = load_model()
PROSE = (
    "We ask how long a walk on a growing graph needs until every vertex was seen, and "
    "give a bound that depends on the rate of growth only."
)


@pytest.mark.parametrize(
    ("line", "form"),
    [
        ("", "blank"),
        ("Title: On mills", "title"),
        ("Speaker: Ann Lee (MIT)", "authors"),
        ("Abstract", "abstract"),
        ("Room: 12", "aside"),
        (PROSE, "prose"),
        ("12 May 2020", "aside"),
        ("[-]", "aside"),
        ("Counting mills by wind", "short"),
        ("Joint work with Ann Lee and Bo Chu.", "attachment"),
        ("Bio: Ann Lee is a professor.", "attachment"),
        ("https://example.org/talk", "attachment"),
        ("References:", "attachment"),
    ],
)
def test_a_lines_form_shows_in_the_line(line, form):
    assert form_of(line, MODEL) == form


def test_lines_under_a_heading_are_what_it_announces():
    lines = [PROSE, "References:", "A. Lee, On mills, 2001.", "", PROSE]
    forms = forms_of(lines, MODEL)
    assert forms == ["prose", "attachment", "attachment", "blank", "prose"]


def test_numbers_before_most_paragraphs_count_talks():
    lines = [f"{number}. {PROSE}" for number in range(1, 5)]
    assert forms_of(lines, MODEL) == ["prose"] * 4
    assert forms_of(lines[:1] + [PROSE] * 3, MODEL)[1:] == ["prose"] * 3


@pytest.mark.parametrize(
    ("line", "form", "length"),
    [
        ("  Title: On mills", "title", 9),
        ("Abstract", "abstract", 8),
        ("Title: On mills", "authors", 0),
        ("On mills", "title", 0),
    ],
)
def test_a_label_has_a_length(line, form, length):
    assert label_length(line, form) == length


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("About the speaker", True),
        ("Ann Lee is professor at the University of Rye, and received her PhD.", True),
        ("[1] A. Lee, On mills.", True),
        ("In collaboration with Bo Chu", True),
        ("Slides: see below", True),
        ("Collaboration with machines is what we study.", False),
        (PROSE, False),
    ],
)
def test_what_belongs_to_the_talk_above(line, expected):
    assert is_attachment(line) is expected
