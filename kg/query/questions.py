"""Questions to a store: neighbours, path, who, search. `kg.query.evidence` answers where from.

Each answers in plain dictionaries, in the order of FORMAT.md's `--json`.
"""

import json
from collections.abc import Collection, Iterable, Sequence
from typing import TYPE_CHECKING, Any

from kg.errors import UnknownName
from kg.kinds import ENTITY_KINDS, one_of
from kg.records import Entity
from kg.text.latex import folded

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

NEAREST = 5  # names offered for an unknown one


def find_entity(connection: "DuckDBPyConnection", name: str) -> Entity:
    """Return the entity called `name`: the first of `find_entities`.

    Raises:
        UnknownName: nothing is called that; the message has the nearest names.
    """
    return find_entities(connection, name)[0]


def find_entities(connection: "DuckDBPyConnection", name: str) -> list[Entity]:
    """Return all that `name` may mean: an id, a name, an alias; case and accents aside.

    The id comes first, then the very name, then what has most documents behind it.
    Where that is nothing: who has the name in a document ("J. Smith@doc:1"), or the
    work that a document is a record of.

    Raises:
        UnknownName: nothing is called that; the message has the nearest names.
    """
    rows = connection.execute(
        """
        SELECT n.id, n.kind, n.name, n.aliases
        FROM nodes n
        LEFT JOIN names a ON a.entity = n.id AND a.folded = $folded
        WHERE n.id = lower($name) OR a.entity IS NOT NULL
        ORDER BY n.id = lower($name) DESC, n.name = $name DESC, n.documents DESC, n.id
        """,
        {"name": name, "folded": folded(name)},
    ).fetchall()
    rows = rows or _in_document(connection, name)
    if not rows:
        known = nearest_names(connection, name)
        raise UnknownName(one_of(tuple(ENTITY_KINDS)), name, known)
    found = {
        row[0]: Entity(row[0], row[1], row[2], tuple(json.loads(row[3])))
        for row in rows
    }
    return list(found.values())


def _in_document(
    connection: "DuckDBPyConnection", name: str
) -> list[tuple[str, str, str, str]]:
    plain, _, document = name.rpartition("@")
    return connection.execute(
        """
        SELECT DISTINCT n.id, n.kind, n.name, n.aliases
        FROM documents d
        LEFT JOIN mentions m ON m.document = d.number
        LEFT JOIN names a ON a.entity = m.entity AND a.folded = $folded
        JOIN nodes n ON (d.id = $name AND n.id = d.work)
            OR (d.id = $document AND n.id = a.entity)
        WHERE d.id IN ($name, $document)
        ORDER BY n.id
        """,
        {"name": name, "document": document, "folded": folded(plain)},
    ).fetchall()


def nearest_names(connection: "DuckDBPyConnection", name: str) -> list[str]:
    """Return the names most like `name`, best first."""
    from rapidfuzz import fuzz, process

    rows = connection.execute(
        "SELECT folded, MIN(entity), MIN(name) FROM names "
        "GROUP BY folded ORDER BY folded"
    ).fetchall()
    choices = [row[0] for row in rows]
    found = process.extract(
        folded(name), choices, scorer=fuzz.WRatio, limit=4 * NEAREST, score_cutoff=50
    )
    nearest: dict[str, str] = {}
    for _, _, place in found:
        nearest.setdefault(rows[place][1], rows[place][2])
    return list(nearest.values())[:NEAREST]


def neighbours(
    connection: "DuckDBPyConnection",
    name: str,
    *,
    kind: str | None = None,
    hops: int = 1,
    limit: int = 20,
) -> list[dict[str, Any]]:
    """Return what is linked to `name`, strongest first.

    Args:
        connection: an open store.
        name: an entity's id, name or alias.
        kind: only neighbours of this kind.
        hops: how many edges away; what is nearer comes first.
        limit: how many at most.

    Raises:
        UnknownName: nothing is called that.
    """
    start = find_entity(connection, name)
    seen = {start.id}
    frontier = [start.id]
    found: list[dict[str, Any]] = []
    for _ in range(hops):
        reached = _reached(connection, frontier, seen)
        frontier = list(reached)
        if not frontier:
            break
        seen |= reached.keys()
        found += [row for row in reached.values() if kind in (None, row["kind"])]
    columns = ("entity", "name", "kind", "edge", "weight", "strength", "documents")
    return _answers(connection, found[:limit], columns)


def path(connection: "DuckDBPyConnection", a: str, b: str) -> list[dict[str, Any]]:
    """Return a shortest way from `a` to `b`, over the strongest edges where it can
    choose.

    The first step is `a` itself, with no edge. Empty where there is no way.

    Raises:
        UnknownName: nothing is called that.
    """
    start, goal = find_entity(connection, a), find_entity(connection, b)
    came: dict[str, dict[str, Any]] = {start.id: {}}
    frontier = [start.id]
    while frontier and goal.id not in came:
        reached = _reached(connection, frontier, came.keys())
        frontier = list(reached)
        came |= reached
    if goal.id not in came:
        return []
    steps = []
    at = goal.id
    while at != start.id:
        steps.append(came[at])
        at = came[at]["from"]
    first = {"entity": start.id, "name": start.name, "kind": start.kind}
    columns = ("entity", "name", "kind", "edge", "documents")
    rest = _answers(connection, steps[::-1], columns)
    return [{**first, "edge": None, "documents": []}, *rest]


