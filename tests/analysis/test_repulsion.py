import numpy as np
import pytest

from kg.analysis.repulsion import Mesh


def exact_forces(places, masses):
    """Sum `mass·mass/distance` over all pairs."""
    apart = places[:, None] - places[None, :]
    square = (apart**2).sum(axis=2)
    np.fill_diagonal(square, np.inf)
    weights = masses[:, None] * masses[None, :] / square
    return (apart * weights[:, :, None]).sum(axis=1)


def test_forces_are_nearly_those_of_all_pairs():
    random = np.random.default_rng(5)
    places, masses = random.uniform(0, 100, (60, 2)), random.integers(1, 9, 60) * 1.0
    ours, exact = Mesh(256).forces(places, masses), exact_forces(places, masses)
    error = np.linalg.norm(ours - exact, axis=1)
    assert np.median(error / np.linalg.norm(exact, axis=1)) < 0.05


def test_two_nodes_push_each_other_apart_alike():
    force = Mesh(64).forces(np.array([[0.0, 0.0], [10.0, 0.0]]), np.array([2.0, 3.0]))
    assert force[0, 0] < 0 < force[1, 0]
    assert force[0] == pytest.approx(-force[1], rel=0.05, abs=1e-9)


@pytest.mark.parametrize("count", [1, 3])
def test_nodes_on_one_spot_do_not_push(count):
    force = Mesh(64).forces(np.ones((count, 2)), np.ones(count))
    assert np.isfinite(force).all()
    assert np.abs(force).max() < 1e-9
