"""A file of several kinds, cut by its lines: records, a table, markup, and text.

Records say by their marks where they begin, and by their brackets where they end. So
they are told one by one, wherever they stand; what is between them is text.
"""

import json
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from kg.sources.formats.tagged_lines import tag_of
from kg.sources.outer_forms import end_of_markup, end_of_table
from kg.sources.unused_text import find_texts

Kind = Literal["bibtex", "json", "tagged", "markup", "table", "text"]

_WITH_READER = frozenset(["bibtex", "json", "table", "tagged"])
_LONGEST = 4000  # lines of one record
_INDENTED = 4  # blanks before an example, which is part of a text
_FENCE = re.compile(r"\s*(?:```|~~~)")
# An entry's type, key and first field; a block of the file's own.
_ENTRY = re.compile(r"\s*+@\w++\s*+[{(]\s*+[^\s,{}=\"]*+\s*+,\s*+[\w-]++\s*+=")
_BLOCK = re.compile(r"\s*@(?:string|preamble|comment)\s*[{(]", re.IGNORECASE)
_START = re.compile(r"\s*@\w+\s*(?:[{(]|$)")
_BRACE = re.compile(r"(?<!\\)[{}]")
# A field, or what goes on in one.
_FIELD = re.compile(r"\s*[\w-]+\s*=|\s*[})\"]")
_OBJECT = re.compile(r"\s*(?:\[\s*)?\{\s*\"")
_WINDOWS = (50, 400, _LONGEST)  # lines looked at for the end of a JSON value
_NEAR_END = 99  # characters from it: there a value may be cut
_FEWEST_TAGGED = 3
_FIRST_TAGS = frozenset(
    ["TY -", "PMID -", "PT ", "RT ", "%0", "{Reference Type}", "SrcDatabase-"]
)
_FILE_TAG = "FN "  # the file's name, with which an export of the Web of Science begins
_FILE_LINES = 3  # below it, before the first record


@dataclass(frozen=True, slots=True)
class Stretch:
    """Lines `first` to `stop` (counted from 0, the last not within) of one kind."""

    first: int
    stop: int
    kind: Kind


def find_stretches(lines: Sequence[str]) -> list[Stretch]:
    """Return the stretches of one kind that lines consist of, in order.

    >>> lines = ["On mills", "", '{"title": "On wind"}', "They turn."]
    >>> [(s.first, s.stop, s.kind) for s in find_stretches(lines)]
    [(0, 2, 'text'), (2, 3, 'json'), (3, 4, 'text')]
    """
    stretches: list[Stretch] = []
    top = 0
    for record in _records(lines):
        between = lines[top : record.first]
        last = stretches[-1] if stretches else None
        if last and last.kind == record.kind and not any(map(str.strip, between)):
            stretches[-1] = Stretch(last.first, record.stop, record.kind)
        else:
            if top < record.first:
                stretches.append(Stretch(top, record.first, "text"))
            stretches.append(record)
        top = record.stop
    if top < len(lines):
        stretches.append(Stretch(top, len(lines), "text"))
    return stretches


def is_of_one_kind(lines: Sequence[str], stretches: Sequence[Stretch]) -> bool:
    """Tell whether stretches are of one kind, but for lines that are no text."""
    kinds = {
        stretch.kind
        for stretch in stretches
        if stretch.kind != "text"
        or any(True for _ in find_texts(lines[stretch.first : stretch.stop]))
    }
    return len(kinds) <= 1


def is_read_whole(lines: Sequence[str], stretches: Sequence[Stretch]) -> bool:
    """Tell whether one reader takes lines: a text, or records from the first line on.

    >>> lines = ["Mine:", '{"title": "On wind"}']
    >>> is_read_whole(lines, find_stretches(lines))
    False
    """
    if not is_of_one_kind(lines, stretches):
        return False
    filled = (s for s in stretches if any(map(str.strip, lines[s.first : s.stop])))
    kinds = [stretch.kind for stretch in filled]
    return kinds[:1] != ["text"] or _WITH_READER.isdisjoint(kinds)


