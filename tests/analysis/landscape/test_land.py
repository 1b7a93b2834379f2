import numpy as np
import pytest

from kg.analysis.landscape.land import node_radii
from kg.appearance import COMMUNITY_COLOURS


def test_everything_is_as_long_as_it_should_be(planted_land):
    size, regions = len(planted_land.nodes), len(planted_land.names)
    for each in (planted_land.works, planted_land.radii, planted_land.shares):
        assert each.shape == (size,)
    assert planted_land.places.shape == (size, 2)
    assert len(planted_land.borders) == len(planted_land.centres) == regions
    assert planted_land.regions.coarse.max() + 1 == regions
    assert planted_land.regions.fine.max() + 1 == len(planted_land.sub_names)
    assert planted_land.colours.max() < len(COMMUNITY_COLOURS)


def test_regions_lie_apart(planted_land):
    groups, places = planted_land.regions.coarse, planted_land.places
    distances = np.linalg.norm(places[:, None] - places, axis=2)
    within = groups[:, None] == groups
    others = ~np.eye(len(groups), dtype=bool)
    assert distances[within & others].mean() < 0.5 * distances[~within].mean()


def test_each_region_has_a_border(planted_land):
    assert all(rings for rings in planted_land.borders)


@pytest.mark.parametrize("works", [[], [0], [1], [1, 4, 900]])
def test_radii_grow_with_works(works):
    radii = node_radii(np.array(works, dtype=np.int64))
    assert ((radii >= 2) & (radii <= 9)).all()
    assert (np.diff(radii) > 0).all()
