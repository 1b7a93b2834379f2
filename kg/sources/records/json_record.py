"""One decoded JSON value → a document, with a remark on each field of a wrong type."""

from collections.abc import Iterator
from typing import TypeAlias

from kg.records import Author, Document, Remark
from kg.sources.records.fields import (
    parse_doi,
    parse_year,
    record_document,
    split_keywords,
    writable,
)
from kg.text.names.author_lists import split_authors

JSON: TypeAlias = "str | int | float | bool | list[JSON] | dict[str, JSON] | None"


def record_from_json(
    value: JSON, *, source: str, line: int
) -> Iterator[Document | Remark]:
    """Yield the document that a record stands for, and what was wrong with it."""
    if not isinstance(value, dict):
        yield Remark(source, line, f"a record is a JSON object, not {_kind(value)}")
        return
    complaints: list[str] = []
    title = _text(value, "title", complaints)
    abstract = _text(value, "abstract", complaints)
    if title is None and abstract is None:
        why = f" ({'; '.join(complaints)})" if complaints else ""
        yield Remark(source, line, f"a record without title and abstract{why}")
        return
    document = record_document(
        title,
        abstract,
        id=_id(value, complaints),
        source=source,
        record_line=line,
        venue=_text(value, "venue", complaints),
        year=_year(value, complaints),
        doi=_doi(value, complaints),
        authors=_authors(value, complaints),
        keywords=_keywords(value, complaints),
    )
    for complaint in complaints:
        yield Remark(source, line, complaint, lost=False)
    yield document


def _kind(value: JSON) -> str:
    names = {dict: "an object", list: "a list", str: "a string", bool: "true or false"}
    return "null" if value is None else names.get(type(value), "a number")


def _ignored(field: str, expected: str, value: JSON) -> str:
    return f'field "{field}" is ignored: expected {expected}, found {_kind(value)}'


def _text(record: dict[str, JSON], field: str, complaints: list[str]) -> str | None:
    value = record.get(field)
    if isinstance(value, str):
        return writable(value) if value.strip() else None
    if value is not None:
        complaints.append(_ignored(field, "a string", value))
    return None


def _id(record: dict[str, JSON], complaints: list[str]) -> str:
    value = record.get("id")
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return (_text(record, "id", complaints) or "").strip()


def _year(record: dict[str, JSON], complaints: list[str]) -> int | None:
    value = record.get("year")
    if value is None or value == "":
        return None
    # "2019.0" is what tables with gaps make of 2019; repr of a float is always short.
    known = isinstance(value, (str, float, int)) and not isinstance(value, bool)
    year = parse_year(str(value)[:20]) if known and not _is_huge(value) else None
    if year is None:
        complaints.append('field "year" is ignored: expected a year such as 2019')
    return year


def _is_huge(value: JSON) -> bool:
    return isinstance(value, int) and abs(value) > 10**6


def _doi(record: dict[str, JSON], complaints: list[str]) -> str | None:
    value = _text(record, "doi", complaints)
    if value is None:
        return None
    doi = parse_doi(value)
    if doi is None:
        complaints.append('field "doi" is ignored: expected something like "10.1234/x"')
    return doi


def _keywords(record: dict[str, JSON], complaints: list[str]) -> tuple[str, ...]:
    value = record.get("keywords")
    if isinstance(value, str):
        return split_keywords(writable(value))
    return _strings(value, "keywords", complaints)


def _strings(value: JSON, field: str, complaints: list[str]) -> tuple[str, ...]:
    """Read null, a string, or a list of strings and nulls; blank ones are left out."""
    if isinstance(value, str):  # by far the commonest
        string = " ".join(writable(value).split())
        return (string,) if string else ()
    strings = []
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, str):
            strings.append(" ".join(writable(item).split()))
        elif item is not None:
            complaints.append(_ignored(field, "strings", item))
    return tuple(string for string in strings if string)


def _authors(record: dict[str, JSON], complaints: list[str]) -> tuple[Author, ...]:
    value = record.get("authors")
    if isinstance(value, str):
        authors = [Author(name) for name in split_authors(writable(value))]
    elif isinstance(value, list):
        authors = [_author(item, complaints) for item in value]
    else:
        if value is not None:
            complaints.append(_ignored("authors", "a list", value))
        return ()
    stated = _affiliations(record, len(authors), complaints)
    return tuple(
        Author(author.name, author.affiliations or affiliations)
        for author, affiliations in zip(authors, stated, strict=True)
        if author.name
    )


def _author(value: JSON, complaints: list[str]) -> Author:
    """Read a name, or {"name", "affiliations"}; the name is empty where none is."""
    if isinstance(value, dict):
        name = " ".join((_text(value, "name", complaints) or "").split())
        if not name:
            complaints.append('an author without "name" is left out')
        affiliations = _strings(value.get("affiliations"), "affiliations", complaints)
        return Author(name, affiliations)
    names = _strings(value, "authors", complaints)
    return Author(names[0] if names else "")


def _affiliations(
    record: dict[str, JSON], authors: int, complaints: list[str]
) -> list[tuple[str, ...]]:
    """Read the record's affiliations: one entry an author, a string, a list or null."""
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
    return [_strings(item, "affiliations", complaints) for item in values]
