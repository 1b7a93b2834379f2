import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.analysis.arrays import EdgeArrays, edge_arrays
from kg.analysis.significance import (
    disparity_levels,
    log_likelihood_ratios,
    weigh_by_significance,
)


@st.composite
def tables(draw):
    works = draw(st.integers(1, 400))
    first, second = draw(st.integers(0, works)), draw(st.integers(0, works))
    least = max(0, first + second - works)
    return draw(st.integers(least, min(first, second))), first, second, works


def _ratio(together, first, second, works):
    counts = (np.array([float(each)]) for each in (together, first, second))
    return float(log_likelihood_ratios(*counts, works)[0])


@given(tables())
def test_it_is_the_g_statistic_where_pairs_meet_more_often_than_by_chance(table):
    together, first, second, works = table
    found = _ratio(*table)
    observed = np.array(
        [
            [together, first - together],
            [second - together, works - first - second + together],
        ]
    )
    expected = np.outer(observed.sum(axis=1), observed.sum(axis=0)) / works
    if together * works <= first * second:
        assert found == 0
    else:
        cells = observed[observed > 0] * np.log(
            observed[observed > 0] / expected[observed > 0]
        )
        assert found == pytest.approx(2 * cells.sum(), abs=1e-5)


def test_more_works_in_common_are_surer():
    assert _ratio(2, 10, 10, 1000) < _ratio(3, 10, 10, 1000) < _ratio(9, 10, 10, 1000)


def test_pairs_keep_their_ends_and_get_other_weights():
    ends = np.array([0, 0]), np.array([1, 2])
    pairs = EdgeArrays(("a", "b", "c"), *ends, np.array([5.0, 5.0]))
    weighed = weigh_by_significance(pairs, np.array([5, 5, 90]), works=100)
    assert weighed.sources is pairs.sources
    assert weighed.weights[0] > weighed.weights[1] > 0


def test_an_edge_that_has_most_of_a_weight_is_kept():
    star = nx.star_graph([f"n{n}" for n in range(11)])
    nx.set_edge_attributes(star, 1.0, "weight")
    star.edges["n0", "n1"]["weight"] = 50.0
    arrays = edge_arrays(star, weight="weight")
    levels = disparity_levels(arrays)
    assert (levels < 0.05).tolist() == [w == 50 for w in arrays.weights.tolist()]


def test_the_only_edge_of_both_ends_proves_nothing():
    assert disparity_levels(edge_arrays(nx.path_graph("ab"), weight="w")).tolist() == [
        1
    ]
