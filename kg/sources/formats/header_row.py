"""A header row: the names of a table's columns, if a file begins like a table.

Prose has commas too, so a table is told by rows that agree: each has as many cells as
the first row has names. And it holds most of the text: abstracts may stand under a
short table of speakers and titles.
"""

import csv
import re
from collections.abc import Iterator, Sequence
from itertools import islice, zip_longest
from typing import NamedTuple

from kg.files.opened_file import Head
from kg.sources.formats.rows_alone import DELIMITERS, is_of_rows
from kg.sources.records.tables.table_columns import count_known, names_a_record

_DELIMITER = re.compile(r"[\t,;|]")
_ROWS = 12  # looked at, the header among them
_FEWEST_ROWS = 5  # of a table none of whose columns is known
_FEWEST_KNOWN = 2  # columns
_MOST_COLUMNS = 500
_MANY_COLUMNS = 8  # nobody writes so many above prose
# Lines above a header: "sep=;", what was searched for, and when.
_HEADER_PLACES, _LAST_PLACE = 3, 12
_FEWEST_BELOW = 4  # known columns of a header further down
_ENOUGH = 5  # known columns: whatever is below them
_LONGEST_NAME = 60  # characters of a column's name
_WORD = re.compile(r"[^\W_]+")
# Headings that say so besides those that are read; folded as `_fold` does.
_KNOWN = frozenset(
    [
        *("url", "gsrank", "cites", "citation", "bibliographytype", "identifier"),
        *("volume", "issue", "pages", "publisher", "pt", "issn", "isbn", "cited by"),
    ]
)


class Header(NamedTuple):
    """The heading of a table: lines above it, what stands between cells, how many."""

    place: int
    delimiter: str
    width: int


def column_names(head: Head) -> frozenset[str]:
    """Return a table's column names in lower case, signs left out; of none, nothing.

    "a table" is among them, and "records" if a column has titles or abstracts. Rows
    without a heading have the one mark "rows alone".

    >>> sorted(column_names(Head("x", b"", "Title,Author(s),Year\\nMills,Lee,2001")))
    ['a table', 'author s', 'records', 'title', 'year']
    """
    lines = head.text.split("\n")
    for _, _, header in _headers(lines):
        is_of_records = ["records"] if names_a_record(header) else []
        return frozenset(["a table", *is_of_records, *map(_fold, header)])
    return frozenset(["rows alone"] if is_of_rows(lines) else [])


def find_header(head: Head) -> Header | None:
    """Return where the heading of a table stands that a file begins with.

    >>> find_header(Head("x", b"", "sep=;\\nTitle;Year\\nMills;2001"))
    Header(place=1, delimiter=';', width=2)
    """
    for place, delimiter, header in _headers(head.text.split("\n")):
        return Header(place, delimiter, len(header))
    return None


def count_cells(head: Head) -> dict[str, int]:
    """Return how many cells below a table's header are filled, by the column's name.

    >>> count_cells(Head("x", b"", "Title,Author\\nMills,Lee\\nWind,"))
    {'Title': 2, 'Author': 1}
    """
    lines = head.text.split("\n")
    for place, delimiter, _ in _headers(lines):
        header, *rows = _rows(lines[place:], delimiter)
        return {
            name.strip(): sum(bool(cell.strip()) for cell in cells)
            for name, *cells in zip_longest(header, *rows, fillvalue="")
            if name.strip()
        }
    return {}


def _headers(lines: Sequence[str]) -> Iterator[tuple[int, str, list[str]]]:
    """Yield (line, delimiter, names) of what reads as the header of a table."""
    filled = (number for number, line in enumerate(lines) if line.strip())
    for rank, number in enumerate(islice(filled, _LAST_PLACE)):
        is_first = rank < _HEADER_PLACES
        found = [
            (_count_known(header), delimiter, header)
            for delimiter in DELIMITERS
            if delimiter in lines[number]
            and (header := _header_of(lines[number:], delimiter, is_first=is_first))
        ]
        for _, delimiter, header in sorted(found, key=lambda each: -each[0])[:1]:
            yield number, delimiter, header


