"""Rows of an answer as a table of text, as CSV, as values for JSON."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Any

from kg.printable import printable_line
from kg.text.spreadsheet_cells import csv_lines, spreadsheet_safe

_WIDEST = 44  # characters of a column on a terminal
_IDS = ("node", "a", "b")  # are for programs: in a table, names say the same


def as_values(rows: Sequence[Any]) -> list[dict[str, Any]]:
    """Return rows as JSON has them: values by column, tuples as lists.

    The rows are dataclasses of one kind.
    """
    return [
        {k: list(v) if isinstance(v, tuple) else v for k, v in asdict(row).items()}
        for row in rows
    ]


def as_csv(rows: Sequence[Any]) -> str:
    """Return rows as CSV with a heading, lists joined by "; ", formulas neutralised.

    Without rows there is no heading: nothing tells its columns.
    """
    values = as_values(rows)
    if not values:
        return ""
    cells = [
        [spreadsheet_safe(_joined(cell)) for cell in row.values()] for row in values
    ]
    return csv_lines([list(values[0]), *cells])


def as_table(rows: Sequence[Any]) -> Iterator[str]:
    """Yield the lines of a table for a terminal: ids left out, numbers to the right."""
    values = [_shown(row) for row in as_values(rows)]
    if not values:
        return
    heading = list(values[0])
    is_number = [_is_number(values[0][name]) for name in heading]
    table = [heading, *([_cell(row[name]) for name in heading] for row in values)]
    yield from (f"{line}\n" for line in aligned_lines(table, is_number))


def aligned_lines(
    table: Sequence[Sequence[str]], is_right: Sequence[bool]
) -> Iterator[str]:
    """Yield a line a row, with columns below each other.

    Args:
        table: rows of cells, as many in each.
        is_right: for each column, whether its cells stand to the right.

    >>> list(aligned_lines([["file", "records"], ["a.bib", "3"]], [False, True]))
    ['file   records', 'a.bib        3']
    """
    widths = [max(map(len, column)) for column in zip(*table, strict=True)]
    for row in table:
        cells = (
            cell.rjust(width) if right else cell.ljust(width)
            for cell, width, right in zip(row, widths, is_right, strict=True)
        )
        yield "  ".join(cells).rstrip()


def cut_cell(text: str, widest: int) -> str:
    """Return what a terminal can show of a text, no longer than a column may be.

    >>> cut_cell("On mills and wind", 9)
    'On mills…'
    """
    text = printable_line(text)
    return text if len(text) <= widest else f"{text[: widest - 1]}…"


def _shown(row: dict[str, Any]) -> dict[str, Any]:
    has_names = "name" in row or "name_a" in row
    return {k: v for k, v in row.items() if not (has_names and k in _IDS)}


def _is_number(value: object) -> bool:
    return isinstance(value, int | float)


def _joined(value: Any) -> Any:  # noqa: ANN401 - a cell of a CSV
    return "; ".join(map(str, value)) if isinstance(value, list) else value


def _cell(value: object) -> str:
    """Return a value as a table shows it."""
    if value is None:
        return ""
    if isinstance(value, float):
        return (
            f"{value:.4g}" if abs(value) < 1000 else f"{value:.1f}".removesuffix(".0")
        )
    if isinstance(value, list):
        value = ", ".join(map(str, value))
    return cut_cell(str(value), _WIDEST)
