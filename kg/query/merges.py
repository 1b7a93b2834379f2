"""Why names are one node, or two: the decisions of resolution, and those never made."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from kg.errors import KGError
from kg.query.comparison import compare
from kg.query.questions import find_entities
from kg.records import Entity
from kg.resolution.decisions import FAMILIES
from kg.resolution.people.pair_explanation import Comparison
from kg.resolution.terms.term_normal_form import term_key
from kg.text.latex import folded

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_COLUMNS = ("a", "b", "rule", "reason", "score", "verdict")

_ABBREVIATIONS = """
kind IN (SELECT kind FROM entity_kinds WHERE family = 'term')
    AND rule LIKE 'abbreviation%'
"""

Row = dict[str, Any]


def why_merged(connection: "DuckDBPyConnection", name: str) -> list[Row]:
    """Return the reasons for which names were joined into, or kept from, an entity.

    Raises:
        UnknownName: nothing is called that.
    """
    entity = find_entities(connection, name)[0]
    return _merges(connection, [entity.id])


def why_one(connection: "DuckDBPyConnection", a: str, b: str) -> list[Row]:
    """Return why two names are one entity, step by step, or why they are two.

    Two that were never held against each other are compared now, by the same evidence.
    Each row has a, b, rule, reason, score (how likely they are one) and verdict.

    Raises:
        UnknownName: nothing is called that.
        KGError: a person and a concept, say, are never one.
    """
    one, other = _meant(connection, a, b)
    if one.id == other.id:
        return _chain(_merges(connection, [one.id]), (a, b), one)
    families = [FAMILIES[entity.kind] for entity in (one, other)]
    if families[0] != families[1]:
        raise KGError(
            f"no edge links {one.name!r} and {other.name!r}, and a {one.kind} is never "
            f"a {other.kind}; `kg query path` shows how they hang together"
        )
    noted = [
        row
        for row in _merges(connection, [one.id, other.id])
        if row["verdict"] == "apart" and _is_between(row, one, other)
    ]
    if noted:
        return sorted(noted, key=lambda row: -row["score"])
    if families[0] == "term" and (said := _said_of(connection, a, b)):
        return said
    alike = one.name == other.name
    names = (one.id, other.id) if alike else (one.name, other.name)
    return [_row(*names, compare(connection, one, other), "apart")]


def _said_of(connection: "DuckDBPyConnection", a: str, b: str) -> list[Row]:
    """Return what was said of two terms anywhere: of a short form, say, in one work."""
    wanted = {term_key(a).joined, term_key(b).joined}
    rows = _rows(connection, _ABBREVIATIONS, {})
    return [
        row
        for row in rows
        if {term_key(row["a"]).joined, term_key(row["b"]).joined} == wanted
    ]


def _meant(connection: "DuckDBPyConnection", a: str, b: str) -> tuple[Entity, Entity]:
    """Find who is meant: for one name twice the first two of it, else if possible one.

    Names that are written so come first: C and C++ are two, though they fold alike.
    """
    ones, others = find_entities(connection, a), find_entities(connection, b)
    if a == b and len(ones) > 1:
        return ones[0], ones[1]
    exact = _called(ones, a), _called(others, b)
    if all(exact) and not {e.id for e in exact[0]} & {e.id for e in exact[1]}:
        return exact[0][0], exact[1][0]
    both = {entity.id for entity in others}
    shared = next((entity for entity in ones if entity.id in both), None)
    return (shared, shared) if shared else (ones[0], others[0])


def _called(entities: Iterable[Entity], name: str) -> list[Entity]:
    return [e for e in entities if name in (e.id, e.name, *e.aliases)]


def _merges(connection: "DuckDBPyConnection", entities: Sequence[str]) -> list[Row]:
    wanted = {"entities": list(entities)}
    return _rows(connection, "list_contains($entities, entity)", wanted)


def _rows(
    connection: "DuckDBPyConnection", where: str, values: Mapping[str, object]
) -> list[Row]:
    rows = connection.execute(
        f"SELECT {', '.join(_COLUMNS)} FROM merges WHERE {where} ORDER BY a, b, rule",
        dict(values),
    ).fetchall()
    return [dict(zip(_COLUMNS, row, strict=True)) for row in rows]


def _chain(rows: Sequence[Row], names: tuple[str, str], entity: Entity) -> list[Row]:
    """List the merges that lead from one name of an entity to another."""
    import networkx as nx

    joined = [row for row in rows if row["verdict"] == "same"]
    forest: nx.Graph[str] = nx.Graph()
    forest.add_edges_from((row["a"], row["b"], {"row": row}) for row in joined)
    ends = [_handles(name, forest, entity) for name in names]
    for start in () if ends[0] & ends[1] else sorted(ends[0]):
        reached = nx.single_source_shortest_path(forest, start)
        for end in sorted(ends[1] & reached.keys()):
            steps = nx.utils.pairwise(reached[end])
            return [forest.edges[step]["row"] for step in steps]
    # No rule joined them: nothing but case, accents and the like tells them apart.
    reason = f"Both are written for {entity.name!r}, as one name."
    return [_row(names[0], names[1], Comparison("one name", reason, 1.0), "same")]


def _row(a: str, b: str, found: Comparison, verdict: str) -> Row:
    cells = (a, b, found.rule, found.reason, found.score, verdict)
    return dict(zip(_COLUMNS, cells, strict=True))


def _handles(name: str, known: Iterable[str], entity: Entity) -> set[str]:
    """Find the nodes that a name means: itself, or for an id the entity's label."""
    wanted = folded(entity.name if name == entity.id else name)
    return {handle for handle in known if _plain(handle) == wanted}


def _plain(handle: str) -> str:
    return folded(handle.partition("@")[0])


def _is_between(row: Mapping[str, Any], one: Entity, other: Entity) -> bool:
    """Tell whether a note speaks of a name of each of two entities."""
    ours, theirs = (
        {folded(name) for name in (entity.name, *entity.aliases)}
        for entity in (one, other)
    )
    a, b = _plain(row["a"]), _plain(row["b"])
    return (a in ours and b in theirs) or (a in theirs and b in ours)
