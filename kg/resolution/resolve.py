"""From what documents say to who is meant: mentions and documents become entities.

Works come first, since a paper read twice is one piece of evidence, then people,
institutions and terms. Nothing depends on the order in which documents arrive.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Literal, NamedTuple

from kg.files.earlier_ids import NO_BUILD, EarlierBuild
from kg.kinds import ENTITY_KINDS
from kg.parallel import in_background
from kg.records import Extraction, Resolution
from kg.resolution.canonical_names import (
    LabelChooser,
    choose_institution_label,
    choose_person_label,
    choose_term_label,
)
from kg.resolution.decisions import FAMILIES, Decision, check_consistency
from kg.resolution.entities import ResolvedFamily, build_entities
from kg.resolution.former_ids import trace_ids, used_ids
from kg.resolution.institutions import resolve_institutions
from kg.resolution.kept_ids import keep_ids
from kg.resolution.name_index import NameNodes, Outcome
from kg.resolution.people.resolve import resolve_people
from kg.resolution.renamed_ids import MERGE_ORDER
from kg.resolution.terms.data_sets import mark_data_sets
from kg.resolution.terms.display_groups import group_for_display
from kg.resolution.terms.resolve import resolve_terms
from kg.resolution.terms.salience import add_salience
from kg.resolution.works.cited_references import cited_works
from kg.resolution.works.resolve import resolve_works
from kg.resolution.works.work_entities import ResolvedWorks, build_works
from kg.resolution.works.work_records import work_records

FEWEST_FOR_A_PROCESS = 10_000  # documents; of fewer, a process takes longer to start

# A family of names, resolved, and the names in decisions that are nobody's.
FamilyResult = tuple[ResolvedFamily, Collection[str]]
Resolver = Callable[
    [Sequence[Extraction], Sequence[int], Iterable[Decision]], tuple[NameNodes, Outcome]
]


class Family(NamedTuple):
    """How names of one family are clustered, and labelled (see `build_entities`).

    `hierarchy` is the field of `Resolution` that leads from one entity to the next
    wider one.
    """

    resolve: Resolver
    choose_label: LabelChooser
    surfaces: bool = False
    short_labels: bool = False
    hierarchy: Literal["broader", "part_of"] | None = None


NAME_FAMILIES = {
    "person": Family(resolve_people, choose_person_label),
    "institution": Family(
        resolve_institutions,
        choose_institution_label,
        surfaces=True,
        hierarchy="part_of",
    ),
    "term": Family(
        resolve_terms, choose_term_label, short_labels=True, hierarchy="broader"
    ),
}
"""The families of names that mentions have; works are resolved before them.

