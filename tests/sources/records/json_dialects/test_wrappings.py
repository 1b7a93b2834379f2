import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.sources.records.json_dialects.wrappings import (
    is_list_of_records,
    is_wrapping,
    records_in,
    with_id,
)

A = {"title": "A", "abstract": "Of A."}
B = {"title": "B", "author": "Ann Lee"}


@pytest.mark.parametrize(
    ("value", "records"),
    [
        (A, [A]),
        ([A, B], [A, B]),
        ({"results": [A, B], "meta": {"count": 2}}, [A, B]),
        ({"status": "ok", "message": {"total": 2, "items": [A, B]}}, [A, B]),
        ({"message": A}, [A]),
        ({"hits": {"total": 1, "hits": [{"_id": "1", "_source": A}]}}, [{**A, "_id": "1"}]),
        ({"data": [{"id": "1", "attributes": A}]}, [{**A, "id": "1"}]),
        ({"result": {"hits": {"hit": [{"info": A}]}}}, [A]),
        ({"data": {"search": {"edges": [{"node": A}, {"node": B}]}}}, [A, B]),
        ({"a1": A, "b1": B}, [{**A, "id": "a1"}, {**B, "id": "b1"}]),
        ({"uids": ["1"], "1": {**A, "uid": "1"}}, [{**A, "uid": "1"}]),
        ({"mine": [A, B]}, [A, B]),
        ({"title": "Two papers", "papers": [A, B]}, [A, B]),
        ({"title": "One", "references": [A, B]}, [{"title": "One", "references": [A, B]}]),
        ({"results": []}, []),
        ([1, 2], [[1, 2]]),
        ("text", ["text"]),
        ({"colour": "red"}, [{"colour": "red"}]),
        ({"title": "A", "journal": {"title": "J", "year": 2001}},
         [{"title": "A", "journal": {"title": "J", "year": 2001}}]),
    ],
)  # fmt: skip
def test_records_are_taken_out_of_what_they_are_wrapped_in(value, records):
    assert list(records_in(value)) == records


def test_a_wrapping_is_told_from_a_record():
    assert is_wrapping({"results": [A]})
    assert not is_wrapping(A | {"results": [B]})
    assert not is_wrapping({"_source": A})


@pytest.mark.parametrize(
    ("key", "marks", "is_one"),
    [
        ("results", ["colour"], True),
        ("results", [], False),
        ("data", ["colour"], False),
        ("data", ["id", "attributes", "attributes{"], True),
        ("groups", ["title"], False),
        ("groups", ["title", "abstract"], True),
    ],
)
def test_a_list_of_records_is_told_by_its_key_and_its_first(key, marks, is_one):
    assert is_list_of_records(key, marks) is is_one


def test_a_record_without_id_is_called_by_its_key():
    assert with_id(A, "a1")["id"] == "a1"
    assert with_id(A | {"id": "x"}, "a1")["id"] == "x"
    assert with_id("text", "a1") == "text"


json_values = st.recursive(
    st.none() | st.integers() | st.text(max_size=3),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["title", "results", "data", "x"]), inner)
    ),
)


@given(json_values)
def test_any_value_has_records_or_is_given_back(value):
    assert isinstance(list(records_in(value)), list)
