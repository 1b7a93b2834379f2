import pytest

from kg.sources.records import json_window
from kg.sources.records.json_window import JsonWindow, Wrapping


def test_values_are_read_where_the_window_stands():
    window = JsonWindow(['  {"a": 1', "} , [2]", "]"])
    assert window.next_sign() == "{"
    assert window.read_value() == {"a": 1}
    assert window.next_sign() == "{"
    window.step_over()
    assert window.next_sign() == "["
    window.step()
    assert (window.next_sign(), window.line) == ("2", 1)


def test_a_key_is_read_and_its_value_stood_before():
    window = JsonWindow(['"a b" :', "\n 7"])
    assert window.read_key() == "a b"
    assert window.read_value() == 7
    assert window.line == 2


@pytest.mark.parametrize("text", ["7: 1", '"a" 1', "oops"])
def test_what_is_no_key_says_so(text):
    assert isinstance(JsonWindow([text]).read_key(), ValueError)


def test_the_keys_of_an_object_are_seen_before_it_is_read():
    window = JsonWindow(['[ {"a": [', '1], "b": {', '"c": 1}}]'])
    assert window.next_sign() == "["
    assert window.peek_keys(skip=1) == {"a", "a[", "b", "b{"}
    assert window.peek_keys() == frozenset()


def test_a_long_object_that_is_a_wrapping_is_not_read_to_its_end(monkeypatch):
    monkeypatch.setattr(json_window, "_LONG", 20)
    window = JsonWindow(['{"results": [1, 2, 3', ", 4, 5]}"])
    window.next_sign()
    found = window.read_value(lambda keys: "results" in keys)
    assert isinstance(found, Wrapping)


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ('{"a": oops},\n  {"b": 1}', '{"b": 1}'),
        ('{\n "a": oops,\n "by": [\n  {"c": 1}\n ]\n},\n{"b": 1}', '{"b": 1}'),
        ('[{"a": oops, "by": [{"c": 1}]}, {"b": 1}]', '{"b": 1}]'),
        ("words\n {\n", "{\n"),
    ],
)
def test_reading_goes_on_at_the_next_record(text, rest):
    window = JsonWindow([text])
    if window.next_sign() == "[":
        window.step()
    goes_on, passed = window.skip_to_object(lambda keys: "b" in keys)
    assert goes_on
    assert text.removeprefix("[").startswith(passed)
    assert text.endswith(rest)
    assert window.next_sign() == "{"
    assert window.line == text[: len(text) - len(rest)].count("\n") + 1
