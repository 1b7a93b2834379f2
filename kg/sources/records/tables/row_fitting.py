"""A row that has not as many cells as its table has columns → the row it was, or none.

Comma in a text, line break in a text, last cells left out: each can be undone where
years and DOIs then stand under their headings. What nobody can tell is not guessed.
"""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from kg.sources.records.tables.table_columns import Columns
from kg.text.counts import format_count


class Fit(NamedTuple):
    """The cells of a row, one a column, None if they cannot be had; what is to be said."""

    cells: list[str] | None
    reason: str = ""


_ID = r"(?:https?:\S+|10\.\d{4,9}/\S+|[\d\s.,:/-]+)\Z"
# What a cell of a role looks like, if it is of that role.
_FORMS: Mapping[str, re.Pattern[str]] = {
    role: re.compile(form, re.DOTALL)
    for role, form in {
        "year": r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)",
        "date": r"\A.{0,48}\Z",
        "doi": r"10\.",
        "id:pmid": r"\A.{0,48}\Z",
        "title": rf"\A(?:.{{0,7}}\Z|(?!{_ID}))",
        "authors": rf"\A(?!{_ID})",
    }.items()
}
# What fills a cell of a role, and of no other.
_SURE: Mapping[str, re.Pattern[str]] = {
    "year": re.compile(r"\A(?:1[5-9]|20)\d\d(?:\.0)?\Z"),
    "doi": re.compile(r"\A(?:https?://[^\s/]+/)?10\.\d{4,9}/\S+\Z", re.IGNORECASE),
}


def fit_row(cells: list[str], columns: Columns, delimiter: str) -> Fit:
    """Return the cells of a row, one a column, or why they cannot be told.

    >>> from kg.sources.records.tables.table_columns import read_heading
    >>> columns = read_heading(["Title", "Year"], [])
    >>> fit_row(["Mills, old", "2001"], columns, ",").cells
    ['Mills, old', '2001']
    >>> fit_row(["Mills", " old", "2001"], columns, ",").cells
    ['Mills, old', '2001']
    """
    width = len(columns.names)
    # The Web of Science writes a tab behind the last cell of each row.
    while len(cells) > width and not cells[-1].strip():
        cells = cells[:-1]
    if len(cells) > width:
        return _joined(cells, columns, delimiter)
    padded = [*cells, *[""] * (width - len(cells))]
    if not fits_columns(cells, columns):
        what = "is" if len(cells) == width else f"of {_extent(len(cells), width)} is"
        return Fit(None, f"a row {what} shifted: {_misplaced(padded, columns)}")
    if len(cells) == width:
        return Fit(cells)
    reason = f"a row of {_extent(len(cells), width)}: the last are taken as empty"
    return Fit(padded, reason)


def fits_columns(cells: Sequence[str], columns: Columns) -> bool:
    """Tell whether the cells of a row stand under their headings.

    A year that is none is a year misspelt, unless a year stands in the next column; in
    a row that lacks cells it is none of its column.
    """
    width = len(columns.names)
    wrong = _wrong_places([*cells, *[""] * (width - len(cells))], columns)
    if len(cells) < width:
        return not wrong
    return not any(_is_beside(cells, *found) for found in wrong)


def count_sure(cells: Sequence[str], columns: Columns) -> int:
    """Return how many years and DOIs of a row stand under their headings."""
    return sum(
        bool(form.fullmatch(cells[place].strip()))
        for role, form in _SURE.items()
        for place in columns.places.get(role, ())
        if place < len(cells)
    )


def _wrong_places(cells: Sequence[str], columns: Columns) -> list[tuple[str, int]]:
    """Return (role, column) of each cell that cannot be of its column."""
    return [
        (role, place)
        for role, form in _FORMS.items()
        for place in columns.places.get(role, ())
        if (cell := cells[place].strip()) and not form.search(cell)
    ]


def _is_beside(cells: Sequence[str], role: str, place: int) -> bool:
    """Tell whether what belongs into a column stands in the one before or behind it."""
    sure = _SURE.get(role)
    beside = [*cells[max(place - 1, 0) : place], *cells[place + 1 : place + 2]]
    return sure is not None and any(sure.search(cell.strip()) for cell in beside)


def _misplaced(cells: Sequence[str], columns: Columns) -> str:
    place = _wrong_places(cells, columns)[0][1]
    shown = " ".join(cells[place].split())[:40]
    return f'"{shown}" stands under "{columns.names[place]}"'


def _joined(cells: list[str], columns: Columns, delimiter: str) -> Fit:
    """Return the cells of a row in which one text was cut at the delimiters in it."""
    extra = len(cells) - len(columns.names)
    found = []
    for place in range(len(columns.names)):
        pieces = cells[place : place + extra + 1]
        joined = [*cells[:place], delimiter.join(pieces), *cells[place + extra + 1 :]]
        if not _wrong_places(joined, columns) and _is_text(pieces, delimiter):
            found.append((place, joined))
    if len(found) != 1:
        return Fit(None, f"a row of {_extent(len(cells), len(columns.names))}")
    place, joined = found[0]
    name = columns.names[place]
    sign = {"\t": "a tab"}.get(delimiter, f'"{delimiter}"')
    return Fit(joined, f'{sign} within "{name}", unquoted: taken as part of the text')


def _is_text(pieces: Sequence[str], delimiter: str) -> bool:
    """Tell whether a blank follows each delimiter, as in a text it does."""
    return delimiter == "\t" or all(piece.startswith(" ") for piece in pieces[1:])


def _extent(cells: int, width: int) -> str:
    return f"{format_count(cells, 'cell')}, where the heading has {width}"
