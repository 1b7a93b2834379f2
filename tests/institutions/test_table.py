import pytest

from kg.institutions.table import known, name_key


@pytest.mark.parametrize(
    ("surface", "name"),
    [
        ("Univ Lisbon", "University of Lisbon"),
        ("Beijing Univ Posts & Telecommun",
         "Beijing University of Posts and Telecommunications"),
        ("Massachusetts Inst Technol", "Massachusetts Institute of Technology"),
        ("York University", "York University"),
        ("University of York", "University of York"),
    ],
)  # fmt: skip
def test_a_name_is_known_however_it_is_spelt(surface, name):
    assert known(surface).name == name


@pytest.mark.parametrize("surface", ["Nova School", "Snaps", "Volda Institute"])
def test_a_name_that_says_too_little_is_not_known(surface):
    assert known(surface) is None


def test_small_words_are_no_part_of_a_key_but_order_is():
    assert name_key("University of York") == name_key("Univ York")
    assert name_key("University of York") != name_key("York University")
