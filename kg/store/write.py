"""The store: one DuckDB file with all that was found and concluded.

Extraction fills `documents`, `mentions`, `links` and `works`; resolution fills
`entities`, `merges` and `broader`; every other table is derived by the statements of
`kg.store.relations` and can be made again. A document is known by the hash of its content, its
number is its place in the stable order that the build gave it.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

import duckdb
import pandas as pd

from kg.errors import StoreError
from kg.kinds import EDGE_KINDS, ENTITY_KINDS
from kg.records import (
    Extraction,
    Remark,
    Resolution,
    Work,
    by_field,
    content_hash,
)
from kg.store.relations import DERIVED, read_statement, statement_names
from kg.text.folding import fold

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

FILE = "kg.duckdb"
VERSION = "3"  # raised with every change of schema.sql

# Else statements that take long draw bars over ours.
_QUIET = "SET enable_progress_bar = false"

# Given outright: DuckDB would guess a column's type from its first rows, often all
# None.
_FRAME_TYPES: dict[str, Any] = {
    "VARCHAR": "string",
    "INTEGER": "Int32",
    "DOUBLE": "Float64",
    "BOOLEAN": "boolean",
}


def create(path: Path) -> "DuckDBPyConnection":
    """Make an empty store at `path`, which must not exist.

    Raises:
        StoreError: the file cannot be written.
    """
    try:
        connection = duckdb.connect(str(path))
    except duckdb.IOException as error:
        raise StoreError(f"{path}: cannot make a store here: {error}") from error
    connection.execute(_QUIET)
    connection.execute((files("kg.store") / "schema.sql").read_text(encoding="utf-8"))
    write_runs(connection, {"store_version": VERSION})
    return connection


def connect(path: Path) -> "DuckDBPyConnection":
    """Open the store in folder (or file) `path` for reading.

    Raises:
        StoreError: there is none, it is no store of kg, or of another version.
    """
    file = path / FILE if path.is_dir() else path
    if not file.exists():
        raise StoreError(
            f"{path}: no store here; make one with `kg build INPUT --out {path}`"
        )
    try:
        connection = duckdb.connect(str(file), read_only=True)
        connection.execute(_QUIET)
        row = connection.execute(
            "SELECT value FROM runs WHERE name = 'store_version'"
        ).fetchone()
    except duckdb.Error as error:
        raise StoreError(f"{file}: is no store of kg, or damaged: {error}") from error
    if row is None or row[0] != VERSION:
        raise StoreError(
            f"{file}: was made by another version of kg "
            f"(its store is {row and row[0]}, this kg reads {VERSION}); build it again"
        )
    return connection


def write_extractions(
    connection: "DuckDBPyConnection", extractions: Sequence[Extraction]
) -> None:
    """Fill documents, mentions, links and works; numbers follow the given order."""
    numbered = list(enumerate(extractions))
    _insert(connection, "documents", (_document_row(n, e) for n, e in numbered))
    _insert(
        connection,
        "mentions",
        (
            (
                n,
                i,
                m.start,
                m.end,
                m.kind,
                m.surface,
                m.name,
                m.role,
                m.score,
                m.field,
                None,
            )
            for n, extraction in numbered
            for i, m in enumerate(extraction.mentions)
        ),
    )
    _insert(connection, "links", _link_rows(extractions))
    _insert(
        connection,
        "works",
        (
            _work_row(n, i, work)
            for n, extraction in numbered
            for i, work in enumerate(extraction.works)
        ),
    )


def write_resolution(connection: "DuckDBPyConnection", resolution: Resolution) -> None:
    """Fill entities, names, merges and broader, and name the entity of every mention
    and work."""
    _insert(
        connection,
        "entities",
        ((e.id, e.kind, e.name, json.dumps(e.aliases)) for e in resolution.entities),
    )
    _insert(
        connection,
        "names",
        (
            (e.id, name, fold(name))
            for e in resolution.entities
            for name in dict.fromkeys((e.name, *e.aliases))
        ),
    )
    _insert(connection, "merges", map(_values, resolution.merges))
    _insert(connection, "broader", resolution.broader)
    _assign(connection, "mentions", resolution.mentions)
    _assign(connection, "works", resolution.works)
    frame = pd.DataFrame({"number": range(len(resolution.documents))})
    frame["work"] = list(resolution.documents)
    connection.register("assigned", frame)
    connection.execute(
        "UPDATE documents SET work = a.work FROM assigned a "
        "WHERE documents.number = a.number"
    )
    connection.unregister("assigned")


def write_remarks(connection: "DuckDBPyConnection", remarks: Iterable[Remark]) -> None:
    """Keep what was skipped, and what was read otherwise than it may have been
    meant."""
    _insert(connection, "rejects", map(_values, remarks))


def write_runs(connection: "DuckDBPyConnection", values: Mapping[str, object]) -> None:
    """Keep how the store was made: options and versions, no time and no path."""
    _insert(connection, "runs", ((name, str(value)) for name, value in values.items()))


def derive(connection: "DuckDBPyConnection", *, max_authors: int = 50) -> None:
    """Make relations, weights and nodes anew from what was extracted and resolved.

    Works of more than `max_authors` authors (50: the usual bound of hyper-authorship,
    Cronin 2001) give no co-author and no collaboration edges.
    """
    for table in DERIVED:
        connection.execute(f"DROP TABLE IF EXISTS {table}")
    connection.execute("DELETE FROM thresholds")
    connection.execute(
        "INSERT INTO thresholds VALUES ('max_authors', ?)", [max_authors]
    )
    _insert_kinds(connection)
    for name in statement_names():
        connection.execute(read_statement(name))


def _insert_kinds(connection: "DuckDBPyConnection") -> None:
    """Copy what the statements need to know of kinds into the store."""
    for table in ("entity_kinds", "edge_kinds"):
        connection.execute(f"DELETE FROM {table}")
    entities = ((n, k.family, k.author_edge) for n, k in ENTITY_KINDS.items())
    _insert(connection, "entity_kinds", entities)
    edges = ((name, kind.directed) for name, kind in EDGE_KINDS.items())
    _insert(connection, "edge_kinds", edges)


def count_crowded(connection: "DuckDBPyConnection") -> int:
    """Return how many works have too many authors to give co-author edges."""
    row = connection.execute(
        "SELECT COUNT(*) FROM sizes WHERE authors > "
        "(SELECT value FROM thresholds WHERE name = 'max_authors')"
    ).fetchone()
    return int(row[0]) if row else 0


def _document_row(number: int, extraction: Extraction) -> tuple[object, ...]:
    d = extraction.document
    sections = json.dumps(d.sections, default=_values)
    authors = json.dumps(d.authors, default=_values)
    place = (number, d.id, content_hash(d), d.source, d.first_line, d.last_line)
    said = (d.record_line, d.text, d.title, d.venue, d.year, d.doi)
    plain = (d.keywords, d.msc, d.ids, d.references)
    lists = (sections, authors, *map(json.dumps, plain))
    return (*place, *said, *lists, d.type, d.language, None)


def _work_row(document: int, number: int, work: Work) -> tuple[object, ...]:
    place = (document, number, work.start, work.end)
    authors = json.dumps(work.authors)
    return (*place, work.title, authors, work.venue, work.year, work.id, None)


def _link_rows(extractions: Sequence[Extraction]) -> Iterator[tuple[object, ...]]:
    for number, extraction in enumerate(extractions):
        places = {mention: i for i, mention in enumerate(extraction.mentions)}
        for link in extraction.links:
            ends = (places[link.source], places[link.target])
            yield (number, link.kind, *ends, link.start, link.end)


def _assign(
    connection: "DuckDBPyConnection",
    table: str,
    entities: Sequence[Sequence[str | None]],
) -> None:
    rows = [
        (document, number, entity)
        for document, named in enumerate(entities)
        for number, entity in enumerate(named)
        if entity is not None
    ]
    if not rows:
        return
    frame = pd.DataFrame(rows, columns=["document", "number", "entity"])
    connection.register("assigned", frame)
    connection.execute(
        f"UPDATE {table} SET entity = a.entity FROM assigned a "
        f"WHERE {table}.document = a.document AND {table}.number = a.number"
    )
    connection.unregister("assigned")


def _insert(
    connection: "DuckDBPyConnection", table: str, rows: Iterable[Sequence[object]]
) -> None:
    """Append rows through a frame: row-wise inserts take minutes on large corpora."""
    columns = list(zip(*rows, strict=True))
    if not columns:
        return
    types = connection.execute(
        "SELECT data_type FROM information_schema.columns WHERE table_name = ? "
        "ORDER BY ordinal_position",
        [table],
    ).fetchall()
    frame = pd.DataFrame(
        {
            f"column{i}": pd.Series(list(values), dtype=_FRAME_TYPES[data_type])
            for i, (values, (data_type,)) in enumerate(zip(columns, types, strict=True))
        }
    )
    connection.register("appended", frame)
    connection.execute(f"INSERT INTO {table} SELECT * FROM appended")
    connection.unregister("appended")


def _values(record: Any) -> tuple[object, ...]:  # noqa: ANN401 - any of our dataclasses
    return tuple(by_field(record).values())
