import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.text.names.name_shapes import (
    CAPITAL,
    INITIAL,
    ends_commonly,
    is_acronym,
    is_camel_name,
    is_common,
    is_institutional,
    is_personal,
    scan_name,
)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("James B. Simon proved", "James B. Simon"),
        ("Willem van der Berg, Oslo", "Willem van der Berg"),
        ("Weinan E shows", "Weinan E"),
        ("John Hale Jr. and", "John Hale Jr."),
        ("John Hale, III", "John Hale, III"),
        ("Yang (Janet) Liu is", "Yang (Janet) Liu"),
        (r"B\'ela Kov\'acs", r"B\'ela Kov\'acs"),
        ("Ana Cruz's work", "Ana Cruz"),
        ("J. and others", ""),
        ("we prove", ""),
        ("", ""),
    ],
)
def test_a_name_ends_where_its_last_word_does(text, name):
    assert text[: scan_name(text, 0)] == name


def test_a_name_does_not_go_beyond_its_limit():
    assert scan_name("Ana Cruz", 0, 3) == 3


@given(st.text(max_size=60), st.integers(0, 60))
def test_a_name_lies_within_the_text(text, start):
    start = min(start, len(text))
    assert start <= scan_name(text, start) <= len(text)


@pytest.mark.parametrize("word", ["McCann", "O'Neil", "d'Aspremont", "al-Khwarizmi"])
def test_capitalised_words(word):
    assert re.fullmatch(CAPITAL, word)


@pytest.mark.parametrize("word", ["A.", "J.-P.", "Yu."])
def test_initials(word):
    assert re.fullmatch(INITIAL, word)


@pytest.mark.parametrize("word", ["Optimization", "Networks", "The"])
def test_words_of_titles_are_common(word):
    assert is_common(word)


@pytest.mark.parametrize("word", ["Kowalski", "Nguyen"])
def test_surnames_are_not_common(word):
    assert not is_common(word)


def test_only_long_words_end_as_english_nouns_do():
    assert ends_commonly("completeness")
    assert not ends_commonly("Ness")


@pytest.mark.parametrize(
    "phrase", ["University of Oslo", "TU Graz", "Google AI", "IIT Madras"]
)
def test_organisations(phrase):
    assert is_institutional(phrase)


@pytest.mark.parametrize("phrase", ["TU NGUYEN", "Ana Cruz"])
def test_people_are_no_organisations(phrase):
    assert not is_institutional(phrase)


@pytest.mark.parametrize(
    ("word", "acronym"),
    [
        ("SGD", True),
        ("ResNet", True),
        ("McCann", False),
        ("DeVito", False),
        ("Cruz", False),
        ("A", False),
    ],
)
def test_acronyms_have_capitals_inside(word, acronym):
    assert is_acronym(word) is acronym


def test_some_given_names_have_a_capital_inside():
    assert is_camel_name("JaeSung")
    assert not is_camel_name("SGD")


@pytest.mark.parametrize(
    ("word", "proven", "personal"),
    [
        ("Kowalski", False, True),
        ("May", False, False),
        ("May", True, True),
        ("Heavy-ball", False, False),
        ("SGD", True, False),
    ],
)
def test_words_that_may_be_a_person(word, proven, personal):
    assert is_personal(word, proven=proven) is personal
