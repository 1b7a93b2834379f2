"""Markdown books of abstracts: a heading a talk, people and places below it, then prose.

Marks of headings and of emphasis are no part of what they mark. Which level of headings
the talks stand under is told by what stands below: names, in half of those with prose.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.files.opened_file import Head, Opened
from kg.records import Document, Remark, Section, SectionKind
from kg.sources.pages.boilerplate import is_prose
from kg.sources.pages.header_lines import header_form
from kg.sources.pages.labelled_talks import talk_year
from kg.sources.pages.talk_labels import read_label
from kg.sources.records.fields import split_keywords
from kg.text.counts import format_count

_HEADING = re.compile(r" {0,3}(?P<marks>#{1,6})[ \t]+(?=\S)")
_UNDERLINE = re.compile(r" {0,3}(?:={3,}|-{3,})[ \t]*")
_FENCE = re.compile(r" {0,3}(?:```|~~~)")
# Marks of quotes, items and emphasis before and behind what a line says.
_BEFORE = re.compile(r"[\s>#*_+-]*(?:\d{1,3}[.)]\s+)?[*_]*")
_BEHIND = re.compile(r"(?<![\s#*_\\])[\s#*_\\]*+\Z")
_EMPHASIS = re.compile(r"\*{1,3}|(?<!\w)_{1,3}|_{1,3}(?!\w)")
_KEYWORDS = re.compile(r"(?:key ?words|index terms|tags)\W{1,6}", re.IGNORECASE)
_MOST_HEADS = 8  # lines above a text
_FEWEST = 2  # talks


@dataclass(frozen=True, slots=True)
class _Block:
    """A heading, at line `first`, and the lines below it to `stop`, not within."""

    first: int
    stop: int
    level: int


def fits(head: Head) -> bool:
    """Tell whether headings stand above lines of people and prose, two of them or more."""
    lines = head.text.split("\n")
    return len(_talks(lines)) >= _FEWEST


def parse(file: Opened) -> Iterator[Document | Remark]:
    """Yield a document a heading with prose below; other headings are counted."""
    lines = file.text().split("\n")
    talks = _talks(lines)
    if not talks:
        yield Remark(file.name, None, "no talks found under headings of Markdown")
        return
    empty = []
    for block in talks:
        body = _body(lines, block)
        if body is None:
            empty.append(block.first + 1)
        else:
            yield _document(lines, block, body, source=file.name)
    if empty:
        count = format_count(len(empty), "heading")
        reason = f"{count} without an abstract below: not read"
        yield Remark(file.name, empty[0], reason, lost=False)


def _talks(lines: Sequence[str]) -> list[_Block]:
    """Return the blocks of the level whose headings stand above people, most of all."""
    headings = list(_headings(lines))
    levels: Counter[int] = Counter()
    texts: Counter[int] = Counter()
    blocks: dict[int, list[_Block]] = {}
    for level in {level for _, level in headings}:
        blocks[level] = _blocks(headings, level, len(lines))
        for block in blocks[level]:
            body = _body(lines, block)
            texts[level] += body is not None
            levels[level] += body is not None and _has_people(lines, block, body)
    found = [n for n in levels if levels[n] and levels[n] * 2 >= texts[n]]
    return blocks[max(found, key=lambda n: (levels[n], -n))] if found else []


def _headings(lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield (line, level) of the headings that stand in no example."""
    is_fenced = False
    for number, line in enumerate(lines):
        if _FENCE.match(line):
            is_fenced = not is_fenced
        elif is_fenced:
            continue
        elif found := _HEADING.match(line):
            yield number, len(found["marks"])
        elif _is_underlined(lines, number):
            yield number, 1 if lines[number + 1].lstrip()[0] == "=" else 2


def _is_underlined(lines: Sequence[str], number: int) -> bool:
    """Tell a heading by the line drawn below it; a rule has a blank line above."""
    below = lines[number + 1] if number + 1 < len(lines) else ""
    above = lines[number - 1] if number else ""
    line = lines[number].strip()
    return bool(_UNDERLINE.fullmatch(below) and line and not above.strip()) and (
        len(line) < 200 and not _UNDERLINE.fullmatch(line)
    )


