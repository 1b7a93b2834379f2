import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.files.opened_file import Head
from kg.sources.formats.json_keys import record_keys


def keys(text):
    return record_keys(Head("x", b"", text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('{"A": 1, "b": [{"c": 2}]}', {"a", "b", "b["}),
        (' [\n {"a": {"b": 1}, "c": "d"}, {"e": 1}]', {"a", "a{", "c"}),
        ('{"a": "}", "b": "\\"}"}', {"a", "b"}),
        ('{"a": [1, 2', {"a", "a["}),
        ('{"a": "cut o', {"a"}),
        ('{"a": 1}\n{"b": 1}', {"a"}),
        ("[1, 2]", set()),
        ("{em braces}", set()),
        ("words", set()),
    ],
)
def test_keys_of_the_first_object(text, expected):
    assert keys(text) == expected


@given(
    st.dictionaries(st.text(), st.integers() | st.text() | st.lists(st.text())),
    st.booleans(),
)
def test_all_keys_are_found(record, ascii_only):
    text = json.dumps(record, ensure_ascii=ascii_only)
    written = {json.dumps(k, ensure_ascii=ascii_only)[1:-1].lower() for k in record}
    assert written <= keys(text)
