import pytest

from kg.sources.records.tables.record_rows import Row
from kg.sources.records.tables.table_columns import read_heading
from kg.sources.records.tables.wrapped_rows import join_wrapped

COLUMNS = read_heading(["Title", "Authors", "Year", "Abstract"], [])
WHOLE = ["Mills", "Ann Lee", "2001", "They turn."]


def joined(*rows):
    numbered = (Row(n, n, cells) for n, cells in enumerate(rows, start=2))
    return [
        (each.row.line, each.row.last, each.row.cells, each.is_wrapped)
        for each in join_wrapped(numbered, COLUMNS)
    ]


@pytest.mark.parametrize(
    "pieces",
    [
        [["Mills"], ["of old", "Ann Lee", "2001", "They turn."]],
        [["Mills of old", "Ann"], ["Lee", "2001", "They turn."]],
        [["Mills of old", "Ann Lee", "2001", "They"], ["turn."]],
        [["Mills of old", "Ann"], ["Lee", "2001", "They"], ["turn."]],
    ],
)
def test_a_row_that_was_cut_is_one_again(pieces):
    (found, following) = joined(*pieces, WHOLE)
    assert found[1:] == (
        len(pieces) + 1,
        ["Mills of old", "Ann Lee", "2001", "They turn."],
        True,
    )
    assert following[2:] == (WHOLE, False)


@pytest.mark.parametrize(
    "rows",
    [
        [WHOLE, WHOLE],
        [WHOLE[:3], WHOLE[:2]],
        [WHOLE, [""], ["A footnote"]],
        [WHOLE, ["a", "b", "c", "d", "e"]],
    ],
)
def test_rows_of_their_own_stay_apart(rows):
    assert [cells for _, _, cells, _ in joined(*rows)] == rows
