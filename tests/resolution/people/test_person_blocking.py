import random

import pytest

from kg.resolution.people import person_blocking
from kg.resolution.people.name_comparison_form import name_form
from kg.resolution.people.person_blocking import LARGEST_BLOCK, candidate_pairs
from kg.resolution.people.profiles import Profile
from kg.text.names.name_parts import parse_name


def pairs(*names, coauthors=()):
    forms = [name_form(parse_name(name)) for name in names]
    return candidate_pairs(forms, [Profile(coauthors=set(coauthors)) for _ in forms])


@pytest.mark.parametrize(
    ("a", "b", "difference"),
    [
        ("J. Smith", "John Smith", "initial"),
        ("Bill Smith", "William Smith", "nickname"),
        ("Diego Mollá", "Diego Mollá-Aliod", "family"),
        ("Yang Li", "Li Yang", "order"),
        ("Detmar Meurers", "W. Detmar Meurers", "first"),
        ("Thomas Müller", "Thomas Mueller", "umlaut"),
    ],
)
def test_names_of_one_person_are_compared(a, b, difference):
    assert pairs(a, b) == {(0, 1): frozenset({difference})}


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("John Smith", "Jane Smith"),
        ("Smith", "John Smith"),
        ("John Smith", "John Smith"),
    ],
)
def test_what_no_two_names_of_one_person_are_is_no_pair(a, b):
    assert pairs(a, b) == {}


def test_a_co_author_brings_names_together_that_share_no_key():
    names = ("Marek Rosner", "Marek Rosmer")
    assert not pairs(*names)
    assert pairs(*names, coauthors=[("ally", "ann")])


def test_a_block_too_large_is_left_out():
    letters = "abcdefghijklmnopqrstuvwxyz"
    crowd = [f"J{a}{b} Smith" for a in letters for b in letters]
    assert len(crowd) > LARGEST_BLOCK
    assert (0, 1) not in pairs("J. Smith", *crowd)


def test_among_the_many_beside_a_co_author_few_are_compared(monkeypatch):
    compared = []
    told = person_blocking.name_differences
    monkeypatch.setattr(
        person_blocking,
        "name_differences",
        lambda a, b: compared.append((a, b)) or told(a, b),
    )
    chooser = random.Random(1)
    names = [
        "Marek " + "".join(chooser.choices("bdfgkmnprt", k=6)).title()
        for _ in range(200)
    ]
    found = pairs("Marek Rosner", "Marek Rosmer", *names, coauthors=[("ally", "ann")])
    assert (0, 1) in found
    assert len(compared) < len(names)
