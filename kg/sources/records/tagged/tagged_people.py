"""Names and addresses of a tagged record, which stand in fields apart."""

import re
from collections.abc import Sequence

from kg.sources.records.affiliation_owners import (
    AuthorIndex,
    read_affiliation,
    with_affiliations,
)
from kg.sources.records.fields import join_lines
from kg.sources.records.record_values import RecordValues, inverted_name
from kg.sources.records.tagged.tagged_records import Tagged
from kg.sources.records.tagged.tagged_values import (
    FieldsByUse,
    authors_of,
    values_from_fields,
)
from kg.text.names.name_affixes import is_suffix

# Initials of an index, behind the family name: "Mills BA".
_CAPITALS = re.compile(r"[^\W\d_a-z]{1,4},?")
_BRACKET_OR_SEMICOLON = re.compile(r"[\[\](){};；]")
_GOES_ON = re.compile(r"(?:,|\b(?:of|and|for|the|de|di|del|für|&))$")


def index_name(name: str) -> str:
    """Return a name of an index, family name and initials, as "Family, I. I.".

    Its initials are said to be such, whatever else they might be: "Mills, JR" is no
    junior.

    >>> index_name("de la Vega JR"), index_name("Mills, BA, Jr"), index_name("Mills BA 3rd")
    ('de la Vega, J. R.', 'Mills, Jr, B. A.', 'Mills, 3rd, B. A.')
    """
    words = name.replace(",", ", ").split()
    is_behind = len(words) > 2 and _CAPITALS.fullmatch(words[-2])  # "BA II"
    suffix = words.pop() if is_behind and is_suffix(words[-1]) else ""
    *family, initials = words or [""]
    if not family or not _CAPITALS.fullmatch(initials):
        return name
    given = " ".join(f"{letter}." for letter in initials.rstrip(","))
    return inverted_name(" ".join(family).rstrip(","), given, suffix)


def give_addresses(values: RecordValues, fields: Sequence[Tagged]) -> None:
    """Give the addresses of fields to the authors of a record, as they say whose they are."""
    index = AuthorIndex(author.name for author in values.authors)
    lines = [line for field in fields for line in address_lines(field.value)]
    stated = [read_affiliation(line, index) for line in lines]
    values.authors, nobodys = with_affiliations(values.authors, stated, index)
    values.affiliations += nobodys


def address_lines(value: str) -> list[str]:
    """Return the addresses of a value, one a line, or apart by semicolons.

    Lines that go on are joined; within brackets a semicolon stands between names.

    >>> address_lines("Univ Oslo; Univ Bonn\\nInstitute of\\nMills, Graz\\n Austria")
    ['Univ Oslo', 'Univ Bonn', 'Institute of Mills, Graz Austria']
    """

    def goes_on(address: str, line: str) -> bool:
        return line.startswith(" ") or bool(_GOES_ON.search(address))

    return list(filter(None, join_lines(_parted(value).split("\n"), goes_on)))


def _parted(value: str) -> str:
    """Return a value with a line feed for each semicolon that stands in no brackets."""
    parts: list[str] = []
    depth = start = 0
    for mark in _BRACKET_OR_SEMICOLON.finditer(value):
        if mark[0] not in ";；":
            depth = max(0, depth + (1 if mark[0] in "[({" else -1))
        elif not depth:
            parts.append(value[start : mark.start()])
            start = mark.end()
    rest = value[start:]
    return "\n".join([*parts, rest.lstrip(" ")] if parts else [rest])


def values_with_people(fields: FieldsByUse, *uses: str) -> RecordValues:
    """Return what a record of a dialect without peculiarities states.

    Args:
        fields: of the record.
        uses: what its authors stand in, "author" where nothing is said.
    """
    values = values_from_fields(fields)
    values.authors = authors_of(fields, values.complaints, *(uses or ["author"]))
    give_addresses(values, fields.in_order("affiliation"))
    return values
