"""The authors of a JSON record: names, ORCIDs, and where each of them works."""

from dataclasses import replace

from kg.institutions.country_codes import stated_country_code
from kg.records import Affiliation, Author
from kg.sources.records.json_values import (
    JSON,
    ignored_complaint,
    line_field,
    strings,
    text_field,
)
from kg.sources.records.record_ids import parse_ror
from kg.sources.records.record_values import author_from_values
from kg.text.names.author_lists import split_author_names
from kg.text.surrogates import replace_surrogates

_COUNTRY_FIELDS = ("country_code", "country")


def json_authors(record: dict[str, JSON], complaints: list[str]) -> tuple[Author, ...]:
    """Return a record's authors in order; what cannot be used is told in `complaints`.

    "authors" is a list of names and objects, or one string. Affiliations stand with
    each author, or in a list of the record's own with an entry an author.
    """
    value = record.get("authors")
    if isinstance(value, str):
        authors = [
            Author(name) for name in split_author_names(replace_surrogates(value))
        ]
    elif isinstance(value, list):
        authors = [_author(item, complaints) for item in value]
    else:
        if value is not None:
            complaints.append(ignored_complaint("authors", "a list", value))
        return ()
    stated = _record_affiliations(record, len(authors), complaints)
    return tuple(
        replace(author, affiliations=author.affiliations or affiliations)
        for author, affiliations in zip(authors, stated, strict=True)
        if author.name
    )


def _author(value: JSON, complaints: list[str]) -> Author:
    """Read a name, or {"name", "affiliations", "orcid"}; without a name it is empty."""
    if isinstance(value, dict):
        name = line_field(value, ["name"], complaints)
        if not name:
            complaints.append('an author without "name" is left out')
        affiliations = _affiliations(value.get("affiliations"), complaints)
        orcid = text_field(value, "orcid", complaints) or ""
        return author_from_values(
            name, complaints, orcid=orcid, affiliations=affiliations
        )
    names = strings(value, "authors", complaints)
    return Author(names[0] if names else "")


def _record_affiliations(
    record: dict[str, JSON], authors: int, complaints: list[str]
) -> list[tuple[Affiliation, ...]]:
    """Read the record's own list: one entry an author, a string, a list or null."""
    value = record.get("affiliations")
    values = value if isinstance(value, list) else [value]
    if value is None or not values:
        return [()] * authors
    if len(values) != authors:
        complaints.append(
            f'field "affiliations" is ignored: {len(values)} for {authors} authors, '
            "whose is whose cannot be told"
        )
        return [()] * authors
    return [_affiliations(item, complaints) for item in values]


def _affiliations(value: JSON, complaints: list[str]) -> tuple[Affiliation, ...]:
    """Read a string, an object, null, or a list of them."""
    found: list[Affiliation] = []
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, dict):
            found.append(_affiliation(item, complaints))
        else:
            named = strings(item, "affiliations", complaints)
            found += [Affiliation(raw) for raw in named]
    return tuple(place for place in found if place.raw or place.ror)


def _affiliation(place: dict[str, JSON], complaints: list[str]) -> Affiliation:
    """Return the affiliation that an object states; empty where it states none."""
    raw = line_field(place, ["raw", "name"], complaints)
    stated = line_field(place, ["ror"], complaints)
    ror = parse_ror(stated) if stated else None
    if stated and ror is None:
        complaints.append(
            f'"{stated[:60]}" is no ROR id (like "05dxps055", the last two digits a '
            "check of the others): left out"
        )
    if not raw and ror is None:
        complaints.append('an affiliation without "raw" or "name" is left out')
    return Affiliation(raw, ror, _country(place, complaints))


def _country(place: dict[str, JSON], complaints: list[str]) -> str | None:
    """Return the code of the country that is stated by its code or one of its names."""
    stated = line_field(place, _COUNTRY_FIELDS, complaints)
    code = stated_country_code(stated)
    if stated and code is None:
        complaints.append(
            f'country "{stated[:60]}" is left out: expected an ISO 3166 code of two '
            'letters such as "NZ", or a country\'s name'
        )
    return code
