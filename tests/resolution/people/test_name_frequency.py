import pytest

from kg.resolution.people.name_comparison_form import name_form
from kg.resolution.people.name_frequency import rarity
from kg.text.names.name_parts import parse_name


@pytest.mark.parametrize(
    ("common", "rare"),
    [
        ("Wei Wang", "Samy Jelassi"),
        ("Yang Liu", "Yang Quux"),
        ("J. Smith", "John Smith"),
        ("J. Lee", "M. E. J. Newman"),
        ("Min Kim", "Zed Kim"),
    ],
)
def test_a_crowded_name_is_less_rare(common, rare):
    assert rarity(name_form(parse_name(common))) < rarity(name_form(parse_name(rare)))


def test_of_a_bare_surname_nothing_is_known():
    assert rarity(name_form(parse_name("Eldan"))) == 0
