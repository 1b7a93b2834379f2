"""Spreadsheets (.xlsx, .ods): each sheet with a heading is a table of records.

A workbook is a zip archive of XML, of which the cells are read as a stream.
"""

import zlib
from collections.abc import Iterator, Sequence
from itertools import islice
from xml.etree.ElementTree import ParseError
from zipfile import BadZipFile, ZipFile

from kg.errors import SourceError
from kg.files.opened_file import Opened
from kg.records import Document, Remark
from kg.sources.records.tables.ods_cells import ods_sheets
from kg.sources.records.tables.record_rows import Row
from kg.sources.records.tables.table_columns import count_known, names_a_record
from kg.sources.records.tables.table_records import read_table
from kg.sources.records.tables.xlsx_cells import xlsx_sheets
from kg.sources.unused_text import Unused

_PLACES = 12  # rows in which a heading is looked for
_FEWEST = 2  # headings of it that are known
_DAMAGED = (BadZipFile, ParseError, zlib.error, EOFError, NotImplementedError)


def parse(file: Opened) -> Iterator[Document | Remark | Unused]:
    """Yield a document a row, sheet by sheet; of other sheets a remark.

    Lines are rows of their sheet.

    Raises:
        SourceError: it is damaged, encrypted, or larger unpacked than files may be.
    """
    try:
        with file.raw() as raw, ZipFile(raw) as archive:
            for name, rows in _sheets(archive, file.max_bytes):
                yield from _read_sheet(rows, source=file.name, sheet=name)
    except _DAMAGED as error:
        raise SourceError(f"the workbook is damaged: {error}") from error
    except RuntimeError as error:  # of zipfile: it asks for a password
        raise SourceError(
            "the workbook is encrypted: save it without a password"
        ) from error


def _sheets(archive: ZipFile, max_bytes: int) -> Iterator[tuple[str, Iterator[Row]]]:
    is_excel = "xl/workbook.xml" in archive.namelist()
    return (xlsx_sheets if is_excel else ods_sheets)(archive, max_bytes)


def _read_sheet(
    rows: Iterator[Row], *, source: str, sheet: str
) -> Iterator[Document | Remark | Unused]:
    """Yield what is in a sheet, from its heading on."""
    above = 0
    for row in islice(rows, _PLACES):
        if _is_heading(row.cells):
            width = len(row.cells)
            yield from read_table(source, row, _padded(rows, width), "\t")
            return
        above += any(row.cells)
    if above:
        reason = (
            f'sheet "{sheet}" is not read: none of its first rows names columns such as '
            "title, authors, year, abstract"
        )
        yield Remark(source, None, reason)


def _is_heading(cells: Sequence[str]) -> bool:
    return names_a_record(cells) and count_known(cells) >= _FEWEST


def _padded(rows: Iterator[Row], width: int) -> Iterator[Row]:
    """Yield rows with a cell for each column: empty ones at the end are not in files.

    Rows without any are how sheets end.
    """
    for row in rows:
        if any(row.cells):
            missing = [""] * (width - len(row.cells))
            yield row._replace(cells=[*row.cells, *missing])
