"""A line of a table → its cells; a quote that stands in the midst of text is text.

Where a quoted cell begins and ends, delimiters beside the quotes say: programs double
the quotes within it, people do not.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple


class Cells(NamedTuple):
    """The cells of a line; `is_open` says that the last one goes on below it."""

    cells: list[str]
    is_open: bool


def split_cells(line: str, delimiter: str) -> Cells:
    """Return the cells of a line; a quoted one that is not closed is the last.

    >>> split_cells('"On ""mills"", old",2001', ",").cells
    ['On "mills", old', '2001']
    >>> split_cells('2001,"They turn', ",")
    Cells(cells=['2001', 'They turn'], is_open=True)
    """
    if '"' not in line:
        return Cells(line.split(delimiter), is_open=False)
    return _scan(line, 0, delimiter, [])


def go_on(begun: Cells, lines: Sequence[str], delimiter: str) -> Cells:
    """Return the cells with those of further lines, the last of which closes the open one.

    >>> go_on(Cells(["2001", "They turn"], is_open=True), ['by wind.",Lee'], ",").cells
    ['2001', 'They turn\\nby wind.', 'Lee']
    """
    *cells, first = begun.cells
    closing = _patterns(delimiter)[1].match(lines[-1])
    inner = closing[1] if closing else lines[-1]
    cells.append("\n".join([first, *map(_undoubled, [*lines[:-1], inner])]))
    if closing is None or closing.end() == len(lines[-1]):
        return Cells(cells, is_open=closing is None)
    return _scan(lines[-1], closing.end(), delimiter, cells)


def closes_a_cell(line: str, delimiter: str) -> bool:
    """Tell whether a line has the quote that closes a cell which is open above it.

    >>> closes_a_cell('by wind.",2001', ","), closes_a_cell('a "mill", old', "\\t")
    (True, False)
    """
    return '"' in line and bool(_patterns(delimiter)[1].match(line))


def opens_a_cell(line: str, delimiter: str) -> bool:
    """Tell whether the first quote of a line, by what is beside it, begins a cell.

    Within a cell that is open such a quote says that the cell was never quoted.

    >>> opens_a_cell('"Wind",2002', ","), opens_a_cell('by wind.",2001', ",")
    (True, False)
    """
    return '"' in line and bool(_patterns(delimiter)[2].match(line))


def split_plainly(line: str, delimiter: str) -> list[str]:
    """Return the cells of a line whose quotes are text, but for those around a cell.

    >>> split_plainly('"On mills" again|"Lee"', "|")
    ['"On mills" again', 'Lee']
    """
    return [_without_quotes(cell) for cell in line.split(delimiter)]


def _without_quotes(cell: str) -> str:
    inner = cell.strip()[1:-1]
    if cell.strip() != f'"{inner}"' or '"' in inner.replace('""', ""):
        return cell
    return _undoubled(inner)


def _scan(line: str, place: int, delimiter: str, cells: list[str]) -> Cells:
    """Add the cells from a place of a line on."""
    cell = _patterns(delimiter)[0]
    while found := cell.match(line, place):
        if found["open"] is not None:
            return Cells([*cells, _undoubled(found["open"])], is_open=True)
        quoted = found["quoted"]
        cells.append(found["plain"] if quoted is None else _undoubled(quoted))
        if found.end() == len(line) and not found["end"]:
            break
        place = found.end()
    return Cells(cells, is_open=False)


def _undoubled(text: str) -> str:
    return text.replace('""', '"')


@lru_cache(maxsize=8)
def _patterns(
    delimiter: str,
) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Return the patterns of a cell, of what closes an open one, of a quote that opens."""
    end = re.escape(delimiter)
    # A quote closes a cell if a delimiter, or the end of the line, follows it.
    inner = rf'(?:[^"]++|""|"(?![ ]*+(?:{end}|\Z)))*+'
    cell = rf"""
        (?: [ ]*+"(?P<quoted>{inner})"[ ]*+
          | [ ]*+"(?P<open>{inner})\Z
          | (?P<plain>[^{end}]*+)
        )
        (?P<end>{end}|\Z)
    """.replace("[ ]", r"[\ ]")
    closing = rf'({inner})"[ ]*+(?:{end}|\Z)'
    opening = rf'(?:[^"]*+(?<={end}))?"(?!"|[ ]*+(?:{end}|\Z))'
    return re.compile(cell, re.VERBOSE), re.compile(closing), re.compile(opening)
