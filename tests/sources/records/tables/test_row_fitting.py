import pytest

from kg.sources.records.tables.row_fitting import count_sure, fit_row, fits_columns
from kg.sources.records.tables.table_columns import read_heading

COLUMNS = read_heading(["Title", "Authors", "Year", "DOI", "Abstract"], [])
WHOLE = ["Mills", "Ann Lee", "2001", "10.1234/a", "They turn."]


@pytest.mark.parametrize(
    ("cells", "fitted"),
    [
        (WHOLE, WHOLE),
        ([*WHOLE, "", " "], WHOLE),
        (["Mills", " old", *WHOLE[1:]], ["Mills, old", *WHOLE[1:]]),
        ([*WHOLE, " and turn."], [*WHOLE[:4], "They turn., and turn."]),
        (WHOLE[:3], [*WHOLE[:3], "", ""]),
        (["Mills", "Ann Lee", "in press", "", ""], ["Mills", "Ann Lee", "in press", "", ""]),
        (["Mills", "2001", "10.1234/a", "They turn."], None),
        (["Mills", "Ann Lee", "Oslo", "2001", "10.1234/a", "They turn."], None),
        (["Mills", "Ann Lee", "Journal", "2001", "They turn."], None),
    ],
)  # fmt: skip
def test_rows_are_fitted_where_years_and_ids_tell_how(cells, fitted):
    found = fit_row(cells, COLUMNS, ",")
    assert found.cells == fitted
    assert bool(found.reason) == (fitted != cells and cells[5:] != ["", " "])


def test_a_reason_says_how_many_cells_there_are():
    long = ["a"] * 9
    assert fit_row(long, COLUMNS, ",").reason == (
        "a row of 9 cells, where the heading has 5"
    )
    assert "stands under" in fit_row(["Mills", "2001", "x"], COLUMNS, ",").reason


def test_a_year_that_is_none_is_a_fault_only_beside_one():
    assert fits_columns(["Mills", "Ann Lee", "soon", "", ""], COLUMNS)
    assert not fits_columns(["Mills", "Ann Lee", "soon", "2001", ""], COLUMNS)


def test_years_and_ids_under_their_headings_are_counted():
    assert count_sure(WHOLE, COLUMNS) == 2
    assert count_sure(["Mills", "2001"], COLUMNS) == 0
