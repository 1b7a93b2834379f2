"""Changes of records: of their texts, their authors, their year.

A change takes a record (id, title, abstract, authors, year, …) and a source of chance,
and returns another record; changes are put together of smaller ones. A change that
finds nothing to change returns an equal record.
"""

from collections.abc import Callable, Mapping
from random import Random
from typing import Any

from kg.text.names.person_normal_form import normal_name
from pipelines.works.text_changes import STAND_INS, Rewriting, typos

Record = Mapping[str, Any]
Change = Callable[[Record, Random], Record]
Names = Callable[[list[str], Random], list[str]]

_TAILS = (
    "© {year} Elsevier B.V. All rights reserved.",
    "Copyright (c) {year} by the authors.",
    "© {year} IEEE. Personal use of this material is permitted.",
    "(c) {year} Wiley Periodicals, Inc.",
    "Published by Springer Nature.",
)


def in_fields(rewriting: Rewriting, *fields: str) -> Change:
    """Make a change of a rewriting, applied to some fields of strings."""

    def change(record: Record, chance: Random) -> Record:
        new = {f: rewriting(record[f], chance) for f in fields if record.get(f)}
        return {**record, **new}

    return change


def without(*fields: str) -> Change:
    """Make a change that leaves fields out."""
    return lambda record, _: {**record, **dict.fromkeys(fields)}


def all_of(*changes: Change) -> Change:
    """Make a change of several, one after another."""

    def change(record: Record, chance: Random) -> Record:
        for each in changes:
            record = each(record, chance)
        return record

    return change


def some_of(count: int, changes: Mapping[str, Change]) -> Change:
    """Make a change of `count` different ones, drawn anew for each record."""

    def change(record: Record, chance: Random) -> Record:
        drawn = chance.sample(sorted(changes), count)
        return all_of(*(changes[name] for name in drawn))(record, chance)

    return change


def owned(record: Record, chance: Random) -> Record:
    """Put a publisher's line behind the abstract."""
    if not record.get("abstract"):
        return record
    tail = chance.choice(_TAILS).format(year=record.get("year") or 2010)
    return {**record, "abstract": f"{record['abstract']} {tail}"}


def retitled(record: Record, chance: Random) -> Record:
    """Put one word of a title into other words, or add one.

    Only where an abstract is left to know the work by: of papers of the same authors
    whose titles differ in one word, next to none are one work.
    """
    words = (record.get("title") or "").split()
    if not words or not record.get("abstract"):
        return record
    place = chance.randrange(len(words))
    if chance.random() < 0.5 and len(words) > 3:
        words[place] = chance.choice(STAND_INS)
    else:
        words.insert(place, chance.choice(STAND_INS))
    return {**record, "title": " ".join(words)}


def other_year(record: Record, chance: Random) -> Record:
    """Date a record one or two years off."""
    if not record.get("year"):
        return record
    return {**record, "year": record["year"] + chance.choice([-2, -1, -1, 1, 1])}


def of_authors(rewriting: Names) -> Change:
    """Make a change of the list of authors."""

    def change(record: Record, chance: Random) -> Record:
        names = [name for name in record.get("authors") or () if name]
        if not names:
            return record
        return {**record, "authors": rewriting(names, chance), "affiliations": None}

    return change


def shuffled(names: list[str], chance: Random) -> list[str]:
    """Put the authors in another order."""
    return chance.sample(names, len(names))


def one_dropped(names: list[str], chance: Random) -> list[str]:
    """Leave one of several authors out."""
    gone = chance.randrange(len(names)) if len(names) > 1 else -1
    return [name for place, name in enumerate(names) if place != gone]


def and_others(count: int) -> Names:
    """Make a rewriting that keeps the first authors and says "et al."."""
    return lambda names, _: [*names[:count], "et al."] if len(names) > count else names


def initialled(names: list[str], _: Random) -> list[str]:
    """Give initials for given names: "A. Li"."""
    return [" ".join([*_initials(name), _family(name)]) for name in names]


def as_indexed(names: list[str], _: Random) -> list[str]:
    """Write as PubMed does: "Li AB"."""
    letters = ("".join(_initials(name)).replace(".", "") for name in names)
    return [
        f"{_family(name)} {each}".strip()
        for name, each in zip(names, letters, strict=True)
    ]


def family_first(names: list[str], _: Random) -> list[str]:
    """Write "Li, Ana"."""
    return [
        f"{_family(name)}, {' '.join(normal_name(name).split()[:-1])}".rstrip(", ")
        for name in names
    ]


def misspelt(names: list[str], chance: Random) -> list[str]:
    """Mistype a letter of one author's name."""
    place = chance.randrange(len(names))
    names[place] = typos(0.01)(names[place], chance)
    return names


def _family(name: str) -> str:
    return (normal_name(name).split() or [name])[-1]


def _initials(name: str) -> list[str]:
    return [f"{word[0]}." for word in normal_name(name).split()[:-1]]
