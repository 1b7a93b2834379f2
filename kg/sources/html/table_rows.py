"""Rows of a page's table as lines: cells by tabs, but for cells that have lines of their own.

A table of what has a name in records ("Title", "Abstract") is data, and stays one row a
line; in others a cell with several lines is how a page is laid out.
"""

from collections.abc import Iterator, Sequence

from kg.sources.formats.header_row import names_columns
from kg.sources.html.page_lines import Line
from kg.sources.pages.talk_labels import read_label

Cell = Sequence[Line]
_LONGEST_LABEL = 40  # characters


class TableRows:
    """The rows of one table, in order; whether they are data is told by the first."""

    def __init__(self) -> None:
        """Begin a table of which no row was seen."""
        self._is_first = True
        self._is_data = False

    def lines_of(self, cells: Sequence[Cell]) -> Iterator[Line]:
        """Yield the lines that a row is, with a blank line around cells of several.

        >>> row = [[Line("09:00", 0)], [Line("On mills", 5)]]
        >>> [line.text for line in TableRows().lines_of(row)]
        ['09:00\\tOn mills']
        """
        filled = [cell for cell in cells if cell]
        if not filled:
            return
        joined = _join([_one_line(cell) for cell in cells])
        if self._is_first:
            self._is_data = bool(names_columns(joined))
            self._is_first = False
        # "Speaker | Ann Lee": forms are often laid out so, without a colon.
        if len(filled) == 2 and (label := as_label(_one_line(filled[0]))):
            yield Line(f"{label} {filled[1][0].text}", filled[0][0].place)
            yield from filled[1][1:]
        elif self._is_data or all(len(cell) == 1 for cell in filled):
            yield Line(joined, filled[0][0].place)
        else:
            yield Line("", filled[0][0].place)
            for cell in filled:
                yield from cell
            yield Line("", filled[-1][-1].place)


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


def _join(texts: Sequence[str]) -> str:
    return "\t".join(texts).rstrip("\t")
