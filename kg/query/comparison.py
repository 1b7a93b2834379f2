"""Two entities that resolution never compared, compared on demand.

Resolution compares few pairs (blocking) and records the doubtful ones. For any other
pair, what speaks for and against it is found from what the store has on the two.
"""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from kg.institutions.table import name_key
from kg.records import Entity, Extraction
from kg.resolution.decisions import FAMILIES
from kg.resolution.name_index import mention_name
from kg.resolution.people.profiles import Profile, build_profiles
from kg.resolution.people.stored_people_comparison import (
    Comparison,
    Person,
    compare_people,
)
from kg.resolution.person_ids import describe_difference_of_ids
from kg.resolution.terms.term_normal_form import term_key
from kg.resolution.works.resolve import resolve_works
from kg.resolution.works.work_records import work_records
from kg.store.read import read_extractions
from kg.text.folding import fold

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

# In how many works of the corpus each topic is: a mention, or a word of a title.
_TOPIC_COUNTS = """
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

# The documents that mention one of two entities, with whom they mention, in order.
_DOCUMENTS_OF = """
SELECT d.number, d.work, list(m.entity ORDER BY m.number)
FROM documents d JOIN mentions m ON m.document = d.number
WHERE d.number IN (SELECT document FROM mentions WHERE entity IN ($one, $other))
GROUP BY d.number, d.work
ORDER BY d.number
"""

_RECORDS_OF = """
SELECT number, work FROM documents WHERE work IN ($one, $other) ORDER BY number
"""

_ROR_IDS = """
SELECT id, ror FROM entities WHERE ror IS NOT NULL AND list_contains($entities, id)
"""

_SHARING_A_WORD = """
SELECT DISTINCT n.name FROM names n JOIN entities e ON e.id = n.entity
WHERE e.kind = 'person' AND list_has_any(string_split(n.folded, ' '), $words)
ORDER BY n.name
"""


def compare(connection: "DuckDBPyConnection", one: Entity, other: Entity) -> Comparison:
    """Return what speaks for and against two entities of one family being one.

    Example:
        >>> from kg import open_store
        >>> with open_store("outputs/examples") as store:
        ...     (one,), (other,) = store.find("Ada Byron"), store.find("Carl Gauss")
        ...     compare(store.connection, one, other).reason
        '“Ada Byron” and “Carl Gauss” cannot be names of one person.'
    """
    return COMPARISONS[FAMILIES[one.kind]](connection, one, other)


def _compare_institutions(
    connection: "DuckDBPyConnection", one: Entity, other: Entity
) -> Comparison:
    """Compare two institutions by their ids, where both have one, or by their words."""
    wanted = {"entities": [one.id, other.id]}
    ids = dict(connection.execute(_ROR_IDS, wanted).fetchall())
    if len(set(ids.values())) > 1:
        reason = describe_difference_of_ids("ROR", ids[one.id], ids[other.id])
        return Comparison("identifiers differ", reason, 0.0)
    return _compare_words(*(name_key(each.name) or each.name for each in (one, other)))


def _compare_terms(
    _connection: "DuckDBPyConnection", one: Entity, other: Entity
) -> Comparison:
    """Compare two terms by their words."""
    return _compare_words(*(" ".join(term_key(e.name).words) for e in (one, other)))


def _compare_words(one: str, other: str) -> Comparison:
    reason = (
        f"Their words differ, as they are compared: “{one}” and “{other}”; and "
        "no document says that one stands for the other."
    )
    return Comparison("other words", reason, 0.0)


def _compare_works(
    connection: "DuckDBPyConnection", one: Entity, other: Entity
) -> Comparison:
    """Compare the records of two works with each other, without all the others."""
    found = connection.execute(
        _RECORDS_OF, {"one": one.id, "other": other.id}
    ).fetchall()
    numbers, works = [n for n, _ in found], [work for _, work in found]
    extractions = read_extractions(connection, documents=numbers)
    records = work_records(list(extractions))
    for finding in resolve_works(records).findings:
        a, b = finding.a, finding.b
        # Findings about the works that records cite have higher numbers.
        if max(a, b) < len(works) and works[a] != works[b]:
            return Comparison(finding.rule, finding.reason, finding.score)
    reason = "They share no identifier, and neither titles nor texts are alike."
    return Comparison("nothing shared", reason, 0.0)


def _compare_people(
    connection: "DuckDBPyConnection", one: Entity, other: Entity
) -> Comparison:
    """Compare two people by the profiles that resolution would give them."""
    rows = connection.execute(
        _DOCUMENTS_OF, {"one": one.id, "other": other.id}
    ).fetchall()
    numbers = [number for number, _, _ in rows]
    extractions = list(read_extractions(connection, documents=numbers))
    named = [entities for _, _, entities in rows]
    places = {work: n for n, work in enumerate(dict.fromkeys(w for _, w, _ in rows))}
    works = [places[work] for _, work, _ in rows]
    known = build_profiles(extractions, works)
    a, b = (_person(e, extractions, named, works, known) for e in (one, other))
    topics = [{t for work in person.works for t in work.topics} for person in (a, b)]
    # Evidence is what both have: topics of one alone need no count in the corpus.
    counts = dict.fromkeys(topics[0] | topics[1], 1)
    counts |= _topic_counts(connection, topics[0] & topics[1])
    return compare_people(
        a, b, others=_sharing_a_word(connection, a, b), topic_counts=counts
    )


def _topic_counts(connection: "DuckDBPyConnection", topics: set[str]) -> dict[str, int]:
    wanted = {"topics": sorted(topics)}
    return dict(connection.execute(_TOPIC_COUNTS, wanted).fetchall())


def _person(
    entity: Entity,
    extractions: Sequence[Extraction],
    named: Sequence[Sequence[str | None]],
    works: Sequence[int],
    known: Mapping[tuple[str, int], Profile],
) -> Person:
    """Return a person: the label, each name found, and a profile a name and work."""
    units = {
        (mention_name(mention), work): None
        for extraction, entities, work in zip(extractions, named, works, strict=True)
        for mention, meant in zip(extraction.mentions, entities, strict=True)
        if meant == entity.id
    }
    names = tuple(dict.fromkeys(name for name, _ in units))
    return Person(entity.name, names, tuple(known[unit] for unit in units))


def _sharing_a_word(
    connection: "DuckDBPyConnection", a: Person, b: Person
) -> list[str]:
    """Return the names of people that share a word with one of two, initials aside."""
    words = {word for person in (a, b) for word in fold(person.label).split()}
    wanted = {"words": sorted(word for word in words if len(word) > 1)}
    rows = connection.execute(_SHARING_A_WORD, wanted).fetchall()
    return [name for (name,) in rows]


COMPARISONS = {
    "person": _compare_people,
    "institution": _compare_institutions,
    "term": _compare_terms,
    "work": _compare_works,
}
"""How two entities of a family are compared."""

FAMILIES_WITH_IDS = frozenset({"person", "institution"})
"""Those of which two are told apart by identifiers alone ("identifiers differ")."""
