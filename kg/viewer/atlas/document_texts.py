"""What documents say, sentence by sentence, with the words that name a node marked."""

import json
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, NamedTuple

from kg.text.sentences import sentence_spans

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

ROLES = ("", "author", "about", "uses", "mentioned", "cited")
"""The part of a node in a work, by number."""

_BETWEEN = "; "  # what a field names

_DOCUMENTS = """
SELECT number, work, title, year, source, first_line, record_line, text, sections
FROM documents ORDER BY number
"""
_MARKS = """
SELECT document, start_offset, end_offset, entity, coalesce(role, ''), field, surface
FROM mentions WHERE entity IS NOT NULL
UNION ALL
SELECT document, coalesce(start_offset, 0), coalesce(end_offset, length(title)), entity,
    'cited', if(start_offset IS NULL, 'references.' || number, 'text'), title
FROM works WHERE entity IS NOT NULL
ORDER BY ALL
"""


@dataclass(frozen=True, slots=True)
class Mark:
    """Words of a passage that name a node: where, in UTF-16 units, which, in which role."""

    start: int
    length: int
    node: int
    role: int


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence of a text, or a field of a record.

    Attributes:
        line: where in its file it begins, counted from 1; 0 where no line is known.
        field: "" for a sentence of the text; else the name of a record's field.
        text: the words.
        marks: by place.
    """

    line: int
    field: str
    text: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class DocumentText:
    """A document: its work as a node, title, year (0: unknown), place, and passages."""

    work: int
    title: str
    year: int
    place: str
    passages: tuple[Passage, ...]


class _Said(NamedTuple):
    """A mention, as the store has it."""

    start: int
    end: int
    entity: str
    role: str
    field: str
    surface: str


def read_texts(
    connection: "DuckDBPyConnection", numbers: Mapping[str, int], *, full: bool = False
) -> Iterator[DocumentText]:
    """Yield each document with the passages that name a node; all of them if `full`.

    Args:
        connection: an open store.
        numbers: of nodes, by id.
        full: with passages that name none.

    Example:
        >>> from pathlib import Path
        >>> from kg.analysis.landscape.land_layers import read_layers
        >>> from kg.store.connection import connect
        >>> from kg.viewer.atlas.map_nodes import read_nodes
        >>> with connect(Path("outputs/examples")) as connection:
        ...     nodes = read_nodes(connection, read_layers(connection))
        ...     first, *_ = read_texts(connection, nodes.numbers)
        >>> first.place, [passage.text[:9] for passage in first.passages]
        ('talks.txt:1', ['Ada Byron'])
    """
    documents = connection.execute(_DOCUMENTS).fetchall()
    marks = connection.execute(_MARKS)  # many: read as they are asked for
    grouped = groupby(iter(marks.fetchone, None), key=lambda row: row[0])
    current = next(grouped, None)
    for row in documents:
        number, work, title, year, source, first_line, record_line, text, cuts = row
        said: list[_Said] = []
        if current is not None and current[0] == number:
            said = [_Said(*each[1:]) for each in current[1] if each[3] in numbers]
            current = next(grouped, None)
        line = record_line if first_line is None else first_line + 1
        yield DocumentText(
            numbers[work],
            title or "",
            year or 0,
            source if line is None else f"{source}:{line}",
            (
                *_sentences(text, first_line, cuts, said, numbers, full=full),
                *_fields(said, numbers),
            ),
        )


def _sentences(
    text: str,
    first_line: int | None,
    sections: str | None,
    said: Sequence[_Said],
    numbers: Mapping[str, int],
    *,
    full: bool,
) -> Iterator[Passage]:
    """Yield the sentences of a text, with what is marked in each."""
    marked = [each for each in said if each.field == "text"]
    spans = _cut(text, sections, [(each.start, each.end) for each in marked])
    begins = [begin for begin, _ in spans]
    inside: list[list[_Said]] = [[] for _ in spans]
    for each in marked:
        inside[bisect_right(begins, each.start) - 1].append(each)
    # Lines are counted on from sentence to sentence, not each time from the top.
    line, counted = 0 if first_line is None else first_line + 1, 0
    for (begin, stop), found in zip(spans, inside, strict=True):
        words = text[begin:stop].rstrip()
        if not (found or (full and words.strip())):
            continue
        begin += len(words) - len(words.lstrip())
        if first_line is not None:
            line += text.count("\n", counted, begin)
            counted = begin
        yield Passage(line, "", words.lstrip(), _marks(text, begin, found, numbers))


def _marks(
    text: str,
    begin: int,
    found: Sequence[_Said],
    numbers: Mapping[str, int],
) -> tuple[Mark, ...]:
    """Return marks, which are in the order of places, in a passage that begins at `begin`."""
    marks, units = [], 0
    for each in found:
        units += _units(text[begin : each.start])
        begin = each.start
        size = _units(text[each.start : each.end])
        marks.append(Mark(units, size, numbers[each.entity], _role(each.role)))
    return tuple(marks)


def _role(name: str) -> int:
    return ROLES.index(name) if name in ROLES else 0


def _units(text: str) -> int:
    """Return the length of a text as browsers count, in units of UTF-16."""
    return (
        len(text)
        if text.isascii()
        else len(text.encode("utf-16-le", "surrogatepass")) // 2
    )


def _cut(
    text: str, sections: str | None, marked: Sequence[tuple[int, int]]
) -> list[tuple[int, int]]:
    """Return the places of sentences: none crosses a section, and none cuts a mark."""
    borders = {0, len(text)}
    for start, end, _ in json.loads(sections or "[]"):
        borders |= {min(start, len(text)), min(end, len(text))}
    begins = [
        begin
        for first, last in pairwise(sorted(borders))
        for begin, _ in sentence_spans(text, first, last)
    ]
    starts, furthest = [start for start, _ in marked], [0]
    for _, end in marked:
        furthest.append(max(furthest[-1], end))
    whole = [b for b in begins if furthest[bisect_left(starts, b)] <= b]
    return list(pairwise([*whole, len(text)]))


def _fields(said: Sequence[_Said], numbers: Mapping[str, int]) -> Iterator[Passage]:
    """Yield what fields of a record name, a passage for all authors, one for keywords."""
    named: dict[str, list[tuple[list[int], _Said]]] = {}
    for each in said:
        if each.field != "text" and each.surface:
            name, *places = each.field.split(".")
            order = [int(place) for place in places if place.isdecimal()]
            named.setdefault(name, []).append((order, each))
    for name in sorted(named):
        marks, units = [], 0
        listed = [each for _, each in sorted(named[name], key=lambda pair: pair[0])]
        for each in listed:
            size = _units(each.surface)
            marks.append(Mark(units, size, numbers[each.entity], _role(each.role)))
            units += size + len(_BETWEEN)
        yield Passage(
            0, name, _BETWEEN.join(each.surface for each in listed), tuple(marks)
        )
