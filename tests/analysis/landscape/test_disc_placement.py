import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.analysis.landscape import disc_placement
from kg.analysis.landscape.disc_placement import place_discs


def _least_gap(centres, radii):
    distances = np.linalg.norm(centres[:, None] - centres, axis=2)
    gaps = distances - radii - radii[:, None]
    return gaps[np.triu_indices(len(radii), 1)].min(initial=np.inf)


@settings(deadline=None, max_examples=30)
@given(st.integers(0, 1000), st.integers(1, 25))
def test_discs_never_overlap(seed, size):
    random = np.random.default_rng(seed)
    radii = random.uniform(1, 40, size)
    ties = np.triu(random.random((size, size)) < 0.2, 1) * random.random((size, size))
    starts = random.normal(size=(size, 2))
    centres = place_discs(ties + ties.T, radii, starts, aspect=1.5)
    assert _least_gap(centres, radii) >= -1e-6


def test_the_whole_is_wider_than_high():
    random = np.random.default_rng(2)
    radii, starts = np.full(24, 10.0), random.normal(size=(24, 2))
    width, height = np.ptp(place_discs(np.ones((24, 24)), radii, starts, aspect=1.5), 0)
    assert 1.2 < (width + 20) / (height + 20) < 1.8


def test_what_is_tied_lies_nearer():
    ties = np.zeros((12, 12))
    ties[0, 1] = ties[1, 0] = ties[5, 6] = ties[6, 5] = 5.0
    ties += 0.1 - 0.1 * np.eye(12)
    starts = np.random.default_rng(0).normal(size=(12, 2))
    centres = place_discs(ties, np.ones(12), starts)
    distances = np.linalg.norm(centres[:, None] - centres, axis=2)
    assert (distances[0, 1] + distances[5, 6]) / 2 < 0.7 * np.median(distances)


def test_what_nothing_ties_lies_outside():
    ties = np.zeros((20, 20))
    ties[:8, :8] = 1 - np.eye(8)
    starts = np.random.default_rng(0).normal(size=(20, 2))
    centres = place_discs(ties, np.ones(20), starts)
    distances = np.linalg.norm(centres, axis=1)
    assert distances[:8].mean() < distances[8:].mean()


def test_of_many_the_small_ones_stand_around(monkeypatch):
    monkeypatch.setattr(disc_placement, "MOST_DISCS", 5)
    radii = np.array([1.0, 9, 9, 9, 9, 9, 1, 1, 1, 1])
    starts = np.random.default_rng(0).normal(size=(10, 2))
    centres = place_discs(np.ones((10, 10)) - np.eye(10), radii, starts)
    assert _least_gap(centres, radii) >= 0
    distances = np.linalg.norm(centres, axis=1)
    assert distances[radii == 1].min() > distances[radii == 9].max()


@pytest.mark.parametrize("size", [0, 1])
def test_few_discs(size):
    ties, starts = np.zeros((size, size)), np.zeros((size, 2))
    assert place_discs(ties, np.ones(size), starts).tolist() == [[0, 0]] * size
