import json

import pytest

from kg.files.opening import open_text
from kg.records import Document, Remark
from kg.sources.records import jsonl
from kg.sources.records.json_mojibake import MojibakeRepairs

WRONG = "José Pérez, Cádiz".encode().decode("cp1252")


@pytest.mark.parametrize("value", ["José", "Ã", "plain", None, 3, True, {"a": ["Zoë"]}])
def test_what_is_right_stays(value):
    repairs = MojibakeRepairs()
    assert repairs.repair(value, line=1) == value
    assert list(repairs.remarks("x")) == []


def test_strings_are_repaired_wherever_they_stand_and_counted():
    repairs = MojibakeRepairs()
    repairs.repair({"title": "On mills"}, line=1)
    assert repairs.repair([{"a": WRONG}, [WRONG]], line=2) == [
        {"a": "José Pérez, Cádiz"},
        ["José Pérez, Cádiz"],
    ]
    repairs.repair(WRONG, line=3)
    (remark,) = repairs.remarks("x")
    assert (remark.line, remark.lost) == (2, False)
    assert remark.reason.startswith("3 strings")
    assert '("José")' in remark.reason


def test_a_value_nested_deeply_stays():
    value = []
    for _ in range(5000):
        value = [value]
    assert MojibakeRepairs().repair(value, line=1) is value


@pytest.mark.parametrize("escaped", [True, False])
def test_a_file_is_repaired_escaped_or_not(escaped):
    record = {"title": "Dunes of Cádiz".encode().decode("latin-1"), "authors": [WRONG]}
    text = json.dumps(record, ensure_ascii=escaped)
    items = list(jsonl.parse(open_text(text, name="x.jsonl")))
    (document,) = (item for item in items if isinstance(item, Document))
    assert document.title == "Dunes of Cádiz"
    assert sum(isinstance(item, Remark) for item in items) == escaped
