"""One element: prefixes off, lone signs mended, faults told with their line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.sources.records.xml.element_parsing import Parsed, parse_element


def test_prefixes_are_taken_off_whether_declared_or_not():
    element = parse_element(
        "<dc:a xmlns:dc='x' xml:lang='en' rdf:about='#1'><b:c d='1'/></dc:a>"
    ).element
    assert element.tag == "a"
    assert element.attrib == {"lang": "en", "about": "#1"}
    assert [(child.tag, child.attrib) for child in element] == [("c", {"d": "1"})]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("<a>p < 0.05</a>", "p < 0.05"),
        ("<a>p <0.05 and x<=3</a>", "p <0.05 and x<=3"),
        ("<a>a\x00b\x1f</a>", "ab"),
        ("<a>H<sub>2O<i> and </sub>more</i></a>", "H2O and more"),
        ("<a>one<br>two < three</a>", "onetwo < three"),
    ],
)
def test_what_xml_has_no_room_for_costs_only_itself(text, words):
    parsed = parse_element(text)
    assert (parsed.element.text, parsed.is_mended) == (words, True)


@pytest.mark.parametrize(
    ("text", "fault", "line"),
    [
        ("<a>\n<c>\n</a>", "mismatched tag", 2),
        ("<a>", "no element found", 0),
        ("<a/>\n<c/>", "junk after document element", 1),
        ("<a b=c/>", "not well-formed (invalid token)", 0),
        ("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;", "no element found", 0),
    ],
)
def test_a_fault_is_told_with_its_line(text, fault, line):
    assert parse_element(text)[:3] == (None, fault, line)


def test_a_tree_of_any_depth_is_read():
    assert parse_element("<a>" * 100_000 + "</a>" * 100_000).element.tag == "a"


@given(st.text(alphabet="<>/&;ab='\"!-[] \n\x00é"))
def test_any_text_is_an_element_or_a_fault(text):
    parsed = parse_element(text)
    assert isinstance(parsed, Parsed)
    assert (parsed.element is None) == bool(parsed.fault)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("<a>\n<b>\n<b>\n<c>1</c>\n</b>\n</b></a>", ["a", "b", "c"]),
        ("<a><b>x<b><c/></b></b></a>", ["a", "b", "b", "c"]),
        ("<a><b/><b/></a>", ["a", "b", "b"]),
    ],
)
def test_an_element_in_one_of_its_own_name_is_taken_out(text, names):
    assert [element.tag for element in parse_element(text).element.iter()] == names
