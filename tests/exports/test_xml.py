import xml.etree.ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.exports.xml import as_literal, escape, tag_rows
from kg.text.xml_characters import drop_illegal

ANY = st.text(st.characters(codec=None))


def test_only_what_is_known_is_tagged():
    columns = {"a": ["x&y", None, ""], "b": [1, 0, 2.5], "c": ["no", "no", "no"]}
    rows = tag_rows(columns, {"a": ("<a>", "</a>"), "b": ("<b>", "</b>")})
    assert list(rows) == ["<a>x&amp;y</a><b>1</b>", "<b>0</b>", "<b>2.5</b>"]


@given(ANY)
def test_any_text_comes_back_from_an_element_and_an_attribute(text):
    read = ET.fromstring(f'<a b="{escape(text)}">{escape(text)}</a>')
    assert read.get("b") == drop_illegal(text)
    assert (read.text or "") == drop_illegal(text)


@pytest.mark.parametrize(
    ("value", "written"),
    [(True, "true"), (False, "false"), (0, 0), (1.5, 1.5), ("<", "&lt;")],
)
def test_values_are_written_as_xml_schema_has_them(value, written):
    assert as_literal(value) == written
    assert type(as_literal(value)) is type(written)
