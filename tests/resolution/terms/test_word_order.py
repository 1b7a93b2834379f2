import pytest

from kg.resolution.terms.word_order import reorder_around_of


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("rate of convergence", "convergence rate"),
        ("Severity of the disease", "disease Severity"),
        ("space of probability measures", "probability measures space"),
        ("rate of mean-field type", "mean-field type rate"),
        ("dimension of Hausdorff", "Hausdorff dimension"),
        ("mixture of Gaussians", "Gaussians mixture"),
        ("probability of failure", "failure probability"),
        ("tracking of objects", "objects tracking"),
        ("theory of games", "games theory"),
        ("cancer of the breast", "breast cancer"),
    ],
)
def test_words_around_of_are_turned(name, expected):
    assert reorder_around_of(name) == expected


@pytest.mark.parametrize(
    "name",
    [
        "convergence rate",
        "rate of learning",  # no learning rate
        "number of variables",  # not the variable numbers
        "kernel of a graph",  # no graph kernel
        "models of language",
        "loss of function",
        "law of power",
        "function of sets",
        "equation of state",
        "method of moments",
        "analysis of factors",
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
    assert reorder_around_of(name) is None
