import numpy as np
import pytest

from kg.analysis.packing import GAP, push_apart


def crowd(count, *, seed=0):
    """Return places and radii of discs that overlap, one in ten of them large."""
    random = np.random.default_rng(seed)
    places = random.uniform(0, 12 * count**0.5, (count, 2))
    radii = np.where(np.arange(count) % 10 == 0, 25.0, 4.0)
    return places, radii


def overlaps(places, radii, planes):
    apart = np.linalg.norm(places[:, None] - places[None, :], axis=2)
    deep = radii[:, None] + radii[None, :] - apart
    meet = planes[:, None] == planes[None, :]
    return np.triu(np.where(meet, deep, 0.0), k=1)


@pytest.mark.parametrize("count", [2, 30, 300])
def test_discs_small_and_large_are_moved_off_each_other(count):
    places, radii = crowd(count)
    planes = np.zeros(count, dtype=np.int64)
    before = overlaps(places, radii, planes)
    after = overlaps(push_apart(places, radii, planes), radii, planes)
    assert after.max() <= max(0.2 * before.max(), GAP)


def test_discs_on_different_planes_do_not_meet():
    places = np.array([[0.0, 0.0], [1.0, 0.0], [0.5, 0.5]])
    radii, planes = np.array([4.0, 30.0, 9.0]), np.array([0, 1, 2])
    assert (push_apart(places, radii, planes) == places).all()


def test_components_are_moved_together_as_each_alone():
    places, radii = crowd(200)
    planes = np.arange(200) % 3
    together = push_apart(places, radii, planes)
    for plane in range(3):
        own = planes == plane
        alone = push_apart(places[own], radii[own], planes[own])
        assert (together[own] == alone).all()
