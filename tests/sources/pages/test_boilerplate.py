import pytest

from kg.sources.pages.boilerplate import (
    count_words,
    ends_a_sentence,
    is_detail,
    is_furniture,
    is_marker,
    is_prose,
    line_template,
    recurring_templates,
)

PROSE = "We ask how long a walk on a growing graph needs until every vertex was seen."


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (PROSE, True),
        (f"  {PROSE}  ", True),
        (PROSE[:-1] + " in the plane and in every higher dimension", False),
        ((PROSE[:-1] + " and ") * 4, True),
        ("How long does a walk on a growing graph need until all is seen?", False),
        ("The Long Walk On A Growing Graph Until Every Vertex Was Seen Twice.", False),
        ("Menu", False),
        ("", False),
        ("我们研究" * 20, True),
        ("x = f(a); y = g(b); if (x > y) { z = 1 }; return", False),
        ("1; 2; 3; 4; 5; 6; 7; 8; 9. 10; 11; 12; 13.", False),
        ("x" * 100, False),
    ],
)
def test_prose_is_sentences(line, expected):
    assert is_prose(line) is expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Home | Contact | Search", True),
        ("© 2020 The Society", True),
        ("12", True),
        ("a)", True),
        ("Random walks on growing graphs", False),
        (PROSE * 3, False),
    ],
)
def test_furniture_is_told_by_its_words(line, expected):
    assert is_furniture(line) is expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("[-]", True),
        ("(more)", True),
        (" ▲ ", True),
        ("[1] A book", False),
        ("", False),
    ],
)
def test_markers_open_and_close(line, expected):
    assert is_marker(line) is expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [("12 May 2020", True), ("3 / 14", True), ("", True), ("On graphs", False)],
)
def test_details_are_dates_and_numbers(line, expected):
    assert is_detail(line) is expected


def test_lines_that_differ_in_numbers_recur():
    lines = ["Result 3", " result 12", "Once", "", "", PROSE * 9, PROSE * 9]
    assert line_template("Result 3") == line_template(" result 12 ") == "result 0"
    assert recurring_templates(lines) == {"result 0"}
    assert recurring_templates(lines, least=3) == frozenset()


@pytest.mark.parametrize(("words", "expected"), [(12, True), (16, True), (17, False)])
def test_prose_has_as_many_words_as_are_asked_for(words, expected):
    assert is_prose(PROSE, words=words) is expected


@pytest.mark.parametrize(
    ("text", "count"), [("", 0), ("one two", 2), ("研究图论", 3), ("a 研究", 3)]
)
def test_two_characters_without_spaces_are_a_word(text, count):
    assert count_words(text) == count


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("It ends.", True),
        ('It "ends." ', True),
        ("as follows:", True),
        ("On mills", False),
    ],
)
def test_sentences_end_with_a_stop(line, expected):
    assert ends_a_sentence(line) is expected
