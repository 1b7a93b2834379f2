"""What a build found and concluded, into the tables of a store.

Extraction fills `documents`, `mentions`, `links` and `works`; resolution fills
`entities`, `names`, `merges` and `broader`. A document is known by the hash of its
content; its number is its place in the stable order that the build gave it.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import TYPE_CHECKING, Any

import numpy as np

from kg.content_hash import by_field, content_hash
from kg.records import (
    Entity,
    Extraction,
    Mention,
    Remark,
    Resolution,
)
from kg.store.columns import execute_with, insert_columns, insert_rows, make_array
from kg.text.folding import fold

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_REFERENCES = """
SELECT number, "references" FROM documents
WHERE list_contains($wanted, number) ORDER BY number
"""
_NAME_ENTITIES = """
UPDATE {table} SET entity = g.entity
FROM given g
WHERE {table}.document = g.document AND {table}.number = g.number
"""

# Of institutions and of people, in the order of the columns of `entities`.
_FACTS = ("ror", "country", "city", "parent", "orcid")

_NAME_WORKS = """
UPDATE documents SET work = g.work FROM given g WHERE documents.number = g.number
"""


def write_extractions(
    connection: "DuckDBPyConnection", extractions: Sequence[Extraction]
) -> None:
    """Fill documents, mentions, links and works; numbers follow the given order.

    Args:
        connection: an empty store.
        extractions: in the order of the build, which everything later keeps.

    Example:
        >>> from pathlib import Path
        >>> from kg.records import Document
        >>> from kg.store.connection import create_store
        >>> found = Extraction(Document("d1", "talks.txt", "Hello.", ()), ())
        >>> with create_store(Path("new.duckdb")) as connection:
        ...     write_extractions(connection, [found])
        ...     connection.execute("SELECT number, id FROM documents").fetchall()
        [(0, 'd1')]
    """
    insert_rows(connection, "documents", _document_rows(extractions))
    _insert_mentions(connection, [extraction.mentions for extraction in extractions])
    insert_rows(connection, "links", _link_rows(extractions))
    insert_rows(connection, "works", _work_rows(extractions))


def write_resolution(connection: "DuckDBPyConnection", resolution: Resolution) -> None:
    """Fill entities, names, merges and broader; name what mentions and documents mean.

    Each mention and each other work that a text names gets its entity, each document the
    work that it is a record of.

    Args:
        connection: a store of which the extractions are written.
        resolution: of the same extractions, in the same order.
    """
    entities = resolution.entities
    insert_rows(connection, "entities", map(_entity_row, entities))
    names = (
        (entity.id, name, fold(name))
        for entity in entities
        for name in dict.fromkeys((entity.name, *entity.aliases))
    )
    insert_rows(connection, "names", names)
    insert_rows(connection, "merges", map(_values, resolution.merges))
    insert_rows(connection, "broader", resolution.broader)
    insert_rows(connection, "parts", resolution.part_of)
    _name_entities(connection, "mentions", resolution.mentions)
    _name_entities(connection, "works", resolution.works)
    insert_rows(connection, "works", _cited_rows(connection, resolution))
    _name_works(connection, resolution.documents)


def write_former_ids(
    connection: "DuckDBPyConnection", former: Mapping[str, str]
) -> None:
    """Keep what ids of earlier builds mean by now, as `former_ids.used_ids` has it."""
    insert_rows(connection, "former_ids", former.items())


def write_remarks(connection: "DuckDBPyConnection", remarks: Iterable[Remark]) -> None:
    """Keep what was skipped, and what was read otherwise than it may have been meant.

    The table is called `rejects`; a row of it tells by `lost` which of the two it is.
    """
    # The last line of several is in the reason.
    rows = ((r.source, r.line, r.reason, r.lost) for r in remarks)
    insert_rows(connection, "rejects", rows)


def write_runs(connection: "DuckDBPyConnection", values: Mapping[str, object]) -> None:
    """Keep how the store was made: options and versions, no time and no path.

    So two builds of the same input, on two machines, have equal stores.
    """
    rows = ((name, str(value)) for name, value in values.items())
    insert_rows(connection, "runs", rows)


def _document_rows(extractions: Iterable[Extraction]) -> Iterator[tuple[object, ...]]:
    for number, extraction in enumerate(extractions):
        d = extraction.document
        place = (d.source, d.first_line, d.last_line, d.record_line)
        fields = (d.text, d.title, d.venue, d.year, d.doi)
        parts = [json.dumps(part, default=_values) for part in (d.sections, d.authors)]
        lists = map(json.dumps, (d.keywords, d.subjects, d.msc, d.ids, d.references))
        known = (*place, *fields, *parts, *lists, d.type, d.language)
        yield (number, d.id, content_hash(d), *known, None)


def _entity_row(entity: Entity) -> tuple[object, ...]:
    known = (getattr(entity.facts, name, None) for name in _FACTS)
    aliases = json.dumps(entity.aliases)
    judged = (entity.salience, entity.is_data_set, *(entity.shown_with or (None, None)))
    return (entity.id, entity.kind, entity.name, aliases, *known, *judged)


def _insert_mentions(
    connection: "DuckDBPyConnection", mentions: Sequence[Sequence[Mention]]
) -> None:
    """Fill the table that is longest by far: column by column, not row by row."""
    documents, numbers = _places(mentions)
    if documents:
        *fields, facts = zip(*chain.from_iterable(mentions), strict=True)
        texts = [None if each is None else json.dumps(each) for each in facts]
        # Start and end come first, as in the table, and the entity is still to come.
        columns = [documents, numbers, *fields, texts, [None] * len(documents)]
        insert_columns(connection, "mentions", columns)


def _places(groups: Iterable[Sequence[object]]) -> tuple[list[int], list[int]]:
    """Return for each item of each group the number of its group, and its own in it."""
    sizes = [len(group) for group in groups]
    owners = [owner for owner, size in enumerate(sizes) for _ in range(size)]
    return owners, [number for size in sizes for number in range(size)]


def _link_rows(extractions: Iterable[Extraction]) -> Iterator[tuple[object, ...]]:
    for document, extraction in enumerate(extractions):
        places = {mention: i for i, mention in enumerate(extraction.mentions)}
        for link in extraction.links:
            source = None if link.source is None else places[link.source]
            ends = (source, places[link.target])
            yield (document, link.kind, *ends, link.start, link.end, link.score)


def _work_rows(extractions: Iterable[Extraction]) -> Iterator[tuple[object, ...]]:
    for document, extraction in enumerate(extractions):
        for number, work in enumerate(extraction.works):
            fields = (work.title, json.dumps(work.authors), work.venue, work.year)
            place = (document, number, work.start, work.end)
            yield (*place, *fields, work.id, None)


def _cited_rows(
    connection: "DuckDBPyConnection", resolution: Resolution
) -> list[tuple[object, ...]]:
    """Return a row for each reference of a record that names a work of the corpus.

    Without a place in the text: its title is the reference as it stands in the record.
    """
    wanted = [number for number, cited in enumerate(resolution.cited) if cited]
    lists = connection.execute(_REFERENCES, {"wanted": wanted}).fetchall()
    return [
        (
            *(document, len(resolution.works[document]) + number, None, None),
            *(json.loads(references)[number], "[]", None, None, None, entity),
        )
        for document, references in lists
        for number, entity in resolution.cited[document]
    ]


def _name_entities(
    connection: "DuckDBPyConnection",
    table: str,
    entities: Sequence[Sequence[str | None]],
) -> None:
    """Set the entity of the rows of `table`, which are numbered within documents."""
    # All in one statement: an UPDATE a mention would take minutes.
    documents, numbers = _places(entities)
    given = {
        "document": make_array(documents, "INTEGER"),
        "number": make_array(numbers, "INTEGER"),
        "entity": make_array(list(chain.from_iterable(entities)), "STRING"),
    }
    execute_with(connection, _NAME_ENTITIES.format(table=table), given)


def _name_works(connection: "DuckDBPyConnection", works: Sequence[str]) -> None:
    """Set the work of each document, by number."""
    given = {
        "number": np.arange(len(works)),
        "work": make_array(works, "STRING"),
    }
    execute_with(connection, _NAME_WORKS, given)


def _values(record: Any) -> tuple[object, ...]:  # noqa: ANN401 - any of our dataclasses
    return tuple(by_field(record).values())
