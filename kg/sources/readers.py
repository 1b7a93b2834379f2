"""Sources: files of any known format → documents, a format a module.

A reader module has `parse(file: Opened) -> Iterator[Document | Remark]`. It is chosen by
content, never by a file's name alone: a row of `kg.sources.formats` names it, or its
`fits(head: Head) -> bool` says so. Shapes come first, so that no reader of prose gets
to see what is no prose; then readers are asked in the table's order, from the strictest
to the one that takes all.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

from kg.errors import SourceError
from kg.files.archive_member import DEEPEST
from kg.files.opened_file import Head, Opened
from kg.files.opening import STDIN, STDIN_PATH, open_file, open_stdin
from kg.files.signatures import refuse_no_text
from kg.plugins import load
from kg.records import Document, Remark
from kg.sources.file_items import with_file_remarks, without_too_long
from kg.sources.file_kinds import reader_words, shape_words
from kg.sources.formats import find_shape
from kg.sources.formats.known_formats import Shape
from kg.sources.formats.refusals import refuse_shape
from kg.sources.input_files import find_files, printable_name
from kg.sources.long_pages import read_pages
from kg.sources.made_text import read_made_texts
from kg.sources.parts import read_records
from kg.sources.stretches import find_stretches, is_of_one_kind
from kg.sources.unused_text import Unused

MOST_BYTES = 8 << 30
"""Of a file, by default: the dump of DBLP has some five thousand millions."""

READERS: dict[str, str] = {
    "jsonl": "kg.sources.records.jsonl",
    "table": "kg.sources.records.tables.table_records",
    "workbook": "kg.sources.records.tables.workbook",
    "bibtex": "kg.sources.records.bibtex",
    "xml": "kg.sources.records.xml_records",
    "zip": "kg.sources.archives.zip_archive",
    "tar": "kg.sources.archives.tar_archive",
    "docx": "kg.sources.documents.docx",
    "odt": "kg.sources.documents.odt",
    "pdf": "kg.sources.documents.pdf",
    "ical": "kg.sources.records.ical",
    "html": "kg.sources.documents.web_page",
    "ris": "kg.sources.records.tagged.ris",
    "nbib": "kg.sources.records.tagged.nbib",
    "wos": "kg.sources.records.tagged.wos",
    "refworks": "kg.sources.records.tagged.refworks",
    "refer": "kg.sources.records.tagged.refer",
    "noteexpress": "kg.sources.records.tagged.noteexpress",
    "cnki": "kg.sources.records.tagged.cnki",
    "redif": "kg.sources.records.tagged.redif",
    "latex": "kg.sources.books.latex_book",
    "markdown": "kg.sources.books.markdown_book",
    "video_page": "kg.sources.pages.video_page",
    "abstract_book": "kg.sources.pages.abstract_book",
    "author_page": "kg.sources.pages.author_page",
    "concept_page": "kg.sources.pages.concept_page",
    "seminar": "kg.sources.pages.seminar",
    "abstract": "kg.sources.pages.abstract_file",
    "paragraphs": "kg.sources.pages.paragraphs",
}


class SourceFile(NamedTuple):
    """A file that was asked for, or a folder of which something is to be said.

    `kind` is what it is, in words ("RIS export"), empty where that is not known;
    `items` is all that is in it, read as it is taken.
    """

    name: str
    kind: str
    items: Iterator[Document | Remark]


def read(
    paths: Sequence[Path],
    *,
    max_bytes: int = MOST_BYTES,
    max_characters: int = 100_000,
) -> Iterator[Document | Remark]:
    """Read files and folders of any known format, mixed freely.

    The order of `paths` does not matter and a file named twice is read once. What
    cannot be read yields a Remark with `lost`, and the rest goes on.

    Args:
        paths: files, `.gz` files, folders (read recursively), "-" for standard input.
        max_bytes: larger files, as they are or unpacked, are not read. Bounds archives
            that are small packed and huge unpacked.
        max_characters: no abstract is longer; the documents that are come from data
            without line breaks, and would stop the text engine.
    """
    for file in read_each(paths, max_bytes=max_bytes, max_characters=max_characters):
        yield from file.items


def read_each(
    paths: Sequence[Path],
    *,
    max_bytes: int = MOST_BYTES,
    max_characters: int = 100_000,
) -> Iterator[SourceFile]:
    """Yield each file with what is in it; arguments are those of `read`.

    A file's items are to be taken before the next file is asked for.
    """
    for file in _read_all(paths, max_bytes=max_bytes):
        items = without_too_long(file.items, max_characters)
        yield file._replace(items=items)


@lru_cache(maxsize=1)  # a file of one part is asked for twice
def recognise(head: Head) -> str:
    """Tell the name of the reader in `READERS` that a file is for, by its beginning.

    Raises:
        SourceError: it is no text, or of a shape (an export of a database, a table,
            XML, an archive) that no reader is for yet.
    """
    shape = find_shape(head)
    if shape:
        if shape.reader in READERS:
            return shape.reader
        raise SourceError(refuse_shape(shape, head))
    if not head.text:
        refuse_no_text(head.data)
    for reader in READERS:
        fits = getattr(_load(reader), "fits", None)
        if fits and fits(head):
            return reader
    raise SourceError(f"no known format; known are {', '.join(READERS)}")


def _load(reader: str) -> ModuleType:
    return load(READERS, reader, what="source")


def _read_all(paths: Sequence[Path], *, max_bytes: int) -> Iterator[SourceFile]:
    # First of all: a slip in a path costs nobody an hour of reading.
    files, remarks = find_files([path for path in paths if path != STDIN_PATH])
    if STDIN_PATH in paths:
        try:
            with open_stdin(max_bytes=max_bytes) as file:
                yield from _source_files(file)
        except SourceError as error:
            yield _unread_file(STDIN, "", error)
    for remark in remarks:
        yield SourceFile(remark.source, "", iter([remark]))
    for path in files:
        name = printable_name(path)
        try:
            file = open_file(path, name=name, max_bytes=max_bytes)
        except SourceError as error:
            yield _unread_file(name, "", error)
        else:
            yield from _source_files(file)


def _source_files(file: Opened, depth: int = 0) -> Iterator[SourceFile]:
    """Yield a file with its kind, of an archive the files in it.

    That one cannot be read is a remark.
    """
    shape = None
    try:
        shape = find_shape(file.head())
        if shape and is_of_archives(shape.reader):
            yield from _files_within(file, shape, depth)
            return
        reader, items = _parse(file)
    except SourceError as error:
        yield _unread_file(file.name, shape_words(shape) if shape else "", error)
        return
    module = _load(reader) if reader in READERS else None
    kind = shape_words(shape) if shape else reader_words(reader, module, file.head())
    yield SourceFile(file.name, kind, with_file_remarks(file, reader, items))


def _files_within(archive: Opened, shape: Shape, depth: int) -> Iterator[SourceFile]:
    """Yield the files in an archive, and in archives within it.

    Raises:
        SourceError: it is damaged, empty, too large, or in too many others.
    """
    if depth == DEEPEST:
        raise SourceError(f"an archive within {DEEPEST} others: unpack it first")
    is_empty = True
    for item in _load(shape.reader).parse(archive):
        is_empty = False
        if isinstance(item, Remark):
            yield SourceFile(item.source, "", iter([item]))
        else:
            yield from _source_files(item, depth + 1)
    if is_empty:
        raise SourceError("an archive without any file to read")


def _unread_file(name: str, kind: str, error: SourceError) -> SourceFile:
    return SourceFile(name, kind, iter([Remark(name, None, str(error))]))


def _parse(file: Opened) -> tuple[str, Iterator[Document | Remark]]:
    """Return what a file is, and all that is in it; it may be of several kinds."""
    head = file.head()
    try:
        reader = recognise(head)
    except SourceError:
        if _is_of_one_kind(head):
            raise
        return "text and records", read_pages(file, _parse_part)
    if is_of_documents(reader) and _is_of_one_kind(head):
        made = _load(reader).parse(file)
        return reader, read_made_texts(made, _parse_text, name=file.name)
    if not is_of_records(reader):
        return reader, read_pages(file, _parse_part)
    found = _load(reader).parse(file)
    return reader, read_records(found, _parse_part, name=file.name)


def _is_of_one_kind(head: Head) -> bool:
    lines = head.text.split("\n")
    return is_of_one_kind(lines, find_stretches(lines))


def _parse_part(file: Opened) -> tuple[str, Iterator[Document | Remark | Unused]]:
    """Return the reader of a part of a file, and what it yields.

    Raises:
        SourceError: no reader is for it.
    """
    reader = recognise(file.head())
    if is_of_archives(reader):  # text may begin with the same signs
        raise SourceError(f"a {reader} archive within a text: not read")
    found = _load(reader).parse(file)
    if is_of_documents(reader):
        found = read_made_texts(found, _parse_text, name=file.name)
    return reader, found


def _parse_text(file: Opened) -> tuple[str, Iterator[Document | Remark | Unused]]:
    """Return the reader of a part of a text that was made of a document.

    Raises:
        SourceError: it looks like a document itself, as texts about HTML do.
    """
    reader = recognise(file.head())
    if is_of_documents(reader):
        raise SourceError(f"{reader} within the text of a document: not read")
    return _parse_part(file)


def is_of_records(reader: str) -> bool:
    """Tell whether a reader takes records, which are read as a stream.

    >>> is_of_records("bibtex"), is_of_records("seminar")
    (True, False)
    """
    return READERS[reader].startswith("kg.sources.records.")


def is_of_archives(reader: str) -> bool:
    """Tell whether a reader takes archives, whose files are read each by its own.

    >>> is_of_archives("zip"), is_of_archives("html")
    (True, False)
    """
    return READERS.get(reader, "").startswith("kg.sources.archives.")


def is_of_documents(reader: str) -> bool:
    """Tell whether a reader takes files that are no text, and makes texts of them.

    >>> is_of_documents("html"), is_of_documents("seminar")
    (True, False)
    """
    return READERS[reader].startswith("kg.sources.documents.")