def who(
    connection: "DuckDBPyConnection", concept: str, *, limit: int = 20
) -> list[dict[str, Any]]:
    """Return the people who work on `concept`, ranked, with the documents that say so.

    The score is fractional counting: each of their works that speaks of the concept
    gives 1/n where n people wrote it, so a lone author's paper says more than a
    crowd's.

    Raises:
        UnknownName: nothing is called that.
    """
    term = find_entity(connection, concept)
    rows = connection.execute(
        """
        SELECT e.source, n.name, e.fractional, e.kind
        FROM edges e
        JOIN nodes n ON n.id = e.source AND n.kind = 'person'
        WHERE e.target = $term
        ORDER BY e.fractional DESC, e.weight DESC, e.source
        LIMIT $limit
        """,
        {"term": term.id, "limit": limit},
    ).fetchall()
    found = [
        {
            "entity": person,
            "name": name,
            "score": round(score, 4),
            "ends": (edge, person, term.id),
        }
        for person, name, score, edge in rows
    ]
    return _answers(connection, found, ("entity", "name", "score", "documents"))


def search(
    connection: "DuckDBPyConnection", words: str, *, limit: int = 20
) -> list[dict[str, Any]]:
    """Return the entities whose names, or whose documents' texts, hold all the words.

    Names come first, then works by their text; within both, most documents first.
    """
    parts = folded(words).split()
    rows = connection.execute(
        """
        WITH parts AS (SELECT unnest(CAST($parts AS VARCHAR[])) AS part),
        found AS (
            SELECT a.entity AS id, 0 AS place
            FROM names a CROSS JOIN parts p
            GROUP BY a.entity, a.name
            HAVING bool_and(contains(a.folded, p.part))
            UNION ALL
            SELECT d.work AS id, 1 AS place
            FROM documents d CROSS JOIN parts p
            GROUP BY d.work, d.number
            HAVING bool_and(contains(lower(strip_accents(d.text)), p.part))
        )
        SELECT n.id, n.name, n.kind, n.documents, f.place
        FROM found f
        JOIN nodes n ON n.id = f.id
        ORDER BY f.place, n.documents DESC, n.id
        """,
        {"parts": parts},
    ).fetchall()
    first = {row[0]: row for row in reversed(rows)}
    best = sorted(first.values(), key=lambda row: (row[4], -row[3], row[0]))[:limit]
    return [
        {"entity": row[0], "name": row[1], "kind": row[2], "documents": row[3]}
        for row in best
    ]


def _reached(
    connection: "DuckDBPyConnection", frontier: Sequence[str], seen: Collection[str]
) -> dict[str, dict[str, Any]]:
    """Return what is one edge from the frontier and not yet seen, strongest first."""
    rows = connection.execute(
        """
        SELECT e.near, e.far, n.name, n.kind, e.kind, e.weight, e.strength,
            e.source, e.target
        FROM (
            SELECT *, source AS near, target AS far FROM edges
            UNION ALL
            SELECT *, target AS near, source AS far FROM edges
        ) e
        JOIN nodes n ON n.id = e.far
        WHERE list_contains($frontier, e.near)
        ORDER BY e.weight DESC, e.strength DESC, e.far, e.near, e.kind
        """,
        {"frontier": list(frontier)},
    ).fetchall()
    reached: dict[str, dict[str, Any]] = {}
    for near, far, name, kind, edge, weight, strength, source, target in rows:
        if far not in seen and far not in reached:
            reached[far] = {
                "entity": far,
                "name": name,
                "kind": kind,
                "edge": edge,
                "weight": weight,
                "strength": round(strength, 4),
                "from": near,
                "ends": (edge, source, target),
            }
    return reached


def _answers(
    connection: "DuckDBPyConnection",
    rows: Sequence[dict[str, Any]],
    columns: Iterable[str],
) -> list[dict[str, Any]]:
    """Give each row the ids of the documents behind its edge, and the columns asked
    for."""
    answers = []
    for row in rows:
        documents = edge_documents(connection, *row["ends"])
        answers.append({key: {**row, "documents": documents}[key] for key in columns})
    return answers


def edge_documents(
    connection: "DuckDBPyConnection", kind: str, source: str, target: str
) -> list[str]:
    """Return the ids of all documents behind one edge, in document order."""
    rows = connection.execute(
        "SELECT d.id FROM relations r JOIN documents d ON d.work = r.work "
        "WHERE r.kind = ? AND r.source = ? AND r.target = ? ORDER BY d.number",
        [kind, source, target],
    ).fetchall()
    return [row[0] for row in rows]
