"""What was extracted, read back from a store: resolution can be run again on it."""

import json
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from kg.kinds import family_kinds
from kg.records import (
    Affiliation,
    Author,
    Document,
    Extraction,
    InstitutionFacts,
    Link,
    Mention,
    PersonFacts,
    Section,
    SubjectHeading,
    Work,
)

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

# Every row, or those of the documents that are wanted.
_WANTED = "$wanted IS NULL OR list_contains($wanted, {column})"

_MENTIONS = f"""
SELECT document, start_offset, end_offset, kind, surface, name, role, score,
    field, facts
FROM mentions
WHERE {_WANTED.format(column="document")}
ORDER BY document, number
"""

_LINKS = f"""
SELECT document, kind, source, target, start_offset, end_offset, score
FROM links
WHERE {_WANTED.format(column="document")}
ORDER BY document, kind, source, target
"""

_WORKS = f"""
SELECT document, start_offset, end_offset, title, authors, venue, year, id
FROM works
WHERE start_offset IS NOT NULL AND ({_WANTED.format(column="document")})
ORDER BY document, number
"""

_DOCUMENTS = f"""
SELECT number, sections, authors, keywords, subjects, msc, ids, "references",
    id, source, first_line, last_line, record_line, text, title, venue, year, doi,
    type, language
FROM documents
WHERE {_WANTED.format(column="number")}
ORDER BY number
"""

_LISTS = 7  # columns of `_DOCUMENTS` that hold JSON, behind the number
# The last columns of `_DOCUMENTS`, which are fields of a document as they stand.
_PLAIN_FIELDS = (
    *("id", "source", "first_line", "last_line", "record_line", "text", "title"),
    *("venue", "year", "doi", "type", "language"),
)


def read_extractions(
    connection: "DuckDBPyConnection", *, documents: Sequence[int] | None = None
) -> Iterator[Extraction]:
    """Yield everything that was extracted, as it was, in order of number.

    What `kg.store.write.write_extractions` was given comes back equal: to resolve it
    again needs no text to be read again.

    Args:
        connection: an open store.
        documents: numbers of documents; only those are read, each once.

    Example:
        >>> from pathlib import Path
        >>> from kg.store.connection import connect
        >>> with connect(Path("outputs/examples")) as connection:
        ...     (found,) = read_extractions(connection, documents=[1])
        >>> [mention.surface for mention in found.mentions]
        ['Ada Byron', 'Carl Gauss', 'punched cards', 'least squares']
    """
    wanted = None if documents is None else list(documents)
    mentions = _rows_by_document(connection, _MENTIONS, wanted)
    links = _rows_by_document(connection, _LINKS, wanted)
    works = _rows_by_document(connection, _WORKS, wanted)
    rows = connection.execute(_DOCUMENTS, {"wanted": wanted}).fetchall()
    for number, *columns in rows:
        found = tuple(_mention(*row) for row in mentions.get(number, ()))
        yield Extraction(
            document=_document(columns),
            mentions=found,
            links=tuple(_link(row, found) for row in links.get(number, ())),
            works=tuple(_work(row) for row in works.get(number, ())),
        )


def _document(columns: Sequence[Any]) -> Document:
    lists = map(json.loads, columns[:_LISTS])
    sections, authors, keywords, subjects, msc, ids, references = lists
    return Document(
        **dict(zip(_PLAIN_FIELDS, columns[_LISTS:], strict=True)),
        sections=tuple(Section(*section) for section in sections),
        authors=tuple(_author(*author) for author in authors),
        keywords=tuple(keywords),
        subjects=tuple(SubjectHeading(*subject) for subject in subjects),
        msc=tuple(msc),
        ids=tuple((scheme, value) for scheme, value in ids),
        references=tuple(references),
    )


def _mention(*columns: Any) -> Mention:  # noqa: ANN401 - of a row
    plain, facts = columns[:-1], columns[-1]
    mention = Mention(*plain)
    if facts is None:
        return mention
    values = json.loads(facts)
    is_person = mention.kind in family_kinds("person")
    return mention._replace(
        facts=PersonFacts(*values) if is_person else _facts(*values)
    )


def _facts(*values: Any) -> InstitutionFacts:  # noqa: ANN401 - of JSON
    facts = InstitutionFacts(*values)
    return facts._replace(ancestors=tuple(facts.ancestors))


def _link(row: Sequence[Any], mentions: Sequence[Mention]) -> Link:
    kind, source, target, *place_and_score = row
    first = None if source is None else mentions[source]
    return Link(kind, first, mentions[target], *place_and_score)


def _work(row: Sequence[Any]) -> Work:
    start, end, title, authors, *rest = row
    return Work(start, end, title, tuple(json.loads(authors)), *rest)


def _author(
    name: str,
    affiliations: list[list[str]],
    *rest: Any,  # noqa: ANN401 - of JSON
) -> Author:
    return Author(name, tuple(Affiliation(*place) for place in affiliations), *rest)


def _rows_by_document(
    connection: "DuckDBPyConnection", query: str, wanted: list[int] | None
) -> dict[int, list[tuple[Any, ...]]]:
    groups: dict[int, list[tuple[Any, ...]]] = {}
    for document, *rest in connection.execute(query, {"wanted": wanted}).fetchall():
        groups.setdefault(document, []).append(tuple(rest))
    return groups
