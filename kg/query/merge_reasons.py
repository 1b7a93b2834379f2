"""Why names are one node, or two: the decisions of resolution, and those never made."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from kg.errors import KGError
from kg.query.answers import MergeReason
from kg.query.comparison import FAMILIES_WITH_IDS, compare
from kg.query.entity_lookup import find_entities, find_entity
from kg.records import Entity
from kg.resolution.decisions import FAMILIES
from kg.resolution.terms.term_normal_form import term_key
from kg.text.folding import fold

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_ABBREVIATIONS = """
kind IN (SELECT kind FROM entity_kinds WHERE family = 'term')
    AND rule LIKE 'abbreviation%'
"""

# A row that keeps a from b has the entity of one of them; the other goes by the name, or
# by the name and a document (for works, the document), that stands there.
_ABOUT = """
list_contains($entities, entity) OR verdict = 'apart' AND (
    kind IN (
        SELECT k.kind FROM entity_kinds k JOIN entity_kinds o ON o.family = k.family
        JOIN entities e ON e.kind = o.kind WHERE list_contains($entities, e.id)
    ) AND EXISTS (
        SELECT handle FROM (
            SELECT name AS handle FROM names WHERE list_contains($entities, entity)
            UNION ALL
            SELECT COALESCE(NULLIF(trim(m.name), ''), trim(m.surface)) || '@' || d.id
            FROM mentions m JOIN documents d ON d.number = m.document
            WHERE list_contains($entities, m.entity)
            UNION ALL
            SELECT id FROM documents WHERE list_contains($entities, work)
        ) WHERE handle IN (a, b)
    )
)
"""

_MOST_NAMESAKES = 10  # that are compared with one


def why_merged(connection: "DuckDBPyConnection", name: str) -> list[MergeReason]:
    """Return the reasons for which names were joined into, or kept from, an entity.

    Namesakes with another identifier are among them: they were never compared.

    Raises:
        UnknownName: nothing is called that.

    Example:
        >>> from kg import open_store
        >>> with open_store("outputs/examples") as store:
        ...     (row,) = why_merged(store.connection, "Carl Gauss")
        >>> row.a, row.b, row.verdict, row.reason
        ('Carl Gauss', 'Gauss, Carl', 'same', 'same words')
    """
    entity = find_entity(connection, name)
    found = _recorded(connection, [entity])
    for other in _namesakes(connection, entity):
        if not any(_is_between(reason, entity, other) for reason in found):
            compared = _compared_now(connection, entity, other)
            found += [compared] if compared.rule == "identifiers differ" else []
    return found


def _namesakes(connection: "DuckDBPyConnection", entity: Entity) -> list[Entity]:
    """Return the first others of an entity's own name; of a common one there are many.

    None are of a family that identifiers do not tell apart.
    """
    family = FAMILIES[entity.kind]
    if family not in FAMILIES_WITH_IDS:
        return []
    found = find_entities(connection, entity.name)
    others = (e for e in found if e.id != entity.id and e.name == entity.name)
    return [e for e in others if FAMILIES[e.kind] == family][:_MOST_NAMESAKES]


def why_one(connection: "DuckDBPyConnection", a: str, b: str) -> list[MergeReason]:
    """Return why two names are one entity, step by step, or why they are two.

    Two that resolution did not compare are compared now, by the same evidence.

    Raises:
        UnknownName: nothing is called that.
        KGError: they are of kinds that are never one, as a person and a concept.

    Example:
        >>> from kg import open_store
        >>> with open_store("outputs/examples") as store:
        ...     (row,) = why_one(store.connection, "punched cards", "least squares")
        >>> row.verdict, row.rule
        ('apart', 'other words')
    """
    one, other = _entities_meant(connection, a, b)
    if one.id == other.id:
        return _steps_between(_recorded(connection, [one]), (a, b), one)
    family = _common_family(one, other)
    # First what resolution itself noted on the pair, then what single works say of a
    # short form, and only then a comparison made now.
    kept_apart = [
        reason
        for reason in _recorded(connection, [one, other])
        if reason.verdict == "apart" and _is_between(reason, one, other)
    ]
    if kept_apart:
        return sorted(kept_apart, key=lambda reason: -reason.score)
    in_some_work = _short_form_reasons(connection, a, b) if family == "term" else []
    return in_some_work or [_compared_now(connection, one, other)]


def _common_family(one: Entity, other: Entity) -> str:
    """Return the family of two entities that may be one: a method may be a concept."""
    families = [FAMILIES[entity.kind] for entity in (one, other)]
    if families[0] != families[1]:
        raise KGError(
            f"no edge links {one.name!r} and {other.name!r}, and a {one.kind} is never "
            f"a {other.kind}; `kg query path` shows how they hang together"
        )
    return families[0]


def _compared_now(
    connection: "DuckDBPyConnection", one: Entity, other: Entity
) -> MergeReason:
    """Compare two entities that resolution left apart; namesakes go by their ids."""
    found = compare(connection, one, other)
    names = (one.name, other.name)
    if one.name == other.name:
        names = (one.id, other.id)
    return MergeReason(*names, found.rule, found.reason, found.score, "apart")


def _short_form_reasons(
    connection: "DuckDBPyConnection", a: str, b: str
) -> list[MergeReason]:
    """Return what is recorded of a short form and a long one, in whatever work."""
    wanted = {term_key(a).joined, term_key(b).joined}
    reasons = _select(connection, _ABBREVIATIONS, {})
    return [
        reason
        for reason in reasons
        if {term_key(reason.a).joined, term_key(reason.b).joined} == wanted
    ]


def _entities_meant(
    connection: "DuckDBPyConnection", a: str, b: str
) -> tuple[Entity, Entity]:
    """Find which entities are meant: one for both names, if that is possible.

    One name twice means the first two entities of that name. Names that are written
    exactly so come first: C and C++ are two, though they fold alike.
    """
    ones, others = find_entities(connection, a), find_entities(connection, b)
    # Namesakes: who asks so wants to know why they are two.
    if a == b and len(ones) > 1:
        return ones[0], ones[1]
    exact = _written_so(ones, a), _written_so(others, b)
    if all(exact) and not {e.id for e in exact[0]} & {e.id for e in exact[1]}:
        return exact[0][0], exact[1][0]
    both = {entity.id for entity in others}
    shared = next((entity for entity in ones if entity.id in both), None)
    return (shared, shared) if shared else (ones[0], others[0])


def _written_so(entities: Iterable[Entity], name: str) -> list[Entity]:
    """Return the entities with exactly this id, name or alias."""
    return [e for e in entities if name in (e.id, e.name, *e.aliases)]


def _recorded(
    connection: "DuckDBPyConnection", entities: Sequence[Entity]
) -> list[MergeReason]:
    """Return the decisions of resolution about some entities.

    What kept two apart stands under one of them, and is about both.
    """
    wanted = {"entities": [entity.id for entity in entities]}
    return _select(connection, _ABOUT, wanted)


def _select(
    connection: "DuckDBPyConnection", where: str, values: Mapping[str, object]
) -> list[MergeReason]:
    rows = connection.execute(
        f"SELECT a, b, rule, reason, score, verdict FROM merges WHERE {where} "
        "ORDER BY a, b, rule",
        dict(values),
    ).fetchall()
    return [MergeReason(*row) for row in rows]


def _steps_between(
    reasons: Sequence[MergeReason], names: tuple[str, str], entity: Entity
) -> list[MergeReason]:
    """Return the merges that lead from one name of an entity to another."""
    # Late: of all questions only this one needs a graph.
    import networkx as nx

    forest: nx.Graph[str] = nx.Graph()
    for reason in reasons:
        if reason.verdict == "same":
            forest.add_edge(reason.a, reason.b, reason=reason)
    starts, ends = (_nodes_called(name, forest, entity) for name in names)
    for start in () if starts & ends else sorted(starts):
        reached = nx.single_source_shortest_path(forest, start)
        for end in sorted(ends & reached.keys()):
            steps = nx.utils.pairwise(reached[end])
            return [forest.edges[step]["reason"] for step in steps]
    # No rule joined them: nothing but case, accents and the like tells them apart.
    same = f"Both are written for {entity.name!r}, as one name."
    return [MergeReason(*names, "one name", same, 1.0, "same")]


def _nodes_called(name: str, nodes: Iterable[str], entity: Entity) -> set[str]:
    """Find the nodes that a name means: itself, or for an id the entity's label."""
    wanted = fold(entity.name if name == entity.id else name)
    return {node for node in nodes if _folded_name(node) == wanted}


def _folded_name(node: str) -> str:
    """Return a name without the document it stands in: "J. Smith@doc:1"."""
    return fold(node.partition("@")[0])


def _is_between(reason: MergeReason, one: Entity, other: Entity) -> bool:
    """Tell whether a decision is about a name of each of two entities."""
    ours, theirs = (
        {fold(name) for name in (entity.name, *entity.aliases)}
        for entity in (one, other)
    )
    a, b = _folded_name(reason.a), _folded_name(reason.b)
    return (a in ours and b in theirs) or (a in theirs and b in ours)
