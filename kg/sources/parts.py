"""A file read part by part, each part by the reader that it is for.

A reader says which lines it used: by the lines of its documents, or by giving back what
is not of its format. What is left is cut into stretches of one kind, and read again;
what no reader takes is a remark.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from kg.errors import SourceError
from kg.files.opened_file import HeldText, Opened
from kg.records import Document, Remark
from kg.sources.page_joins import cut_at, find_joins
from kg.sources.stretches import Stretch, find_stretches, is_read_whole
from kg.sources.unused_text import (
    Unused,
    count_prose,
    find_texts,
    remark_on_scraps,
    remark_on_unused,
    unused_runs,
)

Item = Document | Remark
Parse = Callable[[Opened], tuple[str, Iterator[Item | Unused]]]
"""Recognises a file: the name of its reader, and what that yields."""

LONGEST_PART = 1 << 20  # characters of what is read at once: some hundred talks

# Readers of what stands between other texts: one that takes anything would take menus.
_PAGES = frozenset(["video_page", "author_page", "concept_page", "seminar"])
_FEWEST = 2  # documents of a page within another
_LONGEST_CUT = 1 << 20  # characters: longer ones were not put together by hand
_BLANK_LINES = 4  # between lines that are one text


def read_records(
    items: Iterable[Item | Unused], parse: Parse, *, name: str
) -> Iterator[Item]:
    """Yield what a reader of records gives, then what is in the lines it gave back.

    Lines that follow each other are one text.
    """
    held: list[Unused] = []
    size = 0
    for item in items:
        goes_on = isinstance(item, Unused) and held and _follows(held[-1], item)
        if held and not (goes_on and size < LONGEST_PART):
            yield from _read_held(held, parse, name=name)
            held, size = [], 0
        if isinstance(item, Unused):
            held.append(item)
            size += len(item.text)
        else:
            yield item
    if held:
        yield from _read_held(held, parse, name=name)


def _follows(last: Unused, item: Unused) -> bool:
    """Tell whether lines go on with the last ones, blank lines aside."""
    return item.line <= last.line + last.text.count("\n") + _BLANK_LINES


def _read_held(held: Sequence[Unused], parse: Parse, *, name: str) -> Iterator[Item]:
    """Yield what is in lines that follow each other, given back by a reader of records."""
    lines: list[str] = []
    for item in held:
        lines += [""] * (item.line - held[0].line - len(lines))
        lines += item.text.split("\n")
    stretches = find_stretches(lines)
    is_text = any(True for _ in find_texts(lines))
    items: list[Item] = []
    if is_text or any(stretch.kind != "text" for stretch in stretches):
        items = list(
            _read_or_remark(lines, stretches, parse, name=name, is_strict=True)
        )
    yield from (shifted(item, held[0].line - 1) for item in items)
    if not items:
        yield from (item.remark(name) for item in held if item.reason)


def read_page(lines: Sequence[str], parse: Parse, *, name: str) -> Iterator[Item]:
    """Yield what is in the lines of a page: stretches of records apart, text by text.

    Raises:
        SourceError: it is of one kind, and no reader is for it.
    """
    stretches = find_stretches(lines)
    if is_read_whole(lines, stretches):
        items = _read_as_one(lines, parse, name=name)
        yield from _cut_at_joins(items, lines, parse, name=name)
        return
    for stretch in stretches:
        yield from _read_stretch(lines, stretch, parse, name=name)


def read_page_or_remark(
    lines: Sequence[str], parse: Parse, *, name: str
) -> Iterator[Item]:
    """Yield what `read_page` does; a remark on lines that no reader is for."""
    yield from _read_or_remark(lines, find_stretches(lines), parse, name=name)


def _read_or_remark(
    lines: Sequence[str],
    stretches: Sequence[Stretch],
    parse: Parse,
    *,
    name: str,
    is_strict: bool = False,
) -> Iterator[Item]:
    if is_read_whole(lines, stretches):
        yield from _read_part(lines, parse, name=name, first=0)
        return
    for stretch in stretches:
        yield from _read_stretch(lines, stretch, parse, name=name)
        if is_strict and stretch.kind == "text":
            part = lines[stretch.first : stretch.stop]
            yield from remark_on_scraps(part, source=name, first=stretch.first)


def _read_stretch(
    lines: Sequence[str], stretch: Stretch, parse: Parse, *, name: str
) -> Iterator[Item]:
    """Yield what is in a stretch of a page that has several."""
    first = stretch.first
    part = lines[first : stretch.stop]
    if stretch.kind == "text":
        if any(True for _ in find_texts(part)):
            yield from _read_part(part, parse, name=name, first=first)
        return
    items = _read_if_any(part, parse, name=name)
    if isinstance(items, SourceError):
        items = [Remark(name, 1, str(items), last=len(part))]
    yield from (shifted(item, first) for item in items)


def _items_of(
    lines: Sequence[str], parse: Parse, *, name: str
) -> tuple[str, Iterator[Item]]:
    """Return the reader that lines are for, and what it yields of them alone."""
    reader, found = parse(HeldText(name, "\n".join(lines)))
    return reader, _with_remarks(found, name=name)


def _with_remarks(found: Iterable[Item | Unused], *, name: str) -> Iterator[Item]:
    """Yield items; of lines that were given back a remark: they were cut out before."""
    for item in found:
        if isinstance(item, Unused):
            yield from _read_held([item], _refuse, name=name)
        else:
            yield item


def _refuse(_file: Opened) -> tuple[str, Iterator[Item | Unused]]:
    """Take no part of a file: it has been tried."""
    raise SourceError("no reader is for it")


def _read_part(
    lines: Sequence[str], parse: Parse, *, name: str, first: int
) -> Iterator[Item]:
    """Yield what is in a part of a file; a remark on its texts if that is nothing."""
    read = _read_if_any(lines, parse, name=name)
    yield from _cut_or_remark(read, lines, parse, name=name, first=first)


def _cut_or_remark(
    read: Sequence[Item] | SourceError,
    lines: Sequence[str],
    parse: Parse,
    *,
    name: str,
    first: int,
) -> Iterator[Item]:
    """Yield what is in a part that was read as one; a remark if that is nothing.

    `read` is the error where no reader is for the part as one.
    """
    if isinstance(read, SourceError):
        items: Sequence[Item] = [Remark(name, 1, str(read), last=len(lines))]
    else:
        items = _cut_at_joins(read, lines, parse, name=name)
    if not _count_documents(items):
        texts = list(remark_on_unused(lines, source=name, first=first))
        # What is said of some lines is kept; what is said of all, only for that.
        items = [i for i in items if isinstance(i, Remark) and i.line and not texts]
        yield from texts
    yield from (shifted(item, first) for item in items)


def _cut_at_joins(
    items: Sequence[Item], lines: Sequence[str], parse: Parse, *, name: str
) -> Sequence[Item]:
    """Return what is in lines of text, which may be pages of several kinds.

    That is `items`, as which they were read as one, unless parts of them, each alone,
    hold more documents.
    """
    if sum(map(len, lines)) > _LONGEST_CUT:
        return items
    for join, is_said in find_joins(lines).items():
        least = 1 if is_said else _FEWEST
        above, below = cut_at(lines, join)
        top = _read_if_any(above, parse, name=name)
        rest = _read_if_any(below, parse, name=name)
        apart = _count_documents(top) + _count_documents(rest)
        if apart >= _count_documents(items) + least:
            return [
                *_cut_or_remark(top, above, parse, name=name, first=0),
                *_cut_or_remark(rest, below, parse, name=name, first=join),
            ]
    return items


def _count_documents(items: Iterable[Item] | SourceError) -> int:
    if isinstance(items, SourceError):
        return 0
    return sum(isinstance(item, Document) for item in items)


def _read_if_any(
    lines: Sequence[str], parse: Parse, *, name: str
) -> list[Item] | SourceError:
    """Return what `_read_as_one` does; the error if no reader is for the lines."""
    try:
        return _read_as_one(lines, parse, name=name)
    except SourceError as error:
        return error


def _read_as_one(lines: Sequence[str], parse: Parse, *, name: str) -> list[Item]:
    """Return what a reader finds in lines of text, and what others find in the rest."""
    found = list(_items_of(lines, parse, name=name)[1])
    return _with_rest(found, lines, parse, name=name)


def _with_rest(
    found: Sequence[Item], lines: Sequence[str], parse: Parse, *, name: str
) -> list[Item]:
    """Return what was found in lines, and what other readers find in the rest, in order."""
    items = list(found)
    documents = [item for item in items if isinstance(item, Document)]
    # A reader of records has given back what it did not use.
    is_page = any(document.first_line is not None for document in documents)
    runs = list(unused_runs(len(lines), documents)) if is_page else []
    for top, stop in runs:
        items += _read_between(lines[top:stop], parse, name=name, first=top)
    return sorted(items, key=_line_of)


def _line_of(item: Item) -> int:
    if isinstance(item, Remark):
        return item.line or 0
    return item.record_line or (item.first_line or 0) + 1


def _read_between(
    lines: Sequence[str], parse: Parse, *, name: str, first: int
) -> Iterator[Item]:
    """Yield what is in lines of a page between its documents: another page, or none."""
    # Where there is less prose no reader needs to be asked.
    is_page = count_prose(lines) >= _FEWEST
    page = _read_if_page(lines, parse, name=name) if is_page else []
    if _count_documents(page) >= _FEWEST:
        read = _with_rest(page, lines, parse, name=name)
        items = _cut_at_joins(read, lines, parse, name=name)
        yield from (shifted(item, first) for item in items)
    else:
        yield from remark_on_unused(lines, source=name, first=first)


def _read_if_page(lines: Sequence[str], parse: Parse, *, name: str) -> list[Item]:
    """Return what a reader of pages finds in lines, if one is for them."""
    try:
        reader, found = _items_of(lines, parse, name=name)
    except SourceError:
        return []
    return list(found) if reader in _PAGES else []


def shifted(item: Item, lines: int) -> Item:
    """Return a document or remark of a part with the line numbers of the whole."""
    if isinstance(item, Remark):
        last = item.last + lines if item.last else None
        return replace(item, line=(item.line or 1) + lines, last=last)
    if not lines:
        return item
    if item.first_line is None or item.last_line is None:
        return replace(item, record_line=(item.record_line or 1) + lines)
    return replace(
        item, first_line=item.first_line + lines, last_line=item.last_line + lines
    )
