"""A header row: the names of a table's columns, if a file begins like a table.

Prose has commas too, so a table is told by rows that agree: each has as many cells as
the first row has names.
"""

import csv
import re
from collections.abc import Iterator, Sequence
from itertools import islice

from kg.files.opened_file import Head

_DELIMITERS = ("\t", ",", ";", "|")
_ROWS = 12  # looked at, the header among them
_FEWEST_ROWS = 5  # of a table none of whose columns is known
_HEADER_PLACES = 3  # lines above a header: "sep=;", what was searched for, and when
_LONGEST_NAME = 60  # characters of a column's name
_WORD = re.compile(r"[^\W_]+")
# What says that a row names columns, whatever the vendor; folded as `_fold` does.
_KNOWN = frozenset(
    [
        *("title", "article title", "document title", "paper title", "item title"),
        *("abstract", "author", "authors", "author names", "author full names"),
        *("year", "publication year", "doi", "keywords", "author keywords", "journal"),
        *("source title", "venue", "key", "id", "eid", "lens id", "publication id"),
        *("pmid", "url", "affiliations", "item type", "publication", "gsrank", "cites"),
        *("display name", "pt", "au", "ti", "so", "ut unique wos id", "citation"),
        *("bibliographytype", "identifier", "volume", "issue", "pages", "publisher"),
        *("date", "language", "type", "document type", "summary", "name"),
    ]
)


def column_names(head: Head) -> frozenset[str]:
    """Return a table's column names in lower case, signs left out; of none, nothing.

    A table with two known columns has them; "a table" is among the marks of one that
    is a table by its rows alone.

    >>> sorted(column_names(Head("x", b"", "Title,Author(s),Year\\nMills,Lee,2001")))
    ['author s', 'title', 'year']
    """
    lines = head.text.split("\n")
    filled = [number for number, line in enumerate(lines) if line.strip()]
    for number in filled[:_HEADER_PLACES]:
        for delimiter in _DELIMITERS:
            if delimiter in lines[number]:
                rows = list(_rows(lines[number:], delimiter))
                names = _names_of(rows)
                if names:
                    return names
    return frozenset()


def _rows(lines: Sequence[str], delimiter: str) -> Iterator[list[str]]:
    """Yield the first rows; of a row that cannot be read, and behind it, none."""
    rows = csv.reader((f"{line}\n" for line in lines), delimiter=delimiter)
    try:
        yield from islice((row for row in rows if row), _ROWS)
    except csv.Error:  # a cell of a hundred thousand characters: a quote never closed
        return


def _names_of(rows: Sequence[Sequence[str]]) -> frozenset[str]:
    """Return the folded names of a header above rows that agree with it, or nothing."""
    header, *others = rows or [[]]
    names = [_fold(cell) for cell in header]
    if len(names) < 2 or any(len(cell) > _LONGEST_NAME for cell in header):
        return frozenset()
    known = sum(name in _KNOWN for name in names)
    if known >= 2 and _agree_roughly(others, len(names)):
        return frozenset(names)
    if len(rows) >= _FEWEST_ROWS and _is_table(rows):
        return frozenset([*names, "a table"])
    return frozenset()


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
