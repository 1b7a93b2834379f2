import numpy as np
import pytest

from kg.analysis.landscape.borders import POINTS, draw_borders


def _inside(ring, point):
    """Tell whether a point lies in a ring: a ray from it crosses an odd number of sides."""
    a, b = ring - point, np.roll(ring, -1, axis=0) - point
    crosses = (a[:, 1] > 0) != (b[:, 1] > 0)
    with np.errstate(divide="ignore", invalid="ignore"):
        at = a[:, 0] - a[:, 1] * (b[:, 0] - a[:, 0]) / (b[:, 1] - a[:, 1])
    return np.count_nonzero(crosses & (at > 0)) % 2 == 1


@pytest.fixture(scope="module")
def two():
    random = np.random.default_rng(0)
    groups = np.repeat([0, 1], 30)
    places = random.normal(size=(60, 2))
    places[:, 0] += 7 * groups
    return places, groups


def test_a_border_goes_around_its_nodes_and_no_others(two):
    places, groups = two
    for region, rings in enumerate(draw_borders(places, groups)):
        inside = np.array([any(_inside(ring, p) for ring in rings) for p in places])
        assert np.mean(inside[groups == region]) > 0.85
        assert not inside[groups != region].any()


def test_borders_never_cross(two):
    (one, *_), (other, *_) = draw_borders(*two)
    assert not any(_inside(one, point) for point in other)
    assert not any(_inside(other, point) for point in one)


def test_they_have_so_many_points_and_two_decimals(two):
    for rings in draw_borders(*two):
        for ring in rings:
            assert len(ring) <= POINTS
            assert np.array_equal(ring, ring.round(2))


def test_nodes_of_no_region_have_no_border(two):
    places, groups = two
    (rings,) = draw_borders(places, np.where(groups == 0, 0, -1))
    assert not any(_inside(ring, places[groups == 1].mean(axis=0)) for ring in rings)
    assert draw_borders(places, np.full(len(places), -1)) == ()


def test_a_region_that_nothing_is_in_has_no_ring(two):
    places, groups = two
    assert [len(rings) for rings in draw_borders(places, groups * 2)][1] == 0


def test_one_node_has_a_border():
    ((ring,),) = draw_borders(np.array([[5.0, 5.0]]), np.array([0]))
    assert _inside(ring, np.array([5.0, 5.0]))
