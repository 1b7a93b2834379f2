import pytest

from kg.text.names.name_parts import parse_name
from kg.text.names.person_normal_form import normal_name
from kg.text.names.trailing_initials import (
    are_leading_initials,
    are_trailing_initials,
    may_be_given_name,
    write_initials,
)


@pytest.mark.parametrize(
    ("name", "normal"),
    [
        ("Larsen GE", "G. E. Larsen"),
        ("LARSEN GE", "G. E. Larsen"),
        ("Larsen, GE", "G. E. Larsen"),
        ("LARSEN, G. E.", "G. E. Larsen"),
        ("Larsen G.E.", "G. E. Larsen"),
        ("Van Rijn NJ", "N. J. Van Rijn"),
        ("van Rijn NJ", "N. J. van Rijn"),
        ("da Silva JMC", "J. M. C. da Silva"),
        ("Wong KYM", "K. Y. M. Wong"),
        ("Park S-H", "S.-H. Park"),
        ("Keller J", "J. Keller"),
        ("McBride J", "J. McBride"),
        ("Larsen GE Jr", "G. E. Larsen Jr"),
        ("NG KK", "K. K. Ng"),
    ],
)
def test_initials_behind_a_family_name_are_written_before_it(name, normal):
    assert normal_name(name) == normal
    assert parse_name(name) == parse_name(normal)


@pytest.mark.parametrize(
    "name",
    [
        "Xiaoming LI", "Jia LIU", "Weinan E", "Anna COX", "Andrew NG", "KIM Min",
        "Larsen, John A", "JB Keller", "The ATLAS Team", "Keller",
    ],
)  # fmt: skip
def test_names_in_capitals_are_no_initials(name):
    *before, last = name.replace(",", "").split()
    assert not are_trailing_initials(last, before) or "," in name or not before
    assert not normal_name(name).startswith(f"{last[0]}.")


def test_initials_before_a_name_and_a_family_name_before_it():
    assert parse_name("AB Keller").given == ("a", "b")
    assert are_leading_initials("JPK")
    assert not are_leading_initials("WANG")
    assert parse_name("LI Na").given == ("li",)


def test_initials_and_given_names():
    assert write_initials("J-P") == "J.-P."
    assert may_be_given_name("Zhuangzhi")  # in no list, but of Mandarin's syllables
    assert not may_be_given_name("Brookfield")
