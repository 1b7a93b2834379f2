"""The sheets of an OpenDocument spreadsheet: cells that repeat are counted, not written."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element
from zipfile import ZipFile

from kg.sources.records.tables.record_rows import Row
from kg.sources.records.tables.sheet_xml import (
    MOST_COLUMNS,
    attribute,
    local_name,
    sheet_elements,
)

_CONTENT = "content.xml"
_CELLS = ("table-cell", "covered-table-cell")
_MOST_REPEATS = 1000  # of a row that holds something


def ods_sheets(archive: ZipFile, max_bytes: int) -> Iterator[tuple[str, Iterator[Row]]]:
    """Yield the name and the rows of each sheet; rows have to be taken before the next.

    Sheets are told by their ends: a name is known when all rows have passed, so that
    sheets are numbered.
    """
    elements = sheet_elements(archive, _CONTENT, max_bytes)
    number = 1
    rows = _Rows(elements)
    while not rows.is_over:
        yield f"sheet {number}", rows.of_sheet()
        for _ in rows.of_sheet():  # those that nobody wanted
            pass
        rows.begin_sheet()
        number += 1


class _Rows:
    """The rows of one sheet after another."""

    def __init__(self, elements: Iterator[Element]) -> None:
        self._elements = elements
        self._number = 0
        self._has_ended = False
        self.is_over = False

    def begin_sheet(self) -> None:
        self._number = 0
        self._has_ended = False

    def of_sheet(self) -> Iterator[Row]:
        """Yield the rows that are left of the sheet."""
        while not self._has_ended:
            element = next(self._elements, None)
            if element is None:
                self.is_over = self._has_ended = True
            elif local_name(element) == "table":
                self._has_ended = True
                element.clear()
            elif local_name(element) == "table-row":
                yield from self._rows_of(element)
                element.clear()

    def _rows_of(self, element: Element) -> Iterator[Row]:
        cells = _cells(element)
        repeats = _count(element, "number-rows-repeated")
        for _ in range(min(repeats, _MOST_REPEATS) if any(cells) else 1):
            self._number += 1
            yield Row(self._number, self._number, cells)
        # Empty rows up to the last of a sheet are one that repeats.
        self._number += 0 if any(cells) else repeats - 1


def _cells(row: Element) -> list[str]:
    cells: list[str] = []
    for cell in row:
        if local_name(cell) in _CELLS:
            repeats = _count(cell, "number-columns-repeated")
            room = MOST_COLUMNS - len(cells)
            cells += [_value(cell)] * min(repeats, room)
    while cells and not cells[-1]:
        cells.pop()
    return cells


def _value(cell: Element) -> str:
    """Return what a cell holds: a day, a number as it is, the lines of a text."""
    day = attribute(cell, "date-value")
    if day:
        return day
    if attribute(cell, "value-type") == "float":
        value = attribute(cell, "value")
        return value.removesuffix(".0")
    lines = ("".join(p.itertext()) for p in cell if local_name(p) == "p")
    return "\n".join(lines)


def _count(element: Element, name: str) -> int:
    stated = attribute(element, name)
    return int(stated) if stated.isdigit() and len(stated) < 9 else 1
