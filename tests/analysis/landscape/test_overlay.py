import numpy as np
import pytest
from scipy import sparse

from kg.analysis.landscape.overlay import place_on_land

PLACES = np.array([[0.0, 0.0], [10.0, 0.0], [500.0, 0.0]])
REGIONS = np.array([0, 0, 1])


def _place(rows, *, works=(1, 1, 1), shares=(1.0, 1.0, 1.0)):
    radii = np.full(len(rows), 0.5)
    shared = sparse.csr_array(np.array(rows, dtype=float))
    return place_on_land(
        shared, np.array(works), np.array(shares), REGIONS, PLACES, radii
    )


@pytest.mark.parametrize(
    ("row", "region", "x"),
    [([1, 1, 0], 0, 5), ([3, 1, 0], 0, 2.5), ([1, 1, 1], 0, 5), ([1, 0, 9], 1, 500)],
)
def test_one_stands_at_the_mean_of_the_main_region(row, region, x):
    found = _place([row])
    assert found.regions.tolist() == [region]
    assert found.places[0].tolist() == pytest.approx([x, 0], abs=0.02)


def test_general_terms_pull_less():
    assert _place([[1, 1, 0]], works=(1, 100, 1)).places[0, 0] < 1
    assert _place([[1, 1, 0]], shares=(1.0, 0.3, 1.0)).places[0, 0] < 1


def test_who_stands_at_one_place_is_moved_apart():
    places = _place([[1, 0, 0]] * 6).places
    distances = np.linalg.norm(places[:, None] - places, axis=2)
    assert distances[np.triu_indices(6, 1)].min() > 0.9


def test_who_has_no_term_is_not_on_the_land():
    found = _place([[0, 0, 0], [0, 0, 2]])
    assert found.regions.tolist() == [-1, 1]
    assert found.places[0].tolist() == [0, 0]
