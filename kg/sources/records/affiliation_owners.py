"""Whose an affiliation is, of those that stand in a list of their own in a record.

Databases write addresses apart from the authors, and say in front of each whose it is:
"[Lee, Ann; Li, Bo] Univ Oslo", "(Lee, Li) Univ Oslo", "A. Lee, Univ Oslo". The names
there are often shorter than those of the authors.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from kg.records import Affiliation, Author
from kg.text.folding import fold
from kg.text.names.name_parts import parse_name

# Names in brackets in front of an address, each "Family, Given" or "Family".
_BRACKETED = re.compile(
    r"\s*+(?:\[([^\[\]]{1,60000})\]|\(([^()]{1,9000})\))[\s.,:]*+(?=\S)"
)
# What may end a name without brackets: "A. Lee, Univ", "Lee, Ann. Univ", "Lee A: Univ".
_END_OF_NAME = re.compile(r"[,:.;]\s")
_ROLE = re.compile(r"\([^()]{0,40}author\)", re.IGNORECASE)  # "(Corresponding Author)"
_MOST_ENDS = 4  # of a name and its own commas and full stops


class StatedAffiliation(NamedTuple):
    """An affiliation, and the names in front of it that say whose it is, if any."""

    owners: tuple[str, ...]
    raw: str


class AuthorIndex:
    """Finds the author of a record whom a name means that may be shorter there."""

    def __init__(self, names: Iterable[str]) -> None:
        """Look the names of the authors over, once, in their order."""
        self._by_name: dict[str, int] = {}
        self._by_family: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
        for number, name in enumerate(names):
            self._by_name.setdefault(fold(name), number)
            family, initial = _family_and_initial(name)
            self._by_family[family].append((number, initial))

    def find(self, name: str) -> int | None:
        """Return the number of the author of that very name, else of one like it.

        An author is like it who alone has the family name and the first letter of the
        given one, or the family name where there is nothing else.

        >>> index = AuthorIndex(["Lee, Ann", "Lee, Bo", "Li, Bo"])
        >>> index.find("Lee, B"), index.find("Li"), index.find("Lee")
        (1, 2, None)
        """
        folded = fold(name)
        if folded in self._by_name:
            return self._by_name[folded]
        family, initial = _family_and_initial(name)
        alike = self._by_family.get(family, [])
        if not alike:  # "de la Vega" alone is a family name
            alike, initial = self._by_family.get(folded, []), ""
        found = [n for n, other in alike if "" in (initial, other) or initial == other]
        return found[0] if len(found) == 1 else None


def _family_and_initial(name: str) -> tuple[str, str]:
    written = parse_name(name)
    return fold(written.family), written.given[0][:1] if written.given else ""


def read_affiliation(value: str, index: AuthorIndex) -> StatedAffiliation:
    """Part an address from the names in front of it.

    Names without brackets are told from a department's by the authors of the record.

    >>> index = AuthorIndex(["Lee, Ann", "Li, Bo"])
    >>> read_affiliation("[Lee, A; Li, B] Univ Oslo, Norway", index)
    StatedAffiliation(owners=('Lee, A', 'Li, B'), raw='Univ Oslo, Norway')
    >>> read_affiliation("A. Lee, Univ Oslo", index)
    StatedAffiliation(owners=('A. Lee',), raw='Univ Oslo')
    """
    bracketed = _BRACKETED.match(value)
    if bracketed:
        listed = bracketed[1] or bracketed[2]
        parts = listed.split(";" if bracketed[1] or ";" in listed else ",")
        # "(1) Univ Oslo" says nothing of whose it is.
        names = (part.strip() for part in parts if not part.strip().isdigit())
        raw = value[bracketed.end() :].strip()
        return StatedAffiliation(tuple(filter(None, names)), raw)
    owners, value = _leading_names(value, index)
    for end in list(_END_OF_NAME.finditer(value[:200]))[:_MOST_ENDS]:
        name = _ROLE.sub("", value[: end.start()]).strip()
        if " " in name and index.find(name) is not None:
            return StatedAffiliation((*owners, name), value[end.end() :].strip())
    return StatedAffiliation(owners, value.strip())


def _leading_names(value: str, index: AuthorIndex) -> tuple[tuple[str, ...], str]:
    """Return the names of "Lee, A; Li, B; Mo, C, Univ Oslo" that stand alone, and the rest."""
    owners: list[str] = []
    while True:
        name, semicolon, rest = value.partition(";")
        if not semicolon or index.find(_ROLE.sub("", name).strip()) is None:
            return tuple(owners), value
        owners.append(name.strip())
        value = rest


def find_orcids(entries: Iterable[str], index: AuthorIndex) -> dict[int, str]:
    """Return the ORCIDs of "Lee, Ann/0000-0002-1825-0097" by the author's number.

    >>> index = AuthorIndex(["Li, Bo", "Lee, Ann"])
    >>> find_orcids(["Lee, A/0000-0002-1825-0097", "Mo, Cy/0000-0001-5109-3700"], index)
    {1: '0000-0002-1825-0097'}
    """
    pairs = (entry.rpartition("/") for entry in entries)
    found = ((index.find(name.strip()), orcid) for name, _, orcid in pairs if name)
    return {number: orcid for number, orcid in found if number is not None}


def with_affiliations(
    authors: Sequence[Author], stated: Iterable[StatedAffiliation], index: AuthorIndex
) -> tuple[list[Author], list[Affiliation]]:
    """Give each affiliation to the authors whose it is.

    Returns:
        The authors in their order, and the affiliations that are nobody's in particular,
        or of names that no author has.

    >>> index = AuthorIndex(["Lee, Ann", "Li, Bo"])
    >>> authors = [Author("Lee, Ann"), Author("Li, Bo")]
    >>> oslo = StatedAffiliation(("Lee, A",), "Univ Oslo")
    >>> with_affiliations(authors, [oslo], index)[0][0].affiliations
    (Affiliation(raw='Univ Oslo', ror=None, country=None),)
    """
    places: list[list[Affiliation]] = [[] for _ in authors]
    nobodys: list[Affiliation] = []
    for owners, raw in stated:
        numbers = {index.find(owner) for owner in owners}
        lists = [places[number] for number in numbers if number is not None]
        for listed in lists or [nobodys]:
            listed += [Affiliation(raw)] if raw else []
    given = [
        replace(author, affiliations=(*author.affiliations, *dict.fromkeys(own)))
        for author, own in zip(authors, places, strict=True)
    ]
    return given, list(dict.fromkeys(nobodys))
