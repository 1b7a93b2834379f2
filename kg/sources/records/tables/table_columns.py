"""The heading of a table → which column holds what, and how its lists are written."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kg.sources.records.tables.cell_lists import (
    find_name_separator,
    find_separator,
    find_term_separator,
)
from kg.sources.records.tables.table_dialects import DIALECTS, UNREAD
from kg.sources.records.tables.table_headings import heading_key, roles_of

# "Author 2", "author2_affiliation", "authors/0/name", "2nd author".
_NUMBERED = re.compile(r"(\D*)(\d{1,3})(?:st|nd|rd|th)?(\D*)")
# Roles of which a table may have a column a person.
_OF_A_PERSON = frozenset(
    ["authors", "full authors", "given", "family", "orcids", "affiliations"]
)
_OF_NAMES = frozenset(["authors", "full authors"])


@dataclass(frozen=True, slots=True)
class Columns:
    """What the columns of a table hold.

    Attributes:
        names: the headings as they stand.
        dialect: whose table it is, "" of nobody's in particular.
        places: role → its columns, the one that is asked first in front.
        people: number of a person → role → column, of headings as "Author 2".
        unread: the columns that no role is for.
        separators: column → what stands between the items of its cells.
    """

    names: tuple[str, ...]
    dialect: str
    places: Mapping[str, tuple[int, ...]]
    people: Mapping[int, Mapping[str, int]]
    unread: tuple[int, ...]
    separators: Mapping[int, str]

    @property
    def is_of_records(self) -> bool:
        """Whether there is a column of titles or one of abstracts."""
        return "title" in self.places or "abstract" in self.places


def read_heading(names: Sequence[str], sample: Sequence[Sequence[str]]) -> Columns:
    """Return what columns hold, by their headings and by the cells of some rows.

    >>> columns = read_heading(["Title", "Author(s)", "Colour"], [["A", "Lee; Li", "red"]])
    >>> columns.places["authors"], columns.separators[1], columns.unread
    ((1,), ';', (2,))
    """
    keys = [heading_key(name) for name in names]
    dialect = _dialect_of(keys)
    ranked: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    people: defaultdict[int, dict[str, int]] = defaultdict(dict)
    unread = []
    for place, key in enumerate(keys):
        roles = roles_of(key, dialect)
        # "MeSH 2" may be a heading of its own: a number counts people only otherwise.
        numbered = None if roles else _numbered_role(key)
        for role, rank in roles:
            ranked[role].append((rank, place))
        if numbered:
            people[numbered[0]].setdefault(numbered[1], place)
        elif not roles or roles[0][0] == UNREAD:
            unread.append(place)
    ranked.pop(UNREAD, None)
    places = {
        role: tuple(p for _, p in sorted(found)) for role, found in ranked.items()
    }
    separators = _separators(places, people, sample)
    return Columns(tuple(names), dialect, places, people, tuple(unread), separators)


def names_a_record(names: Sequence[str]) -> bool:
    """Tell whether one of some headings is that of a title or an abstract.

    >>> names_a_record(["Titel", "Jahr"]), names_a_record(["Colour", "Jahr"])
    (True, False)
    """
    roles = (role for name in names for role, _ in roles_of(heading_key(name)))
    return any(role in ("title", "abstract") for role in roles)


def count_known(names: Sequence[str]) -> int:
    """Return how many of some headings are known.

    >>> count_known(["Titel", "Jahr", "Colour"])
    2
    """
    return sum(bool(roles_of(heading_key(name))) for name in names)


def _dialect_of(keys: Sequence[str]) -> str:
    """Return the name of the first dialect whose marks are among headings, "" of none."""
    there = frozenset(keys)
    for dialect in DIALECTS:
        for marks in dialect.marks:
            if there.issuperset(map(heading_key, marks)):
                return dialect.name
    return ""


def _numbered_role(key: str) -> tuple[int, str] | None:
    """Return number and role of "author2", "author2affiliation", "authors0name"."""
    found = _NUMBERED.fullmatch(key)
    if found is None:
        return None
    for base in (found[1] + found[3], found[1] or found[3]):
        for role, _ in roles_of(base):
            if role in _OF_A_PERSON:
                return int(found[2]), role
    return None


def _separators(
    places: Mapping[str, tuple[int, ...]],
    people: Mapping[int, Mapping[str, int]],
    sample: Sequence[Sequence[str]],
) -> dict[int, str]:
    """Return what stands between items, for every column that has a role."""
    found = {}
    of_people = ((role, (p,)) for roles in people.values() for role, p in roles.items())
    for role, columns in (*places.items(), *of_people):
        for place in columns:
            cells = [row[place] for row in sample if place < len(row)]
            found[place] = _separator(role, cells)
    return found


def _separator(role: str, cells: Sequence[str]) -> str:
    if role in _OF_NAMES:
        return find_name_separator(cells)
    if role == "keywords" or role.startswith("subject:"):
        return find_term_separator(cells)
    return find_separator(cells)
