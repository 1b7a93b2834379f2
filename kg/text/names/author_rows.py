"""A row of an author line: its people, apart from the places of work beside them.

"Ada Holm, University of Oslo, Norway; Bo Li, MIT" names two people and two places. Names
may stand in any order and script: "Holm, Ada", "Иванов И. И.", "Smith JA", "王小明".
"""

import re
from collections.abc import Iterator, Sequence

from kg.text.names.author_lists import (
    SEMICOLON,
    Span,
    cut_author_list,
    split_author_list,
)
from kg.text.names.listed_names import (
    has_known_given_name,
    is_given_name,
    names_workplace,
    reads_as_name,
)
from kg.text.names.name_asides import blank_asides
from kg.text.names.name_shapes import is_institutional
from kg.text.places import is_place

# What parts a name from its place besides a comma: a dash, an "at", a tab, a wide gap.
_COLUMNS = re.compile(
    r"(?<=\S)(?:[ \u00a0](?:[–—-]|at)[ \u00a0]|[ \u00a0]*\t\s*|[ \u00a0]{3,})(?=\S)"
    r"|(?<=[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af])[ \u3000]{2}(?=\S)"
)
# "Ada Holm, Associate Professor, MIT"
_POST = re.compile(
    r"\b(?:professor|prof|lecturer|student|candidate|researcher|scientist|fellow|director"
    r"|head|dean|chair|postdoc\w*|engineer|physician|consultant|manager|founder|president"
    r"|CEO|CTO)\b",
    re.IGNORECASE,
)
_LINE = re.compile(r"\S[^\n]*+")
_SEPARATED = re.compile(r"[,;，、；،؛]|\sand\s|&")
_ENDS_OPEN = re.compile(r"(?:[,;，、；،؛&]|\s(?:and|et|und|y|e))\s*\Z")
_FEWEST_GROUPS = 2
_MOST_ROWS = 15  # lines of one list of names
_MOST_CUTS = 3  # lines in a row that end within names
_LONGEST_ROW = 4_000  # characters


def split_author_row(text: str) -> list[Span]:
    """Return the places of the names in a row, those of organisations among them.

    What is said of where people work is left out.

    >>> row = "Ada Holm, University of Oslo, Norway; Bo Li, MIT, USA"
    >>> [row[start:end] for start, end in split_author_row(row)]
    ['Ada Holm', 'Bo Li']
    """
    text = _COLUMNS.sub(_with_comma, text)
    heads = list(_name_stretches(text))
    if len(heads) == 1 and heads[0] == (0, len(text)):
        return split_author_list(text)
    return [
        (start + a, start + b)
        for start, end in heads
        for a, b in split_author_list(text[start:end])
    ]


def _with_comma(found: re.Match[str]) -> str:
    return " " * (len(found[0]) - 2) + ", " if len(found[0]) > 1 else ","


def _name_stretches(text: str) -> Iterator[Span]:
    """Yield the stretches of a row in which names stand, without places of work."""
    shown = blank_asides(text)
    cuts = [match.start() for match in SEMICOLON.finditer(shown)]
    bounds = list(zip([0, *(c + 1 for c in cuts)], [*cuts, len(text)], strict=True))
    parts = [
        [(a + start, b + start) for a, b in cut_author_list(text[start:end])]
        for start, end in bounds
    ]
    if _has_places_beside(text, parts):
        yield from (each[0] for each in parts if each)
        return
    alone = [list(_without_places(text, each, in_groups=bool(cuts))) for each in parts]
    if sum(map(len, alone)) == sum(map(len, parts)):
        yield 0, len(text)
        return
    for kept in alone:
        yield from _join_neighbours(kept, text)


def _has_places_beside(text: str, groups: Sequence[Sequence[Span]]) -> bool:
    """Tell "Ada Holm, Firm; Bo Li, Other" from "Holm, Ada; Li, Bo" by given names.

    Every group has a whole name first, half of them with a given name that is known, and
    no group has one behind.
    """
    words = [[text[a:b] for a, b in group] for group in groups if group]
    if len(words) < _FEWEST_GROUPS or any(len(group) < 2 for group in words):
        return False
    if not all(" " in group[0] for group in words):
        return False
    first = sum(has_known_given_name(group[0]) for group in words)
    behind = sum(is_given_name(group[1]) for group in words)
    return first * 2 >= len(words) and not behind


