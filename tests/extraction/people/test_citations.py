import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extraction.people.citations import find_citations, names_author, stands_alone


def _found(text):
    return [(text[c.start : c.end], c.role) for c in find_citations(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("as shown (Kowalski and Novak, 2016)", [("Kowalski", "cited"), ("Novak", "cited")]),
        ("Kowalski et al. prove it", [("Kowalski", "cited")]),
        ("Kowalski (2019) proves it", [("Kowalski", "cited")]),
        ("Kowalski and Novak proposed it", [("Kowalski", "cited"), ("Novak", "cited")]),
        ("introduced by Jan Kowalski.", [("Jan Kowalski", "mentioned")]),
        ("a bound due to Kowalski.", [("Kowalski", "mentioned")]),
        ("in the spirit of Kowalski, we", [("Kowalski", "mentioned")]),
        ("see [Kowalski and Novak, 20]", [("Kowalski", "cited"), ("Novak", "cited")]),
        # terms, places, words of sentences
        ("the Kowalski kernel is smooth", []),
        ("Kowalski–Novak plates", []),
        ("In Germany (2019) it rained", []),
        ("Deep Networks (DNs) are", []),
        ("", []),
    ],
)  # fmt: skip
def test_whom_running_text_cites(text, people):
    assert _found(text) == people


def test_a_word_that_the_text_also_writes_small_is_no_surname():
    assert _found("Marble (2019) proves it") == [("Marble", "cited")]
    assert _found("Marble (2019) proves it, of marble") == []


@pytest.mark.parametrize(
    ("text", "name", "alone"),
    [
        ("by Kowalski, and", "Kowalski", True),
        ("Kowalski's idea", "Kowalski", True),
        ("Kowalski et al. say", "Kowalski", True),
        ("the Kowalski kernel", "Kowalski", False),
    ],
)
def test_a_name_before_a_noun_is_part_of_a_term(text, name, alone):
    assert stands_alone(text, text.index(name) + len(name)) is alone


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Kowalski proved it", True),
        ("Kowalski's idea", True),
        ("introduced by Kowalski", True),
        ("the Kowalski kernel", False),
    ],
)
def test_what_only_people_do(text, names):
    start = text.index("Kowalski")
    assert names_author(text, start, start + len("Kowalski")) is names


@given(st.text(alphabet="AnaLi &,.()2019 etalby", max_size=60))
def test_places_lie_within(text):
    assert all(
        0 <= c.start < c.end <= len(text) for c in find_citations(text, 0, len(text))
    )
