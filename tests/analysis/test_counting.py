import numpy as np
import pytest
from scipy import sparse

from kg.analysis.arrays import as_edges
from kg.analysis.counting import count_across, count_pairs
from kg.analysis.incidence import Incidence
from kg.analysis.sides import Careers, Side
from kg.errors import KGError
from kg.network_kinds import COUNTINGS


def _side(rows, places=None, alone=None):
    matrix = sparse.csr_array(np.array(rows, dtype=float))
    nodes = tuple("abcd"[: matrix.shape[1]])
    works = tuple(f"w{n}" for n in range(matrix.shape[0]))
    found = Incidence(works, nodes, nodes, (), matrix)
    order = None if places is None else sparse.csr_array(np.array(places, dtype=float))
    return Side(found, matrix.sum(axis=1), order, alone)


THREE = [[1, 1, 1], [1, 1, 0], [0, 0, 1]]
ORDER = [[1, 2, 3], [2, 1, 0], [0, 0, 1]]


@pytest.mark.parametrize("counting", COUNTINGS)
def test_counts_are_symmetric_and_nothing_meets_itself(counting):
    pairs = count_pairs(_side(THREE, ORDER), counting).toarray()
    assert (pairs == pairs.T).all()
    assert (pairs.diagonal() == 0).all()
    assert (pairs[pairs != 0] > 0).all()


def test_a_work_counts_as_much_by_position_as_by_fractions():
    side = _side([[1, 1, 1, 1]], [[1, 2, 3, 4]])
    fractional, position = (
        count_pairs(side, way).sum() / 2 for way in ("fractional", "position")
    )
    assert fractional == pytest.approx(2.0)  # half of its four authors
    assert position == pytest.approx(2.0)


def test_the_first_author_counts_for_more():
    pairs = count_pairs(_side([[1, 1, 1]], [[1, 2, 3]]), "position").toarray()
    assert pairs[0, 1] > pairs[0, 2] > pairs[1, 2]


def test_binary_counting_forgets_how_many_works():
    assert count_pairs(_side(THREE), "binary").toarray().max() == 1
    assert count_pairs(_side(THREE), "full").toarray().max() == 2


def test_what_is_one_authors_alone_is_not_shared():
    own = Careers(sparse.csr_array(np.array([[1.0, 1.0, 0.0]])), np.array([1]))
    pairs = count_pairs(_side(THREE, alone=own), "full").toarray()
    assert pairs[0, 1] == 1


def test_there_is_no_order_of_terms():
    with pytest.raises(KGError, match="full, fractional or binary"):
        count_pairs(_side(THREE), "position")


def test_between_two_sides_a_work_is_shared_out_among_the_first():
    people, terms = _side([[1, 1], [1, 0]], [[2, 1], [1, 0]]), _side([[1], [1]])
    counted = {
        way: count_across(people, terms, way).toarray().ravel().tolist()
        for way in COUNTINGS
    }
    assert counted["full"] == [2, 1]
    assert counted["fractional"] == [1.5, 0.5]
    assert counted["binary"] == [1, 1]
    assert counted["position"] == pytest.approx([1 + 1 / 3, 2 / 3])


def test_edges_are_each_pair_once():
    edges = as_edges(("a", "b", "c"), count_pairs(_side(THREE), "full"))
    ends = zip(edges.sources.tolist(), edges.targets.tolist(), strict=True)
    assert list(ends) == [(0, 1), (0, 2), (1, 2)]
    assert edges.weights.tolist() == [2, 1, 1]
