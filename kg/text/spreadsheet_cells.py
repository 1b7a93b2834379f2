"""Cells that a spreadsheet shows and does not compute, and that can be read back.

A spreadsheet runs a cell that begins with = + - or @ as a formula, also behind white
space and in the full-width forms of an East Asian keyboard (CSV injection). Where its
numbers have a decimal comma, it parts cells at semicolons or tabs, so that a cell may
begin in the midst of one of ours; quotes do not help there, nor against a line break.
So an apostrophe stands before each such beginning. Where text has apostrophes there
itself, it gets one more: to take one away at each such place is to read it back.
"""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from typing import TypeVar

Value = TypeVar("Value")

_BREAK = r"[;\t\r\n]"
_FORMULA = r"'*[^\S\t\r\n]*[=+\-@＝＋－＠]"
# Also a cell that begins with a break: what is behind it may come to stand in front.
_BEGINNING = re.compile(rf"\A(?='*[\t\r\n]|{_FORMULA})|(?<={_BREAK})(?={_FORMULA})")
_MARKED = re.compile(rf"\A'(?='*[\t\r\n]|{_FORMULA})|(?<={_BREAK})'(?={_FORMULA})")


def spreadsheet_safe(value: Value) -> Value | str:
    """Return a cell that a spreadsheet shows and does not compute; numbers stay.

    NUL has no place in a text file, a lone surrogate none in UTF-8: they are dropped.

    Example:
        >>> spreadsheet_safe("=SUM(A1)"), spreadsheet_safe(-3)
        ("'=SUM(A1)", -3)
    """
    if not isinstance(value, str):
        return value
    text: str = value
    if not text.isascii() or "\0" in text:
        text = text.replace("\0", "").encode("utf-8", "ignore").decode("utf-8")
    return _BEGINNING.sub("'", text)


def read_spreadsheet_cell(text: str) -> str:
    """Return the text that `spreadsheet_safe` made a cell of.

    Example:
        >>> read_spreadsheet_cell("'=SUM(A1)")
        '=SUM(A1)'
    """
    return _MARKED.sub("", text)


def csv_lines(rows: Iterable[Sequence[object]]) -> str:
    r"""Return rows of cells as CSV, each row ended by a line feed.

    Example:
        >>> csv_lines([["a", "one, two"], ["b", "three\rfour"]])
        'a,"one, two"\nb,"three\rfour"\n'
    """
    lines = _Lines()
    # A cell is quoted if it has a character of the line's end: so one with a carriage
    # return alone is too, which many readers would take for the end of the row.
    csv.writer(lines, lineterminator="\r\n").writerows(rows)
    return lines.getvalue()


class _Lines(io.StringIO):
    """Rows of a CSV writer, which hands over one a call, ended as our files are."""

    def write(self, row: str) -> int:
        return super().write(f"{row[:-2]}\n")
