from itertools import combinations

import numpy as np
import pytest

from kg.analysis.region_names import choose_names, content_words, rank_terms

LABELS = [
    "deep networks",
    "networks",
    "training",
    "kernels",
    "kernel trick",
    "deep sea",
]


def test_no_two_names_share_a_word():
    names = choose_names(LABELS, [[1, 0, 2], [3, 4], [5]])
    assert names == [["networks", "training"], ["kernels"], ["deep sea"]]
    words = [content_words(name) for each in names for name in each]
    assert not any(a & b for a, b in combinations(words, 2))


def test_each_has_a_first_name_before_any_has_a_second():
    assert choose_names(["a b", "c", "c d"], [[0, 1], [2]])[1] == ["c d"]


@pytest.mark.parametrize(("may_share", "second"), [(True, ["deep sea"]), (False, [])])
def test_a_region_of_words_that_are_taken(may_share, second):
    names = choose_names(LABELS, [[0], [5]], may_share=may_share)
    assert names == [["deep networks"], second]


def test_a_region_without_terms_has_no_name():
    assert choose_names(LABELS, [[], [2]]) == [[], ["training"]]


def test_prominence_and_being_at_home_both_count():
    groups = np.zeros(3, np.int64)
    shares = np.array([0.9, 0.5, 0.1])
    assert rank_terms(np.array([4, 4, 400]), groups, shares) == [[0, 1, 2]]
    assert rank_terms(np.array([1, 90, 400]), groups, shares) == [[1, 0, 2]]


def test_salience_turns_names_that_say_nothing_down():
    groups, shares = np.zeros(2, np.int64), np.ones(2)
    works = np.array([100, 4])
    assert rank_terms(works, groups, shares) == [[0, 1]]
    salience = np.array([0.05, 0.9])
    assert rank_terms(works, groups, shares, salience=salience) == [[1, 0]]


@pytest.mark.parametrize(
    ("label", "words"),
    [
        ("class-optimal bounds", {"class", "optimal", "bound"}),
        ("analysis of loss", {"analysis", "loss"}),
        ("DNNs of GPS", {"dnn", "gps"}),
        ("情報理論", {"情報理論"}),
        ("of the", set()),
    ],
)
def test_words_that_mean_something(label, words):
    assert content_words(label) == words


def test_a_name_without_a_word_names_once():
    assert choose_names(["A", "Of", "tree"], [[0, 1, 2], [0]]) == [
        ["A", "Of", "tree"],
        ["A"],
    ]
