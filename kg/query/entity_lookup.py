"""A name as a person writes it → the entities it may mean, or the nearest known names."""

import json
from typing import TYPE_CHECKING

from kg.arguments import check_text
from kg.errors import UnknownName
from kg.kinds import ENTITY_KINDS, one_of
from kg.records import Entity
from kg.text.folding import fold
from kg.text.surrogates import replace_surrogates

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

NEAREST = 5  # names offered for an unknown one

_CALLED = """
SELECT n.id, n.kind, n.name, n.aliases
FROM nodes n
LEFT JOIN names a ON a.entity = n.id AND a.folded = $folded
LEFT JOIN former_ids f ON f.entity = n.id AND f.former = lower($name)
WHERE n.id = lower($name) OR f.former IS NOT NULL OR a.entity IS NOT NULL
ORDER BY n.id = lower($name) DESC, f.former IS NOT NULL DESC, n.name = $name DESC,
    n.documents DESC, n.id
"""

# "J. Smith@doc:1", or the id of a document alone, which means its work.
_CALLED_IN_DOCUMENT = """
SELECT DISTINCT n.id, n.kind, n.name, n.aliases
FROM documents d
LEFT JOIN mentions m ON m.document = d.number
LEFT JOIN names a ON a.entity = m.entity AND a.folded = $folded
JOIN nodes n ON (d.id = $name AND n.id = d.work)
    OR (d.id = $document AND n.id = a.entity)
WHERE d.id IN ($name, $document)
ORDER BY n.id
"""


def find_entity(connection: "DuckDBPyConnection", name: str) -> Entity:
    """Return the entity called `name`: the first of `find_entities`.

    Raises:
        UnknownName: nothing is called that; the message has the nearest names.

    Example:
        >>> from kg import open_store
        >>> with open_store("outputs/examples") as store:
        ...     find_entity(store.connection, "gauss, carl").id
        'person:carl-gauss'
    """
    return find_entities(connection, name)[0]


def find_entities(connection: "DuckDBPyConnection", name: str) -> list[Entity]:
    """Return all that `name` may mean: an id, a name, an alias; case and accents aside.

    The id comes first, then what had that id in an earlier build, then the very name,
    then what has most documents behind it. Where that is nothing: who has the name in a
    document ("J. Smith@doc:1"), or the work that a document is a record of.

    Raises:
        UnknownName: nothing is called that; the message has the nearest names.
        TypeError: `name` is no str.

    Example:
        >>> from kg import open_store
        >>> with open_store("outputs/examples") as store:
        ...     [each.id for each in find_entities(store.connection, "doc:2")]
        ['work:least-squares']
    """
    check_text(name, "name")
    name = replace_surrogates(name)  # which DuckDB takes no text with
    rows = connection.execute(_CALLED, {"name": name, "folded": fold(name)}).fetchall()
    rows = rows or _in_document(connection, name)
    if not rows:
        known = nearest_names(connection, name)
        raise UnknownName(one_of(tuple(ENTITY_KINDS)), name, known)
    found = {
        identity: Entity(identity, kind, label, tuple(json.loads(aliases)))
        for identity, kind, label, aliases in rows
    }
    return list(found.values())


def _in_document(
    connection: "DuckDBPyConnection", name: str
) -> list[tuple[str, str, str, str]]:
    plain, _, document = name.rpartition("@")
    values = {"name": name, "document": document, "folded": fold(plain)}
    return connection.execute(_CALLED_IN_DOCUMENT, values).fetchall()


def nearest_names(connection: "DuckDBPyConnection", name: str) -> list[str]:
    """Return the names most like `name`, best first, one an entity, at most five.

    Example:
        >>> from kg import open_store
        >>> with open_store("outputs/examples") as store:
        ...     nearest_names(store.connection, "Karl Gaus")[0]
        'Carl Gauss'
    """
    from rapidfuzz import fuzz, process

    name = replace_surrogates(name)
    rows = connection.execute(
        "SELECT folded, MIN(entity), MIN(name) FROM names "
        "GROUP BY folded ORDER BY folded"
    ).fetchall()
    choices = [row[0] for row in rows]
    # More than are wanted: several spellings may be one entity's.
    found = process.extract(
        fold(name), choices, scorer=fuzz.WRatio, limit=4 * NEAREST, score_cutoff=50
    )
    nearest: dict[str, str] = {}
    for _, _, place in found:
        nearest.setdefault(rows[place][1], rows[place][2])
    return list(nearest.values())[:NEAREST]
