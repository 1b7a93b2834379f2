"""Two entities that resolution left apart without a word, compared again.

Resolution looks at few pairs and notes those that tempt. Whoever asks for another one
is told what speaks for and against it, from what the store has on the two.
"""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from kg.records import Entity, Extraction
from kg.resolution.decisions import FAMILIES
from kg.resolution.institutions import institution_key
from kg.resolution.name_index import written
from kg.resolution.people.pair_explanation import Comparison, Person, compare_people
from kg.resolution.people.profiles import Profile, profiles
from kg.resolution.terms.term_normal_form import term_key
from kg.resolution.works.resolve import resolve_works
from kg.resolution.works.work_records import work_records
from kg.store.read import read_extractions
from kg.text.latex import folded

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_TOLD = """
SELECT t.topic, COUNT(DISTINCT s.work)
FROM (SELECT unnest(CAST($topics AS VARCHAR[])) AS topic) t
JOIN (
    SELECT d.work AS work, lower(strip_accents(m.name)) AS topic
    FROM mentions m JOIN documents d ON d.number = m.document
    WHERE m.kind IN (SELECT kind FROM entity_kinds WHERE family = 'term')
    UNION ALL
    SELECT work, unnest(regexp_split_to_array(lower(strip_accents(title)), '\\W+'))
    FROM documents
) s ON s.topic = t.topic
GROUP BY t.topic
"""


def compare(connection: "DuckDBPyConnection", one: Entity, other: Entity) -> Comparison:
    """Return what speaks for and against two entities of one family being one."""
    family = FAMILIES[one.kind]
    if family == "person":
        return _people(connection, one, other)
    if family == "work":
        return _works(connection, one, other)
    made = institution_key if family == "institution" else _term_words
    keys = [" ".join(made(entity.name)) for entity in (one, other)]
    reason = (
        f"Their words differ, as they are compared: “{keys[0]}” and “{keys[1]}”; and "
        "no document says that one stands for the other."
    )
    return Comparison("other words", reason, 0.0)


def _term_words(name: str) -> tuple[str, ...]:
    return term_key(name).words


def _works(connection: "DuckDBPyConnection", one: Entity, other: Entity) -> Comparison:
    """Hold the records of two works against each other, without all the others."""
    found = connection.execute(
        "SELECT number, work = $one FROM documents WHERE work IN ($one, $other) "
        "ORDER BY number",
        {"one": one.id, "other": other.id},
    ).fetchall()
    extractions = read_extractions(connection, documents=[n for n, _ in found])
    records = work_records(list(extractions))
    for finding in resolve_works(records).findings:
        ends = (finding.a, finding.b)
        if max(ends) < len(found) and found[ends[0]][1] != found[ends[1]][1]:
            return Comparison(finding.rule, finding.reason, finding.score)
    reason = "They share no identifier, and neither titles nor texts are alike."
    return Comparison("nothing shared", reason, 0.0)


def _people(connection: "DuckDBPyConnection", one: Entity, other: Entity) -> Comparison:
    numbers = [
        row[0]
        for row in connection.execute(
            "SELECT DISTINCT document FROM mentions WHERE entity IN (?, ?) ORDER BY 1",
            [one.id, other.id],
        ).fetchall()
    ]
    extractions = list(read_extractions(connection, documents=numbers))
    rows = connection.execute(
        "SELECT document, list(entity ORDER BY number) FROM mentions "
        "WHERE list_contains($documents, document) GROUP BY document ORDER BY document",
        {"documents": numbers},
    ).fetchall()
    works = connection.execute(
        "SELECT work FROM documents WHERE list_contains($documents, number) "
        "ORDER BY number",
        {"documents": numbers},
    ).fetchall()
    places = {work: place for place, (work,) in enumerate(dict.fromkeys(works))}
    of_work = [places[work] for (work,) in works]
    known = profiles(extractions, of_work)
    named = [entities for _, entities in rows]
    a, b = (_person(e, extractions, named, of_work, known) for e in (one, other))
    topics = [{topic for work in p.works for topic in work.topics} for p in (a, b)]
    told = connection.execute(
        _TOLD, {"topics": sorted(topics[0] & topics[1])}
    ).fetchall()
    counts = dict.fromkeys(topics[0] | topics[1], 1) | dict(told)
    return compare_people(a, b, others=_like(connection, a, b), told=counts)


def _person(
    entity: Entity,
    extractions: Sequence[Extraction],
    named: Sequence[Sequence[str | None]],
    works: Sequence[int],
    known: Mapping[tuple[str, int], Profile],
) -> Person:
    units = {
        (written(mention), work): None
        for extraction, entities, work in zip(extractions, named, works, strict=True)
        for mention, meant in zip(extraction.mentions, entities, strict=True)
        if meant == entity.id
    }
    names = tuple(dict.fromkeys(name for name, _ in units))
    return Person(entity.name, names, tuple(known[unit] for unit in units))


def _like(connection: "DuckDBPyConnection", a: Person, b: Person) -> list[str]:
    """List the names of people that share a word with one of two."""
    words = {word for person in (a, b) for word in folded(person.label).split()}
    rows = connection.execute(
        "SELECT DISTINCT n.name FROM names n JOIN entities e ON e.id = n.entity "
        "WHERE e.kind = 'person' AND list_has_any(string_split(n.folded, ' '), $words) "
        "ORDER BY n.name",
        {"words": sorted(word for word in words if len(word) > 1)},
    ).fetchall()
    return [name for (name,) in rows]
