import io
import zipfile
from xml.etree.ElementTree import Element, ParseError

import pytest

from kg.errors import SourceError
from kg.sources.records.tables.sheet_xml import attribute, local_name, sheet_elements
from tests.sources.records.tables.workbooks import pack


def names(content, size=1 << 20):
    with zipfile.ZipFile(io.BytesIO(pack({"a.xml": content}))) as archive:
        return [
            local_name(element) for element in sheet_elements(archive, "a.xml", size)
        ]


def test_elements_come_as_they_end():
    assert names('<x:a xmlns:x="urn:x"><x:b/><c/></x:a>') == ["b", "c", "a"]


def test_no_more_is_read_than_is_allowed():
    with pytest.raises(SourceError, match="larger"):
        names("<a>" + "b" * 1000 + "</a>", size=99)


@pytest.mark.parametrize(
    ("content", "error"),
    [("<a>", ParseError), ("<!DOCTYPE a><a/>", SourceError)],
)
def test_what_is_no_workbook_s_xml_is_refused(content, error):
    with pytest.raises(error):
        names(content)


def test_attributes_are_found_in_any_namespace():
    assert attribute(Element("a", {"{urn:x}b": "1"}), "b") == "1"
    assert attribute(Element("a"), "b") == ""
