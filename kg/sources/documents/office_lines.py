"""The XML of an office document → its lines: paragraphs, rows of tables, notes.

As a stream of tags, so that a document of any depth is read; entities are refused.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple
from xml.parsers import expat

from kg.errors import SourceError
from kg.records import Remark
from kg.sources.html.page_lines import Line, LineWriter
from kg.sources.html.superscripts import raise_text
from kg.sources.html.table_rows import Cell, TableRows
from kg.sources.made_text import MadeText


@dataclass(frozen=True, slots=True)
class Dialect:
    """Which elements of a format are what, by their names without prefixes.

    Attributes:
        roles: element → "paragraph", "heading", "table", "row", "cell", "text" (what
            its characters are), "tab", "break", "note", "left out".
        is_mixed: characters of a paragraph are its text, in no element of their own.
        raised: (element, value of its attribute "val") that raises what follows.
    """

    roles: Mapping[str, str]
    is_mixed: bool
    raised: tuple[str, str] = ("", "")


@dataclass(slots=True)
class _Table:
    writer: LineWriter
    rows: TableRows = field(default_factory=TableRows)
    cells: list[Cell] = field(default_factory=list)


_DEEPEST_TABLE = 8


class OfficeText(NamedTuple):
    """The lines of a document, and what is wrong with its XML, "" if nothing is."""

    lines: list[Line]
    damage: str = ""


def office_lines(xml: bytes, dialect: Dialect) -> OfficeText:
    """Return the lines of a document, its notes behind; a line's place is its paragraph.

    Raises:
        SourceError: the XML is broken before any line, or has entities of its own.
    """
    reader = _Reader(dialect)
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.text
    parser.EntityDeclHandler = _refuse_entities
    damage = ""
    try:
        parser.Parse(xml, True)
    except expat.ExpatError as error:
        damage = f"its XML is broken: {error}"
        if not reader.has_text:
            raise SourceError(damage) from error
    return OfficeText(reader.finish(), damage)


def made_text(lines: Sequence[Line]) -> MadeText:
    """Return lines as a text for the readers of pages, each with its paragraph."""
    places = (max(line.place, 1) for line in lines)
    return MadeText(tuple(line.text for line in lines), tuple(places))


def damage_remark(source: str, damage: str) -> Iterator[Remark]:
    """Yield the remark on a document that could be read in part only."""
    if damage:
        yield Remark(source, None, f"{damage}: read as far as it goes", lost=False)


def _refuse_entities(*_: object) -> None:
    raise SourceError("entities in an office document: not read")


class _Reader:
    """Follows the tags of a document, and writes lines."""

    def __init__(self, dialect: Dialect) -> None:
        self._dialect = dialect
        self._writers = [LineWriter()]
        self._notes = LineWriter()
        self._tables: list[_Table] = []
        self._open: list[str] = []  # roles of open elements, "" of most
        self._paragraph = 0
        self._left_out = 0  # open elements that are
        self._is_raised = False
        self.has_text = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Open an element."""
        local = name.rpartition(":")[2]
        role = self._dialect.roles.get(local, "")
        if role == "table" and len(self._tables) >= _DEEPEST_TABLE:
            role = ""
        self._open.append(role)
        self._left_out += role == "left out"
        if self._left_out:
            return
        if (local, next(iter(attributes.values()), "")) == self._dialect.raised:
            self._is_raised = True
        elif role in ("paragraph", "heading"):
            self._paragraph += 1
            self._begin_paragraph(role)
        elif role in ("table", "row", "cell", "note"):
            self._begin(role)
        elif role in ("tab", "break"):
            self._writers[-1].write(" ", self._paragraph)

    def end(self, _name: str) -> None:
        """Close an element."""
        role = self._open.pop()
        writer = self._writers[-1]
        if self._left_out:
            self._left_out -= role == "left out"
        elif role in ("paragraph", "heading"):
            writer.break_line()  # an empty paragraph is a blank line
            if role == "heading":
                writer.end_line()
        elif role == "note" and len(self._writers) > 1:
            self._writers.pop().end_line()
        elif role == "cell" and self._tables and len(self._writers) > 1:
            writer.end_line()
            self._tables[-1].cells.append(self._writers.pop().lines)
        elif role == "row" and self._tables:
            table = self._tables[-1]
            table.writer.add(table.rows.lines_of(table.cells))
            table.cells = []
        elif role == "table" and self._tables:
            table = self._tables.pop()
            table.writer.add(table.rows.finish())
            table.writer.end_block()
        elif role == "run":
            self._is_raised = False

    def text(self, characters: str) -> None:
        """Take the characters of an element, if they are seen."""
        is_text = self._dialect.is_mixed or (self._open and self._open[-1] == "text")
        is_within = any(role in ("paragraph", "heading") for role in self._open[-64:])
        if self._left_out or not is_text or not is_within:
            return
        self.has_text = True
        shown = raise_text(characters) if self._is_raised else characters
        self._writers[-1].write(shown, self._paragraph)

    def finish(self) -> list[Line]:
        """Return the lines, notes behind all others."""
        for writer in self._writers:
            writer.end_line()
        self._notes.end_line()
        first = self._writers[0]
        if self._notes.lines:
            first.end_block()
            first.add(self._notes.lines)
        return first.lines

    def _begin_paragraph(self, role: str) -> None:
        writer = self._writers[-1]
        writer.end_line()
        if role == "heading":
            writer.end_block()

    def _begin(self, role: str) -> None:
        writer = self._writers[-1]
        if role == "table":
            writer.end_block()
            self._tables.append(_Table(writer))
        elif role == "cell" and self._tables:
            self._writers.append(LineWriter())
        elif role == "note":
            self._writers.append(self._notes)
