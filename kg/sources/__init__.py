"""Sources: files of any known format → documents, a format a module.

A reader module has `fits(name, text) -> bool` and
`parse(text, *, source) -> Iterator[Document | Remark]`. The format is told by content:
readers are asked in the table's order, from the strictest to the one that takes all.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

from kg.errors import SourceError
from kg.files.opening import open_text
from kg.plugins import load
from kg.records import Document, Remark
from kg.sources.finding import find_files, printable_name

READERS: dict[str, str] = {
    "jsonl": "kg.sources.records.jsonl",
    "bibtex": "kg.sources.records.bibtex",
    "video_page": "kg.sources.pages.video_page",
    "author_page": "kg.sources.pages.author_page",
    "concept_page": "kg.sources.pages.concept_page",
    "seminar": "kg.sources.pages.seminar",
    "abstract": "kg.sources.pages.abstract_file",
    "paragraphs": "kg.sources.pages.paragraphs",
}

# Their records stand on their own, so the first part of a damaged file is still good.
_RECORD_FORMATS = ("jsonl", "bibtex")


def read(
    paths: Sequence[Path],
    *,
    max_bytes: int = 2 << 30,
    max_characters: int = 100_000,
) -> Iterator[Document | Remark]:
    """Read files and folders of any known format, mixed freely.

    The order of `paths` does not matter and a file named twice is read once. What
    cannot be read yields a Remark with `lost`, and the rest goes on.

    Args:
        paths: files, `.gz` files, folders (read recursively).
        max_bytes: larger files, as they are or unpacked, are not read. Bounds archives
            that are small packed and huge unpacked.
        max_characters: no abstract is longer; the documents that are come from data
            without line breaks, and would stop the text engine.
    """
    files, remarks = find_files(paths)
    yield from remarks
    for path in files:
        for item in _read_file(path, max_bytes=max_bytes):
            if isinstance(item, Document) and len(item.text) > max_characters:
                yield _too_long(item, max_characters)
            else:
                yield item


def recognise(name: str, text: str) -> str:
    """Tell the name of the reader in `READERS` that a file's text is for."""
    for reader in READERS:
        if load(READERS, reader, what="source").fits(name, text):
            return reader
    raise SourceError(f"no known format; known are {', '.join(READERS)}")


def _read_file(path: Path, *, max_bytes: int) -> Iterator[Document | Remark]:
    name = printable_name(path)
    try:
        opened = open_text(path, max_bytes=max_bytes)
        reader = recognise(name, opened.text)
    except SourceError as error:
        yield Remark(name, None, str(error))
        return
    for warning in opened.warnings:
        yield Remark(name, warning.line, warning.reason, lost=False)
    if not opened.complete:
        yield _cut_off(name, reader)
        if reader not in _RECORD_FORMATS:
            return
    nothing = True
    parse = load(READERS, reader, what="source").parse
    for item in parse(opened.text, source=name):
        nothing = False
        yield item
    if nothing:
        yield Remark(name, None, f"read as {reader}, but it holds no document")


def _cut_off(name: str, reader: str) -> Remark:
    """Say what becomes of an archive whose end is missing or damaged."""
    damage = "the .gz archive is damaged or ends early"
    if reader in _RECORD_FORMATS:
        return Remark(name, None, f"{damage}: read as far as it goes", lost=False)
    return Remark(name, None, f"{damage}: not read; pack or download it again")


def _too_long(document: Document, max_characters: int) -> Remark:
    line = document.record_line
    if line is None and document.first_line is not None:
        line = document.first_line + 1
    reason = (
        f"a document of {len(document.text):,} characters is no abstract "
        f"(at most {max_characters:,}): not read; break it into paragraphs"
    )
    return Remark(document.source, line, reason)
