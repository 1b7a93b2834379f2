from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.resolution.people.family_name_keys import family_name_keys
from kg.resolution.people.name_comparison import name_differences
from kg.resolution.people.name_comparison_form import name_form
from kg.text.names.name_parts import parse_name

WORDS = st.sampled_from(
    ["Ana", "A.", "Bo", "Cruz", "Crus", "Curz", "Cruzz", "Möller", "Moeller", "Diaz",
     "Garcia-Lopez", "Lopez", "Garcia", "van", "Li"]
)  # fmt: skip
NAMES = st.lists(WORDS, min_size=2, max_size=4).map(" ".join)


def keys(name):
    return family_name_keys(name_form(parse_name(name)))


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Ana Rosner", "Ana Rosmer"),
        ("Ana Rosner", "Ana Rosnre"),
        ("Ana Rosner", "Ana Rosnerr"),
        ("Ana Möller", "Ana Moeller"),
        ("Ana Mollá", "Ana Mollá-Aliod"),
        ("Ana Hassan", "Ana Hassan Awadallah"),
        ("Yang Li", "Li Yang"),
    ],
)
def test_ways_to_write_a_name_have_a_key_in_common(a, b):
    assert not keys(a).isdisjoint(keys(b))


def test_other_names_have_none():
    assert keys("Ana Rosner").isdisjoint(keys("Ana Kastner"))


@settings(deadline=None)
@given(st.lists(NAMES, min_size=2, max_size=8))
def test_names_of_one_person_always_have_one(names):
    for a, b in combinations(map(name_form, map(parse_name, names)), 2):
        if a != b and a.opened and b.opened and name_differences(a, b) is not None:
            assert not family_name_keys(a).isdisjoint(family_name_keys(b))