The first takes as long as all others, and is resolved beside them.
"""


def check_families() -> None:
    """Check that everything that texts mention is resolved by something.

    Raises:
        ValueError: a kind of entity is of a family that `NAME_FAMILIES` lacks.
    """
    for name, kind in ENTITY_KINDS.items():
        if kind.mentioned and kind.family not in NAME_FAMILIES:
            raise ValueError(
                f"kind {name!r} is of the family {kind.family!r}, which nothing resolves: "
                "add it to kg.resolution.resolve.NAME_FAMILIES, or give the kind one of "
                f"the families {', '.join(NAME_FAMILIES)}"
            )


def resolve(
    extractions: Sequence[Extraction],
    *,
    decisions: Sequence[Decision] = (),
    before: EarlierBuild = NO_BUILD,
) -> Resolution:
    """Decide which mentions and documents name one entity, and say why.

    Args:
        extractions: what was found, a document each, in any order.
        decisions: a person's word, which no rule overrides.
        before: the build whose ids go on meaning the same, also in decisions.

    Raises:
        DecisionError: two decisions contradict each other.
        ValueError: a kind of entity is of a family that nothing resolves.
    """
    check_families()
    check_consistency(decisions)
    if any(_is_id(name) for decision in decisions for name in (decision.a, decision.b)):
        decisions = _replace_ids(decisions, extractions, before)
    resolution = _resolve_names(extractions, decisions, before)
    judged = mark_data_sets(extractions, add_salience(extractions, resolution))
    return group_for_display(judged)


def _resolve_names(
    extractions: Sequence[Extraction],
    decisions: Sequence[Decision],
    before: EarlierBuild,
) -> Resolution:
    """Resolve by decisions without ids; terms have no salience yet."""
    order = document_order(extractions)
    ordered = [extractions[number] for number in order]

    records = work_records(ordered)
    clusters = resolve_works(records, _of_family("work", decisions))
    works = build_works(records, clusters)
    work_of = [clusters.find(number) for number in range(len(ordered))]
    del records  # of a large corpus a few hundred megabytes

    def resolve_names(family: str) -> FamilyResult:
        return _resolve_family(family, ordered, work_of, decisions)

    large = len(ordered) >= FEWEST_FOR_A_PROCESS
    slowest, *others = NAME_FAMILIES
    with in_background(lambda: resolve_names(slowest), enabled=large) as slowest_result:
        results = {family: resolve_names(family) for family in others}
        results[slowest] = slowest_result()
    unknown = {family: names for family, (_, names) in results.items()}
    unknown["work"] = clusters.unknown
    families = {family: own for family, (own, _) in results.items()}
    resolution = _assemble(ordered, order, works, families)
    resolution = replace(
        resolution,
        cited=cited_works(extractions, resolution.documents),
        unknown=frozenset((family, n) for family in unknown for n in unknown[family]),
    )
    return keep_ids(before, extractions, resolution)


def _resolve_family(
    family: str,
    extractions: Sequence[Extraction],
    works: Sequence[int],
    decisions: Sequence[Decision],
) -> FamilyResult:
    """Cluster the names of one family and make entities of the clusters."""
    how = NAME_FAMILIES[family]
    nodes, outcome = how.resolve(extractions, works, _of_family(family, decisions))
    resolved = build_entities(
        extractions,
        nodes,
        outcome,
        choose_label=how.choose_label,
        surfaces=how.surfaces,
        short_labels=how.short_labels,
    )
    return resolved, outcome.clusters.unknown


def document_order(extractions: Sequence[Extraction]) -> list[int]:
    """Return the positions of `extractions` by source, place in it, and content."""

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


def _of_family(family: str, decisions: Sequence[Decision]) -> list[Decision]:
    """Return the decisions on names of one family."""
    return [decision for decision in decisions if decision.family == family]


def _is_id(name: str) -> bool:
    """Tell whether a name in a decision is the id of an entity."""
    kind, colon, rest = name.partition(":")
    return bool(colon and rest) and kind in FAMILIES and " " not in rest


def _replace_ids(
    decisions: Sequence[Decision],
    extractions: Sequence[Extraction],
    before: EarlierBuild,
) -> list[Decision]:
    """Replace ids by names; ids are those of a build by the decisions without ids.

    Those that nothing has in such a build are former ones, of builds before.
    """
    others = [d for d in decisions if not (_is_id(d.a) or _is_id(d.b))]
    plain = _resolve_names(extractions, others, before)
    shared = Counter((entity.kind, entity.name) for entity in plain.entities)
    names = {entity.id: entity.name for entity in plain.entities}
    several = {e.id for e in plain.entities if shared[e.kind, e.name] > 1}
    for number in reversed(document_order(extractions)):
        document = extractions[number].document.id
        for entity in several.intersection(plain.mentions[number]):
            names[entity] = f"{names[entity].partition('@')[0]}@{document}"
        names[plain.documents[number]] = document
    for former, now in used_ids(trace_ids(before, extractions, plain), plain).items():
        names[former] = names[now]
    return [
        replace(
            decision,
            a=names.get(decision.a, decision.a),
            b=names.get(decision.b, decision.b),
        )
        for decision in decisions
    ]


def _assemble(
    ordered: Sequence[Extraction],
    order: Sequence[int],
    works: ResolvedWorks,
    families: Mapping[str, ResolvedFamily],
) -> Resolution:
    """Put the families together, in the order in which the extractions came."""
    resolved = families.values()
    entity_at: list[list[str | None]] = [[None] * len(e.mentions) for e in ordered]
    for part in resolved:
        for (position, place), entity in part.named.items():
            entity_at[position][place] = entity
    mentions: list[tuple[str | None, ...]] = [()] * len(ordered)
    other_works: list[tuple[str, ...]] = [()] * len(ordered)
    documents = [""] * len(ordered)
    following = len(ordered)
    for position, (extraction, number) in enumerate(zip(ordered, order, strict=True)):
        mentions[number] = tuple(entity_at[position])
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
        merges=tuple(sorted(merges, key=MERGE_ORDER)),
        broader=_hierarchy("broader", families),
        part_of=_hierarchy("part_of", families),
    )


def _hierarchy(
    name: str, families: Mapping[str, ResolvedFamily]
) -> tuple[tuple[str, str], ...]:
    """Return the pairs of all families whose entities are linked by a hierarchy."""
    own = (f for f in families if NAME_FAMILIES[f].hierarchy == name)
    return tuple(sorted(pair for family in own for pair in families[family].broader))
