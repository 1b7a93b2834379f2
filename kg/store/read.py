"""What was extracted, read back from a store: resolution can be run again on it."""

import json
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from kg.records import (
    Affiliation,
    Author,
    Document,
    Extraction,
    Link,
    Mention,
    Section,
    Work,
)

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_WANTED = "($wanted IS NULL OR list_contains($wanted, document))"


def read_extractions(
    connection: "DuckDBPyConnection", *, documents: Sequence[int] | None = None
) -> Iterator[Extraction]:
    """Yield everything that was extracted, as it was, in order of number.

    With `documents`, numbers of them, only those.
    """
    wanted = None if documents is None else list(documents)
    mentions = _grouped(
        connection,
        "SELECT document, start_offset, end_offset, kind, surface, name, role, score, "
        f"field FROM mentions WHERE {_WANTED} ORDER BY document, number",
        wanted,
    )
    links = _grouped(
        connection,
        "SELECT document, kind, source, target, start_offset, end_offset FROM links "
        f"WHERE {_WANTED} ORDER BY document, kind, source, target",
        wanted,
    )
    works = _grouped(
        connection,
        "SELECT document, start_offset, end_offset, title, authors, venue, year, id "
        f"FROM works WHERE {_WANTED} ORDER BY document, number",
        wanted,
    )
    rows = connection.execute(
        "SELECT * FROM documents "
        "WHERE $wanted IS NULL OR list_contains($wanted, number) ORDER BY number",
        {"wanted": wanted},
    ).fetchall()
    for row in rows:
        found = tuple(Mention(*m) for m in mentions.get(row[0], ()))
        yield Extraction(
            document=_document(row),
            mentions=found,
            links=tuple(
                Link(kind, found[source], found[target], start, end)
                for kind, source, target, start, end in links.get(row[0], ())
            ),
            works=tuple(
                Work(start, end, title, tuple(json.loads(authors)), *rest)
                for start, end, title, authors, *rest in works.get(row[0], ())
            ),
        )


def _document(row: Sequence[Any]) -> Document:
    lists = (json.loads(cell) for cell in row[12:18])
    sections, authors, keywords, msc, ids, references = lists
    return Document(
        id=row[1],
        source=row[3],
        first_line=row[4],
        last_line=row[5],
        record_line=row[6],
        text=row[7],
        title=row[8],
        venue=row[9],
        year=row[10],
        doi=row[11],
        sections=tuple(Section(*s) for s in sections),
        authors=tuple(_author(*author) for author in authors),
        keywords=tuple(keywords),
        msc=tuple(msc),
        ids=tuple((scheme, value) for scheme, value in ids),
        references=tuple(references),
        type=row[18],
        language=row[19],
    )


def _author(name: str, affiliations: list[list[str]], orcid: str | None) -> Author:
    return Author(name, tuple(Affiliation(*place) for place in affiliations), orcid)


def _grouped(
    connection: "DuckDBPyConnection", query: str, wanted: list[int] | None
) -> dict[int, list[tuple[Any, ...]]]:
    groups: dict[int, list[tuple[Any, ...]]] = {}
    for document, *rest in connection.execute(query, {"wanted": wanted}).fetchall():
        groups.setdefault(document, []).append(tuple(rest))
    return groups
