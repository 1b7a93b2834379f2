"""What each part of a body talks about: the work itself, or people, papers, links.

A body is cut at headings ("Bio:", "References:"), also where a page glued them to the
words beside them, then into lines and sentences. A heading opens a kind of passage that
lasts until the next one; within prose a single line may be an entry of a reference list
or a link, a single sentence may name collaborators, by its own form.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from kg.extraction.abstract_parts import find_parts
from kg.extraction.headings import find_headings
from kg.extraction.people.collaboration_phrases import CERTAIN
from kg.extraction.people.collaborators import names_collaborators
from kg.extraction.references.lines import is_entry_line
from kg.records import Document, Passage, PassageKind
from kg.text.sentences import sentence_spans

# "I will talk about these two papers:" at a line's end: the list follows.
_ANNOUNCED = re.compile(
    r"\b(?:papers?|works?|articles?|publications?|preprints?|references?|manuscripts?"
    r"|projects?|results?|reports?)\b[^.:\n]{0,60}[:：][ \t]*$"
    r"|\b(?:[Bb]ased|[Dd]raws|[Bb]uilds)\s+(?:up)?on\s?[:：][ \t]*$"
)
_URL = r"(?:https?://|www\.)\S+"
# A line of links, with a few words before or behind.
_LINK_LINE = re.compile(
    rf"^[^\n]{{0,60}}?(?:{_URL})(?:[\s,;]{{1,3}}(?:and\s)?(?:{_URL}))*[^\n]{{0,30}}$"
)
# What an entry of a list has: a mark, a year, a link.
_ENTRY = re.compile(
    r"^\s*(?:\[\w{1,8}\]|\(?\d{1,2}[.)]|[-–—•*·∗▪])\s*\S|\b(?:19|20)\d\d\b|https?://|arxiv",
    re.IGNORECASE,
)
SILENT = ("label", "keywords", "notice")
"""Kinds of passage in which no sentence speaks of the work: nobody is named there."""
_WITH_PARTS = ("prose", "collaboration", "biography")
# A line that ends so goes on in the next one.
_GOES_ON = re.compile(r"(?:[,;]|\b(?:and|with))[ \t]*\n$")


def find_passages(document: Document) -> tuple[Passage, ...]:
    """Cut the bodies of a document into passages, which cover them without gaps.

    Neighbours differ in kind: prose, biography, references, collaboration or links, and
    within these labels, notices and lists of keywords.
    """
    found: list[Passage] = []
    for section in document.sections:
        if section.kind == "body":
            body = document.text, section.start, section.end
            parts = list(find_parts(*body))
            found.extend(_set_apart(_join_neighbours(_body_passages(*body)), parts))
    return tuple(_join_neighbours(found))


def _set_apart(
    passages: Iterable[Passage], parts: Sequence[Passage]
) -> Iterator[Passage]:
    """Yield passages with the parts cut out of them that are no prose.

    Lists of references and links have forms of their own, in which there are none.
    """
    for passage in passages:
        begin = passage.start
        within = parts if passage.kind in _WITH_PARTS else ()
        for part in within:
            start, end = max(part.start, begin), min(part.end, passage.end)
            if start < end:
                if begin < start:
                    yield replace(passage, start=begin, end=start)
                yield replace(part, start=start, end=end)
                begin = end
        if begin < passage.end:
            yield replace(passage, start=begin)


def _body_passages(text: str, start: int, end: int) -> Iterator[Passage]:
    """Yield the passages of one body; neighbours may be of one kind."""
    state: PassageKind = "prose"
    for begin, stop, opened in _split_at_headings(text, start, end):
        if opened is not None:
            state = opened
        for line_start, line_end in _lines(text, begin, stop):
            line = text[line_start:line_end]
            state = _next_kind(state, line)
            yield from _read_line(text, line_start, line_end, state)
            if state == "prose" and _announces(line):
                state = "references"


def _announces(line: str) -> bool:
    """Tell whether a line ends in a colon behind "papers", "based on" and the like."""
    line = line.rstrip()
    return line.endswith((":", "：")) and _ANNOUNCED.search(line) is not None


def _next_kind(state: PassageKind, line: str) -> PassageKind:
    """Return what a line belongs to, going by the lines before it."""
    if state != "references":
        return state
    if len(line) > 300 and not _ENTRY.search(line):
        return "prose"
    opening = CERTAIN.search(line)
    return "prose" if opening and _OPENING.match(line, 0, opening.start()) else state


def _read_line(
    text: str, start: int, end: int, state: PassageKind
) -> Iterator[Passage]:
    """Yield the passages of one line: all of it, or its sentences."""
    line = text[start:end]
    if line.isspace():
        yield Passage(start, end, state)
        return
    marked = state == "biography"
    if state == "references" or is_entry_line(text, start, end, marked=marked):
        yield Passage(start, end, "references")
    elif (
        len(line) < 400
        and _LINK_LINE.match(line.strip())
        and not _names_collaborators(line)
    ):
        yield Passage(start, end, "links")
    else:
        for begin, stop in sentence_spans(text, start, end):
            joint = (state == "prose" or _JOINT.search(text, begin, stop)) and (
                names_collaborators(text, begin, stop)
            )
            yield Passage(begin, stop, "collaboration" if joint else state)


def _names_collaborators(line: str) -> bool:
    """Tell whether a line of links is one of collaborators, too."""
    return bool(CERTAIN.search(line)) and names_collaborators(line, 0, len(line))


# What may stand before "joint work with" in a line that goes on with no list.
_OPENING = re.compile(r"[ \t]*+\(?(?:[A-Z][a-z]*\b[\w ,]{0,40}\b|)[ \t]*+$")
# What tells of collaborators within a biography.
_JOINT = re.compile(r"\bjoint\s+work\b|\bjoint(?:ly)?\s+with\b", re.IGNORECASE)


def _split_at_headings(
    text: str, start: int, end: int
) -> Iterator[tuple[int, int, PassageKind | None]]:
    """Cut at headings; each piece says what its heading opens."""
    opened: PassageKind | None = None
    begin = start
    for place, kind in find_headings(text, start, end):
        if place > begin:
            yield begin, place, opened
        begin, opened = place, kind
    if end > begin:
        yield begin, end, opened


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the lines between two offsets, with their line feeds; lists that go on as one."""
    while start < end:
        stop = text.find("\n", start, end)
        stop = end if stop < 0 else stop + 1
        while stop < end and _GOES_ON.search(text, max(start, stop - 8), stop):
            after = text.find("\n", stop, end)
            stop = end if after < 0 else after + 1
        yield start, stop
        start = stop


def _join_neighbours(passages: Iterable[Passage]) -> Iterator[Passage]:
    """Join neighbours of one kind."""
    last: Passage | None = None
    for passage in passages:
        if last and last.kind == passage.kind and last.end == passage.start:
            last = Passage(last.start, passage.end, last.kind)
            continue
        if last:
            yield last
        last = passage
    if last:
        yield last
