import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.sources.records.tables.table_cells import (
    Cells,
    closes_a_cell,
    go_on,
    opens_a_cell,
    split_cells,
    split_plainly,
)

CELL = st.text(alphabet='ab ,;"', max_size=8)


@given(st.lists(CELL, min_size=2, max_size=5), st.sampled_from(",;\t|"))
def test_what_programs_write_is_read_back(cells, delimiter):
    line = io.StringIO()
    csv.writer(line, delimiter=delimiter, quoting=csv.QUOTE_ALL).writerow(cells)
    assert split_cells(line.getvalue()[:-2], delimiter) == Cells(cells, is_open=False)


@pytest.mark.parametrize(
    ("line", "cells"),
    [
        ("a,b,c", ["a", "b", "c"]),
        (",,", ["", "", ""]),
        ('"a, b",c', ["a, b", "c"]),
        ('"He said "yes" twice",2', ['He said "yes" twice', "2"]),
        ('a 5" pipe,2', ['a 5" pipe', "2"]),
        (' "a", "b"', ["a", "b"]),
        ('"",""', ["", ""]),
        ('a,"b"', ["a", "b"]),
    ],
)
def test_quotes_are_marks_beside_delimiters_only(line, cells):
    assert split_cells(line, ",") == Cells(cells, is_open=False)


def test_a_cell_goes_on_below_until_it_is_closed():
    begun = split_cells('a,"one', ",")
    assert begun == Cells(["a", "one"], is_open=True)
    assert go_on(begun, ['""two""', 'three","four'], ",") == Cells(
        ["a", 'one\n"two"\nthree', "four"], is_open=True
    )


def test_what_opens_and_closes_a_cell_is_told_by_its_line():
    assert opens_a_cell('a,"b', ",")
    assert not opens_a_cell('so "b" is', ",")
    assert closes_a_cell('so it is",2', ",")
    assert not closes_a_cell('so ""it"" is', ",")


def test_quotes_may_be_text():
    assert split_plainly('"a""b"\t"c" d\t"', "\t") == ['a"b', '"c" d', '"']
