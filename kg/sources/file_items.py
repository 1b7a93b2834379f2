"""What is to be said of a file beside what is in it: how it was read, what is too long."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from kg.errors import SourceError
from kg.files.opened_file import Opened
from kg.records import Document, Remark


def without_too_long(
    items: Iterable[Document | Remark], max_characters: int
) -> Iterator[Document | Remark]:
    """Yield items, a remark instead of each document that is too long for an abstract."""
    for item in items:
        if isinstance(item, Document) and len(item.text) > max_characters:
            yield _too_long(item, max_characters)
        else:
            yield item


def with_file_remarks(
    file: Opened, reader: str, items: Iterable[Document | Remark]
) -> Iterator[Document | Remark]:
    """Yield what a file holds, then what is to be said of it as a whole."""
    nothing = True
    try:
        for item in items:
            nothing = False
            yield _with_lines(item) if isinstance(item, Remark) else item
    except SourceError as error:  # what is left of it cannot be read
        yield Remark(file.name, None, str(error))
        return
    for warning in file.warnings:
        yield Remark(file.name, warning.line, warning.reason, lost=False)
    if not file.complete:
        reason = "the .gz archive is damaged or ends early: read as far as it goes"
        yield Remark(file.name, None, reason, lost=False)
    if nothing:
        yield Remark(file.name, None, f"read as {reader}, but it holds no document")


def _with_lines(remark: Remark) -> Remark:
    """Return a remark that says which lines it is about, if they are several."""
    if remark.last is None or remark.last == remark.line:
        return remark
    reason = f"lines {remark.line} to {remark.last}: {remark.reason}"
    return replace(remark, reason=reason)


def _too_long(document: Document, max_characters: int) -> Remark:
    """Return the remark on a document that is too long to be an abstract."""
    line = document.record_line
    if line is None and document.first_line is not None:
        line = document.first_line + 1
    reason = (
        f"a document of {len(document.text):,} characters is no abstract "
        f"(at most {max_characters:,}): not read; break it into paragraphs"
    )
    return Remark(document.source, line, reason)
