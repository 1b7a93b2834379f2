import re

import pytest

from kg.text.names.name_affixes import (
    PARTICLE,
    PARTICLES,
    SUFFIX,
    SUFFIXES,
    begins_with_given_name,
    is_degree,
    is_suffix,
    strip_degrees,
)


@pytest.mark.parametrize("word", ["Jr", "Jr.", "SR.", "ii", "III", "IV", "2nd", "3rd"])
def test_suffixes(word):
    assert is_suffix(word)


@pytest.mark.parametrize("word", ["Junior", "Senior", "Ivan", "J.", "V", ""])
def test_what_may_be_a_name_is_no_suffix(word):
    assert not is_suffix(word)


@pytest.mark.parametrize("word", ["PhD", "Ph.D.", "Ph. D", "MD", "M.Sc.", "MBA"])
def test_degrees(word):
    assert is_degree(word)


@pytest.mark.parametrize("word", ["MD Anderson", "Maryland", "D.", ""])
def test_what_is_no_degree(word):
    assert not is_degree(word)


def test_each_suffix_has_one_form_that_is_a_suffix_itself():
    assert set(SUFFIXES.values()) <= set(SUFFIXES)


def test_patterns_hold_where_the_word_is_whole():
    assert re.search(PARTICLE, "Willem van der Berg")[0] == "van "
    assert re.search(PARTICLE, "and Evan Berg") is None
    assert re.search(SUFFIX, "John Hale Jr.")[0] == "Jr."
    assert re.search(SUFFIX, "IVAN") is None
    assert all(re.fullmatch(PARTICLE, f"{word} ") for word in PARTICLES)


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Rosa Lind, MD, PhD", "Rosa Lind"),
        ("Lind, Rosa, M.P.H.", "Lind, Rosa"),
        ("Rosa Lind PhD", "Rosa Lind"),
        ("Rosa Lind MD", "Rosa Lind"),
        ("Rosa Lind, FRCP", "Rosa Lind"),
        ("Rosa Lind, Dr. rer. nat.", "Rosa Lind"),
        ("Lind MD", "Lind MD"),
        ("Lind, MD", "Lind, MD"),
        ("van Lind MD", "van Lind MD"),
        ("Lind, M.A.", "Lind, M.A."),
        ("Magda Mag", "Magda Mag"),
        (", PhD", ", PhD"),
    ],
)
def test_degrees_go_and_initials_stay(written, name):
    assert strip_degrees(written) == name


def test_names_that_begin_with_a_given_name():
    assert begins_with_given_name("Maria Lind")
    assert not begins_with_given_name("van Lind")
    assert not begins_with_given_name("")
