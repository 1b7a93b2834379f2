import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.sources.records import json_stream, json_window
from kg.sources.records.json_stream import Broken, json_values

objects = st.dictionaries(
    st.text(max_size=3),
    st.integers() | st.floats(allow_nan=False) | st.text() | st.none() | st.booleans(),
)


def pieces_of(text, size):
    return [text[at : at + size] for at in range(0, len(text), size)]


@given(st.lists(objects), st.integers(1, 9), st.sampled_from([None, 1]), st.booleans())
def test_values_come_out_wherever_the_text_is_cut(values, size, indent, ascii_only):
    text = json.dumps(values, indent=indent, ensure_ascii=ascii_only)
    found = [value for _, value in json_values(pieces_of(text, size))]
    assert found == values


@pytest.mark.parametrize("size", [1, 2, 7, 999])
def test_lines_are_counted_and_a_broken_value_costs_itself(size):
    text = '[\n{"a": 1},\n{"a": oops},\n\n  {"a":\n 2},\n{"a": 3}\n]'
    found = list(json_values(pieces_of(text, size)))
    assert [line for line, _ in found] == [2, 3, 5, 7]
    assert [v for _, v in found if not isinstance(v, Broken)] == [
        {"a": 1},
        {"a": 2},
        {"a": 3},
    ]


def test_a_broken_value_is_all_of_its_paragraph():
    (broken, text) = json_values(['\n{"a": 1,\n "b": oops\n}\nnote\n\nWe ask'])
    assert (broken[0], broken[1].text) == (2, '{"a": 1,\n "b": oops\n}\nnote')
    assert "(line 3)" in broken[1].reason
    assert (text[0], text[1].text, text[1].is_text) == (7, "We ask", True)


def test_a_number_may_be_cut():
    assert [v for _, v in json_values(["[1", "2, ", "3", "4]"])] == [12, 34]


@pytest.mark.parametrize(
    ("text", "reason"),
    [('[{"a": 1}, oops]', "the rest is lost"), ("[" * 9 + "{" * 99_999, "the rest")],
)
def test_the_end_of_what_can_be_read_is_told(text, reason):
    *_, (line, value) = json_values([text])
    assert line == 1
    assert reason in value.reason


def test_a_file_of_nothing_else_is_given_up(monkeypatch):
    monkeypatch.setattr(json_stream, "_MAX_RESTARTS", 3)
    found = list(json_values(["{x}\n" * 99]))
    assert [line for line, _ in found] == [1, 2, 3]
    assert "lost" in found[-1][1].reason


def test_no_value_is_longer_than_a_record(monkeypatch):
    monkeypatch.setattr(json_window, "_LONGEST_VALUE", 50)
    ((line, value),) = json_values(['{"a": "'] + ["x"] * 999)
    assert line == 1
    assert "Unterminated string" in value.reason


def test_any_pieces_give_values_or_say_why():
    assert list(json_values([])) == list(json_values(["", " \n,"])) == []
