"""A table with a heading (CSV, TSV, with ; or | as well): a row → a document.

Whose table it is, what its columns hold, and what stands between the names in a cell is
told by its heading and its first rows; the rest passes as a stream.
"""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import chain, islice

from kg.files.opened_file import Opened
from kg.records import Document, Remark
from kg.sources.formats.header_row import Header, find_header, fits_header
from kg.sources.records.record_values import document_from_values
from kg.sources.records.tables.author_columns import RowCells
from kg.sources.records.tables.record_rows import Row, read_rows
from kg.sources.records.tables.row_fitting import fit_row
from kg.sources.records.tables.row_values import values_of_row, without_placeholders
from kg.sources.records.tables.table_columns import (
    count_known,
    names_a_record,
    read_heading,
)
from kg.sources.records.tables.table_dialects import OURS
from kg.sources.records.tables.wrapped_rows import Joined, join_wrapped
from kg.sources.records.unread_fields import UnreadFields
from kg.sources.unused_text import Unused
from kg.text.counts import format_count
from kg.text.spreadsheet_cells import read_spreadsheet_cell

_SAMPLE = 500  # rows by which the separators of lists are told
_LONGEST_SAMPLE = 1 << 22  # characters of them
# Of a heading among rows: columns that are known, and characters of a name.
_FEWEST_NAMES, _LONGEST_NAME = 3, 60
# Below the heading of a table in Markdown: "|---|:--:|".
_RULE = re.compile(r"\s*+(?::?-{2,}+:?)?\s*+")


def parse(file: Opened) -> Iterator[Document | Remark | Unused]:
    """Yield a document a row; what a row lacks, or has too much, costs that row.

    Headings that nothing reads are named once, empty rows counted. Lines below the
    table that are no rows of it are given back.
    """
    header = find_header(file.head())
    if header is None:  # a part of a file that is a table by its beginning only
        yield Unused(1, file.text(), "no heading of a table is found")
        return
    yield from _above(file, header)
    below = islice(enumerate(file.lines(), start=1), header.place, None)
    # The heading is read as a row is: its names may be quoted, too.
    rows = read_rows(below, header.delimiter, header.width)
    yield from read_table(file.name, next(rows), rows, header.delimiter)


def read_table(
    source: str, heading: Row, rows: Iterator[Row], delimiter: str
) -> Iterator[Document | Remark | Unused]:
    """Yield what the rows of a table hold that stand below its heading.

    Files that were put together have several headings; each is that of the rows below.

    Args:
        source: the file's name.
        heading: the row with the names of columns.
        rows: those below it.
        delimiter: what stands between their cells.
    """
    found: Row | None = heading
    while found is not None:
        table = _Table(source, found, rows, delimiter)
        yield from table.items()
        found = table.following


def _above(file: Opened, header: Header) -> Iterator[Remark]:
    """Yield a remark on what stands above the heading, but for how cells are parted."""
    lines = list(islice(file.lines(), header.place))
    stated = [line for line in lines if line.strip() and not line.startswith("sep=")]
    if stated:
        shown = " ".join(" ".join(stated).split())[:60]
        reason = f'above the heading, not read: "{shown}"'
        yield Remark(file.name, 1, reason, lost=False, last=header.place)


