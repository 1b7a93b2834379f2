"""The sheets of an Excel workbook: shared texts, dates as numbers of days."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from xml.etree.ElementTree import Element
from zipfile import ZipFile

from kg.sources.records.tables.record_rows import Row
from kg.sources.records.tables.sheet_xml import (
    MOST_COLUMNS,
    local_name,
    sheet_elements,
)

_SHEET = re.compile(r"xl/worksheets/sheet(\d+)\.xml")
_COLUMN = re.compile(r"[A-Z]{1,3}")
_SHARED, _STYLES = "xl/sharedStrings.xml", "xl/styles.xml"
# Formats of dates that are built in; others are told by their letters.
_DATES = frozenset([*range(14, 18), 22, *range(27, 37), *range(50, 59)])
_DATE_FORMAT = re.compile(r"^(?:[^\"\[\]]|\"[^\"]*\"|\[[^\]]*\])*?[yd]", re.IGNORECASE)
_FIRST_DAY = date(1899, 12, 30)  # as Excel counts, which thinks 1900 a leap year
_LAST_DAY = 2958465  # 31 December 9999


def xlsx_sheets(
    archive: ZipFile, max_bytes: int
) -> Iterator[tuple[str, Iterator[Row]]]:
    """Yield the name and the rows of each sheet, in the order of their numbers."""
    members = set(archive.namelist())
    texts = list(_shared_texts(archive, max_bytes)) if _SHARED in members else []
    styles = list(_date_styles(archive, max_bytes)) if _STYLES in members else []
    numbered = ((int(found[1]), m) for m in members if (found := _SHEET.fullmatch(m)))
    for number, member in sorted(numbered):
        elements = sheet_elements(archive, member, max_bytes)
        yield f"sheet {number}", _rows(elements, texts, styles)


def _shared_texts(archive: ZipFile, max_bytes: int) -> Iterator[str]:
    for element in sheet_elements(archive, _SHARED, max_bytes):
        if local_name(element) == "si":
            yield _text(element)
            element.clear()


def _text(element: Element) -> str:
    """Return the text of an item, in runs or not, readings of Japanese left out."""
    found = []
    for child in element:
        if local_name(child) == "t":
            found.append(child.text or "")
        elif local_name(child) == "r":
            found.append(_text(child))
    return "".join(found)


def _date_styles(archive: ZipFile, max_bytes: int) -> Iterator[bool]:
    """Yield, for each style of cells, whether it shows a number as a date."""
    dates = set(_DATES)
    for element in sheet_elements(archive, _STYLES, max_bytes):
        name = local_name(element)
        number = element.get("numFmtId", "")
        if name == "numFmt" and _DATE_FORMAT.match(element.get("formatCode", "")):
            dates.add(int(number) if number.isdigit() else -1)
        elif name == "cellXfs":
            for style in element:
                shown = style.get("numFmtId", "")
                yield shown.isdigit() and int(shown) in dates


def _rows(
    elements: Iterator[Element], texts: Sequence[str], styles: Sequence[bool]
) -> Iterator[Row]:
    number = 0
    for element in elements:
        if local_name(element) != "row":
            continue
        stated = element.get("r", "")
        number = int(stated) if stated.isdigit() else number + 1
        cells: list[str] = []
        for cell in element:
            place = _place(cell, len(cells))
            if len(cells) <= place < MOST_COLUMNS:
                cells += [""] * (place - len(cells))
                cells.append(_value(cell, texts, styles))
        yield Row(number, number, cells)
        element.clear()


def _place(cell: Element, following: int) -> int:
    """Return the column of a cell, from its reference as "AB7" or the next one."""
    found = _COLUMN.match(cell.get("r", ""))
    if found is None:
        return following
    place = 0
    for letter in found[0]:
        place = 26 * place + ord(letter) - ord("A") + 1
    return place - 1


def _value(cell: Element, texts: Sequence[str], styles: Sequence[bool]) -> str:
    """Return what a cell shows."""
    kind = cell.get("t", "n")
    children = {local_name(child): child for child in cell}
    if kind == "inlineStr":
        return _text(children["is"]) if "is" in children else ""
    value = children["v"].text or "" if "v" in children else ""
    if kind == "s":
        number = int(value) if value.isdigit() else -1
        return texts[number] if 0 <= number < len(texts) else ""
    if kind == "e":  # an error, as "#N/A"
        return ""
    return _number(value, cell.get("s", ""), styles) if kind == "n" else value


def _number(value: str, style: str, styles: Sequence[bool]) -> str:
    """Return a number without the ".0" of whole ones, or the day that it is."""
    is_date = style.isdigit() and int(style) < len(styles) and styles[int(style)]
    whole, _, rest = value.partition(".")
    if is_date and whole.isdigit() and int(whole) <= _LAST_DAY:
        return (_FIRST_DAY + timedelta(days=int(whole))).isoformat()
    return whole if whole.isdigit() and not rest.strip("0") else value
