import numpy as np
import pytest

from kg.analysis.landscape.force_balance import balance


def _starts(size):
    return np.random.default_rng(size).normal(size=(size, 2))


def test_two_groups_come_apart():
    ties = np.kron(np.eye(2), np.ones((5, 5))) - np.eye(10)
    ties[0, 5] = ties[5, 0] = 0.2
    places = balance(ties, _starts(10))
    a, b = places[:5], places[5:]
    apart = np.linalg.norm(a.mean(axis=0) - b.mean(axis=0))
    assert apart > 2 * np.linalg.norm(a - a.mean(axis=0), axis=1).mean()


@pytest.mark.parametrize("size", [0, 1, 2, 7])
def test_places_lie_around_the_origin(size):
    places = balance(np.ones((size, size)) - np.eye(size), _starts(size))
    assert places.shape == (size, 2)
    assert np.abs(places.sum(axis=0)).max() < 1e-4
    if size > 1:
        assert np.square(places).sum(axis=1).mean() == pytest.approx(1, abs=1e-4)


def test_without_ties_all_stay_near():
    assert np.abs(balance(np.zeros((6, 6)), _starts(6))).max() < 3


def test_an_anchor_holds_nodes_where_they_start():
    random = np.random.default_rng(4)
    ties = np.triu(random.random((12, 12)) < 0.3, 1).astype(float)
    starts = _starts(12) - _starts(12).mean(axis=0)
    starts /= np.sqrt(np.square(starts).sum(axis=1).mean())
    moved = [
        np.linalg.norm(balance(ties + ties.T, starts, anchor=anchor) - starts)
        for anchor in (0.0, 1.0, 30.0)
    ]
    assert moved[0] > moved[1] > moved[2]
