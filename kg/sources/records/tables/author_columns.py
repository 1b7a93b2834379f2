"""The columns of a row that are about its authors → the authors, with their places.

Tables state who works where in six ways: a list beside the list of names, a list of
names with their places behind them, places with names in brackets, one place for all,
columns a person, or not at all.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from kg.records import Affiliation, Author
from kg.sources.records.record_values import author_from_values, inverted_name
from kg.sources.records.tables.cell_lists import (
    split_glued,
    split_list,
    split_names,
    split_places,
)
from kg.sources.records.tables.named_places import (
    places_behind_names,
    places_in_parentheses,
    places_of_brackets,
    values_of_names,
)
from kg.sources.records.tables.table_columns import Columns

# "Lee, Ann (57200000000)" in Scopus, "Lee, Ann[1]".
_NUMBER_BEHIND = re.compile(r"(?:(?<!\s)\s++)?[(\[]\d[\d\s,;]{0,99}[)\]]\s*+$")


# "1 University of X", "(2) …": the mark of a footnote.
_MARK = re.compile(r"^(?:\(\d{1,2}\)|\d{1,2}[.):]?)\s+(?=[^\W\d_])")


@dataclass(frozen=True, slots=True)
class RowCells:
    """The cells of a row, asked for by their roles."""

    cells: Sequence[str]
    columns: Columns

    def first(self, role: str) -> str:
        """Return the first cell of a role that has a value, "" if none has."""
        place = self.place(role)
        return "" if place is None else self.cells[place].strip()

    def place(self, role: str) -> int | None:
        """Return the column of that cell."""
        places = self.columns.places.get(role, ())
        return next((place for place in places if self.cells[place].strip()), None)

    def items(self, role: str) -> list[str]:
        """Return the items of all cells of a role."""
        return [
            item
            for place in self.columns.places.get(role, ())
            for item in split_list(self.cells[place], self.separator(place))
        ]

    def first_items(self, role: str) -> list[str]:
        """Return the items of the first cell of a role that has a value."""
        place = self.place(role)
        if place is None:
            return []
        return split_list(self.cells[place], self.separator(place))

    def items_of_people(self, role: str, people: int) -> list[str]:
        """Return the items of the first cell of a role with a value, one a person.

        Where there are as many as people if empty ones count, those stay.
        """
        place = self.place(role)
        if place is None:
            return []
        items = split_places(self.cells[place], self.separator(place))
        return items if len(items) == people else list(filter(None, items))

    def names(self, role: str) -> list[str]:
        """Return the names in the first cell of a role that has a value."""
        place = self.place(role)
        if place is None:
            return []
        return split_names(self.cells[place], self.separator(place))

    def separator(self, place: int) -> str:
        """Return what stands between the items of a column's cells."""
        return self.columns.separators.get(place, "")


class Stated(NamedTuple):
    """Who wrote a work, in order, and the places of which nobody can tell whose."""

    authors: list[Author]
    places: list[Affiliation]


def authors_of(row: RowCells, complaints: list[str]) -> Stated:
    """Return the authors of a row; complain of ORCIDs that cannot be given to one."""
    names = _names_of(row)
    groups = [Author(name) for name in row.first_items("group authors")]
    if not names:
        authors = _numbered_authors(row, complaints)
        return Stated(
            [*authors, *groups], _affiliations(row.first_items("affiliations"))
        )
    places, others = _places_of(row, names)
    orcids = _orcids_of(row, names, complaints)
    authors = [
        author_from_values(
            name, complaints, orcid=orcid, affiliations=tuple(_affiliations(raw))
        )
        for name, raw, orcid in zip(names, places, orcids, strict=True)
    ]
    return Stated([*authors, *groups], _affiliations(others))


def _names_of(row: RowCells) -> list[str]:
    full = row.names("full authors")
    short = row.names("authors") or split_glued(row.first("glued authors"))
    if not short and row.first("family"):
        short = [inverted_name(row.first("family"), row.first("given"))]
    # A full list that is cut short ("et al.") says less than a whole one of initials.
    stated = full if len(full) >= len(short) else short
    return [_NUMBER_BEHIND.sub("", name) for name in stated]


def _numbered_authors(row: RowCells, complaints: list[str]) -> list[Author]:
    """Return the authors of columns a person: "Author 1", "Affiliation 1"."""
    people = (row.columns.people[number] for number in sorted(row.columns.people))
    authors = (_numbered_author(row, roles, complaints) for roles in people)
    return [author for author in authors if author.name]


def _numbered_author(
    row: RowCells, roles: Mapping[str, int], complaints: list[str]
) -> Author:
    value = {role: row.cells[place].strip() for role, place in roles.items()}
    stated = value.get("full authors") or value.get("authors") or ""
    name = stated or inverted_name(value.get("family", ""), value.get("given", ""))
    return author_from_values(
        _NUMBER_BEHIND.sub("", name),
        complaints,
        orcid=value.get("orcids", ""),
        affiliations=tuple(_affiliations([value.get("affiliations", "")])),
    )


def _places_of(
    row: RowCells, names: Sequence[str]
) -> tuple[list[list[str]], list[str]]:
    """Return the places of each author, as the row states them, and those of nobody."""
    if cell := row.first("author affiliations"):
        return places_behind_names(cell, names, row.names("authors")), []
    if cell := row.first("bracketed addresses"):
        return places_of_brackets(cell, names, row.names("authors"))
    if cell := row.first("names with places"):
        return places_in_parentheses(cell, names), []
    places = row.items_of_people("affiliations", len(names))
    if places and len(places) == len(names):
        # Where "|" parts people, ";" is left to part the places of one.
        return [list(filter(None, place.split("; "))) for place in places], []
    return [[] for _ in names], places or row.first_items("place list")


def _orcids_of(row: RowCells, names: Sequence[str], complaints: list[str]) -> list[str]:
    if cell := row.first("named orcids"):
        return values_of_names(cell, names, row.names("authors"))
    orcids = row.items_of_people("orcids", len(names))
    if orcids and len(orcids) != len(names):
        complaints.append(
            f"{len(orcids)} ORCIDs for {len(names)} authors are left out: whose is "
            "whose cannot be told"
        )
        return [""] * len(names)
    return orcids or [""] * len(names)


def _affiliations(places: Sequence[str]) -> list[Affiliation]:
    lines = (_MARK.sub("", " ".join(place.split())) for place in places)
    return [Affiliation(line) for line in dict.fromkeys(lines) if line]
