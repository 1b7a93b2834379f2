import pytest

from kg.sources.records.bibtex_repair import (
    end_of_fields,
    goes_on_with_fields,
    repair_commas,
    split_field,
    with_brackets,
)


def test_brackets_move_up_and_lines_stay():
    lines = ["@misc", "{a, title={A}}", "", "@comment", "@misc", "(b, x)", "@misc"]
    moved = ["@misc{", "a, title={A}}", "", "@comment", "@misc(", "b, x)", "@misc"]
    assert list(with_brackets(lines)) == moved


@pytest.mark.parametrize(
    ("lines", "count"),
    [
        (["@misc{a, title = {A"], 1),
        (["@misc{a,", "", "title = {A}", "", "A talk on mills."], 4),
        (["@misc{a, title = {A", "goes on", "", "Ann Lee", "x = 1"], 3),
    ],
)
def test_an_entry_that_is_never_closed_ends_with_its_fields(lines, count):
    assert end_of_fields(lines) == count


@pytest.mark.parametrize(
    ("text", "repaired"),
    [
        ("@misc{a\n title={A}}", "@misc{a,\n title={A}}"),
        ("@misc{a, title={A}, , x=1}", "@misc{a, title={A}, x=1}"),
        ("@misc{a, title={A, , B}}", "@misc{a, title={A, , B}}"),
        ("@misc{a, title={A}}", "@misc{a, title={A}}"),
    ],
)
def test_commas(text, repaired):
    assert repair_commas(text) == repaired


def test_fields_without_a_comma():
    assert split_field('year = "2011"') == ("year", '"2011"')
    assert split_field("of the year") is None
    assert goes_on_with_fields("},\n year = 2001}")
    assert not goes_on_with_fields("We ask whether x is large.")
