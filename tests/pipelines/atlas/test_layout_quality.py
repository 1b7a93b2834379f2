import numpy as np
import pytest

from kg.analysis.arrays import EdgeArrays
from pipelines.atlas.layout_quality import (
    displacement,
    nearest_kept,
    shift,
    silhouette,
)

RANDOM = np.random.default_rng(0)
GROUPS = np.repeat([0, 1, 2], 20)
APART = RANDOM.normal(size=(60, 2)) + 100 * GROUPS[:, None]


def test_a_silhouette_tells_communities_that_lie_apart():
    assert silhouette(APART, GROUPS) > 0.9
    assert silhouette(APART, RANDOM.permutation(GROUPS)) < 0
    assert np.isnan(silhouette(APART, np.zeros(60, np.int64)))


def test_it_is_what_its_formula_says():
    places = np.array(
        [[0.0, 0], [1, 0], [0, 1], [1, 1], [9, 0], [9, 1], [8, 0], [8, 1]]
    )
    groups = np.array([0] * 4 + [1] * 4)
    distances = np.linalg.norm(places[:, None] - places, axis=2)
    within, other = distances[0, 1:4].mean(), distances[0, 4:].mean()
    values = (other - within) / other
    assert silhouette(places, groups) == pytest.approx(values, abs=0.02)


@pytest.mark.parametrize(("far", "share"), [(1, 1.0), (50, 0.0)])
def test_the_nearest_are_the_strongest_or_not(far, share):
    line = np.stack([np.arange(100.0), np.zeros(100)], axis=1)
    ends = np.arange(100 - far), np.arange(far, 100)
    ties = EdgeArrays(tuple(map(str, range(100))), *ends, np.ones(100 - far))
    assert nearest_kept(line, ties) == share


def test_a_turned_map_did_not_change_but_is_seen_to():
    turned = APART @ np.array([[0.0, 3.0], [-3.0, 0.0]])
    assert displacement(turned, APART) == pytest.approx(0, abs=1e-9)
    assert shift(turned, APART) > 0.1
    assert shift(APART + 7, APART) == pytest.approx(0, abs=1e-9)
