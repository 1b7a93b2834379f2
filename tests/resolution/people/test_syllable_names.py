import pytest

from kg.resolution.people.name_comparison import name_differences
from kg.resolution.people.name_comparison_form import name_form
from kg.resolution.people.syllable_names import are_other_syllables, initials_are_whole
from kg.text.names.name_parts import parse_name


def forms(a, b):
    return name_form(parse_name(a)), name_form(parse_name(b))


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Wei-Min Chen", "Wei Chen"),
        ("Weimin Chen", "Wei Chen"),
        ("Wei Min Chen", "Wei Chen"),
        ("Weimin Chen", "W. H. Chen"),
        ("Wei-Min Chen", "W.-H. Chen"),
        ("Wei Li", "W. H. Li"),
        ("Min-Ho Park", "Min Park"),
        ("Minho Park", "M. S. Park"),
    ],
)
def test_other_syllables_are_other_names(a, b):
    assert are_other_syllables(*forms(a, b))
    assert name_differences(*forms(a, b)) is None
    assert name_differences(*forms(b, a)) is None


@pytest.mark.parametrize(
    ("a", "b", "differences"),
    [
        ("Wei-Min Chen", "Weimin Chen", set()),
        ("Weimin Chen", "W. M. Chen", {"initial"}),
        ("Wei Min Chen", "W.-M. Chen", {"initial"}),
        ("Weimin Chen", "W. Chen", {"initial"}),
        ("W. M. Chen", "W. Chen", {"middle"}),
        ("Wei Chen", "Wei A. Chen", {"middle"}),
        ("Min Park", "Min C. Park", {"middle"}),
        ("Robert Chen", "Robert Min Chen", {"middle"}),  # no syllables of Mandarin
        ("Wei Larsen", "Wei Min Larsen", {"middle"}),  # nor a family name of China
    ],
)
def test_what_one_name_may_differ_in(a, b, differences):
    assert not are_other_syllables(*forms(a, b))
    assert name_differences(*forms(a, b)) == differences


def test_initials_of_all_syllables():
    assert initials_are_whole(*forms("W. M. Chen", "Weimin Chen"))
    assert not initials_are_whole(*forms("W. Chen", "Weimin Chen"))
    assert not initials_are_whole(*forms("R. M. Larsen", "Robert Larsen"))
