"""The lines of a table → its rows, as a stream; a quote never closed costs its row only.

A row may stand on several lines, where a quoted cell does. Whether a quote is one that
opens such a cell, or stands in a text, is told by what the row comes out as: of two
readings that one is right which has as many cells as the table has columns.
"""

from collections import deque
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from kg.sources.records.tables.table_cells import (
    Cells,
    closes_a_cell,
    go_on,
    opens_a_cell,
    split_cells,
    split_plainly,
)

# A quote that is never closed would else take the rest of a file with it.
_MOST_LINES = 200  # of one row
_MOST_CHARACTERS = 200_000


class Row(NamedTuple):
    """The cells of a row, with its first and its last line, counted from 1."""

    line: int
    last: int
    cells: list[str]
    has_stray_quote: bool = False


class _Lines:
    """Lines with their numbers, looked at before they are taken."""

    def __init__(self, lines: Iterable[tuple[int, str]]) -> None:
        self._lines = iter(lines)
        self._ahead: deque[tuple[int, str]] = deque()

    def take(self) -> tuple[int, str] | None:
        return self._ahead.popleft() if self._ahead else next(self._lines, None)

    def look(self, place: int) -> tuple[int, str] | None:
        """Return the line so many below the next one; None behind the last."""
        while len(self._ahead) <= place:
            following = next(self._lines, None)
            if following is None:
                return None
            self._ahead.append(following)
        return self._ahead[place]


class _Rows:
    """The rows of a table's lines."""

    def __init__(
        self, lines: Iterable[tuple[int, str]], delimiter: str, width: int
    ) -> None:
        self._lines = _Lines(lines)
        self._delimiter = delimiter
        self._width = width
        self._plain_until = 0  # number of the line up to which none ends an open cell

    def __iter__(self) -> Iterator[Row]:
        while (taken := self._lines.take()) is not None:
            number, line = taken
            yield self._row_at(number, line.rstrip("\r"))

    def _row_at(self, number: int, line: str) -> Row:
        """Return the row that begins with a line, and take the lines below that are of it."""
        delimiter, width = self._delimiter, self._width
        if '"' not in line:
            return Row(number, number, line.split(delimiter))
        plain = split_plainly(line, delimiter)
        # Exports with tabs quote nothing, and titles begin with quotes.
        if delimiter == "\t" and _is_as_wide(plain, width):
            return Row(number, number, plain)
        found = split_cells(line, delimiter)
        if not found.is_open:
            # Quotes that close nothing may hide delimiters: then they are text.
            is_plain = _is_as_wide(plain, width) and not _is_as_wide(found.cells, width)
            return Row(number, number, plain if is_plain else found.cells)
        cells, below = self._go_on(found, number)
        if cells and (_is_as_wide(cells, width) or not _is_as_wide(plain, width)):
            for _ in range(below):
                self._lines.take()
            return Row(number, number + below, cells)
        cells = _with_stray_quote(found, delimiter, width)
        return Row(number, number, cells, has_stray_quote=True)

    def _go_on(self, found: Cells, number: int) -> tuple[list[str], int]:
        """Return the cells of a row that goes on, and on how many lines it does.

        There are none where a cell of it is never closed.
        """
        below = 0
        while found.is_open:
            stop = self._end_of_open_cell(number, below)
            if stop is None:
                return [], 0
            lines = [self._line_at(place) for place in range(below, stop)]
            found = go_on(found, lines, self._delimiter)
            below = stop
        return found.cells, below

    def _end_of_open_cell(self, number: int, first: int) -> int | None:
        """Return behind how many lines below the row's first one its open cell ends.

        None where a line begins a row of its own before, or too many do not end it.
        Whether a line does either is told by that line alone, so that none is asked by
        one row after another.
        """
        place = max(first, self._plain_until - number)
        size = 0
        while place < _MOST_LINES and size < _MOST_CHARACTERS:
            if self._lines.look(place) is None:
                break
            line = self._line_at(place)
            if self._begins_a_row(line):
                break
            if closes_a_cell(line, self._delimiter):
                self._plain_until = number + place
                return place + 1
            place += 1
            size += len(line)
        self._plain_until = number + place
        return None

    def _line_at(self, place: int) -> str:
        ahead = self._lines.look(place)
        return ahead[1].rstrip("\r") if ahead else ""

    def _begins_a_row(self, line: str) -> bool:
        if not opens_a_cell(line, self._delimiter):
            return False
        found = split_cells(line, self._delimiter)
        return found.is_open or _is_as_wide(found.cells, self._width)


def _with_stray_quote(found: Cells, delimiter: str, width: int) -> list[str]:
    """Return the cells of a row whose last one is open, and never closed.

    Its quote is text if there are as many cells then as there should be, or other cells
    stand behind it; else the row was cut within it.
    """
    *closed, last = found.cells
    first, *others = last.split(delimiter)
    first = f'"{first}' if '"' in first else first
    cells = [*closed, first, *others]
    # A blank follows the commas of a text.
    tight = sum(not cell.startswith(" ") for cell in others)
    return cells if _is_as_wide(cells, width) or tight > 1 else [*closed, last]


def _is_as_wide(cells: list[str], width: int) -> bool:
    """Tell whether a row has a cell for each column, and no other that is filled."""
    return len(cells) >= width and not any(map(str.strip, cells[width:]))


def read_rows(
    lines: Iterable[tuple[int, str]], delimiter: str, width: int
) -> Iterator[Row]:
    """Return the rows of a table, as a stream.

    Args:
        lines: each with its number.
        delimiter: what stands between cells.
        width: how many cells a whole row has.

    >>> lines = [(2, 'Mills,"They turn'), (3, 'by wind."'), (4, 'Wind,"It blows.')]
    >>> [(row.line, row.last, row.cells) for row in read_rows(lines, ",", 2)]
    [(2, 3, ['Mills', 'They turn\\nby wind.']), (4, 4, ['Wind', 'It blows.'])]
    """
    return iter(_Rows(lines, delimiter, width))
