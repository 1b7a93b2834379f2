"""A file of tagged records → documents, and what is to be said of the rest."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, replace

from kg.files.opened_file import Opened
from kg.records import Document, Remark
from kg.sources.formats.tagged_lines import tag_of
from kg.sources.records.record_values import RecordValues, document_from_values
from kg.sources.records.tagged.tag_syntax import Syntax
from kg.sources.records.tagged.tagged_records import (
    Tagged,
    TaggedRecord,
    cut_records,
)
from kg.sources.records.tagged.tagged_values import FieldsByUse, Uses, as_text
from kg.sources.records.unread_fields import UnreadFields
from kg.sources.stretches import find_stretches
from kg.sources.unused_text import Unused, find_texts
from kg.text.counts import format_count

_SHOWN = 60  # characters of a heading in its remark


@dataclass(frozen=True, slots=True)
class Dialect:
    """How a dialect is written, what its tags hold, and how a record of it is read."""

    syntax: Syntax
    uses: Uses
    read: Callable[[FieldsByUse], RecordValues]


@dataclass(slots=True)
class _Headings:
    """Counts lines between records that are neither a text nor records of another kind."""

    lines: int = 0
    first: tuple[int, str] = (0, "")

    def count(self, between: Unused) -> None:
        self.first = self.first if self.lines else (between.line, between.text)
        self.lines += sum(map(bool, between.text.split("\n")))

    def remarks(self, source: str) -> Iterator[Remark]:
        if self.lines:
            line, text = self.first
            shown = " ".join(text.split())[:_SHOWN]
            count = format_count(
                self.lines, "line between records is", "lines between records are"
            )
            yield Remark(source, line, f'{count} no part of any: "{shown}"', lost=False)


def read_tagged(file: Opened, dialect: Dialect) -> Iterator[Document | Remark | Unused]:
    """Yield a document a record, and remarks on what is not read.

    A record without title and abstract costs itself. Texts, and records of another kind
    that stand between these, are given back; headings and numbers are counted.
    """
    unread = UnreadFields()
    headings = _Headings()
    for item in cut_records(file.lines(), dialect.syntax):
        if isinstance(item, Unused):
            if _is_heading(item.text):
                headings.count(item)
            else:
                shown = " ".join(item.text.split())[:_SHOWN]
                yield Unused(item.line, item.text, f'no record is read here: "{shown}"')
            continue
        fields = FieldsByUse(item, dialect.uses)
        yield from _documents(item, dialect.read(fields), source=file.name)
        yield from _second_titles(item, dialect.syntax.titles, source=file.name)
        unread.count_names(fields.unread_tags(), line=item.line)
    yield from headings.remarks(file.name)
    yield from unread.remarks(file.name)


def _documents(
    record: TaggedRecord, values: RecordValues, *, source: str
) -> Iterator[Document | Remark]:
    for item in document_from_values(values, source=source, line=record.line):
        if isinstance(item, Remark) and item.lost:
            yield replace(item, last=record.last)
        else:
            yield item


def _second_titles(
    record: TaggedRecord, titles: Collection[str], *, source: str
) -> Iterator[Remark]:
    """Yield a reject for each title that is of another record, whose beginning is lost.

    Titles that follow each other are one, in several languages.
    """
    first: Tagged | None = None
    previous = (None, *record.fields)
    for each, before in zip(record.fields, previous, strict=False):
        if each.tag not in titles or (first and each.tag != first.tag):
            continue
        is_other = first and as_text(each.value) != as_text(first.value)
        if is_other and before and before.tag != each.tag:
            shown = as_text(each.value)[:_SHOWN]
            reason = f'a second title in one record is not read: "{shown}"'
            yield Remark(source, each.line, reason)
        first = first or each


def _is_heading(text: str) -> bool:
    lines = text.split("\n")
    if any(map(tag_of, lines)) or any(True for _ in find_texts(lines)):
        return False
    return all(stretch.kind == "text" for stretch in find_stretches(lines))
