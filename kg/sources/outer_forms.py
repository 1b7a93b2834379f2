"""Where a table, or a file of XML or HTML, ends that stands among other texts.

Each is read by its own reader, what stands before and behind them by another.
"""

import csv
import re
from collections.abc import Iterator, Sequence

from kg.files.opened_file import Head
from kg.sources.formats.header_row import (
    column_names,
    fits_header,
    names_columns,
)

_DECLARED = re.compile(
    r"\s*<(?:\?xml\b|!doctype\s+html\b|html\b|[^<>]*\sxmlns\b)", re.I
)
_PART_OF_PAGE = re.compile(
    r"\s*<(?:body|head|main|section|nav|header|footer|div|form|table|[uod]l)\b[^<>]*>",
    re.I,
)
_ELEMENT = re.compile(r"<([A-Za-z_][\w:.-]*)")
_LINES_TO_ROOT = 20
_LONGEST_PART = 400  # lines of a part of a page


def end_of_markup(lines: Sequence[str], number: int) -> int | None:
    """Return the line behind XML or HTML that says at a line that it is that.

    It ends where its root does; a file that is never closed goes on to the end.

    >>> end_of_markup(["<html>", "<p>Home</p>", "</html>", "We ask."], 0)
    3
    """
    if _DECLARED.match(lines[number]):
        return _end_of_root(lines, number, len(lines)) or len(lines)
    if _PART_OF_PAGE.match(lines[number]):
        return _end_of_root(lines, number, number + _LONGEST_PART)
    return None


def _end_of_root(lines: Sequence[str], number: int, most: int) -> int | None:
    """Return the line behind the first element from a line on, if it is closed."""
    root = _ELEMENT.search("\n".join(lines[number : number + _LINES_TO_ROOT]))
    if root is None:
        return None
    tag = re.compile(rf"<(/?){re.escape(root[1])}(?=[\s/>])", re.IGNORECASE)
    depth = 0
    for place in range(number, min(most, len(lines))):
        found = tag.findall(lines[place])
        depth += len(found) - 2 * sum(map(bool, found))
        if found and depth <= 0:
            return place + 1
    return None


def end_of_table(lines: Sequence[str], number: int) -> int | None:
    """Return the line behind a table whose header, of known columns, is a line.

    >>> end_of_table(["Title,Author,Year", "Mills,Lee,2001", "", "We ask."], 0)
    2
    """
    delimiter = names_columns(lines[number])
    if not delimiter:
        return None
    stop = number + _last_row(lines[number:], delimiter)
    text = "\n".join(lines[number:stop])
    return stop if column_names(Head("", b"", text)) else None


def _last_row(lines: Sequence[str], delimiter: str) -> int:
    """Return the line behind the last row that has a cell for each column of the header."""
    rows = csv.reader(_with_ends(lines), delimiter=delimiter)
    stop = 0
    try:
        header = next(rows)
        for row in rows:
            if row and not fits_header(row, header, delimiter):
                break
            stop = rows.line_num if row else stop
    except csv.Error:  # a cell that is too long: a quote never closed
        return stop
    return stop


def _with_ends(lines: Sequence[str]) -> Iterator[str]:
    return (f"{line}\n" for line in lines)
