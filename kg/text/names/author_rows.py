"""A row of an author line: its people, apart from the places of work beside them.

"Ada Holm, University of Oslo, Norway; Bo Li, MIT" names two people and two places. Names
may stand in any order and script: "Holm, Ada", "Иванов И. И.", "Smith JA", "王小明".
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from kg.datafiles import mapping
from kg.text.folding import fold
from kg.text.names.author_lists import Span, cut_author_list, split_author_list
from kg.text.names.group_authors import is_group
from kg.text.names.name_affixes import PARTICLES
from kg.text.names.name_asides import blank_asides
from kg.text.names.name_sequences import is_acceptable_name
from kg.text.names.name_shapes import (
    UPPER_LETTERS,
    is_institutional,
    scan_name,
)
from kg.text.names.person_normal_form import is_name, normal_name, skip_titles
from kg.text.places import is_place

_HAN_KANA_HANGUL = "\u3005\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"
_EAST_ASIAN = re.compile(
    rf"[{_HAN_KANA_HANGUL}]{{2,5}}|[{_HAN_KANA_HANGUL}]{{1,4}}[ \u3000][{_HAN_KANA_HANGUL}]{{1,4}}"
    rf"|[{_HAN_KANA_HANGUL}]{{2,8}}[·・][{_HAN_KANA_HANGUL}]{{2,8}}"
)
# 大学, 学院, 研究, 医院, 公司 and the like: an organisation's name.
_EAST_ASIAN_PLACE = re.compile(
    "大学|大學|学院|學院|研究|病院|医院|醫院|公司|中心|实验室|學系|学系|学部|대학|연구|병원|센터|학교|학과"
)
# "Иванов И. И.", "van Dijk J.-P.", "Smith JA".
_INITIALS_BEHIND = re.compile(
    rf"(?P<family>(?:[^\W\d_]{{1,6}}[ ]){{0,3}}[{UPPER_LETTERS}][^\W\d_]*"
    rf"(?:[-‐‑'’ ][^\W\d_]{{2,}})*)[ \u00a0]{{1,2}}"
    rf"(?:(?:[{UPPER_LETTERS}][a-zа-я]?\.[ \u00a0-]{{0,2}}){{1,4}}|[{UPPER_LETTERS}]{{1,3}})"
)
# What parts a name from its place besides a comma: a dash, a tab, a wide gap.
_COLUMNS = re.compile(
    r"(?<=\S)(?:[ \u00a0][–—-][ \u00a0]|[ \u00a0]*\t\s*|[ \u00a0]{3,})(?=\S)"
)
_SEMICOLON = re.compile(r"[;；]")
_ACRONYM = re.compile(rf"[{UPPER_LETTERS}]{{3,}}(?![\w.])")  # "IBM", "CSIRO Perth"
_LONGEST_NAME = 80
_MOST_WORDS = 6


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
    cuts = [match.start() for match in _SEMICOLON.finditer(shown)]
    bounds = list(zip([0, *(c + 1 for c in cuts)], [*cuts, len(text)], strict=True))
    parts = [
        [(a + start, b + start) for a, b in cut_author_list(text[start:end])]
        for start, end in bounds
    ]
    alone = [list(_without_places(text, each, in_groups=bool(cuts))) for each in parts]
    if sum(map(len, alone)) == sum(map(len, parts)):
        yield 0, len(text)
        return
    for kept in alone:
        yield from _join_neighbours(kept, text)


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
    return is_place(word) and has_known_given_name(first) and "." not in first


def _begins_again(word: str, following: str, *, in_groups: bool) -> bool:
    """Tell whether a part behind an address is another person."""
    if in_groups or " " not in word or is_place(word) or not reads_as_name(word):
        return False
    return has_known_given_name(word) or names_workplace(following)


@lru_cache(maxsize=20_000)
def names_workplace(part: str, *, behind_name: bool = False) -> bool:
    """Tell whether a part between commas names an institution or a part of one.

    Args:
        part: the part.
        behind_name: it stands behind a whole name and can be no other person's, so that
            an acronym is a place.

    >>> names_workplace("Department of Physics"), names_workplace("Ada Holm")
    (True, False)
    """
    if is_group(part):
        return False
    if is_institutional(part) or _EAST_ASIAN_PLACE.search(part):
        return True
    return behind_name and _ACRONYM.match(part) is not None


def has_known_given_name(name: str) -> bool:
    """Tell whether a name begins with an initial, or with a given name that is known.

    >>> has_known_given_name("Maria Zzyx"), has_known_given_name("Zzyx Maria")
    (True, False)
    """
    first, *rest = fold(name).split() or [""]
    return bool(rest) and (len(first) == 1 or _is_given_name(first))


def reads_as_name(name: str) -> bool:
    """Tell a name in either order and any script by its look, no term or place.

    >>> reads_as_name("de la Vega, Juan R."), reads_as_name("Иванов И.И.")
    (True, True)
    >>> reads_as_name("Graph Theory"), reads_as_name("王小明")
    (False, True)
    """
    if _EAST_ASIAN.fullmatch(name):
        return _EAST_ASIAN_PLACE.search(name) is None
    if _is_address(name):
        return False
    words = name.replace(",", " ").split()
    if not 2 <= len(words) <= _MOST_WORDS or not all(map(_is_name_word, words)):
        return False
    if _INITIALS_BEHIND.fullmatch(name) or "," in name:
        return not is_institutional(name)
    return is_acceptable_name(normal_name(name), proven=True)


def _is_address(name: str) -> bool:
    """Tell "Moscow, Russia" and "Exeter, UK" from "Jordan, Ann" and "Roe, Sydney"."""
    front, comma, behind = name.partition(",")
    if not comma:
        return is_place(name)
    return is_place(behind) and (is_place(front) or not _is_given_name(behind))


def _is_given_name(name: str) -> bool:
    first = fold(name).split()[:1]
    tables = ("people/given_names_common", "people/given_names_other")
    return any(word in mapping(table) for word in first for table in tables)


def _is_name_word(word: str) -> bool:
    first = next((char for char in word if char.isalpha()), "a")
    if any(char.isdigit() for char in word):
        return False
    return not first.islower() or word in PARTICLES or word in ("y", "e", "i")


def whole_name(text: str, start: int, end: int) -> Span | None:
    """Return the place of a name within a part, without titles; None if it is more.

    >>> whole_name("Prof. Ada Holm*", 0, 15), whole_name("we prove", 0, 8)
    ((6, 14), None)
    """
    start = skip_titles(text, start)
    name = text[start:end]
    if _EAST_ASIAN.fullmatch(name):
        return (start, end) if not _EAST_ASIAN_PLACE.search(name) else None
    if len(name) <= _LONGEST_NAME and _INITIALS_BEHIND.fullmatch(name):
        return start, end
    stop = scan_name(text, start, end)
    rest = text[stop:end].strip(" *†‡§¶∗0123456789.")
    return (start, stop) if not rest and is_name(text[start:stop]) else None


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
