"""Records in a stream: the same however it is cut, and each line in one item."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.sources.records.xml.record_stream import (
    BetweenRecords,
    DocumentType,
    XmlRecord,
    xml_records,
)

RECORD = "<rec a='>' b=\"<\">\n<x/></rec>"


def cut(text, size):
    return [text[n : n + size] for n in range(0, len(text), size)]


def shown(items):
    return [
        (item.line, item.last, item.fault, item.element is not None)
        for item in items
        if isinstance(item, XmlRecord)
    ]


@pytest.mark.parametrize("size", [1, 5, 1000])
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<r>\n<rec>1</rec><rec/>\n</r>", [(2, 2, "", True), (2, 2, "", True)]),
        (
            "<rec>\n<rec>1</rec>",
            [(1, 1, "it is never closed", False), (2, 2, "", True)],
        ),
        ("<p:rec>1</p:rec\n>", [(1, 2, "", True)]),
        ("<record>1</record><rec-a/>", []),
        ("<rec><!-- </rec><rec> -->1</rec>", [(1, 1, "", True)]),
        ("<rec><![CDATA[<rec>]]></rec>", [(1, 1, "", True)]),
        ("<!-- <rec>1</rec> --><rec/>", [(1, 1, "", True)]),
        ("<!DOCTYPE a [<!ENTITY b '<rec/>'>]><rec/>", [(1, 1, "", True)]),
        ("<!DOCTYPE a [<!ENTITY b '<rec/>'>\n]\n><rec/>", [(3, 3, "", True)]),
        ("<!DOCTYPE a SYSTEM 'x'><rec/>]>", [(1, 1, "", True)]),
        ("<!DOCTYPE a [<rec/>", [(1, 1, "", True)]),
        ("<!DOCTYPE <rec/>", [(1, 1, "", True)]),
        ("<rec><metadata><rec>1</rec></metadata></rec>", [(1, 1, "", True)]),
        ("<rec><metadata> <rec/></metadata></rec>", [(1, 1, "", True)]),
        ("<rec a='1>2'>3</rec>", [(1, 1, "", True)]),
        ("<x>\n</rec>", [(1, 2, "its beginning is missing", False)]),
        ("<x>\n<rec a='1", [(2, 2, "it is never closed", False)]),
        ("<p:rec></q:rec>", [(1, 1, "</q:rec> closes it", False)]),
    ],
)
def test_records_are_found_however_the_text_is_cut(text, expected, size):
    assert shown(xml_records(cut(text, size), ["rec"])) == expected


def test_a_part_of_a_record_is_a_record_where_it_stands_alone():
    text = "<rec><part>1</part></rec><part>2</part><part>3<rec/>"
    items = shown(xml_records([text], ["rec", "part"], parts=["part"]))
    faults = ["", "", "it is never closed", ""]
    assert [fault for *_, fault, _ in items] == faults


def test_what_stands_between_is_given_with_its_line():
    items = list(xml_records(["<r>\n<t>x</t>\n<rec/>\n</r>\nwords"], ["rec"]))
    between = [i for i in items if isinstance(i, BetweenRecords)]
    assert [(i.line, i.text) for i in between] == [
        (1, "<r>\n<t>x</t>\n"),
        (3, "\n</r>\nwords"),
    ]


def test_a_document_type_is_one_item():
    items = list(xml_records(["<!DOCTYPE a [<!ENTITY b 'c'>]><rec/>"], ["rec"]))
    assert items[0] == DocumentType(1, "<!DOCTYPE a [<!ENTITY b 'c'>]>")


def test_a_record_that_is_too_long_costs_its_tag(monkeypatch):
    monkeypatch.setattr("kg.sources.records.xml.record_stream._LONGEST_RECORD", 1000)
    text = f"<rec>{'<x>1</x>' * 999}</rec><rec>1</rec>"
    items = shown(xml_records(cut(text, 100), ["rec"]))
    assert [fault for *_, fault, _ in items] == [
        "it is longer than 1,000 characters",
        "its beginning is missing",
        "",
    ]


def test_unclosed_comments_and_records_by_the_thousand_are_read_once():
    text = "<rec><!-- " * 20_000 + "<!--" * 20_000 + "<!DOCTYPE " * 20_000
    assert len(shown(xml_records(cut(text, 1 << 12), ["rec"]))) == 20_000


def test_little_is_held_of_a_long_text_without_records():
    pieces = ("<x>1</x>" * 20_000 for _ in range(20))
    sizes = [len(item.text) for item in xml_records(pieces, ["rec"])]
    assert sum(sizes) == 20 * 160_000
    assert max(sizes) < 400_000


@given(
    st.lists(
        st.sampled_from(["<rec>", "</rec>", "<x>", "</x>", "<!--", "-->", "a\n", "'"])
    )
)
def test_every_character_is_in_one_item(parts):
    text = "".join(parts)
    whole = list(xml_records([text], ["rec"]))
    lines = [item.line for item in whole]
    assert lines == sorted(lines)
    assert shown(xml_records(cut(text, 3), ["rec"])) == shown(whole)
