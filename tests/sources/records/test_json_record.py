import pytest

from kg.records import Document
from kg.sources.records.json_record import record_from_json


def read(value):
    *remarks, last = record_from_json(value, source="s", line=4)
    return last, remarks


@pytest.mark.parametrize(
    ("value", "word"),
    [
        (None, "null"),
        ([], "a list"),
        ({"year": 2001}, "without title and abstract"),
        ({"title": 3}, "expected a string, found a number"),
    ],
)
def test_what_is_no_record_is_a_reject(value, word):
    (remark,) = record_from_json(value, source="s", line=4)
    assert (remark.source, remark.line, remark.lost) == ("s", 4, True)
    assert word in remark.reason


@pytest.mark.parametrize(
    ("fields", "ids"),
    [
        ({"ids": {"PMID": 12, "mag": "7"}}, (("mag", "7"), ("pmid", "12"))),
        ({"pmid": "12", "ids": {"pubmed": "12"}}, (("pmid", "12"),)),
        ({"arxiv_id": "2101.00001v3"}, (("arxiv", "2101.00001"),)),
        ({"ids": {"doi": "10.1/x"}, "pmcid": ""}, ()),
    ],
)
def test_ids_come_from_one_field_or_several(fields, ids):
    document, remarks = read({"title": "T", **fields})
    assert document.ids == ids
    assert remarks == []


@pytest.mark.parametrize(
    ("references", "expected"),
    [
        (None, ()),
        ("10.1/x", ("10.1/x",)),
        (["A book", {"title": "B", "doi": "10.1/y"}, {}], ("A book", "10.1/y")),
        ([{"unstructured": "Lee, 2001."}], ("Lee, 2001.",)),
    ],
)
def test_references_are_named_by_what_is_surest(references, expected):
    assert read({"title": "T", "references": references})[0].references == expected


def test_remarks_come_with_the_line_of_the_record():
    document, (remark,) = read({"title": "T", "year": "soon"})
    assert isinstance(document, Document)
    assert (remark.line, remark.lost) == (4, False)
