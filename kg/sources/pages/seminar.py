"""Dumps of a seminar's page: talk abstracts one after another, a paragraph a line.

`talk_segmentation` says where talks begin; here they become documents. Most dumps have
neither titles nor speakers; where a page labels them they are sections of their own.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from kg.files.opened_file import Head, Opened
from kg.records import Document, Remark, SectionKind
from kg.sources.pages.boilerplate import is_prose
from kg.sources.pages.labelled_talks import is_labelled, talk_year, unread_labels
from kg.sources.pages.page_layout import Part, assemble, filled_lines
from kg.sources.pages.speaker_lines import (
    is_announced_later,
    names_speaker_with_place,
    speaker_start,
)
from kg.sources.pages.talk_lines import Form, is_attachment, label_length
from kg.sources.pages.talk_segmentation import HEADS, talk_forms, talk_starts
from kg.text.names.name_lines import name_line_parts

# What stands around a talk's text; of "short" lines, above it only.
_NO_TEXT: tuple[Form, ...] = ("blank", "aside", "title", "authors", "affiliation")
_BRACKETS = re.compile(r"\([^()]{0,120}\)")


def fits(head: Head) -> bool:
    """Tell whether a page is mostly long paragraphs, one a line, several of them.

    Long lines of prose carry a dump of talks; attachments (a biography, a link) may be
    as many again. Where lines say that they are titles and abstracts, two talks will do.
    """
    lines = head.text.split("\n")
    used = filled_lines(lines)
    if is_labelled(lines):
        return any(
            is_prose(lines[n]) or label_length(lines[n], "abstract") for n in used
        )
    long = sum(len(lines[number]) >= 200 and is_prose(lines[number]) for number in used)
    known = sum(is_prose(lines[n]) or is_attachment(lines[n]) for n in used)
    return long >= 3 and (known * 2 >= len(used) or long * 5 >= len(used))


def parse(file: Opened) -> Iterator[Document | Remark]:
    """Cut the page into talks; lines of the page's own around them are left out.

    Each talk is a document of the lines from its first to its last, with sections for
    title, speakers and their affiliation where it has some, and the year of its date. A
    page without any talk is a reject; labels that nothing reads are a warning.
    """
    lines = file.text().split("\n")
    forms = talk_forms(lines)
    starts = talk_starts(lines, forms)
    if not starts:
        yield Remark(file.name, None, "no abstracts found on this page of talks")
        return
    for start, stop in zip(starts, [*starts[1:], len(lines)], strict=True):
        last = stop - 1
        while last > start and forms[last] in ("blank", "aside"):
            last -= 1
        parts = [
            part
            for part in _parts(lines, forms, start, last)
            if part.kind == "authors" or not _is_open(lines, part)
        ]
        if any(part.kind != "authors" for part in parts):
            talk = assemble(lines, parts, source=file.name, last=last)
            yield replace(talk, year=talk_year(lines[start:stop]))
        else:
            reason = "a talk whose title and abstract are to be announced: not read"
            yield Remark(file.name, start + 1, reason, lost=False, last=last + 1)
    yield from _remark_on_labels(lines, starts[0], source=file.name)


def _remark_on_labels(
    lines: Sequence[str], start: int, *, source: str
) -> Iterator[Remark]:
    """Yield a remark on the labels that nothing reads, of a page whose talks have some."""
    labels = unread_labels(lines[start:]) if is_labelled(lines) else {}
    if labels:
        named = ", ".join(f'"{word}" ({n:,})' for word, n in labels.items())
        yield Remark(
            source, start + 1, f"labels that are not read: {named}", lost=False
        )


def _is_open(lines: Sequence[str], part: Part) -> bool:
    """Tell whether a part only says that it is to be announced."""
    return part.first == part.last and is_announced_later(
        lines[part.first][part.skip :]
    )


def _parts(
    lines: Sequence[str], forms: Sequence[Form], start: int, last: int
) -> Iterator[Part]:
    """Yield what the lines of a talk are: its title and speakers, then its body."""
    first = start
    while first <= last and (forms[first] in _NO_TEXT or forms[first] == "short"):
        first += 1
    bottom = last
    while bottom > first and forms[bottom] in _NO_TEXT:
        bottom -= 1
    around = [*range(start, first), *range(bottom + 1, last + 1)]
    heads = [number for number in around if forms[number] in HEADS]
    yield from _join_wrapped(_head_parts(lines, forms, heads))
    if first <= last:
        skip = label_length(lines[first], "abstract")
        yield Part(first, bottom, "body", skip)


def _join_wrapped(parts: Iterable[Part]) -> Iterator[Part]:
    """Yield parts, a labelled one with the lines right below that go on with it."""
    last: Part | None = None
    for part in parts:
        goes_on = last and part.kind == last.kind and part.first == last.last + 1
        if last and goes_on and last.skip and not part.skip:
            last = replace(last, last=part.last)
            continue
        if last:
            yield last
        last = part
    if last:
        yield last


def _head_parts(
    lines: Sequence[str], forms: Sequence[Form], heads: Sequence[int]
) -> Iterator[Part]:
    """Tell titles from speakers: by label, else by which line could be a name."""
    bare = [number for number in heads if forms[number] == "short"]
    people = _speakers(lines, bare)
    titled = any(forms[number] == "title" for number in heads)
    for number in heads:
        form = forms[number]
        kind: SectionKind = "affiliation" if form == "affiliation" else "authors"
        if form == "title" or (form == "short" and number != people):
            if form == "short" and titled:
                continue
            kind, titled = "title", True
        skip = _skipped(lines[number], form)
        if lines[number][skip:].strip():
            yield Part(number, number, kind, skip)


def _skipped(line: str, form: Form) -> int:
    """Return the length of the label before a line's value, or of the date before a name."""
    return speaker_start(line) if form == "short" else label_length(line, form)


def _speakers(lines: Sequence[str], bare: Sequence[int]) -> int | None:
    """Choose the unlabelled line that names speakers; a lone one needs a bracket.

    Names with an affiliation behind them are surest; of several the shortest line is
    taken, for titles are longer than names.
    """
    placed = [
        n for n in bare if names_speaker_with_place(lines[n]) or speaker_start(lines[n])
    ]
    named = [n for n in bare if name_line_parts(_BRACKETS.sub("", lines[n]))]
    affiliated = [n for n in named if _BRACKETS.search(lines[n]) or "," in lines[n]]
    if placed or affiliated:
        return [*placed, *affiliated][0]
    return (
        min(named, key=lambda n: (len(lines[n]), n))
        if len(bare) > 1 and named
        else None
    )