def _join_neighbours(parts: Sequence[Span], text: str) -> Iterator[Span]:
    """Yield stretches of parts that follow each other, with the separators within."""
    start = end = -1
    for part in parts:
        if start >= 0 and not re.search(r"\w", blank_asides(text[end : part[0]])):
            end = part[1]
            continue
        if start >= 0:
            yield start, end
        start, end = part
    if start >= 0:
        yield start, end


def _without_places(
    text: str, parts: Sequence[Span], *, in_groups: bool
) -> Iterator[Span]:
    """Yield the parts of a stretch that are of names.

    Behind a place of work all is its address, up to the next whole name. A part at the
    beginning may be an organisation as author.
    """
    in_address = False
    words = [text[a:b] for a, b in parts]
    for number, word in enumerate(words):
        following = words[number + 1] if number + 1 < len(words) else ""
        if number and _is_workplace(word, words[0], in_groups=in_groups):
            in_address = True
        elif not in_address or _begins_again(word, following, in_groups=in_groups):
            in_address = False
            yield parts[number]


def _is_workplace(word: str, first: str, *, in_groups: bool) -> bool:
    """Tell whether a part behind a name says where somebody works: "Ada Holm, Oslo"."""
    if names_workplace(word, behind_name=in_groups and " " in first):
        return True
    if " " in first and _POST.search(word):
        return True
    return is_place(word) and has_known_given_name(first) and "." not in first


def _begins_again(word: str, following: str, *, in_groups: bool) -> bool:
    """Tell whether a part behind an address is another person."""
    if in_groups or " " not in word or is_place(word) or not reads_as_name(word):
        return False
    return has_known_given_name(word) or names_workplace(following)


def reads_as_people(row: str) -> bool:
    """Tell a row of names, with their places of work or without, from a title.

    >>> reads_as_people("Ada Holm¹, Bo Li²"), reads_as_people("Walks, Graphs, Trees")
    (True, False)
    """
    names = [row[start:end] for start, end in split_author_row(row)]
    if not names or names_workplace(names[0]):
        return False
    people = [name for name in names if not is_institutional(name)]
    return bool(people) and all(map(reads_as_name, people))


def find_author_rows(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield the rows of an author line, which is not empty.

    Lines that read as people together but not apart are one row: a name was cut by the
    line's end.

    >>> text = "Ada Holm, Bo Li, Eva\\nRoe\\nUwe Kern"
    >>> [text[a:b] for a, b in find_author_rows(text, 0, len(text))]
    ['Ada Holm, Bo Li, Eva\\nRoe', 'Uwe Kern']
    """
    lines = [match.span() for match in _LINE.finditer(text, start, end)]
    number = 0
    while number < len(lines):
        last = last_of_row(text, lines, number)
        yield lines[number][0], lines[last][1]
        number = last + 1


def last_of_row(text: str, lines: Sequence[Span], number: int) -> int:
    """Return which line ends the row of names that a line begins.

    Args:
        text: the page.
        lines: places of its lines; those of one row have no blank line between them.
        number: the first line of the row.
    """
    first, end = lines[number]
    if end - first > _LONGEST_ROW or not _SEPARATED.search(text, first, end):
        return number
    is_open = _ENDS_OPEN.search(text, first, end) is not None
    if not is_open and reads_as_people(text[first:end]):
        return number
    best = number
    for last in range(number + 1, min(number + _MOST_ROWS, len(lines))):
        begin, stop = lines[last]
        is_parted = text.count("\n", lines[last - 1][1], begin) > 1
        if is_parted or last > best + _MOST_CUTS or stop - first > _LONGEST_ROW:
            break
        if reads_as_people(" ".join(text[first:stop].split())):
            best = last
            if not _ENDS_OPEN.search(text, begin, stop):
                break
    return best
