from dataclasses import replace

import numpy as np
import pytest

from kg.figure.map_scale import fit_map


@pytest.mark.parametrize("width", [120, 241, 493])
def test_everything_lies_on_the_page_and_nothing_is_squeezed(drawing, width):
    scale = fit_map(drawing, width)
    rings = [ring for rings in drawing.land.borders for ring in rings]
    points = scale.place(np.concatenate([drawing.places, *rings]))
    low, high = points.min(axis=0), points.max(axis=0)
    assert (low >= 0).all()
    assert high[0] <= width
    assert high[1] <= scale.inside.bottom
    steps = np.diff(drawing.places, axis=0)
    drawn = np.diff(scale.place(drawing.places), axis=0)
    assert np.allclose(np.hypot(*drawn.T), scale.factor * np.hypot(*steps.T))


def test_a_page_points_down(drawing):
    up = np.array([[0.0, 0.0], [0.0, 1.0]])
    below, above = fit_map(drawing, 200).place(up)
    assert above[1] < below[1]


def test_no_disc_is_too_small_to_be_seen(drawing):
    scale = replace(fit_map(drawing, 200), factor=1e-6)
    assert (scale.radii(drawing.radii) > 0.5).all()
