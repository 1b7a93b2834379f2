"""What of a file is in documents, what a remark names, and what goes in silence.

Counted are texts (paragraphs of twenty words or more) and records (a JSON object on a
line, a BibTeX entry), told here by simple means of their own.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

from kg.errors import SourceError
from kg.files.opening import open_file
from kg.records import Document, Remark
from kg.sources.readers import read
from kg.sources.stretches import find_stretches

MAX_BYTES = 1 << 28
_FEWEST_WORDS = 20
_WORDS_A_LINE = 4  # a menu has fewer
_SET_IN = 4  # blanks before an example in a text
_RECORD = re.compile(
    r'\{\s*"[^"]+"\s*:.*\}$|@[A-Za-z]+\s*\{\s*[^\s,{}="]+\s*,\s*\w+\s*='
)
_ENTRY = re.compile(r"@\w+\s*\{")
_BRACE = re.compile(r"(?<!\\)[{}]")
# A block of BibTeX that holds no record.
_BLOCK = re.compile(r"@(?:string|preamble|comment)\s*[{(][^{}]*[)}]", re.IGNORECASE)

Lines = tuple[int, int]
"""The first line, counted from 0, and the line behind the last."""


@dataclass(slots=True)
class Account:
    """Characters of the texts and records of a file, and the lines of those unsaid."""

    in_documents: int = 0
    in_remarks: int = 0
    unsaid: int = 0
    documents: int = 0
    losses: list[Lines] = field(default_factory=list)

    @property
    def characters(self) -> int:
        """Return how many there are: in = documents + remarks + unsaid."""
        return self.in_documents + self.in_remarks + self.unsaid


def account_for(path: Path) -> Account:
    """Read a file, and count where its texts and records went."""
    items = list(read([path]))
    try:
        text = open_file(path, max_bytes=MAX_BYTES, name=path.name).text()
    except SourceError:
        return Account()  # nothing that could be told apart: the file is a remark
    return account_of(text.split("\n"), items)


def account_of(lines: Sequence[str], items: Iterable[Document | Remark]) -> Account:
    """Count where the texts and records of lines went.

    >>> text = "We ask how long a walk on a growing graph needs to see it all " * 2
    >>> account_of([text], [Remark("x", 1, "no text")]).in_remarks == len(text)
    True
    """
    items = list(items)
    ends = _record_ends(lines)
    documents = [_lines_of(i, ends) for i in items if isinstance(i, Document)]
    remarks = [_lines_of(i, ends) for i in items if isinstance(i, Remark)]
    account = Account(documents=len(documents))
    for first, stop in _units(lines):
        size = sum(map(len, lines[first:stop]))
        if any(_overlap(span, (first, stop)) for span in documents):
            account.in_documents += size
        elif any(_overlap(span, (first, stop)) for span in remarks):
            account.in_remarks += size
        else:
            account.unsaid += size
            account.losses.append((first, stop))
    return account


def _record_ends(lines: Sequence[str]) -> dict[int, int]:
    """Return the line behind the record that a line is of, by line.

    A record has blank lines, and a remark may name the line where it breaks.
    """
    ends: dict[int, int] = {}
    for stretch in find_stretches(lines):
        starts = [
            n for n in range(stretch.first, stretch.stop) if _begins_record(lines[n])
        ]
        for first, stop in pairwise([stretch.first, *starts, stretch.stop]):
            if stretch.kind != "text":
                ends |= dict.fromkeys(range(first, stop), stop)
    for number, line in enumerate(lines):
        stop = _end_of_entry(lines, number) if "@" in line else 0
        ends[number] = max(stop, ends.get(number, number + 1))
    return ends


def _end_of_entry(lines: Sequence[str], number: int) -> int:
    """Return the line behind the last entry that opens on a line, 0 if none is closed.

    It may open and close in the middle of a line, between others.
    """
    opened = [found.start() for found in _ENTRY.finditer(lines[number])]
    depth, start = 0, opened[-1] if opened else 0
    for place in range(number, len(lines)) if opened else ():
        if place > number and _ENTRY.match(lines[place]):
            return 0
        for brace in _BRACE.finditer(lines[place], start):
            depth += 1 if brace[0] == "{" else -1
            if depth == 0:
                return place + 1
        start = 0
    return 0


def _begins_record(line: str) -> bool:
    """Tell whether a record begins with a line; one set in is an example."""
    indent = len(line) - len(line.lstrip())
    return indent < _SET_IN and bool(_RECORD.match(line.strip()))


def _overlap(one: Lines, other: Lines) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _lines_of(item: Document | Remark, ends: Mapping[int, int]) -> Lines:
    """Return the lines of an item; those of a file's remark are all."""
    if isinstance(item, Document):
        if item.first_line is not None and item.last_line is not None:
            return item.first_line, item.last_line + 1
        first = (item.record_line or 1) - 1
        return first, ends.get(first, first + 1)
    # A warning on the way a file is read says nothing of what is not.
    if item.line is None:
        return (0, 1 << 60) if item.lost else (0, 0)
    first = item.line - 1
    return first, max(item.last or item.line, ends.get(first, 0))


def _units(lines: Sequence[str]) -> Iterator[Lines]:
    """Yield the texts of lines, and the records; a text that holds a record is that."""
    first = 0
    for number, line in enumerate([*lines, ""]):
        if _BLOCK.sub("", line).strip():
            continue
        yield from _units_of(lines, first, number)
        first = number + 1


def _units_of(lines: Sequence[str], first: int, stop: int) -> Iterator[Lines]:
    records = [n for n in range(first, stop) if _begins_record(lines[n])]
    if records:
        yield from (
            (n, end) for n, end in zip(records, [*records[1:], stop], strict=True)
        )
        return
    words = sum(len(_BLOCK.sub("", line).split()) for line in lines[first:stop])
    if words >= max(_FEWEST_WORDS, _WORDS_A_LINE * (stop - first)):
        yield first, stop
