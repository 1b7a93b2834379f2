"""Rows of a table whose heading is lost, or broken: told by their delimiters.

Prose has commas, too, but a blank follows each. In a row of a table none does, cells are
empty, or quotes stand beside the commas.
"""

from collections.abc import Sequence
from itertools import islice

from kg.sources.records.tables.record_rows import Row, read_rows

DELIMITERS = ("\t", ",", ";", "|")
"""What parts the cells of a table."""

_LINES = 60  # looked at
_CELLS = 4  # of a row
_FEWEST = 2  # rows
_NO_CELLS = "{[<@%\\"  # first signs of JSON, XML, BibTeX, TeX
_TIGHT = 0.8  # share of delimiters that no blank follows


def is_of_rows(lines: Sequence[str]) -> bool:
    """Tell whether most of a text is rows of a table.

    >>> is_of_rows(["A1,On mills,Lee,2001", "A2,On wind,Li,2002"])
    True
    >>> is_of_rows(["We ask, and answer, how mills turn, and why.", "So, then, what, now?"])
    False
    """
    filled = [(n, x) for n, x in enumerate(lines, start=1) if x.strip()]
    first = list(islice(filled, _LINES))
    return any(_hold_most(first, delimiter) for delimiter in DELIMITERS)


def holds_rows(lines: Sequence[str]) -> bool:
    """Tell whether two lines of a text, or more, are rows of a table.

    >>> holds_rows(["A1,On mills,Lee,2001", "We ask.", "A2,On wind,Li,2002"])
    True
    """
    first = list(enumerate(islice(lines, _LINES), start=1))
    return any(len(_sizes(first, delimiter)[0]) >= _FEWEST for delimiter in DELIMITERS)


def _hold_most(lines: Sequence[tuple[int, str]], delimiter: str) -> bool:
    """Tell whether two rows or more hold most characters of lines."""
    inside, outside = _sizes(lines, delimiter)
    return len(inside) >= _FEWEST and sum(inside) >= sum(outside)


def _sizes(
    lines: Sequence[tuple[int, str]], delimiter: str
) -> tuple[list[int], list[int]]:
    """Return the sizes, in characters, of what are rows of a table, and of other lines."""
    inside: list[int] = []
    outside: list[int] = []
    if sum(delimiter in line for _, line in lines) < _FEWEST:
        return inside, outside
    for row in read_rows(lines, delimiter, _CELLS):
        sizes = inside if _is_row(row, delimiter) else outside
        sizes.append(sum(map(len, row.cells)))
    return inside, outside


def _is_row(row: Row, delimiter: str) -> bool:
    cells = row.cells
    if len(cells) < _CELLS or (cells[0].lstrip()[:1] in _NO_CELLS and cells[0].strip()):
        return False
    if delimiter == "\t":
        return True
    tight = sum(not cell.startswith(" ") for cell in cells[1:])
    return tight >= _TIGHT * (len(cells) - 1)
