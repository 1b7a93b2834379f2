import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from kg.analysis.landscape.contours import contour_rings


def _area(ring):
    x, y = ring.T
    return abs(np.dot(x, np.roll(y, -1)) - np.dot(y, np.roll(x, -1))) / 2


def test_a_hill_has_a_ring_at_its_height():
    y, x = np.indices((81, 81)) - 40
    (ring,) = contour_rings(-np.hypot(x, y), -20.0)
    assert np.hypot(*(ring - 40).T) == pytest.approx(np.full(len(ring), 20), abs=0.05)
    assert _area(ring) == pytest.approx(np.pi * 400, rel=0.01)


def test_a_crater_has_two_rings():
    y, x = np.indices((61, 61)) - 30
    outer, inner = contour_rings(-abs(np.hypot(x, y) - 20), -5.0)
    assert _area(outer) > _area(inner) > 0


def test_what_reaches_the_edge_is_closed_there():
    (ring,) = contour_rings(np.ones((3, 4)), 0.5)
    assert _area(ring) > 5


def test_nothing_above_has_no_ring():
    assert contour_rings(np.zeros((4, 4)), 1.0) == []


@given(arrays(np.int8, (5, 6), elements=st.integers(0, 3)))
def test_rings_close_and_the_numbers_of_crossings_are_right(field):
    rings = contour_rings(field.astype(float), 1.5)
    padded = np.pad(field, 1) > 1.5
    across = np.count_nonzero(padded[:, 1:] != padded[:, :-1])
    down = np.count_nonzero(padded[1:] != padded[:-1])
    assert sum(map(len, rings)) == across + down
    for ring in rings:
        steps = np.abs(np.diff(np.concatenate([ring, ring[:1]]), axis=0))
        assert steps.max() <= 1 + 1e-9
