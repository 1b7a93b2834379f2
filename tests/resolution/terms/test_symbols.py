import pytest

from kg.resolution.terms.symbols import MINUS, mark_signs, separate_minus_signs


@pytest.mark.parametrize(
    "name",
    ["CD4(-) cells", "(-1)-curve", "p53-/-", "e+e-", "K-", "CD4- cells", "HER2-"],
)
def test_a_hyphen_that_is_a_minus_becomes_one(name):
    assert MINUS in separate_minus_signs(name)


@pytest.mark.parametrize(
    "name",
    ["COVID -19", "GPT-3-based agents", "L1- and L2-norm", "k-means", "Lee-Yang"],
)
def test_a_hyphen_that_parts_words_stays(name):
    assert separate_minus_signs(name) == name


def test_stars_are_written_in_one_way():
    assert separate_minus_signs("C∗-algebra") == "C*-algebra"
    assert separate_minus_signs("A⋆ search") == "A* search"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("π^-", "π^⁻"),
        ("π^{-}", "π^{⁻}"),
        (r"\not= relation", "≠ relation"),
        ("H^1(X)", "H↑^1(X)"),
        ("Z^2", "Z↑^2"),
        ("L^2", "L^2"),
        ("π− mesons", "π⁻ mesons"),
    ],
)
def test_signs_that_a_reading_loses_are_marked(name, expected):
    assert mark_signs(name) == expected
