import pytest

from kg.sources.records.json_dialects.dialect_table import DIALECTS, find_dialect

VALUES = {"[": ["x"], "{": {"x": 1}}


@pytest.mark.parametrize("dialect", DIALECTS, ids=lambda dialect: dialect.what)
def test_a_record_is_told_by_any_of_its_marks(dialect):
    for marks in dialect.marks:
        record = {mark.rstrip("[{"): VALUES.get(mark[-1], "x") for mark in marks}
        assert find_dialect(record) is dialect


@pytest.mark.parametrize(
    "record",
    [
        {},
        {"title": "A", "abstract": "B", "authors": ["Ann Lee"], "doi": "10.1/x"},
        {
            "id": "1",
            "title": "A",
            "authors": [{"name": "Ann Lee"}],
            "references": ["x"],
        },
        {"title": "A", "author": "Ann Lee", "year": 2001, "journal": "B"},
    ],
)
def test_a_record_of_our_own_is_of_no_dialect(record):
    assert find_dialect(record) is None
