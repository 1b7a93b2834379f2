"""A record of a dialect → the values that it states, and the fields that nothing reads."""

from collections.abc import Callable, Iterator
from functools import cache

from kg.records import Affiliation, Author, SubjectHeading
from kg.sources.records.fields import find_dated, split_keywords
from kg.sources.records.json_dialects.cited_works import cited_work
from kg.sources.records.json_dialects.json_dialect import JsonDialect
from kg.sources.records.json_dialects.json_paths import keys_of, told_by, values_at
from kg.sources.records.json_dialects.json_people import PERSON_KEYS, authors_of
from kg.sources.records.json_dialects.json_places import places_of
from kg.sources.records.json_dialects.json_texts import (
    abstract_of,
    date_of,
    folded_key,
    score_of,
    text_of,
    texts_of,
)
from kg.sources.records.json_values import JSON
from kg.sources.records.record_values import RecordValues
from kg.text.identifiers import parse_arxiv, parse_doi

_Read = dict[str, "_Read | None"]
"""Keys that are read, each with those below it; None where all below is read."""


def values_of(record: dict[str, JSON], dialect: JsonDialect) -> RecordValues:
    """Return what a record states, with a complaint on each value that is unusable.

    >>> from kg.sources.records.json_dialects.dialect_table import find_dialect
    >>> record = {"title": ["On mills"], "DOI": "10.1/x", "container-title": []}
    >>> values_of(record, find_dialect(record)).title
    'On mills'
    """
    complaints: list[str] = []
    authors = _authors(record, dialect, complaints)
    return RecordValues(
        id=_first(record, dialect.id, text_of),
        title=_first(record, dialect.title, text_of),
        abstract=_first(record, dialect.abstract, abstract_of),
        authors=authors,
        affiliations=_affiliations(record, dialect, authors, complaints),
        year=_year(record, dialect),
        venue=_first(record, dialect.venue, text_of),
        doi=_doi(record, dialect),
        keywords=_keywords(record, dialect),
        subjects=list(_subjects(record, dialect)),
        ids=list(_ids(record, dialect)),
        references=_references(record, dialect),
        type=_first(record, dialect.type, text_of),
        language=_first(record, dialect.language, text_of),
        complaints=complaints,
    )


def _first(record: JSON, paths: tuple[str, ...], read: Callable[[JSON], str]) -> str:
    found = (read(value) for path in paths for value in values_at(record, path))
    return next(filter(None, found), "")


def _doi(record: JSON, dialect: JsonDialect) -> str:
    """Return the first DOI; else what stands in its own field, to be told of.

    Behind the first path are addresses, of which some hold a DOI.
    """
    found = [
        text
        for path in dialect.doi
        for value in values_at(record, path)
        for text in texts_of(value)
    ]
    own = _first(record, dialect.doi[:1], text_of)
    return next(filter(parse_doi, found), own)


def _year(record: JSON, dialect: JsonDialect) -> str:
    """Return the first date with a year in it; else the first of any."""
    values = (value for path in dialect.year for value in values_at(record, path))
    return find_dated(filter(None, map(date_of, values)))


def _authors(
    record: dict[str, JSON], dialect: JsonDialect, complaints: list[str]
) -> list[Author]:
    # Where names and places stand in lists of their own, no path leads to a person.
    if dialect.read_authors:
        authors = dialect.read_authors(record, complaints)
        if authors:
            return authors
    for path in dialect.authors:
        # A path that chooses among a list gives its items one by one.
        found = list(values_at(record, path))
        authors = authors_of(found[0] if len(found) == 1 else found, complaints)
        if authors:
            return authors
    return []


def _affiliations(
    record: JSON, dialect: JsonDialect, authors: list[Author], complaints: list[str]
) -> list[Affiliation]:
    """Return those of which nobody is said to have them; none where any has his own."""
    if any(author.affiliations for author in authors):
        return []
    for path in dialect.affiliations:
        values = values_at(record, path)
        if found := [p for value in values for p in places_of(value, complaints)]:
            return found
    return []


