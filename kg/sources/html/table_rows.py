"""Rows of a page's table as lines: cells by tabs, but for cells that have lines of their own.

A table of what has a name in records ("Title", "Abstract") is data, and stays one row a
line; in others a cell with several lines is how a page is laid out.
"""

import re
from collections.abc import Iterator, Sequence

from kg.sources.formats.header_row import names_columns
from kg.sources.html.page_lines import Line
from kg.sources.pages.header_lines import header_form
from kg.sources.pages.talk_labels import read_label

Cell = Sequence[Line]
_HEADINGS: Sequence[Cell] = [[Line(n, 0)] for n in ("Title", "Authors", "Publication")]
_AND_MORE = re.compile(r",?\s{0,9}(?:\.\.\.|…)\s{0,9}$")  # a list of people that is cut
_LONGEST_LABEL = 40  # characters


class TableRows:
    """The rows of one table, in order; whether they are data is told by the first."""

    def __init__(self) -> None:
        """Begin a table of which no row was seen."""
        self._is_first = True
        self._is_data = False
        self._header: Sequence[Cell] = ()  # until a row says what stands below it
        self._title: int | None = None  # the column whose cells hold people as well

    def lines_of(self, cells: Sequence[Cell]) -> Iterator[Line]:
        """Yield the lines that a row is, with a blank line around cells of several.

        A header comes with the row below it.

        >>> row = [[Line("09:00", 0)], [Line("On mills", 5)]]
        >>> [line.text for line in TableRows().lines_of(row)]
        ['09:00\\tOn mills']
        """
        filled = [cell for cell in cells if cell]
        if not filled:
            return
        if self._is_first:
            self._is_first = False
            self._is_data = bool(names_columns(_join(cells)))
            if self._is_data:
                self._header = cells
                return
        if self._is_data:
            yield from self._data_lines(cells)
        # "Speaker | Ann Lee": forms are often laid out so, without a colon.
        elif len(filled) == 2 and (label := as_label(_one_line(filled[0]))):
            yield Line(f"{label} {filled[1][0].text}", filled[0][0].place)
            yield from filled[1][1:]
        elif all(len(cell) == 1 for cell in filled):
            yield _row(cells)
        else:
            yield Line("", filled[0][0].place)
            for cell in filled:
                yield from cell
            yield Line("", filled[-1][-1].place)

    def finish(self) -> Iterator[Line]:
        """Yield a header that no row has come below."""
        if self._header:
            yield _row(self._header)
            self._header = ()

    def _data_lines(self, cells: Sequence[Cell]) -> Iterator[Line]:
        if self._header:
            self._title = _title_with_people(self._header, cells)
            yield _row(_replaced(self._header, self._title, _HEADINGS))
            self._header = ()
        # A row may end before the column, as one of a single cell across all does.
        parts = _cell_at(cells, self._title) if self._title is not None else ()
        filled = [line for line in parts if line.text]
        yield _row(_replaced(cells, self._title, [[line] for line in filled]))


def _title_with_people(header: Sequence[Cell], cells: Sequence[Cell]) -> int | None:
    """Return the column of titles, if a line of people stands below them in its cells.

    So the list of a person's works has it, in an index of citations: title, people and
    journal in one cell, how often it is cited and the year in others.
    """
    names = [_one_line(cell).lower() for cell in header]
    if "title" not in names or any("author" in name for name in names):
        return None
    place = names.index("title")
    lines = [line for line in _cell_at(cells, place) if line.text]
    if len(lines) not in (2, 3):
        return None
    people = _AND_MORE.sub("", lines[1].text)
    return place if header_form(people) == "authors" else None


def _cell_at(cells: Sequence[Cell], place: int) -> Cell:
    return cells[place] if place < len(cells) else ()


def _replaced(
    cells: Sequence[Cell], place: int | None, parts: Sequence[Cell]
) -> list[Cell]:
    """Return cells with three for the one that holds title, people and journal."""
    if place is None:
        return list(cells)
    # A work may stand in no journal.
    three = [*parts[:3], *[[]] * (3 - len(parts))]
    return [*cells[:place], *three, *cells[place + 1 :]]


def _row(cells: Sequence[Cell]) -> Line:
    place = next((cell[0].place for cell in cells if cell), 0)
    return Line(_join(cells), place)


def as_label(text: str) -> str:
    """Return a word that pages label talks with, as a label; "" for any other.

    >>> as_label("Speaker"), as_label("Title:"), as_label("Mills")
    ('Speaker:', 'Title:', '')
    """
    label = f"{text.rstrip(' :：')}:"
    is_known = len(text) <= _LONGEST_LABEL and read_label(label)
    return label if is_known else ""


def _one_line(cell: Cell) -> str:
    return " ".join(line.text.replace("\t", " ") for line in cell if line.text)


def _join(cells: Sequence[Cell]) -> str:
    return "\t".join(map(_one_line, cells)).rstrip("\t")
