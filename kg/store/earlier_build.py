"""What the build that lies in a folder knows of ids, for the next build there."""

from collections.abc import Collection
from contextlib import closing
from functools import partial
from pathlib import Path

import duckdb

from kg.files.earlier_ids import EarlierBuild, KnownEntity, Place
from kg.files.output_names import FORMER_IDS, STORE_FILE
from kg.store.connection import STORE_VERSION, attach_database, read_store_version
from kg.store.former_ids_file import read_former_ids

# Where ids stand: documents, mentions and works that texts name.
_PLACES = """
WITH gone AS (SELECT unnest(CAST($ids AS VARCHAR[])) AS id)
SELECT d.id, '', NULL, NULL, d.work FROM documents d JOIN gone g ON g.id = d.work
UNION ALL
SELECT d.id, m.field, m.start_offset, m.end_offset, m.entity
FROM mentions m
JOIN gone g ON g.id = m.entity
JOIN documents d ON d.number = m.document
UNION ALL
SELECT d.id, 'work', w.start_offset, w.end_offset, w.entity
FROM works w
JOIN gone g ON g.id = w.entity
JOIN documents d ON d.number = w.document
ORDER BY ALL
"""

# One document is enough to see whether an id still stands where it stood.
_ENTITIES = """
WITH named AS (
    SELECT work AS entity, id AS document FROM documents
    UNION ALL
    SELECT m.entity, d.id FROM mentions m JOIN documents d ON d.number = m.document
    UNION ALL
    SELECT w.entity, d.id FROM works w JOIN documents d ON d.number = w.document
)
SELECT e.id, e.name, MIN(n.document)
FROM entities e LEFT JOIN named n ON n.entity = e.id
GROUP BY e.id, e.name
ORDER BY e.id
"""


def read_earlier_build(folder: Path) -> EarlierBuild:
    """Return what is known of the ids of the build in a folder, and of those before.

    A store that is missing, damaged or of another version knows none; former_ids.csv is
    read all the same.

    Raises:
        DecisionError: former_ids.csv is there, and cannot be understood.
    """
    former = read_former_ids(folder / FORMER_IDS)
    store = folder / STORE_FILE
    if not store.is_file():
        return EarlierBuild(former)
    try:
        with closing(attach_database(store)) as connection:
            if read_store_version(connection) != STORE_VERSION:
                return EarlierBuild(former)
            rows = connection.execute(_ENTITIES).fetchall()
    except duckdb.Error:
        return EarlierBuild(former)
    return EarlierBuild(
        former,
        {name: KnownEntity(*known) for name, *known in rows},
        partial(_read, store),
    )


def _read(store: Path, ids: Collection[str]) -> list[tuple[Place, str]]:
    """Return where the entities of these ids are named; nothing of a damaged store."""
    try:
        with closing(attach_database(store)) as connection:
            rows = connection.execute(_PLACES, {"ids": list(ids)}).fetchall()
    except duckdb.Error:
        return []
    return [((document, field, s, e), entity) for document, field, s, e, entity in rows]
