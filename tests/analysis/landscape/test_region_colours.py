import numpy as np
import pytest

from kg.analysis.landscape.region_colours import colour_regions


@pytest.mark.parametrize("colours", [6, 12])
def test_neighbours_differ(colours):
    rows, columns = np.indices((6, 8)).reshape(2, -1)
    centres = np.stack([2.0 * columns + rows % 2, 1.8 * rows], axis=1)
    found = colour_regions(centres, np.ones(48), colours=colours)
    distances = np.linalg.norm(centres[:, None] - centres, axis=2)
    beside = (distances < 2.2) & (distances > 0)
    assert not (beside & (found[:, None] == found)).any()
    assert set(found) == set(range(colours))


def test_with_too_few_colours_the_farthest_is_repeated():
    centres = np.array([[0.0, 0], [2.1, 0], [1, 1.8]])
    found = colour_regions(centres, np.ones(3), colours=2)
    assert set(found) == {0, 1}


def test_no_region_is_without_colour():
    centres = np.random.default_rng(0).random((200, 2)) * 40
    found = colour_regions(centres, np.ones(200), colours=12)
    assert ((found >= 0) & (found < 12)).all()