def _records(lines: Sequence[str]) -> Iterator[Stretch]:
    """Yield the records among lines, examples within a text left out."""
    number = 0
    is_fenced = False
    while number < len(lines):
        line = lines[number]
        if _FENCE.match(line):
            is_fenced = not is_fenced
        elif not is_fenced and (found := _record_at(lines, number)):
            yield found
            number = found.stop
            continue
        number += 1


def _record_at(lines: Sequence[str], number: int) -> Stretch | None:
    """Return the record that begins with a line, if one does."""
    look = lines[number].lstrip()
    if not look or len(lines[number]) - len(look) >= _INDENTED:
        return None
    for marks, end_of, kind in _KINDS:
        if look[0] in marks or not marks:
            stop = end_of(lines, number)
            if stop:
                return Stretch(number, stop, kind)
    return None


def _end_of_entry(lines: Sequence[str], number: int) -> int | None:
    """Return the line behind a BibTeX entry; of one never closed, where its fields end."""
    head = "\n".join(lines[number : number + 4])
    if not _ENTRY.match(head) and not _BLOCK.match(head):
        return None
    is_round = "(" in head.partition("{")[0]
    depth = 0
    is_open = False
    for place in range(number, min(number + _LONGEST, len(lines))):
        line = lines[place]
        if place > number and _START.match(line):
            break  # the next one: this was never closed
        for brace in _BRACE.findall(line):
            depth += 1 if brace == "{" else -1
            is_open = True
        closes = line.rstrip().endswith(")") if is_round else is_open
        if depth <= 0 and closes:
            return place + 1
    return _end_of_fields(lines, number)


def _end_of_fields(lines: Sequence[str], number: int) -> int:
    """Return the line behind the last paragraph of an entry that begins with a field."""
    stop = number + 1
    while stop < len(lines) and lines[stop].strip():
        stop += 1
    while stop + 1 < len(lines) and _FIELD.match(lines[stop + 1]):
        stop += 1
        while stop < len(lines) and lines[stop].strip():
            stop += 1
    return stop


def _end_of_json(lines: Sequence[str], number: int) -> int | None:
    """Return the line behind a JSON value that holds an object."""
    if not _OBJECT.match("\n".join(lines[number : number + 3])):
        return None
    line = lines[number].strip().rstrip(",")
    if line.endswith(("}", "]")) and len(line) > _INDENTED and _is_json(line):
        return number + 1
    for window in _WINDOWS:
        text = "\n".join(lines[number : number + window]).lstrip()
        try:
            _, end = json.JSONDecoder().raw_decode(text)
        except (ValueError, RecursionError) as error:
            if getattr(error, "pos", 0) < len(text) - _NEAR_END:
                break  # broken, not merely cut
        else:
            return number + 1 + text.count("\n", 0, end)
    # One that is broken is still no text, if it is closed on its line.
    return number + 1 if line.endswith("}") else None


def _is_json(line: str) -> bool:
    try:
        json.loads(line)
    except (ValueError, RecursionError):
        return False
    return True


def _end_of_tagged(lines: Sequence[str], number: int) -> int | None:
    """Return the line behind tagged records; blank lines stand between them."""
    first = tag_of(lines[number])
    if first == _FILE_TAG:
        below = map(tag_of, lines[number + 1 : number + 1 + _FILE_LINES])
        first = next((tag for tag in below if tag in _FIRST_TAGS), None)
    if first not in _FIRST_TAGS:
        return None
    stop, tagged = number, 0
    for place in range(number, len(lines)):
        line = lines[place]
        if tag_of(line):
            tagged += 1
            stop = place + 1
        elif line[:1].isspace() and stop == place:
            stop = place + 1  # goes on, set in
        elif line.strip():
            break
    return stop if tagged >= _FEWEST_TAGGED else None


_KINDS: tuple[tuple[str, Callable[[Sequence[str], int], int | None], Kind], ...] = (
    ("@", _end_of_entry, "bibtex"),
    ("{[", _end_of_json, "json"),
    ("TPFRS{%", _end_of_tagged, "tagged"),
    ("<", end_of_markup, "markup"),
    ("", end_of_table, "table"),  # its header may begin with anything
)
