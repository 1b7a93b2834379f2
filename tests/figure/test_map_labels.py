from dataclasses import replace

import pytest

from kg.figure.label_placement import Page
from kg.figure.map_labels import MOST_LABELS, draw_labels
from kg.figure.map_scale import fit_map
from kg.figure.region_labels import draw_region_names
from kg.figure.svg_elements import LINE
from kg.figure.text_width import text_width


@pytest.fixture(params=[120, 241, 493])
def placed(request, drawing):
    scale = fit_map(drawing, request.param)
    page = Page(scale.inside)
    names = draw_region_names(drawing, scale, page)
    labels = draw_labels(drawing, scale, page, written=names.written)
    return scale, names, labels


def test_no_two_texts_overlap_and_all_lie_on_the_page(placed):
    scale, names, labels = placed
    boxes = []
    for each in (*names.texts, *labels):
        width = text_width(each.text, each.size, bold=each.bold)
        top = each.y - 0.78 * each.size * LINE
        boxes.append((each.x, top, each.x + width, top + each.size * LINE))
    for number, (left, top, right, bottom) in enumerate(boxes):
        assert left >= -0.1
        assert right <= scale.inside.right + 0.1
        for other in boxes[:number]:
            across = min(right, other[2]) - max(left, other[0])
            down = min(bottom, other[3]) - max(top, other[1])
            assert across < 0.1 or down < 0.1


def test_what_is_a_name_is_no_label_too(placed):
    _, names, labels = placed
    assert not {label.text for label in labels} & names.written
    assert 0 < len(labels) <= MOST_LABELS


def test_the_most_prominent_has_the_largest_label(drawing):
    scale = fit_map(drawing, 493)
    labels = draw_labels(drawing, scale, Page(scale.inside), written=frozenset())
    sizes = {label.text: label.size for label in labels}
    assert max(sizes, key=sizes.__getitem__) == "results"


def test_what_is_at_home_nowhere_comes_last(drawing):
    results = drawing.labels.index("results")
    regions = drawing.regions.copy()
    regions[results] = -1
    scale = fit_map(drawing, 493)
    texts = draw_labels(
        replace(drawing, regions=regions),
        scale,
        Page(scale.inside),
        written=frozenset(),
    )
    assert texts[0].text != "results"