class _Table:
    """A table that is read, and what is counted of it meanwhile."""

    def __init__(
        self, source: str, heading: Row, rows: Iterator[Row], delimiter: str
    ) -> None:
        self._source = source
        self._delimiter = delimiter
        self._line = heading.line
        self._heading = [cell.strip() for cell in heading.cells]
        self.following: Row | None = None  # another heading, below the rows
        self._headings = 0  # that come again
        below = self._until_heading(rows)
        sample = list(_bounded(below))
        cells = [without_placeholders(row.cells) for row in sample]
        self._columns = read_heading(heading.cells, cells)
        self._rows = join_wrapped(chain(sample, below), self._columns)
        self._unread = UnreadFields()
        self._empty: list[int] = []  # lines of rows
        self._common: Counter[str] = Counter()  # complaints that many records share
        self._lines: dict[str, int] = {}  # of the first record with each

    def _until_heading(self, rows: Iterator[Row]) -> Iterator[Row]:
        """Yield rows up to one that names other columns; the same names are counted.

        Before any whole row such names are the rest of a heading that line breaks cut.
        """
        is_below = False
        for row in rows:
            if [cell.strip() for cell in row.cells] == self._heading:
                self._headings += 1
            elif not (is_below and _names_columns(row.cells)):
                yield row
                is_below = is_below or len(row.cells) == len(self._heading)
            else:
                self.following = row
                return

    def items(self) -> Iterator[Document | Remark | Unused]:
        """Yield what the rows hold, then what is to be said of the table."""
        is_below = False  # a blank line has ended the table
        for joined in self._rows:
            row = joined.row
            if not any(map(str.strip, row.cells)):
                self._empty += [row.line] * (len(row.cells) > 1)
                is_below = is_below or len(row.cells) == 1
            elif all(map(_RULE.fullmatch, row.cells)):
                pass  # the line below the heading in Markdown
            elif is_below and not fits_header(
                row.cells, self._heading, self._delimiter
            ):
                text = self._delimiter.join(row.cells)
                yield Unused(row.line, text, "no row of the table")
            else:
                is_below = False
                yield from self._item(joined)
        yield from self._remarks()

    def _item(self, joined: Joined) -> Iterator[Document | Remark]:
        """Yield the document of a row, and what is to be said of it."""
        row = joined.row
        stated = without_placeholders(row.cells)
        if self._columns.dialect == OURS:
            stated = [read_spreadsheet_cell(cell) for cell in stated]
        cells, reason = fit_row(stated, self._columns, self._delimiter)
        if cells is None:
            yield self._remark(row, reason, lost=True)
            return
        if joined.is_wrapped:
            reason = "a line break within a text, unquoted: taken as part of it"
        if row.has_stray_quote:
            reason = f"{reason}; " * bool(reason) + "a quote that is never closed"
        if reason:
            yield self._remark(row, reason, lost=False)
        unread = (place for place in self._columns.unread if cells[place].strip())
        names = (self._columns.names[p].strip() or f"column {p + 1}" for p in unread)
        self._unread.count_names(names, line=self._line)
        yield from self._record(cells, row.line)

    def _record(self, cells: list[str], line: int) -> Iterator[Document | Remark]:
        values = values_of_row(RowCells(cells, self._columns))
        for complaint in values.complaints:
            self._common[complaint] += 1
            self._lines.setdefault(complaint, line)
        values.complaints.clear()
        yield from document_from_values(values, source=self._source, line=line)

    def _remark(self, row: Row, reason: str, *, lost: bool) -> Remark:
        return Remark(self._source, row.line, reason, lost, last=row.last)

    def _remarks(self) -> Iterator[Remark]:
        for complaint, count in self._common.items():
            more = f" ({format_count(count, 'record')})" * (count > 1)
            line = self._lines[complaint]
            yield Remark(self._source, line, complaint + more, lost=False)
        if self._empty:
            reason = f"{format_count(len(self._empty), 'row is', 'rows are')} empty"
            yield Remark(self._source, self._empty[0], reason, lost=False)
        if self._headings:
            again = format_count(self._headings, "time")
            reason = f"the heading stands {again} more, among the rows"
            yield Remark(self._source, self._line, reason, lost=False)
        yield from self._unread.remarks(self._source)


def _bounded(rows: Iterator[Row]) -> Iterator[Row]:
    """Yield the first rows, until they are enough."""
    size = 0
    for row in islice(rows, _SAMPLE):
        yield row
        size += sum(map(len, row.cells))
        if size > _LONGEST_SAMPLE:
            return


def _names_columns(cells: list[str]) -> bool:
    """Tell a heading: short cells, half of them known, a title or an abstract among them."""
    if len(cells) < _FEWEST_NAMES or max(map(len, cells)) > _LONGEST_NAME:
        return False
    filled = [cell for cell in cells if cell.strip()]
    known = count_known(filled)
    return (
        known >= _FEWEST_NAMES and 2 * known >= len(filled) and names_a_record(filled)
    )
