"""Rows of which a text has a line break, unquoted: put together again, and told."""

from collections.abc import Iterator
from typing import NamedTuple

from kg.sources.records.tables.record_rows import Row
from kg.sources.records.tables.row_fitting import count_sure, fits_columns
from kg.sources.records.tables.table_columns import Columns

_MOST_LINES = 40  # of one row


class Joined(NamedTuple):
    """A row, and whether it was put together."""

    row: Row
    is_wrapped: bool = False


def join_wrapped(rows: Iterator[Row], columns: Columns) -> Iterator[Joined]:
    """Yield rows; those that a line break cut, and together fit the columns, as one.

    >>> from kg.sources.records.tables.table_columns import read_heading
    >>> columns = read_heading(["Title", "Authors", "Year", "Abstract"], [])
    >>> rows = [Row(2, 2, ["On"]), Row(3, 3, ["mills", "Lee", "2001", "They turn."])]
    >>> [joined.row.cells for joined in join_wrapped(iter(rows), columns)]
    [['On mills', 'Lee', '2001', 'They turn.']]
    """
    held: list[Row] = []
    for row in rows:
        if held and not _goes_on(held, row, columns):
            yield from _joined(held, columns)
            held = []
        held.append(row)
    yield from _joined(held, columns)


def _goes_on(held: list[Row], row: Row, columns: Columns) -> bool:
    """Tell whether a row may be the rest of those that are held."""
    width = len(columns.names)
    if len(row.cells) == width == len(held[0].cells):
        return False
    is_blank = not any(map(str.strip, row.cells)) or not any(held[-1].cells)
    if is_blank or row.line != held[-1].last + 1 or len(held) >= _MOST_LINES:
        return False
    # The last cell of one line and the first of the next are one cell.
    together = _put_together([*held, row])
    if len(together) > width:
        return False
    is_better = count_sure(together, columns) > count_sure(row.cells, columns)
    if _is_alone(row, columns) and not (is_better or _is_orphan(held, columns)):
        return False
    is_whole = len(_put_together(held)) == width
    return not is_whole or _ends_in_text(columns)


def _is_orphan(held: list[Row], columns: Columns) -> bool:
    """Tell a line that can only be the beginning of a title."""
    return len(held[0].cells) == 1 and 0 in columns.places.get("title", ())


def _is_alone(row: Row, columns: Columns) -> bool:
    """Tell a row that fits its columns by itself, with two cells at least."""
    return len(row.cells) > 1 and fits_columns(row.cells, columns)


def _ends_in_text(columns: Columns) -> bool:
    """Tell whether the last column is one of abstracts."""
    last = len(columns.names) - 1
    return last in columns.places.get("abstract", ()) and last > 1


def _joined(held: list[Row], columns: Columns) -> Iterator[Joined]:
    """Yield the rows as one if that fits the columns, else each."""
    cells = _put_together(held)
    is_one = len(cells) == len(columns.names) and fits_columns(cells, columns)
    if len(held) > 1 and is_one:
        yield Joined(Row(held[0].line, held[-1].last, cells), is_wrapped=True)
    else:
        yield from map(Joined, held)


def _put_together(rows: list[Row]) -> list[str]:
    cells: list[str] = []
    for row in rows:
        first, *others = row.cells
        seam = [f"{cells[-1]} {first}".strip()] if cells else [first]
        cells = [*cells[:-1], *seam, *others]
    return cells
