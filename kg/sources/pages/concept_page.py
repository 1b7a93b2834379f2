"""Pages on one concept of a paper index: title, venue, abstract, blank lines between.

An entry ends with prose and begins with two short blocks. Which of the two is the venue
is told by coming back: venues repeat on such a page, titles do not.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kg.files.opened_file import Head, Opened
from kg.records import Document, Remark, SectionKind
from kg.sources.pages.boilerplate import (
    ends_a_sentence,
    is_detail,
    is_furniture,
    is_prose,
    line_template,
)
from kg.sources.pages.labelled_talks import is_labelled
from kg.sources.pages.page_layout import Part, assemble
from kg.text.names.name_lines import lists_people, lower_case_words

_LONGEST_TITLE = 250  # characters; of a title that ends with a full stop
_LONGEST_HEAD = 400  # characters; a title or venue is never longer


@dataclass(frozen=True, slots=True)
class _Block:
    """Lines without a blank one between; `gap` counts the blank lines before."""

    first: int
    last: int
    gap: int
    prose: bool


@dataclass(frozen=True, slots=True)
class _Entry:
    heads: tuple[_Block, ...]
    body: tuple[_Block, ...]  # the first block and the last


def fits(head: Head) -> bool:
    """Tell whether short, short, long is how the blocks of a page follow each other.

    Two entries under two heads or more, and two of three of all entries; of a page
    whose lines are labelled the labels tell more.
    """
    lines = head.text.split("\n")
    if is_labelled(lines):
        return False
    small = lower_case_words(head.text)
    entries = _entries(lines, _blocks(lines), small=small)
    headed = sum(len(entry.heads) >= 2 for entry in entries)
    return headed >= 2 and headed * 3 >= len(entries) * 2


def parse(file: Opened) -> Iterator[Document | Remark]:
    """Cut the page into entries; the abstract may be of several paragraphs.

    An entry is a document with title and venue, told apart by which of the two comes
    back on the page. A page without entries is a reject.
    """
    text = file.text()
    lines = text.split("\n")
    small = lower_case_words(text)
    entries = _entries(lines, _blocks(lines), small=small)
    if not entries:
        yield Remark(file.name, None, "no abstracts found on this page of a concept")
        return
    venue_first = _is_venue_first(lines, entries)
    for entry in entries:
        parts = _head_parts(lines, entry.heads, small=small, venue_first=venue_first)
        if entry.body:
            parts.append(Part(entry.body[0].first, entry.body[-1].last, "body"))
        yield assemble(lines, parts, source=file.name)


def _blocks(lines: Sequence[str]) -> list[_Block]:
    """Return the blocks of lines between blank ones."""
    blocks: list[_Block] = []
    first, gap, before = -1, 0, 0
    for number, line in enumerate([*lines, ""]):
        if line.strip():
            if first < 0:
                first, before, gap = number, gap, 0
            continue
        if first >= 0:
            prose = any(is_prose(text) for text in lines[first:number])
            blocks.append(_Block(first, number - 1, before, prose))
            first = -1
        gap += 1
    return blocks


def _entries(
    lines: Sequence[str], blocks: Sequence[_Block], *, small: frozenset[str]
) -> list[_Entry]:
    """Put blocks into entries: by wider gaps where the page has them, else by form."""
    blocks = list(_with_titles(lines, blocks))
    grouped = _by_gaps(lines, blocks, small=small)
    return grouped if grouped else _by_form(lines, blocks, small=small)


def _with_titles(lines: Sequence[str], blocks: Sequence[_Block]) -> Iterator[_Block]:
    """Take a lone sentence above a venue for the title it is: some end with a stop.

    Only where the venue would have no title otherwise, and most others have one.
    """
    forms = [block.prose for block in blocks]
    headed = sum(
        forms[n : n + 3] == [False, False, True] for n in range(len(forms) - 2)
    )
    lone = {
        n
        for n in range(len(forms) - 2)
        if forms[n : n + 3] == [True, False, True]
        and (n == 0 or forms[n - 1] or blocks[n].gap > blocks[n + 1].gap)
        and _is_one_sentence(lines, blocks[n])
        and not ends_a_sentence(lines[blocks[n + 1].last])
    }
    for n, block in enumerate(blocks):
        title = n in lone and len(lone) <= headed
        yield replace(block, prose=False) if title else block


def _is_one_sentence(lines: Sequence[str], block: _Block) -> bool:
    """Tell whether a block is a line of a title's length with one sentence."""
    text = lines[block.first].strip()
    one = block.first == block.last and len(text) <= _LONGEST_TITLE
    return one and not re.search(r"[.!?]\s+[A-Z]", text)


