"""Who is nobody, because an institution's name stands there."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.institutions.candidates import find_candidates
from kg.institutions.find.conflicts import without_rivals
from kg.records import Mention


def person_in(text, name, role="mentioned"):
    start = text.index(name)
    return Mention(start, start + len(name), "person", name, name, role)


def stays(text, name, role="mentioned"):
    person = person_in(text, name, role)
    kept = without_rivals(text, [person], find_candidates(text, 0, len(text)))
    assert kept in ([], [person])
    return bool(kept)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        # within an institution's name
        ("at the University of Kano", "Kano"),
        ("the Curie Institute", "Curie"),
        ("Johns Hopkins University", "Johns Hopkins"),
        # a short name of one, where one may stand
        ("a PhD from Purdue", "Purdue"),
        ("(McGill)", "McGill"),
        ("(now at Duke)", "Duke"),
        ("PhD, Duke", "Duke"),
        ("at Caltech", "Caltech"),
        ("MIT and Duke", "Duke"),
        ("MIT/Duke", "Duke"),
        # a lone word where a place of work must stand, whoever it is
        ("joined Ferrolite", "Ferrolite"),
        ("a talk from Turner", "Turner"),
    ],
)
def test_a_name_that_an_institution_has_is_nobodys(text, name):
    assert not stays(text, name)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ada Holm University of Oslo", "Ada Holm"),  # two names side by side
        ("worked with Brown on fog", "Brown"),
        ("with Duke", "Duke"),
        # citations
        ("(Brown, 2019)", "Brown"),
        ("Purdue et al.", "Purdue"),
        ("and Duke and Smith (2019)", "Duke"),
        # a name of its own line, in front of what no table has
        ("\nAda Holm Institute", "Ada Holm"),
        # two words are a person also behind "from"
        ("a talk from Ted Turner", "Ted Turner"),
    ],
)
def test_a_person_stays_a_person(text, name):
    assert stays(text, name)


def test_who_is_cited_works_nowhere():
    assert stays("a bound from Turner", "Turner", "cited")
    assert not stays("a bound from Turner", "Turner", "author")


def test_without_candidates_only_lone_words_at_places_of_work_go():
    text = "Ada Holm met Ben Okafor at Xylo"
    people = [person_in(text, name) for name in ("Ada Holm", "Ben Okafor", "Xylo")]
    assert without_rivals(text, people, []) == people[:2]


PIECES = [
    "Ada Holm",
    "Duke",
    "Brown",
    "at",
    "(",
    ")",
    "University of Kano",
    "and",
    "2019",
]


@given(st.lists(st.sampled_from(PIECES), max_size=10).map(" ".join))
def test_who_is_kept_was_there_in_the_same_order(text):
    names = ("Ada Holm", "Duke", "Brown", "Kano")
    people = sorted(
        (person_in(text, name) for name in names if name in text), key=lambda p: p.start
    )
    kept = without_rivals(text, people, find_candidates(text, 0, len(text)))
    assert kept == [person for person in people if person in kept]
    assert without_rivals(text, kept, find_candidates(text, 0, len(text))) == kept
