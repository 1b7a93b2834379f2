"""The documents of a store, work by work, each with its authors as they were resolved."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_BATCH = 1000  # documents held at a time
_ROWS = """
WITH people AS (
    SELECT m.document, m.number, m.field, m.surface, e.id, e.name, e.orcid
    FROM mentions m LEFT JOIN entities e ON e.id = m.entity
    WHERE m.kind = 'person' AND m.role = 'author'
), places AS (
    SELECT l.document, l.source, list(DISTINCT e.name ORDER BY e.name) AS names
    FROM links l
    JOIN mentions m ON m.document = l.document AND m.number = l.target
    JOIN entities e ON e.id = m.entity
    WHERE l.kind = 'affiliation'
    GROUP BY l.document, l.source
), authors AS (
    SELECT p.document, list(struct_pack(
        field := p.field, id := coalesce(p.id, ''), name := coalesce(p.name, p.surface),
        orcid := coalesce(p.orcid, ''), places := coalesce(q.names, [])
    ) ORDER BY p.number) AS people
    FROM people p LEFT JOIN places q ON q.document = p.document AND q.source = p.number
    GROUP BY p.document
)
SELECT d.work, d.id, d.source, coalesce(d.record_line, d.first_line + 1), d.text,
    d.sections, d.title, d.venue, d.year, d.doi, d.authors, d.keywords, d.subjects,
    d.ids, d."references", d.type, d.language, a.people
FROM documents d LEFT JOIN authors a ON a.document = d.number
ORDER BY d.work, d.number
"""


@dataclass(frozen=True, slots=True)
class RowAuthor:
    """An author of a document.

    Attributes:
        name: that of the node, or as the record has it where there is none.
        id: of the node; "" of a group and of what is nobody.
        orcid: "" where it is not known.
        places: as the record states them; of a page the institutions that it names.
        family: what a record has before a comma in the name, "" where none has one.
    """

    name: str
    id: str = ""
    orcid: str = ""
    places: tuple[str, ...] = ()
    family: str = ""


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A document as it is exported, with the id of the work that it is a record of."""

    work: str
    id: str
    source: str
    line: int | None
    title: str
    abstract: str
    venue: str
    year: int | None
    doi: str
    authors: tuple[RowAuthor, ...]
    keywords: tuple[str, ...]
    subjects: tuple[str, ...]
    ids: tuple[tuple[str, str], ...]
    references: tuple[str, ...]
    type: str
    language: str


def document_rows(connection: "DuckDBPyConnection") -> Iterator[DocumentRow]:
    """Yield the documents of a store, sorted by work, then in their order.

    Example:
        >>> from pathlib import Path
        >>> from kg.store.connection import connect
        >>> with connect(Path("outputs/examples")) as connection:
        ...     first = next(document_rows(connection))
        >>> first.work.partition(":")[0]
        'work'
    """
    found = connection.execute(_ROWS)
    while rows := found.fetchmany(_BATCH):
        yield from (_row(*row) for row in rows)


def _row(*columns: Any) -> DocumentRow:  # noqa: ANN401 - of a row
    work, name, source, line, text, sections, title, venue, year, doi = columns[:10]
    lists = [json.loads(column) for column in columns[10:15]]
    stated, keywords, subjects, ids, references = lists
    kind, language, people = columns[15:]
    return DocumentRow(
        work=work,
        id=name,
        source=source,
        line=line,
        title=title or "",
        abstract=_body(text, json.loads(sections)),
        venue=venue or "",
        year=year,
        doi=doi or "",
        authors=_authors(stated, people or ()),
        keywords=tuple(keywords),
        subjects=tuple(term for _, term, *_ in subjects),
        ids=tuple((scheme, value) for scheme, value in ids),
        references=tuple(references),
        type=kind or "",
        language=language or "",
    )


def _body(text: str, sections: Sequence[Sequence[Any]]) -> str:
    """Return the abstract as one line."""
    bodies = (text[start:end] for start, end, kind in sections if kind == "body")
    return " ".join(" ".join(bodies).split())


def _authors(
    stated: Sequence[Sequence[Any]], people: Sequence[Mapping[str, Any]]
) -> tuple[RowAuthor, ...]:
    """Return the authors that a record states, or that the words of a page name."""
    nodes = [(person["field"], _node(person)) for person in people]
    if not stated:
        return tuple({node.id or node.name: node for _, node in nodes}.values())
    by_field = dict(nodes)
    authors = (
        _stated_author(author, by_field.get(f"authors.{number}"))
        for number, author in enumerate(stated)
    )
    return tuple(author for author in authors if author.name)


def _node(person: Mapping[str, Any]) -> RowAuthor:
    places = tuple(person["places"])
    return RowAuthor(person["name"], person["id"], person["orcid"], places)


def _stated_author(stated: Sequence[Any], node: RowAuthor | None) -> RowAuthor:
    name, places, orcid = stated[:3]
    raw = tuple(" ".join(place[0].split()) for place in places if place[0])
    family = name.partition(",")[0].strip() if "," in name else ""
    if node is None:
        return RowAuthor(name, "", orcid or "", raw, family)
    known = node.orcid or orcid or ""
    return RowAuthor(node.name, node.id, known, raw or node.places, family)