def _blocks(
    headings: Sequence[tuple[int, int]], level: int, count: int
) -> list[_Block]:
    """Return the headings of a level, each with its lines to the next one as high."""
    places = [number for number, each in headings if each <= level]
    ends = dict(zip(places, [*places[1:], count], strict=True))
    return [_Block(n, ends[n], level) for n, each in headings if each == level]


def _body(lines: Sequence[str], block: _Block) -> int | None:
    """Return the first line of the prose of a block; None without any."""
    heads = 0
    for number in range(block.first + 1, block.stop):
        start, end = _content(lines[number])
        text = lines[number][start:end]
        label = read_label(text)
        if label and label.meaning == "abstract" and label.end < len(text.strip()):
            return number
        if text and not label and is_prose(_plain(text)):
            return number
        heads += bool(text)
        if heads > _MOST_HEADS:
            return None
    return None


def _has_people(lines: Sequence[str], block: _Block, body: int) -> bool:
    return any(kind == "authors" for kind, *_ in _heads(lines, block, body))


def _heads(
    lines: Sequence[str], block: _Block, body: int
) -> Iterator[tuple[SectionKind, int, int, int]]:
    """Yield (kind, line, start, end) of what stands between a heading and its prose."""
    for number in range(block.first + 1, body):
        start, end = _content(lines[number])
        text = lines[number][start:end]
        label = read_label(text)
        if label and label.meaning in ("authors", "affiliation", "title"):
            yield label.meaning, number, start + label.end, end
        elif text and not label:
            form = header_form(_plain(text))
            if form in ("authors", "affiliation"):
                yield form, number, start, end


def _document(
    lines: Sequence[str], block: _Block, body: int, *, source: str
) -> Document:
    """Return the talk that a block is: its lines, from the heading to its last text.

    Its prose begins at line `body`.
    """
    last = _last_text(lines, body, block.stop - 1)
    keywords: tuple[str, ...] = ()
    start, end = _content(lines[last])
    if last > body and (found := _KEYWORDS.match(lines[last][start:end])):
        keywords = split_keywords(_plain(lines[last][start:end][found.end() :]))
    offsets = [0]
    for line in lines[block.first : last]:
        offsets.append(offsets[-1] + len(line) + 1)
    sections = list(_sections(lines, block, body, last - bool(keywords), offsets))
    text = "\n".join(lines[block.first : last + 1])
    title = next((s for s in sections if s.kind == "title"), None)
    return Document(
        id="",
        source=source,
        text=text,
        sections=tuple(sections),
        first_line=block.first,
        last_line=last,
        title=_plain(text[title.start : title.end]) if title else None,
        year=talk_year(
            [_plain(line[slice(*_content(line))]) for line in lines[block.first : body]]
        ),
        keywords=keywords,
    )


def _sections(
    lines: Sequence[str],
    block: _Block,
    body: int,
    last: int,
    offsets: Sequence[int],
) -> Iterator[Section]:
    top = block.first
    heads = list(_heads(lines, block, body))
    if not any(kind == "title" for kind, *_ in heads):
        heads.insert(0, ("title", top, *_content(lines[top])))
    for kind, number, start, end in heads:
        if start < end:
            place = offsets[number - top]
            yield Section(place + start, place + end, kind)
    start, _ = _content(lines[body])
    label = read_label(lines[body][start:])
    start += label.end if label and label.meaning == "abstract" else 0
    last = _last_text(lines, body, last)
    _, end = _content(lines[last])
    yield Section(offsets[body - top] + start, offsets[last - top] + end, "body")


def _content(line: str) -> tuple[int, int]:
    """Return where what a line says stands in it, without the marks around."""
    before, behind = _BEFORE.match(line), _BEHIND.search(line)
    start = before.end() if before else 0
    end = behind.start() if behind else len(line)
    return (start, end) if start < end else (len(line), len(line))


def _last_text(lines: Sequence[str], first: int, last: int) -> int:
    """Return the last of some lines that says something; the first if none does."""
    while last > first and not _says_something(lines[last]):
        last -= 1
    return last


def _says_something(line: str) -> bool:
    start, end = _content(line)
    return start < end


def _plain(text: str) -> str:
    return " ".join(_EMPHASIS.sub("", text).split())
