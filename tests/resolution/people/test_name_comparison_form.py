import pytest

from kg.resolution.people.name_comparison_form import name_form
from kg.text.names.name_parts import parse_name


def form(name):
    return name_form(parse_name(name))


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Jérôme Bolte", "Bolte, Jerome"),
        ("Gerhard van Huyssteen", "Gerhard Van Huyssteen"),
        ("Lv Bo", "Lv Bo"),
        ("JOAN BRUNA", "Joan Bruna"),
    ],
)
def test_spellings_of_one_name_have_one_form(a, b):
    assert form(a) == form(b)


def test_hyphens_are_kept_both_ways():
    found = form("Jean-Pierre Serre")
    assert (found.opened, found.closed) == (("jean", "pierre"), ("jeanpierre",))
    assert found.coauthor_key == ("serre", "jeanpierre")


@pytest.mark.parametrize(
    ("name", "expected"),
    [("J.-P. Serre", True), ("J. Serre", True), ("Jean Serre", False), ("Serre", True)],
)
def test_a_name_has_only_initials_or_not(name, expected):
    assert form(name).has_only_initials is expected


def test_what_looks_like_a_particle_may_be_a_given_name():
    assert form("Nguyen Van Du").family == ("du",)
    assert form("Xiao Di Zhang").opened == ("xiao", "di")
