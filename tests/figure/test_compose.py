import xml.etree.ElementTree as ET
from dataclasses import replace

import numpy as np
import pytest

from kg.figure.compose import COLUMN, TWO_COLUMNS, compose_figure

SVG = "{http://www.w3.org/2000/svg}"


@pytest.mark.parametrize("width", [COLUMN, TWO_COLUMNS])
def test_everything_is_drawn(drawing, width):
    root = ET.fromstring(compose_figure(drawing, width=width))
    circles = len(list(root.iter(f"{SVG}circle")))
    assert circles == len(drawing.labels) + len(drawing.land.names)
    assert len(list(root.iter(f"{SVG}polygon"))) == sum(map(len, drawing.land.borders))
    assert root.get("width") == f"{width:g}mm"
    assert root.find(f"{SVG}title").text == "73 of 90 terms of 144 works; some pairs"


def test_no_text_is_too_small_to_be_read(drawing):
    root = ET.fromstring(compose_figure(drawing, width=COLUMN))
    sizes = [float(text.get("font-size")) for text in root.iter(f"{SVG}text")]
    assert min(sizes) >= 5.6  # points


def test_colours_are_those_of_regions_and_grey_for_none(drawing):
    nowhere = replace(drawing, regions=np.full(len(drawing.labels), -1))
    root = ET.fromstring(compose_figure(nowhere))
    fills = [circle.get("fill") for circle in root.iter(f"{SVG}circle")]
    assert fills.count("#9aa0a6") == len(drawing.labels)


def test_hostile_labels_stay_text(drawing):
    hostile = "<script>&</script>"
    svg = compose_figure(replace(drawing, labels=(hostile,) * len(drawing.labels)))
    texts = {text.text for text in ET.fromstring(svg).iter(f"{SVG}text")}
    assert hostile in texts
    assert "<script" not in svg


def test_the_same_drawing_gives_the_same_bytes(drawing):
    assert compose_figure(drawing) == compose_figure(drawing)


@pytest.mark.parametrize("width", [0, 10, float("nan")])
def test_a_width_that_nothing_fits_is_refused(drawing, width):
    with pytest.raises(ValueError, match="mm"):
        compose_figure(drawing, width=width)
