"""XML: records of a dozen dialects, found and read one by one as a stream.

Namespaces and prefixes are no part of names, document types and their entities are not
followed, and a record that is broken costs itself.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from xml.etree.ElementTree import Element

from kg.files.opened_file import Head, Opened
from kg.plugins import load
from kg.records import Document, Remark
from kg.sources.formats import find_shape
from kg.sources.records.record_values import RecordValues, document_from_values
from kg.sources.records.unread_fields import UnreadFields
from kg.sources.records.xml.between_records import LooseTexts, names_with_words
from kg.sources.records.xml.dialect import Dialect, ReadRecord
from kg.sources.records.xml.element_parsing import parse_element
from kg.sources.records.xml.file_remarks import FileRemarks
from kg.sources.records.xml.record_stream import (
    BetweenRecords,
    DocumentType,
    XmlRecord,
    xml_records,
)
from kg.sources.records.xml.unread_elements import path_names, unread_elements
from kg.sources.unused_text import Unused

DIALECTS: dict[str, str] = {
    "acl": "kg.sources.records.xml.dialects.acl_anthology",
    "atom": "kg.sources.records.xml.dialects.atom",
    "crossref": "kg.sources.records.xml.dialects.crossref_xml",
    "datacite": "kg.sources.records.xml.dialects.datacite_xml",
    "dblp": "kg.sources.records.xml.dialects.dblp",
    "dc": "kg.sources.records.xml.dialects.dublin_core",
    "endnote": "kg.sources.records.xml.dialects.endnote",
    "europepmc": "kg.sources.records.xml.dialects.europe_pmc",
    "jats": "kg.sources.records.xml.dialects.jats",
    "marc": "kg.sources.records.xml.dialects.marc",
    "mods": "kg.sources.records.xml.dialects.mods",
    "oai": "kg.sources.records.xml.dialects.oai_pmh",
    "pubmed": "kg.sources.records.xml.dialects.pubmed",
    "rss": "kg.sources.records.xml.dialects.rss",
    "tei": "kg.sources.records.xml.dialects.tei",
    "zotero": "kg.sources.records.xml.dialects.zotero_rdf",
}
"""Dialect, as `kg.sources.formats.known_formats` has it → the module that knows it."""

_ENDS = re.compile(r"\A(?:\s*</[^<>]*>)+")  # of the file before
_FEWEST_OF_RECORD = 2  # different elements


def parse(file: Opened) -> Iterator[Document | Remark | Unused]:
    """Yield a document a record; what is no record and no XML is given back.

    Elements that nothing reads are named once a file, by their paths.
    """
    name = find_dialect(file.head())
    if name is None:
        yield Unused(1, file.text(), "no XML of a dialect that is known")
        return
    dialect = _dialect(name)
    names = path_names(dialect.paths)
    reading = _Reading(file.name, dialect, dialect.reader(file), names)
    last = 1
    for item in xml_records(file.pieces(), dialect.records, dialect.parts):
        if isinstance(item, XmlRecord):
            reading.counted.note_record(item)
            yield from _read_record(reading, item)
        elif isinstance(item, DocumentType):
            reading.counted.note_document_type(item)
        elif not item.text.isspace():  # as it is nearly always
            last = item.line + item.text.count("\n")
            yield from _read_between(reading, item)
    if not reading.counted.records:
        named = " or ".join(f"<{name}>" for name in dialect.records)
        yield Remark(file.name, 1, f"no {named} is there: nothing is read", last=last)
    yield from reading.counted.remarks(file.name)
    yield from reading.unread.remarks(file.name)


def find_dialect(head: Head) -> str | None:
    """Return the name in `DIALECTS` of what a file is; None for any other file.

    >>> find_dialect(Head("x.xml", b"", "<dblp><article><title>A</title></article></dblp>"))
    'dblp'
    """
    shape = find_shape(head)
    return shape.dialect if shape and shape.dialect in DIALECTS else None


def _dialect(name: str) -> Dialect:
    dialect: Dialect = load(DIALECTS, name, what="dialect of XML").DIALECT
    return dialect


@dataclass(frozen=True, slots=True)
class _Reading:
    """How a file is read, and what of it was passed over so far."""

    source: str
    dialect: Dialect
    read: ReadRecord
    names: frozenset[str]  # of elements that are read
    unread: UnreadFields = field(default_factory=UnreadFields)
    counted: FileRemarks = field(default_factory=FileRemarks)
    loose: LooseTexts = field(default_factory=LooseTexts)


def _read_record(reading: _Reading, record: XmlRecord) -> Iterator[Document | Remark]:
    """Yield what a record holds; of a broken one what its header holds, or a reject."""
    element, is_lost = record.element, False
    if element is None:
        element = _header(record, reading.dialect.header)
        is_lost = element is None
        yield _remark_on_fault(reading, record, is_lost=is_lost)
    if element is not None:
        paths = unread_elements(element, reading.dialect.paths)
        reading.unread.count_names(paths, line=record.line)
        for values in reading.read(element):
            yield from _document(reading, values, record)


def _document(
    reading: _Reading, values: RecordValues | str, record: XmlRecord
) -> Iterator[Document | Remark]:
    """Yield the work of a record; a reject names all of its lines."""
    if isinstance(values, str):
        if values:
            reading.counted.note_other(values, record.line)
        return
    for item in document_from_values(values, source=reading.source, line=record.line):
        if isinstance(item, Remark) and item.lost:
            yield replace(item, last=record.last)
        else:
            yield item


def _header(record: XmlRecord, name: str) -> Element | None:
    """Return a broken record with its header only, if it has a whole one."""
    opening = name and re.search(rf"<((?:[\w.-]+:)?{name})(?=[\s>])", record.text)
    if not opening:
        return None
    closing = f"</{opening[1]}>"
    end = record.text.find(closing, opening.end())
    if end < 0:
        return None
    header = record.text[opening.start() : end + len(closing)]
    # The record's own tag says its language; it may be lost.
    tag = re.match(rf"<(?:[\w.-]+:)?{record.name}(?=[\s>])([^<>]*)>", record.text)
    attributes = tag[1] if tag else ""
    return parse_element(f"<{record.name}{attributes}>{header}</{record.name}>").element


def _remark_on_fault(reading: _Reading, record: XmlRecord, *, is_lost: bool) -> Remark:
    rest = "not read" if is_lost else f"only its <{reading.dialect.header}> is read"
    reason = f"a broken <{record.name}>: {record.fault}; {rest}"
    return Remark(reading.source, record.line, reason, is_lost, last=record.last)


def _read_between(reading: _Reading, item: BetweenRecords) -> Iterator[Remark | Unused]:
    """Count elements with words of their own; give back what is of another kind."""
    names = names_with_words(item.text)
    # In front of all records, feeds have a title and a date of their own.
    read = reading.names.intersection(names)
    if len(names) >= _FEWEST_OF_RECORD and _is_of_other_dialect(item, reading.dialect):
        reason = "records of another dialect: not read"
        yield Unused(item.line, item.text.rstrip(), reason)
        return
    if reading.counted.records and len(read) >= _FEWEST_OF_RECORD:
        yield _remark_on_elements(item, sorted(read), source=reading.source)
    else:
        reading.unread.count_names(names, line=item.line)
    for place, words in reading.loose.find(item.text):
        line = item.line + item.text.count("\n", 0, place)
        yield Unused(line, words, "no record of XML")


def _is_of_other_dialect(item: BetweenRecords, dialect: Dialect) -> bool:
    """Tell whether what is between holds records of another dialect."""
    text = _ENDS.sub("", item.text)
    name = find_dialect(Head("", b"", text))
    other = dialect if name is None else _dialect(name)
    if other is dialect:
        return False
    records = "|".join(other.records)
    return re.search(rf"<(?:[\w.-]+:)?(?:{records})(?=[\s/>])", text) is not None


def _remark_on_elements(
    item: BetweenRecords, names: list[str], *, source: str
) -> Remark:
    """Return the remark on a record whose own tags are both lost."""
    shown = ", ".join(f"<{name}>" for name in names)
    line = item.line + item.text[: -len(item.text.lstrip())].count("\n")
    last = item.line + item.text.rstrip().count("\n")
    return Remark(source, line, f"{shown} without a record around: not read", last=last)
