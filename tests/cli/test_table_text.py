from dataclasses import dataclass

from kg.cli.table_text import as_csv, as_table, as_values


@dataclass(frozen=True)
class _Row:
    node: str
    name: str
    works: int
    year: float | None
    terms: tuple[str, ...]


ROWS = [
    _Row("person:a", "=Ada", 12, 2018.25, ("rye", "soil")),
    _Row("person:b", "Uwe\x1b" + "e" * 90, 3, None, ()),
]


def test_json_has_lists_for_tuples_and_null_for_nothing():
    first, second = as_values(ROWS)
    assert first["terms"] == ["rye", "soil"]
    assert second["year"] is None


def test_csv_has_all_columns_and_no_formulas():
    heading, first, *_ = as_csv(ROWS).splitlines()
    assert heading == "node,name,works,year,terms"
    assert first == "person:a,'=Ada,12,2018.25,rye; soil"
    assert as_csv([]) == ""


def test_a_table_has_names_but_no_ids_and_numbers_to_the_right():
    heading, first, second = as_table(ROWS)
    assert heading.split() == ["name", "works", "year", "terms"]
    assert first.index("12") + 2 == heading.index("works") + len("works")
    assert "2018.2" in first
    assert "person:a" not in first
    assert "…" in second
    assert "\x1b" not in second
    assert list(as_table([])) == []
