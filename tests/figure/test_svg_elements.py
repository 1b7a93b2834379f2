import xml.etree.ElementTree as ET

import numpy as np

from kg.figure.svg_elements import Text, document, escaped, polygon, text_elements


def test_hostile_text_stays_text():
    hostile = "</text><script>alert(1)</script>&\x00\ud800"
    (element,) = text_elements([Text(hostile, 1, 2, 7, bold=True, halo=True)])
    parsed = ET.fromstring(element)
    assert parsed.text == "</text><script>alert(1)</script>&"
    assert parsed.get("font-weight") == "bold"
    assert parsed.get("paint-order") == "stroke"


def test_what_xml_cannot_have_is_left_out():
    assert escaped("a\x0bb\ufffe") == "ab"


def test_a_shape_has_one_decimal():
    shape = polygon(np.array([[0.04, 1.26], [3, 4]]), 'fill="none"')
    assert shape == '<polygon points="0.0,1.3 3.0,4.0" fill="none"/>'


def test_a_document_has_its_real_size_and_a_title():
    root = ET.fromstring(document([], 200, 100, 85, title="a & b"))
    assert (root.get("width"), root.get("height")) == ("85mm", "42.5mm")
    assert root.get("viewBox") == "0 0 200.0 100.0"
    assert root[0].text == "a & b"
