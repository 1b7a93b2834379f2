"""Questions to a store: neighbours, path, who, search.

Where an answer is known from, `kg.query.evidence` says; why names are one node,
`kg.query.merge_reasons`.
"""

from typing import TYPE_CHECKING

from kg.arguments import check_count, check_text
from kg.query.answers import Expert, Neighbour, SearchHit, Step
from kg.query.edge_traversal import (
    Crossing,
    cross_edges,
    edge_documents,
    reach_nodes,
)
from kg.query.entity_lookup import find_entity
from kg.text.folding import fold
from kg.text.surrogates import replace_surrogates

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

# A work that both studies and uses a term says so once.
_WORKING_ON = """
SELECT r.source, n.name, CAST(SUM(r.share) AS DOUBLE) AS score,
    list(r.work ORDER BY r.work) AS works
FROM (
    SELECT source, work, MAX(share) AS share
    FROM relations
    WHERE target = $term
    GROUP BY source, work
) r
JOIN nodes n ON n.id = r.source AND n.kind = 'person'
GROUP BY r.source, n.name
ORDER BY score DESC, len(works) DESC, r.source
LIMIT $limit
"""

_RECORDS = """
SELECT work, id FROM documents WHERE list_contains($works, work) ORDER BY number
"""

# What is found by its name has place 0, a work found by its text place 1.
_HOLDING = """
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
SELECT n.id, n.name, n.kind, n.documents, n.salience
FROM (SELECT id, MIN(place) AS place FROM found GROUP BY id) f
JOIN nodes n ON n.id = f.id
ORDER BY f.place, n.documents DESC, n.id
LIMIT $limit
"""


def neighbours(
    connection: "DuckDBPyConnection",
    name: str,
    *,
    kind: str | None = None,
    hops: int = 1,
    limit: int = 20,
) -> list[Neighbour]:
    """Return what is linked to `name`, strongest first.

    That is by the number of works behind an edge, times the salience of a term.

    Args:
        connection: an open store.
        name: an entity's id, name or alias.
        kind: only neighbours of this kind.
        hops: how many edges away; what is nearer comes first.
        limit: how many at most.

    Raises:
        UnknownName: nothing is called that.

    Example:
        >>> from kg import open_store
        >>> with open_store("outputs/examples") as store:
        ...     [row.name for row in neighbours(store.connection, "Ada Byron", limit=2)]
        ['punched cards', 'Carl Gauss']
    """
    check_count(hops, "hops")
    check_count(limit, "limit")
    start = find_entity(connection, name)
    reached = reach_nodes(connection, start.id, hops)
    found = [crossing for crossing in reached if kind in (None, crossing.kind)][:limit]
    documents = edge_documents(connection, [crossing.key for crossing in found])
    return [
        Neighbour(
            *(c.far, c.name, c.kind, c.edge, c.weight, round(c.strength, 4)),
            documents=documents[c.key],
            salience=c.salience,
        )
        for c in found
    ]


def path(connection: "DuckDBPyConnection", a: str, b: str) -> list[Step]:
    """Return a shortest way from `a` to `b`, over the strongest edges where it can
    choose.

    The first step is `a` itself, with no edge. Empty where there is no way.

    Raises:
        UnknownName: nothing is called that.

    Example:
        >>> from kg import open_store
        >>> with open_store("outputs/examples") as store:
        ...     steps = path(store.connection, "Ada Byron", "least squares")
        >>> [(step.name, step.edge) for step in steps]
        [('Ada Byron', None), ('least squares', 'studies')]
    """
    start, goal = find_entity(connection, a), find_entity(connection, b)
    # By which edge each node was first reached, to walk back along from the goal.
    came: dict[str, Crossing | None] = {start.id: None}
    frontier = [start.id]
    while frontier and goal.id not in came:
        crossed = cross_edges(connection, frontier, came.keys())
        frontier = list(crossed)
        came |= crossed
    if goal.id not in came:
        return []
    steps: list[Crossing] = []
    crossing = came[goal.id]
    while crossing is not None:
        steps.append(crossing)
        crossing = came[crossing.near]
    documents = edge_documents(connection, [step.key for step in steps])
    return [
        Step(start.id, start.name, start.kind, None, ()),
        *(
            Step(s.far, s.name, s.kind, s.edge, documents[s.key])
            for s in reversed(steps)
        ),
    ]


def who(
    connection: "DuckDBPyConnection", concept: str, *, limit: int = 20
) -> list[Expert]:
    """Return the people who work on `concept`, ranked, with the documents that say so.

    The score is fractional counting: each of their works that speaks of the concept
    gives 1/n where n people wrote it, so a lone author's paper says more than a
    crowd's.

    Raises:
        UnknownName: nothing is called that.

    Example:
        >>> from kg import open_store
        >>> with open_store("outputs/examples") as store:
        ...     [(row.name, row.score) for row in who(store.connection, "least squares")]
        [('Carl Gauss', 1.5), ('Ada Byron', 0.5)]
    """
    check_count(limit, "limit")
    term = find_entity(connection, concept)
    rows = connection.execute(_WORKING_ON, {"term": term.id, "limit": limit}).fetchall()
    wanted = sorted({work for *_, works in rows for work in works})
    records = connection.execute(_RECORDS, {"works": wanted}).fetchall()
    return [
        Expert(
            *(person, name, round(score, 4)),
            tuple(document for work, document in records if work in works),
        )
        for person, name, score, works in rows
    ]


def search(
    connection: "DuckDBPyConnection", words: str, *, limit: int = 20
) -> list[SearchHit]:
    """Return the entities whose names, or whose documents' texts, hold all the words.

    Names come first, then works by their text; within both, most documents first.

    Example:
        >>> from kg import open_store
        >>> with open_store("outputs/examples") as store:
        ...     [row.entity for row in search(store.connection, "punched squares")]
        ['work:cards']
    """
    check_text(words, "words")
    check_count(limit, "limit")
    parts = fold(replace_surrogates(words)).split()
    rows = connection.execute(_HOLDING, {"parts": parts, "limit": limit}).fetchall()
    return [SearchHit(*row) for row in rows]
