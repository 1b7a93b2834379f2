import csv
import io
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.text.spreadsheet_cells import csv_lines, read_spreadsheet_cell, spreadsheet_safe

RUN = re.compile(r"[^\S\t\r\n]*[=+\-@＝＋－＠]")
TEXTS = st.text(st.sampled_from("=+-@＝＋－＠\t\r\n ;,'\"\u3000a"))

FORMULAS = {
    "=1": "'=1",
    "+1": "'+1",
    "-1": "'-1",
    "@A1": "'@A1",
    " =1": "' =1",
    "\u3000＝1": "'\u3000＝1",
    "\t=1": "'\t'=1",
    "\r=1": "'\r'=1",
    "a\r=1": "a\r'=1",
    "a\n @A1": "a\n' @A1",
    "a;=1": "a;'=1",
    "a;\t-1": "a;\t'-1",
    "'=1": "''=1",
    "a;'=1": "a;''=1",
}


@pytest.mark.parametrize(("text", "cell"), FORMULAS.items())
def test_what_would_be_run_has_an_apostrophe_before_it(text, cell):
    assert spreadsheet_safe(text) == cell
    assert read_spreadsheet_cell(cell) == text


@pytest.mark.parametrize(
    "text", ["", "a=b", "x - y", "'s", "a; b", "C++", "ü@x.org", 3, None]
)
def test_what_is_no_formula_stays(text):
    assert spreadsheet_safe(text) == text


@given(TEXTS)
def test_every_text_is_read_back(text):
    cell = spreadsheet_safe(text)
    assert read_spreadsheet_cell(cell) == text
    # However a spreadsheet parts it, no part of it is a formula.
    assert not [part for part in re.split(r"[;\t\r\n]", cell) if RUN.match(part)]


@given(st.lists(st.lists(TEXTS, min_size=2, max_size=2), max_size=4))
def test_rows_are_read_back(rows):
    lines = csv_lines([[spreadsheet_safe(cell) for cell in row] for row in rows])
    read = list(csv.reader(io.StringIO(lines, newline="")))
    assert [[read_spreadsheet_cell(cell) for cell in row] for row in read] == rows


def test_what_no_file_can_hold_is_dropped():
    assert spreadsheet_safe("a\0b\udc9b") == "ab"
    assert spreadsheet_safe("\0=1") == "'=1"