def _keywords(record: JSON, dialect: JsonDialect) -> list[str]:
    """Return the words of the first path that has any; one text may hold a list."""
    for path in dialect.keywords:
        words = [word for value in values_at(record, path) for word in texts_of(value)]
        if words:
            return list(split_keywords(words[0])) if len(words) == 1 else words
    return []


def _subjects(record: JSON, dialect: JsonDialect) -> Iterator[SubjectHeading]:
    for vocabulary, path in dialect.subjects:
        for value in values_at(record, path):
            for item in value if isinstance(value, list) else [value]:
                for term in texts_of(item):
                    yield SubjectHeading(vocabulary, term, score_of(item))


def _ids(record: JSON, dialect: JsonDialect) -> Iterator[tuple[str, str]]:
    for scheme, path in dialect.ids:
        for value in values_at(record, path):
            for text in texts_of(value):
                if not scheme.endswith("?"):
                    yield scheme, text
                elif parse_arxiv(text):
                    yield scheme.rstrip("?"), text


def _references(record: JSON, dialect: JsonDialect) -> list[str]:
    for path in dialect.references:
        values = list(values_at(record, path))
        items = [i for v in values for i in (v if isinstance(v, list) else [v])]
        if found := list(filter(None, map(cited_work, items))):
            return found
    return []


def is_no_work(record: dict[str, JSON], dialect: JsonDialect) -> str:
    """Return what a record says it is, where that is no work; "" of a work.

    >>> from kg.sources.records.json_dialects.dialect_table import find_dialect
    >>> record = {"itemType": "note", "note": "Read it."}
    >>> is_no_work(record, find_dialect(record))
    'note'
    """
    for path, values in dialect.passed_over:
        stated = _first(record, (path,), text_of)
        if stated and (not values or stated in values):
            return stated if values else path
    return ""


def unread_paths(record: dict[str, JSON], dialect: JsonDialect) -> Iterator[str]:
    """Yield the path of each key of a record that the dialect does not read.

    Below a key that is not read nothing is named.

    >>> from kg.sources.records.json_dialects.dialect_table import find_dialect
    >>> record = {"title": "A", "authorships": [{"author": {}, "is_first": True}], "x": {}}
    >>> list(unread_paths(record, find_dialect(record)))
    ['authorships.is_first', 'x']
    """
    yield from _unread(record, _read_keys(dialect), "")


def _unread(value: JSON, read: _Read, prefix: str) -> Iterator[str]:
    if isinstance(value, list):
        for item in value:
            yield from _unread(item, read, prefix)
    elif isinstance(value, dict):
        for key, inner in value.items():
            if key not in read:
                # What is read of a person has many names: it is told by its folded key.
                if _PERSON not in read or folded_key(key) not in PERSON_KEYS:
                    yield f"{prefix}{key}"
            elif below := read[key]:
                yield from _unread(inner, below, f"{prefix}{key}.")


_PERSON = ""  # no key of JSON that anything reads: marks objects that are persons


@cache
def _read_keys(dialect: JsonDialect) -> _Read:
    read: _Read = {}
    for path in dialect.paths():
        _add(read, keys_of(path), None)
        for told in told_by(path):
            _add(read, told, None)
    for path in dialect.authors:
        _add(read, keys_of(path), {_PERSON: None})
        for told in told_by(path):
            _add(read, told, None)
    return read


def _add(read: _Read, keys: tuple[str, ...], below: "_Read | None") -> None:
    """Add a path to the keys that are read; what is read whole stays so."""
    key, *rest = keys
    if not rest:
        old = read.get(key, {})
        read[key] = None if old is None or below is None else old | below
        return
    inner = read.setdefault(key, {})
    if inner is not None:
        _add(inner, tuple(rest), below)
