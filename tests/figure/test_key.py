import re
from dataclasses import replace

import numpy as np
import pytest

from kg.figure.key import draw_caption, draw_key


def _texts(elements):
    return [re.sub("<[^>]*>", "", each) for each in elements if "<text" in each]


@pytest.mark.parametrize(("width", "columns"), [(120, 1), (241, 1), (493, 2)])
def test_all_regions_are_listed_in_columns(drawing, width, columns):
    elements, bottom = draw_key(drawing, width, 100.0, numbered=(1,))
    texts = _texts(elements)
    assert len(texts) == len(drawing.land.names)
    assert [text.startswith("2  ") for text in texts[:3]] == [False, True, False]
    rows = -(-len(texts) // columns)
    assert bottom == pytest.approx(100 + 8.6 * rows + 3)
    assert all(
        names[0][:4] in text
        for names, text in zip(drawing.land.names, texts, strict=True)
    )


def test_the_caption_says_what_is_shown_and_what_it_means(drawing):
    elements, _ = draw_caption(drawing, 493, 0.0)
    text = " ".join(_texts(elements))
    assert text.startswith(
        "73 of 90 terms of 144 works. some pairs. Size of discs: works"
    )
    assert "(19, 36, 144 from small to large)" in text or "from small to large" in text
    assert "at home in no region" not in text


def test_grey_discs_are_explained_where_there_are_any(drawing):
    grey = replace(drawing, regions=np.full(len(drawing.labels), -1))
    text = " ".join(_texts(draw_caption(grey, 493, 0.0)[0]))
    assert "grey discs: at home in no region" in text


def test_a_narrow_page_has_more_lines(drawing):
    _, narrow = draw_caption(drawing, 120, 0.0)
    _, wide = draw_caption(drawing, 493, 0.0)
    assert narrow > wide
