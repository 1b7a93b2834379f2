"""Lines with tags → records, one after another, in the memory of one.

Files are joined, cut, and edited: a record may lack its first tag or its last, a value
goes on in lines that are set in or not, or has blank lines in it; headings and numbers
of lists stand between records, and so may whole texts.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from kg.sources.records.tagged.tag_syntax import Syntax, TagLine, tag_lines
from kg.sources.unused_text import Unused

# What lists write above their records: "1.", "<2>", "Record #3 of 9".
_NUMBERING = re.compile(
    r"\s*(?:[<\[(]?\d{1,6}[>\])]?[.:]?|(?:record|citation|result|reference)\s\W?\d.{0,40})\s*",
    re.IGNORECASE,
)
_RECORD_NUMBER = re.compile(r"\s*<\d{1,6}>\s*")  # of Ovid, and nothing else
_MOST_LINES = 2000  # without a tag, held until it is known whose they are


class Tagged(NamedTuple):
    """A tag with its value, and the line at which it stands, counted from 1.

    Further lines of the value are joined by line feeds; one that was set in has a blank
    in front.
    """

    tag: str
    value: str
    line: int


@dataclass(frozen=True, slots=True)
class TaggedRecord:
    """A record: its fields in the order of the file, and its first and last line."""

    fields: tuple[Tagged, ...]
    last: int

    @property
    def line(self) -> int:
        """Return the line at which it begins."""
        return self.fields[0].line


def cut_records(
    lines: Iterable[str], syntax: Syntax
) -> Iterator[TaggedRecord | Unused]:
    """Yield the records of a file, and the text that stands between them.

    Args:
        lines: of the file, without their line ends.
        syntax: how the dialect is written.
    """
    cutter = _Cutter(syntax)
    for line in tag_lines(lines, syntax):
        yield from cutter.take(line)
    yield from cutter.end()


class _Cutter:
    """Holds a record until its end is seen, and the lines behind it without a tag."""

    def __init__(self, syntax: Syntax) -> None:
        self._syntax = syntax
        self._fields: list[tuple[TagLine, list[str]]] = []
        self._tags: set[str] = set()  # of these
        self._loose: list[TagLine] = []  # perhaps of the record, perhaps behind it
        self._gaps = 0  # fields of the record that stand behind such lines

    def take(self, line: TagLine) -> Iterator[TaggedRecord | Unused]:
        """Yield what ends with a line."""
        if line.tag is None:
            yield from self._take_text(line)
        elif self._fields and not self._begins_record(line):
            self._gaps += bool(self._loose)
            self._go_on()
            yield from self._add(line)
        else:
            yield from self.end()
            yield from self._add(line)

    def end(self) -> Iterator[TaggedRecord | Unused]:
        """Yield the record that is held, and what stands behind it."""
        if self._fields and self._fields[-1][0].tag in self._syntax.open_ended:
            self._go_on()
        yield from self._end_record()
        yield from _between(self._loose)
        self._loose = []

    def _add(self, line: TagLine) -> Iterator[TaggedRecord | Unused]:
        if line.tag in self._syntax.of_file:
            yield from self._end_record()
        elif line.tag in self._syntax.last:
            yield from self._end_record()
            # "ER  - TY  - JOUR": a line end was lost.
            for following in tag_lines([line.text], self._syntax):
                if following.tag in self._syntax.first:
                    yield from self.take(following._replace(number=line.number))
        else:
            self._fields.append((line, [line.text]))
            self._tags.add(line.tag or "")

    def _take_text(self, line: TagLine) -> Iterator[TaggedRecord | Unused]:
        is_apart = not line.text or _NUMBERING.fullmatch(line.text)
        # Once a line is in doubt, so are those behind it, up to the next tag.
        if self._fields and not self._loose and not is_apart:
            self._fields[-1][1].append(line.text)
            return
        self._loose.append(line)
        if len(self._loose) > _MOST_LINES:
            yield from self.end()

    def _go_on(self) -> None:
        """Take lines without a tag as further ones of the last value."""
        self._fields[-1][1].extend(line.text for line in self._loose if line.text)
        self._loose = []

    def _begins_record(self, line: TagLine) -> bool:
        """Tell whether a line with a tag is of the next record."""
        syntax, tags = self._syntax, self._tags
        # A first tag that comes late, as of a record cut off above it, begins none.
        if line.tag in syntax.first:
            has_own = not tags.isdisjoint(syntax.first) or bool(self._loose)
            return has_own and self._is_complete(line)
        if line.tag in syntax.of_file:
            return True
        has_title = not tags.isdisjoint(syntax.titles)
        if self._loose and has_title and self._is_apart(line):
            return True
        # Records of one program begin alike, if their first tag is no list.
        begins_alike = line.tag == self._fields[0][0].tag
        if self._loose:
            return begins_alike and (has_title or not self._gaps)
        is_list = line.tag == self._fields[-1][0].tag
        return (
            begins_alike and has_title and not is_list and tags.isdisjoint(syntax.first)
        )

    def _is_apart(self, line: TagLine) -> bool:
        """Tell whether lines above one part it from a record that has a title.

        Blank lines do where they are no habit, and no first tag tells more.
        """
        if line.tag in self._syntax.titles & self._tags:
            return True
        texts = [loose.text for loose in self._loose if loose.text]
        if any(map(_RECORD_NUMBER.fullmatch, texts)):
            return True
        is_numbered = any(map(_NUMBERING.fullmatch, texts))
        return self._tags.isdisjoint(self._syntax.first) and (
            is_numbered or not self._gaps
        )

    def _is_complete(self, line: TagLine) -> bool:
        """Tell whether what is held is more than the same line, which came twice."""
        return len(self._fields) > 1 or self._fields[0][0][1:] != line[1:]

    def _end_record(self) -> Iterator[TaggedRecord]:
        if self._fields:
            fields = tuple(
                Tagged(line.tag or "", "\n".join(filter(None, texts)), line.number)
                for line, texts in self._fields
            )
            (line, texts) = self._fields[-1]
            whole = tuple(_with_title(fields, self._syntax))
            yield TaggedRecord(whole, line.number + len(texts) - 1)
            self._fields, self._tags, self._gaps = [], set(), 0


def _with_title(fields: Iterable[Tagged], syntax: Syntax) -> Iterator[Tagged]:
    """Yield the fields of a record; a title in the midst of another's value is one, too.

    That is looked for where a record has none: a line end was lost before it.
    """
    held = list(fields)
    has_title = any(field.tag in syntax.titles for field in held)
    for field in held:
        found = syntax.joined_title and syntax.joined_title.search(field.value)
        if found and not has_title:
            yield field._replace(value=field.value[: found.start()])
            title = field.value[found.end() :].strip()
            yield Tagged(found[1], title, field.line)
        else:
            yield field


def _between(lines: list[TagLine]) -> Iterator[Unused]:
    """Yield lines between records as a text, if they have any content."""
    filled = [number for number, line in enumerate(lines) if line.text]
    if filled:
        held = lines[filled[0] : filled[-1] + 1]
        yield Unused(held[0].number, "\n".join(line.text for line in held))