def _by_gaps(
    lines: Sequence[str], blocks: Sequence[_Block], *, small: frozenset[str]
) -> list[_Entry]:
    """Read each stretch between wider gaps as title, venue, abstract.

    Gives nothing unless most stretches have that form: then gaps mean something else.
    """
    gaps = {block.gap for block in blocks[1:]}
    if len(gaps) < 2:
        return []
    groups: list[list[_Block]] = []
    for block in blocks:
        if not groups or block.gap > min(gaps):
            groups.append([])
        groups[-1].append(block)
    good = [group for group in groups if _has_form(lines, group)]
    prose = sum(any(block.prose for block in group) for group in groups)
    if len(good) < 2 or len(good) * 3 < prose * 2:
        return []
    return [entry for group in groups for entry in _by_form(lines, group, small=small)]


def _has_form(lines: Sequence[str], group: Sequence[_Block]) -> bool:
    """Tell whether a group of blocks begins with two heads and goes on with prose."""
    heads = [block for block in group[:2] if _is_head(lines, block)]
    return (
        len(heads) == 2 and len(group) > 2 and any(block.prose for block in group[2:])
    )


def _by_form(
    lines: Sequence[str], blocks: Sequence[_Block], *, small: frozenset[str]
) -> list[_Entry]:
    """Begin an entry with the short blocks before prose; prose after prose goes on."""
    entries: list[_Entry] = []
    short: list[_Block] = []
    for block in blocks:
        if not block.prose:
            short.append(block)
            continue
        going_on = entries and (not short or _is_inner(lines, short, last=False))
        if going_on:
            last = entries[-1]
            entries[-1] = _Entry(last.heads, (last.body[0], block))
        else:
            heads = _heads(lines, short, small=small)
            if heads:
                entries.append(_Entry(heads, (block,)))
        short = []
    if entries and short and _is_inner(lines, short, last=True):
        last = entries[-1]
        entries[-1] = _Entry(last.heads, (last.body[0], short[-1]))
    return entries


def _is_inner(lines: Sequence[str], short: Sequence[_Block], *, last: bool) -> bool:
    """Tell whether short blocks are part of an abstract, as a formula is."""
    texts = [lines[block.last].rstrip() for block in short]
    ended = all(text.endswith((".", ":", ",", "$", "]")) for text in texts)
    return ended and len(short) < 2 and (last or not is_detail(texts[0]))


def _heads(
    lines: Sequence[str], short: Sequence[_Block], *, small: frozenset[str]
) -> tuple[_Block, ...]:
    """Choose the title and venue among the short blocks before an abstract.

    Menus come before them, so the last two count; with an author list among the last
    three it is three. Dates and buttons are passed over only where more than two blocks
    are left, for "Neural Networks 2019" may be a venue.
    """
    heads = [block for block in short if _is_head(lines, block)]
    for plain in [block for block in heads if _is_aside(lines[block.first])]:
        if len(heads) > 2:
            heads.remove(plain)
    kept = heads[-2:]
    if len(heads) > 2 and lists_people(lines[heads[-2].first], small=small):
        kept = heads[-3:]
    return tuple(kept)


def _is_head(lines: Sequence[str], block: _Block) -> bool:
    """Tell whether a block can be a title or venue."""
    text = lines[block.first]
    if block.last - block.first > 1 or len(text) > _LONGEST_HEAD:
        return False
    return any(char.isalpha() for char in text)


def _is_aside(text: str) -> bool:
    return is_detail(text) or is_furniture(text)


def _is_venue_first(lines: Sequence[str], entries: Sequence[_Entry]) -> bool:
    """Tell whether first blocks come back where second ones do not."""
    full = [entry.heads for entry in entries if len(entry.heads) >= 2]
    first = {line_template(lines[heads[0].first]) for heads in full}
    second = {line_template(lines[heads[-1].first]) for heads in full}
    return len(full) > 2 and len(first) * 4 <= len(second) * 3


def _head_parts(
    lines: Sequence[str],
    heads: Sequence[_Block],
    *,
    small: frozenset[str],
    venue_first: bool,
) -> list[Part]:
    kinds: list[SectionKind] = ["title", "venue"]
    if len(heads) == 3:
        kinds = ["title", "authors", "venue"]
    elif len(heads) == 2 and lists_people(lines[heads[1].first], small=small):
        kinds = ["title", "authors"]
    elif venue_first and len(heads) == 2:
        kinds = ["venue", "title"]
    return [
        Part(block.first, block.last, kind)
        for block, kind in zip(heads, kinds, strict=False)
    ]
