import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extraction.abbreviations.alignment import (
    COSTS,
    cheapest_start,
    cost_bound,
    last_words,
)


def _align(text, letters, *, short="?", limit=9.0):
    words = last_words(text, 0, len(text), count=20)
    cost, start = cheapest_start(words, letters, short, limit)
    return cost, None if start is None else text[start:]


@pytest.mark.parametrize(
    ("text", "letters", "long_form"),
    [
        ("we use support vector machines", "svm", "support vector machines"),
        ("a rate of convergence", "roc", "rate of convergence"),
        ("the root-mean-square error", "rmse", "root-mean-square error"),
        ("the third order method", "3om", "third order method"),
        ("patients that are gram positive", "gP", "gram positive"),
        ("bilateral ovariectomized", "ovx", "ovariectomized"),
    ],
)
def test_each_initial_costs_nothing(text, letters, long_form):
    cost, found = _align(text, letters)
    assert found == long_form
    assert cost < COSTS.bound


def test_letters_from_inside_a_word_cost_more_than_initials():
    initials, _ = _align("local flow nets", "lfn")
    inside, _ = _align("local flight", "lft")
    assert 0 <= initials < inside


def test_a_skipped_word_costs_more_than_a_skipped_function_word():
    function, _ = _align("rate of change", "rc")
    word, _ = _align("rate slow change", "rc")
    assert function < word


def test_no_way_within_the_limit_is_no_start():
    assert _align("deep nets", "xyz") == (9.0, None)
    assert _align("local light flow", "lf", limit=0.0) == (0.0, None)


def test_the_short_form_is_no_word_of_its_long_form():
    assert _align("lfn local flow nets", "lfn", short="lfn")[1] == "local flow nets"


def test_a_bound_grows_with_the_letters_up_to_a_most():
    bounds = [cost_bound(count) for count in range(20)]
    assert bounds == sorted(bounds)
    assert bounds[COSTS.most_letters] == bounds[-1]


def test_the_last_words_are_counted():
    found = last_words("one two three", 0, 13, count=2)
    assert [match[0] for match in found] == ["two", "three"]


@given(
    st.text(alphabet="ab -of,", max_size=40),
    st.text(alphabet="abof", min_size=1, max_size=5),
)
def test_a_start_is_that_of_a_word_and_costs_less_than_the_limit(text, letters):
    words = last_words(text, 0, len(text), count=20)
    cost, start = cheapest_start(words, letters, "?", 3.0)
    assert (start is None) == (cost == 3.0)
    assert start is None or start in {match.start() for match in words}
