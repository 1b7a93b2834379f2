import numpy as np
import pytest

from kg.figure.label_placement import Box, Page
from kg.figure.map_scale import fit_map
from kg.figure.region_labels import NAME_SIZE, draw_region_names


@pytest.mark.parametrize("width", [60, 120, 241, 493])
def test_every_region_has_a_name_or_a_number(drawing, width):
    scale = fit_map(drawing, width)
    names = draw_region_names(drawing, scale, Page(scale.inside))
    for region, own in enumerate(drawing.land.names):
        assert (region in names.numbered) != bool(set(own) & names.written)


def test_a_name_stands_at_its_own_region(drawing):
    scale = fit_map(drawing, 493)
    names = draw_region_names(drawing, scale, Page(scale.inside))
    first = {own[0]: region for region, own in enumerate(drawing.land.names)}
    places = scale.place(drawing.land.places)
    for text in names.texts:
        if text.text in first:
            middle = np.array([text.x + 12, text.y - NAME_SIZE / 2])
            nearest = np.linalg.norm(places - middle, axis=1).argmin()
            assert drawing.land.regions.coarse[nearest] == first[text.text]


def test_where_nothing_is_free_only_numbers_are_left(drawing):
    scale = fit_map(drawing, 493)
    page = Page(scale.inside)
    page.cover(Box(0, 0, 493, scale.inside.bottom))
    names = draw_region_names(drawing, scale, page)
    assert names.texts == []
    assert names.numbered == tuple(range(len(drawing.land.names)))
