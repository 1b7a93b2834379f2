"""Books of abstracts: texts one below the other, each under a title and its authors.

An author line tells a header from a heading within a text. Title and authors stand in
one order throughout; which of them comes first is counted.
"""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from kg.files.opened_file import Head, Opened
from kg.records import Document, Remark, Section
from kg.sources.pages import seminar
from kg.sources.pages.abstract_file import find_body_starts
from kg.sources.pages.abstract_header import header_sections, read_header_lines
from kg.sources.pages.boilerplate import count_words, ends_a_sentence
from kg.sources.pages.header_lines import HeaderLine
from kg.sources.pages.labelled_talks import is_labelled
from kg.sources.pages.page_layout import section_words
from kg.sources.pages.text_chunks import Chunk, split_chunks
from kg.text.folding import fold
from kg.text.names.author_rows import split_author_row
from kg.text.names.person_normal_form import normal_name

_FEWEST = 2  # abstracts
_TITLE_WORDS = 40
_NAMES = ("authors", "affiliation")
_TITLE = ("title", "other")


class Header(NamedTuple):
    """The lines above a text, and the number of the chunk that the text begins with."""

    lines: tuple[HeaderLine, ...]
    chunk: int

    @property
    def has_title_below(self) -> bool:
        """Whether something stands between the names and the text that may be a title."""
        return self.lines[-1].form in _TITLE


class Entry(NamedTuple):
    """An abstract: where its header begins, its text begins, and it ends."""

    start: int
    body: int
    end: int
    title_below: bool


def fits(head: Head) -> bool:
    """Tell whether most texts of a page stand under a title and authors, two or more do.

    Where one person is an author of most, it is rather the page of an author; one whose
    talks have labels is read by these.
    """
    if is_labelled(head.text.split("\n")) and seminar.fits(head):
        return False
    chunks = split_chunks(head.text)
    texts = [chunks[number].start for number in find_body_starts(chunks)]
    entries = list(_entries(head.text, chunks)) if len(texts) >= _FEWEST else []
    inside = sum(e.body <= start < e.end for start in texts for e in entries)
    if len(entries) < _FEWEST or inside * 2 <= len(texts):
        return False
    people = Counter(key for e in entries for key in set(_people(head.text, e)))
    return bool(people) and max(people.values()) * 2 <= len(entries)


def _people(text: str, entry: Entry) -> Iterator[str]:
    """Yield the authors of an entry, as their names are compared."""
    for line in read_header_lines(text, entry.start, entry.body):
        row = text[line.start : line.end]
        if line.form == "authors":
            yield from (fold(normal_name(row[a:b])) for a, b in split_author_row(row))


def parse(file: Opened) -> Iterator[Document | Remark]:
    """Yield a document for each text with a header; lines between them are left out."""
    text = file.text()
    for entry in _entries(text, split_chunks(text)):
        yield _document(text, entry, source=file.name)


def _document(text: str, entry: Entry, *, source: str) -> Document:
    """Return the document that an entry is: the lines from its first to its last."""
    content = text[entry.start : entry.end]
    body = entry.body - entry.start
    above = content.rfind("\n", 0, body) + 1
    sections = header_sections(content, above, title_below=entry.title_below)
    first = text.count("\n", 0, entry.start)
    return Document(
        id="",
        source=source,
        text=content,
        sections=(*sections, Section(body, len(content.rstrip()), "body")),
        first_line=first,
        last_line=first + content.count("\n"),
        title=section_words(content, sections, "title"),
    )


def _entries(text: str, chunks: list[Chunk]) -> Iterator[Entry]:
    """Yield the texts that have a header, each down to the next header."""
    headers = list(_headers(text, chunks))
    below = sum(header.has_title_below for header in headers)
    title_below = below * 2 > len(headers)
    starts = [_start(text, header, title_below=title_below) for header in headers]
    for number, (header, start) in enumerate(zip(headers, starts, strict=True)):
        after = headers[number + 1 :][:1]
        limit = len(text)
        if after:
            limit = starts[number + 1] or after[0].lines[0].start
        if start is not None:
            first = text.rfind("\n", 0, start) + 1
            end = text.find("\n", _end(chunks, header.chunk, limit))
            stop = end if end >= 0 else len(text)
            yield Entry(first, chunks[header.chunk].start, stop, title_below)


def _headers(text: str, chunks: list[Chunk]) -> Iterator[Header]:
    """Yield the lines between two texts, or above the first, that name people."""
    top = 0  # of the lines that are no text
    for number in find_body_starts(chunks):
        if number > top:
            above = text.rfind("\n", 0, chunks[number].start) + 1
            lines = tuple(read_header_lines(text, chunks[top].start, above))
            if any(line.form == "authors" for line in lines):
                yield Header(lines, number)
        top = number + 1


def _start(text: str, header: Header, *, title_below: bool) -> int | None:
    """Return where a header begins among the lines above a text; None without a title."""
    lines = header.lines
    last = max(n for n, line in enumerate(lines) if line.form in _NAMES)
    first = last
    while first and lines[first - 1].form in (*_NAMES, "note"):
        first -= 1
    while lines[first].form == "note":
        first += 1
    if title_below:
        return lines[first].start if header.has_title_below else None
    top = first
    while top and _is_title(text, lines[top - 1], lines[first - 1]):
        top -= 1
    return lines[top].start if top < first else None


def _is_title(text: str, line: HeaderLine, last: HeaderLine) -> bool:
    """Tell whether a line may be of the title that ends with the last line above names."""
    words = text[line.start : last.end]
    return (
        line.form in _TITLE
        and count_words(words) <= _TITLE_WORDS
        and not ends_a_sentence(words)
        and "\n\n" not in words.replace(" ", "")
    )


def _end(chunks: list[Chunk], first: int, limit: int) -> int:
    """Return where the text ends that a chunk begins: with a sentence, or with keywords."""
    number = first + 1
    while number < len(chunks) and chunks[number].start < limit:
        number += 1
    inside = chunks[first:number]
    last = max(find_body_starts(inside), default=0)
    for chunk in inside[last + 1 :]:
        if not (chunk.label or ends_a_sentence(chunk.text)):
            break
        last += 1
    return inside[last].end
