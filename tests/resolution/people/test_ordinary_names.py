import pytest

from kg.resolution.people.ordinary_names import are_two_names


@pytest.mark.parametrize(
    ("a", "b", "part"),
    [
        ("andersen", "anderson", "family"),
        ("keller", "kessler", "family"),
        ("thompson", "thomson", "family"),
        ("martin", "martina", "given"),
        ("julia", "julian", "given"),
        ("victor", "victoria", "given"),
        ("mario", "maria", "given"),
        ("fabien", "fabienne", "given"),
        ("michel", "michelle", "given"),
    ],
)
def test_ordinary_names_that_differ_by_a_letter_or_an_ending_are_two(a, b, part):
    assert are_two_names(a, b, part)
    assert are_two_names(b, a, part)


@pytest.mark.parametrize(
    ("a", "b", "part"),
    [
        ("andersen", "andresen", "given"),  # no given names
        ("keller", "kelelr", "family"),
        ("sergei", "sergey", "given"),
        ("hoffman", "hoffmann", "family"),
        ("markus", "marcus", "given"),
        ("gonzales", "gonzalez", "family"),
        ("christian", "cristian", "given"),
        ("dani", "daniel", "given"),
        ("chris", "christopher", "given"),
    ],
)
def test_slips_spellings_and_short_forms_are_not_two_names(a, b, part):
    assert not are_two_names(a, b, part)


def test_letters_that_tell_chinese_names_apart_are_no_spelling():
    assert are_two_names("zhang", "zang", "family")
