import pytest

from kg.sources.records.json_values import (
    id_field,
    ignored_complaint,
    kind_of,
    line_field,
    strings,
    text_field,
)


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        ({}, "an object"),
        ([], "a list"),
        ("", "a string"),
        (True, "true or false"),
        (1, "a number"),
        (1.5, "a number"),
        (None, "null"),
    ],
)
def test_values_have_names(value, kind):
    assert kind_of(value) == kind
    assert ignored_complaint("f", "a year", value).endswith(
        f"expected a year, found {kind}"
    )


@pytest.mark.parametrize(
    ("value", "text", "complaints"),
    [(" A \n b", " A \n b", 0), (" ", None, 0), (None, None, 0), (3, None, 1)],
)
def test_a_text_stands_as_it_is_or_is_told(value, text, complaints):
    told = []
    assert text_field({"f": value}, "f", told) == text
    assert len(told) == complaints


def test_the_first_field_with_a_line_counts():
    record = {"a": " ", "b": "one \n two", "c": "three"}
    assert line_field(record, ["x", "a", "b", "c"], []) == "one two"
    assert line_field(record, ["x", "a"], []) == ""


@pytest.mark.parametrize(
    ("value", "name"),
    [(7, "7"), (" x ", "x"), (True, ""), (None, ""), (1.5, ""), (10**40, ""), ([], "")],
)
def test_an_id_is_a_string_or_a_whole_number(value, name):
    assert id_field(value) == name


@pytest.mark.parametrize(
    ("value", "found", "complaints"),
    [
        ("one  two", ("one two",), 0),
        (["a", None, " ", "b"], ("a", "b"), 0),
        (["a", 1, {}], ("a",), 2),
        (None, (), 0),
        (5, (), 1),
    ],
)
def test_lists_of_strings_may_be_one_string(value, found, complaints):
    told = []
    assert strings(value, "f", told) == found
    assert len(told) == complaints
