"""People: one node a person, however the name is spelt, ordered or cut.

First homonyms are told apart: the works of a common name are split among several
people. Then candidate pairs of names that differ are joined where co-authors,
institutions and topics make it likely, the likeliest first. In doubt two nodes stay two.
"""

from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from functools import lru_cache

from kg.records import Extraction, Mention
from kg.resolution.clusters import Clusters
from kg.resolution.decisions import (
    Decision,
    apply_decisions,
    bound_names,
    parse_bound_name,
)
from kg.resolution.name_index import (
    HomonymKey,
    NameNodes,
    Outcome,
    collect_names,
    name_lookup,
)
from kg.resolution.people.bare_surnames import resolve_bare_surnames
from kg.resolution.people.homonym_notes import note_homonyms
from kg.resolution.people.homonyms import split_homonyms
from kg.resolution.people.id_joins import (
    identify_nodes,
    join_equal_orcids,
    known_orcids,
    note_doubts,
)
from kg.resolution.people.in_document import resolve_in_document
from kg.resolution.people.match_evidence import Evidence, Weights, trained_weights
from kg.resolution.people.name_comparison_form import NameForm, name_form
from kg.resolution.people.person_blocking import candidate_pairs
from kg.resolution.people.person_clustering import (
    PersonClusters,
    join_likely_pairs,
)
from kg.resolution.people.profiles import (
    NameInWork,
    build_profiles,
    count_topics,
    pool_profiles,
)
from kg.resolution.people.reliable_ids import find_reliable_ids
from kg.text.names.name_parts import parse_name


def resolve_people(
    extractions: Sequence[Extraction],
    works: Sequence[int],
    decisions: Iterable[Decision] = (),
    *,
    weights: Weights | None = None,
) -> tuple[NameNodes, Outcome]:
    """Cluster the names of people.

    Args:
        extractions: in document order.
        works: for each extraction the number of the work that it is a record of.
        decisions: those on people.
        weights: of the features, in bits; by default those that kg ships.
    """
    decisions = tuple(decisions)
    weights = weights or trained_weights()
    profiles = build_profiles(extractions, works)
    topic_counts = count_topics(profiles.values())
    seeds = _decided_seeds(decisions, extractions, works)
    ids = find_reliable_ids(profiles)
    homonym_of, doubts = split_homonyms(
        profiles, topic_counts, weights, seeds=seeds, ids=ids.of
    )
    homonym_key = _homonym_key(
        extractions, works, bound_names(decisions, _name_form), homonym_of
    )
    nodes = collect_names(extractions, kinds=("person",), homonym_key=homonym_key)
    parsed = [parse_name(name) for name in nodes.names]
    forms = [name_form(name) for name in parsed]
    clusters = Clusters(len(nodes.names))
    apply_decisions(decisions, clusters, name_lookup(nodes, _name_form))

    units = _names_in_works(nodes, works)
    identify_nodes(units, ids, clusters)
    groups = _join_equal_names(forms, units, homonym_of, clusters)
    names = [forms[group[0]] for group in groups]
    group_profiles = [
        pool_profiles(
            profiles[unit] for unit in dict.fromkeys(u for n in group for u in units[n])
        )
        for group in groups
    ]
    pairs = candidate_pairs(names, group_profiles)
    evidence = Evidence(names, group_profiles, pairs, topic_counts, weights)
    people = PersonClusters(names, groups, nodes.names, evidence, clusters)
    join_equal_orcids(people, clusters)
    join_likely_pairs(pairs, people, clusters, evidence)
    note_doubts(units, ids, clusters)
    note_homonyms(units, doubts, clusters)
    reassigned = resolve_in_document(extractions, nodes, parsed, clusters)
    alone = resolve_bare_surnames(extractions, nodes, parsed, clusters, reassigned)
    return nodes, Outcome(
        clusters,
        reassigned | alone.reassigned,
        unnamed=alone.unnamed,
        facts=known_orcids(len(forms), clusters),
    )


@lru_cache(maxsize=100_000)
def _name_form(name: str) -> NameForm:
    """Return the form in which a name is compared; decisions look many up."""
    return name_form(parse_name(name))


def _decided_seeds(
    decisions: Iterable[Decision],
    extractions: Sequence[Extraction],
    works: Sequence[int],
) -> dict[NameForm, list[int]]:
    """Return, for each name that decisions split by document, a work of each person."""
    of_document = {
        extraction.document.id: work
        for extraction, work in zip(extractions, works, strict=True)
    }
    found: dict[NameForm, set[int]] = {}
    for decision in decisions:
        bound = [parse_bound_name("person", name) for name in (decision.a, decision.b)]
        ends = {b: _name_form(b[0]) for b in bound if b and b[1] in of_document}
        if decision.verdict == "apart" and len(ends) > 1 and len({*ends.values()}) == 1:
            for (_, document), name in ends.items():
                found.setdefault(name, set()).add(of_document[document])
    return {name: sorted(of_name) for name, of_name in found.items()}


def _homonym_key(
    extractions: Sequence[Extraction],
    works: Sequence[int],
    bound: Collection[tuple[Hashable, str]],
    homonym_of: Mapping[NameInWork, int],
) -> HomonymKey:
    """Return a function that tells homonyms apart: by document where a decision
    names one, else by the first work of the person who is meant.
    """

    def homonym_key(name: str, number: int, mention: Mention) -> Hashable | None:
        document = extractions[number].document.id
        if bound and (_name_form(name), document) in bound:
            return "document", number
        return homonym_of.get((name, works[number]))

    return homonym_key


def _names_in_works(nodes: NameNodes, works: Sequence[int]) -> list[list[NameInWork]]:
    """Return the names and works that each node stands for."""
    found: list[dict[NameInWork, None]] = [{} for _ in nodes.names]
    for (number, _), node in zip(nodes.places, nodes.node_at, strict=True):
        found[node][nodes.names[node], works[number]] = None
    return [list(units) for units in found]


def _join_equal_names(
    forms: Sequence[NameForm],
    units: Sequence[Sequence[NameInWork]],
    homonym_of: Mapping[NameInWork, int],
    clusters: Clusters,
) -> list[list[int]]:
    """Join the nodes of one person whose names are equal; return the groups."""
    same: dict[tuple[NameForm, int | None], list[int]] = {}
    for node, name in enumerate(forms):
        same.setdefault((name, homonym_of.get(units[node][0])), []).append(node)
    groups: list[list[int]] = []
    for nodes in same.values():
        clusters.join_all(
            nodes,
            rule="same words",
            reason="The same words, but for case, accents, hyphens or commas.",
        )
        apart: dict[int, list[int]] = {}
        for node in nodes:
            apart.setdefault(clusters.find(node), []).append(node)
        groups.extend(apart.values())
    return groups
