"""From what documents say to who is meant: mentions and documents become entities.

Works come first, since a paper read twice is one piece of evidence, then people,
institutions and terms. Nothing depends on the order in which documents arrive.
"""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace

from kg.parallel import in_background
from kg.records import Extraction, Merge, Resolution
from kg.resolution.canonical_names import institution_label, person_label, term_label
from kg.resolution.decisions import FAMILIES, Decision, check
from kg.resolution.entities import Resolved, build
from kg.resolution.institutions import resolve_institutions
from kg.resolution.people.resolve import resolve_people
from kg.resolution.terms.resolve import resolve_terms
from kg.resolution.works.resolve import resolve_works
from kg.resolution.works.work_entities import ResolvedWorks, build_works
from kg.resolution.works.work_records import work_records

MANY = 10_000  # documents; of fewer, people take no longer than a process to start

# What is known of a family of names, and the names in decisions that are nobody's.
Known = tuple[Resolved, Collection[str]]


def resolve(
    extractions: Sequence[Extraction], *, decisions: Sequence[Decision] = ()
) -> Resolution:
    """Decide which mentions and documents name one entity, and say why.

    Args:
        extractions: what was found, a document each, in any order.
        decisions: a person's word, which no rule overrides.

    Raises:
        DecisionError: two decisions contradict each other.
    """
    check(decisions)
    if any(_is_id(name) for decision in decisions for name in (decision.a, decision.b)):
        decisions = _by_name(decisions, extractions)
    order = document_order(extractions)
    ordered = [extractions[number] for number in order]

    records = work_records(ordered)
    clusters = resolve_works(records, _on("work", decisions))
    works = build_works(records, clusters)
    numbers = [clusters.find(number) for number in range(len(ordered))]
    del records  # of a large corpus a few hundred megabytes

    def people() -> Known:
        found = resolve_people(ordered, numbers, _on("person", decisions))
        return build(ordered, *found, label=person_label), found[1].clusters.unknown

    def institutions() -> Known:
        decided = _on("institution", decisions)
        found = resolve_institutions(ordered, numbers, decided)
        resolved = build(ordered, *found, label=institution_label, surfaces=True)
        return resolved, found[1].clusters.unknown

    def terms() -> Known:
        found = resolve_terms(ordered, numbers, _on("term", decisions))
        return build(ordered, *found, label=term_label), found[1].clusters.unknown

    with in_background(people, enabled=len(ordered) >= MANY) as result:
        known = {"institution": institutions(), "term": terms(), "person": result()}
    unknown = {family: names for family, (_, names) in known.items()}
    unknown["work"] = clusters.unknown
    return replace(
        _gathered(ordered, order, works, [resolved for resolved, _ in known.values()]),
        unknown=frozenset((family, n) for family in unknown for n in unknown[family]),
    )


def document_order(extractions: Sequence[Extraction]) -> list[int]:
    """Give the positions of `extractions` by source, place in it, and content."""

    def key(number: int) -> tuple[str, int, int, str, str, str]:
        extraction = extractions[number]
        document = extraction.document
        first, record = document.first_line, document.record_line
        return (
            document.source,
            -1 if first is None else first,
            -1 if record is None else record,
            document.id,
            document.text,
            repr(extraction) if twins.get(document.id, 0) > 1 else "",
        )

    twins: dict[str, int] = {}
    for extraction in extractions:
        name = extraction.document.id
        twins[name] = twins.get(name, 0) + 1
    return sorted(range(len(extractions)), key=key)


def _on(family: str, decisions: Sequence[Decision]) -> list[Decision]:
    return [decision for decision in decisions if decision.family == family]


def _is_id(name: str) -> bool:
    kind, colon, rest = name.partition(":")
    return bool(colon and rest) and kind in FAMILIES and " " not in rest


def _by_name(
    decisions: Sequence[Decision], extractions: Sequence[Extraction]
) -> list[Decision]:
    """Put names for ids, which are those of a build by the decisions without ids."""
    others = [d for d in decisions if not (_is_id(d.a) or _is_id(d.b))]
    plain = resolve(extractions, decisions=others)
    shared = Counter((entity.kind, entity.name) for entity in plain.entities)
    names = {entity.id: entity.name for entity in plain.entities}
    several = {e.id for e in plain.entities if shared[e.kind, e.name] > 1}
    for number in reversed(document_order(extractions)):
        document = extractions[number].document.id
        for entity in several.intersection(plain.mentions[number]):
            names[entity] = f"{names[entity].partition('@')[0]}@{document}"
        names[plain.documents[number]] = document
    return [
        replace(
            decision,
            a=names.get(decision.a, decision.a),
            b=names.get(decision.b, decision.b),
        )
        for decision in decisions
    ]


def _gathered(
    ordered: Sequence[Extraction],
    order: Sequence[int],
    works: ResolvedWorks,
    resolved: Sequence[Resolved],
) -> Resolution:
    """Put the kinds together, in the order in which the extractions came."""
    named: list[list[str | None]] = [[None] * len(e.mentions) for e in ordered]
    for part in resolved:
        for (position, place), entity in part.named.items():
            named[position][place] = entity
    mentions: list[tuple[str | None, ...]] = [()] * len(ordered)
    other_works: list[tuple[str, ...]] = [()] * len(ordered)
    documents = [""] * len(ordered)
    following = len(ordered)
    for position, (extraction, number) in enumerate(zip(ordered, order, strict=True)):
        mentions[number] = tuple(named[position])
        documents[number] = works.ids[position]
        end = following + len(extraction.works)
        other_works[number] = tuple(works.ids[following:end])
        following = end
    entities = [*works.entities, *(e for part in resolved for e in part.entities)]
    merges = {*works.merges, *(m for part in resolved for m in part.merges)}
    return Resolution(
        entities=tuple(sorted(entities, key=lambda entity: entity.id)),
        mentions=tuple(mentions),
        documents=tuple(documents),
        works=tuple(other_works),
        merges=tuple(sorted(merges, key=_in_order)),
        broader=tuple(sorted(pair for part in resolved for pair in part.broader)),
    )


def _in_order(merge: Merge) -> tuple[str, ...]:
    """Sort by the words of a merge, faster than merges compare themselves."""
    return (
        merge.entity,
        merge.kind,
        merge.a,
        merge.b,
        merge.rule,
        merge.verdict,
        merge.reason,
    )
