import pytest

from kg.identity.word_order import turned


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("rate of convergence", "convergence rate"),
        ("Severity of the disease", "disease Severity"),
        ("space of probability measures", "probability measures space"),
        ("method of moments", "moments method"),
        ("bound of mean-field type", "mean-field type bound"),
    ],
)
def test_words_around_of_are_turned(name, expected):
    assert turned(name) == expected


@pytest.mark.parametrize(
    "name",
    [
        "convergence rate",
        "rate of learning",  # no learning rate
        "number of variables",  # not the variable numbers
        "rate of convergence in law",
        "sum of products of sums",
        "law of 1 number",
        "C of A",
        "proof of",
        "of convergence",
        "",
    ],
)
def test_what_may_mean_something_else_is_left(name):
    assert turned(name) is None