def names_columns(line: str) -> str:
    """Return the delimiter of a line that names two known columns; of others, nothing.

    >>> names_columns("Title,Author,Year"), names_columns("We ask, and title it so.")
    (',', '')
    """
    if not _DELIMITER.search(line):
        return ""
    for delimiter in DELIMITERS:
        cells = line.split(delimiter, _MOST_COLUMNS) if delimiter in line else []
        if any(len(cell) > _LONGEST_NAME for cell in cells):
            continue
        if _count_known(cells) >= _FEWEST_KNOWN:
            return delimiter
    return ""


def _count_known(header: Sequence[str]) -> int:
    return count_known(header) + sum(_fold(cell) in _KNOWN for cell in header)


def _header_of(lines: Sequence[str], delimiter: str, *, is_first: bool) -> list[str]:
    """Return the names of a header above rows that agree with it, or nothing.

    One that is not among the first lines has to name more columns that are known.
    """
    rows = list(islice(_rows(lines, delimiter), _ROWS))
    header = rows[0] if rows else []
    if len(header) < 2 or any(len(cell) > _LONGEST_NAME for cell in header):
        return []
    known = _count_known(header)
    if is_first and known >= _ENOUGH and 2 * known >= len(header):
        return [] if _is_spaced(header, delimiter) else header
    if known >= (_FEWEST_KNOWN if is_first else _FEWEST_BELOW):
        is_one = _agree_roughly(rows[1:], len(header))
    else:
        is_one = is_first and len(rows) >= _FEWEST_ROWS and _is_table(rows)
    return header if is_one and _holds_most(lines, delimiter, header) else []


def _rows(lines: Sequence[str], delimiter: str) -> Iterator[list[str]]:
    """Yield the rows; of a row that cannot be read, and behind it, none."""
    rows = csv.reader((f"{line}\n" for line in lines), delimiter=delimiter)
    try:
        yield from (row for row in rows if row)
    except csv.Error:  # a cell of a hundred thousand characters: a quote never closed
        return


def _fold(cell: str) -> str:
    """Return a name in lower case, its words only: "Author(s) ID" is "author s id"."""
    return " ".join(_WORD.findall(cell.lower()))


def _agree_roughly(rows: Sequence[Sequence[str]], width: int) -> bool:
    """Tell whether most rows have a cell for each column.

    Tables made by hand leave commas in abstracts unquoted, and empty cells at the end
    of a row out. Two columns are what prose with commas has: there all rows agree.
    """
    if width == 2:
        return all(len(row) == width for row in rows)
    return 2 * sum(len(row) >= width - 1 for row in rows) >= len(rows)


def _is_table(rows: Sequence[Sequence[str]]) -> bool:
    """Tell a table by its rows alone: three columns or more, each with its own name.

    No space follows a delimiter there; one follows every comma in prose.
    """
    width = len(rows[0])
    names = set(filter(None, map(_fold, rows[0])))
    if width < 3 or len(names) < width:
        return False
    return all(len(row) == width for row in rows) and not any(
        cell.startswith(" ") for row in rows for cell in row
    )


def _holds_most(lines: Sequence[str], delimiter: str, header: Sequence[str]) -> bool:
    """Tell whether more of a text's characters stand in rows of the table than not.

    "Title, authors, year" may be prose as well: of such a header two rows stand right
    below it, each with as many cells.
    """
    if len(header) >= _MANY_COLUMNS:
        return True
    rows = list(_rows(lines[1:], delimiter))
    is_spaced = _is_spaced(header, delimiter)
    if is_spaced and not (len(rows) >= 2 and all(map(str.strip, lines[1:3]))):
        return False
    inside = outside = 0
    for row in rows:
        size = sum(map(len, row))
        if len(row) == len(header) or fits_header(row, header, delimiter):
            inside += size
        else:
            outside += size
    return inside >= outside


def _is_spaced(header: Sequence[str], delimiter: str) -> bool:
    """Tell whether spaces follow its delimiters, as they do in prose."""
    return delimiter in ",;" and any(cell.startswith(" ") for cell in header)


def fits_header(row: Sequence[str], header: Sequence[str], delimiter: str) -> bool:
    """Tell a row that lacks a last cell, or whose last has commas as prose has them.

    >>> header = ["Title", "Author", "Year"]
    >>> fits_header(["Mills", "Lee"], header, ","), fits_header(["We", " so"], header, ",")
    (True, False)
    """
    if _is_spaced(header, delimiter):
        return len(row) == len(header)
    cells = [cell for cell in row if delimiter not in ",;" or not cell.startswith(" ")]
    return len(cells) >= max(2, len(header) - 1)
