import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.sources.records.tables.record_rows import read_rows

CELL = st.text(alphabet='ab ,"\n', max_size=8)


def rows(text, width, delimiter=","):
    lines = enumerate(text.split("\n"), start=1)
    return list(read_rows(lines, delimiter, width))


@given(st.lists(st.lists(CELL, min_size=3, max_size=3), min_size=1, max_size=5))
def test_what_programs_write_is_read_back(table):
    text = io.StringIO()
    csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\n").writerows(table)
    found = rows(text.getvalue().removesuffix("\n"), 3)
    assert sum(row.last - row.line + 1 for row in found) == found[-1].last
    if not any('"' in cell for row in table for cell in row):
        assert [row.cells for row in found] == table


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ('a,"b\nc"\nd,e', [(1, 2), (3, 3)]),
        ('a,"b\nc,"d"\ne,f', [(1, 1), (2, 2), (3, 3)]),
        ('"a,b\nc,d\ne,f', [(1, 1), (2, 2), (3, 3)]),
        ('"a,b\n"c",d\n"e",f', [(1, 1), (2, 2), (3, 3)]),
        ('"a" b,c\nd,e', [(1, 1), (2, 2)]),
    ],
)
def test_each_row_has_its_lines(text, lines):
    assert [(row.line, row.last) for row in rows(text, 2)] == lines


def test_a_quote_never_closed_is_text_of_its_row():
    first, second = rows('"a,b\nc,d', 2)
    assert (first.cells, first.has_stray_quote) == (["a", "b"], True)
    assert (second.cells, second.has_stray_quote) == (["c", "d"], False)


def test_titles_between_tabs_begin_with_quotes():
    (row,) = rows('"On" mills\t"Lee, A"\t2001', 3, "\t")
    assert row.cells == ['"On" mills', "Lee, A", "2001"]


def test_a_row_of_too_many_lines_is_none():
    text = 'a,"b\n' + "c\n" * 300 + 'd"'
    assert rows(text, 2)[0].cells == ["a", "b"]


@given(st.text(alphabet='a,"\n', max_size=60))
def test_every_line_is_of_one_row(text):
    found = rows(text, 2)
    numbers = [n for row in found for n in range(row.line, row.last + 1)]
    assert numbers == list(range(1, text.count("\n") + 2))
