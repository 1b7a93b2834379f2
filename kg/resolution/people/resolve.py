"""People: one node a person, however the name is spelt, ordered or cut.

First the works of a common name are parted among its bearers; then names that differ
join where what is known of their bearers bears it out, the likeliest first. In doubt
two nodes stay two.
"""

from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from functools import lru_cache

from kg.records import Extraction
from kg.resolution.clusters import Clusters
from kg.resolution.decisions import Decision, binding, bindings, obey
from kg.resolution.name_index import Nodes, Outcome, Part, by_name, collect
from kg.resolution.people.homonyms import bearers
from kg.resolution.people.in_document import explain_in_document
from kg.resolution.people.match_evidence import Evidence, Weights, trained_weights
from kg.resolution.people.name_variants import Form, form
from kg.resolution.people.person_blocking import candidates
from kg.resolution.people.person_clustering import Bearers, join_pairs
from kg.resolution.people.profiles import Unit, pooled, profiles, topics_told
from kg.text.names.name_parts import parse_name


def resolve_people(
    extractions: Sequence[Extraction],
    works: Sequence[int],
    decisions: Iterable[Decision] = (),
    *,
    weights: Weights | None = None,
) -> tuple[Nodes, Outcome]:
    """Cluster the names of people.

    Args:
        extractions: in document order.
        works: for each extraction the number of the work that it is a record of.
        decisions: those on people.
        weights: of the pieces of evidence, by default those that kg ships.
    """
    decisions = tuple(decisions)
    weights = weights or trained_weights()
    known = profiles(extractions, works)
    told = topics_told(known.values())
    decided = _decided(decisions, extractions, works)
    meant = bearers(known, told, weights, decided=decided)
    part = _part(extractions, works, bindings(decisions, _form), meant)
    nodes = collect(extractions, kinds=("person",), part=part)
    parsed = [parse_name(name) for name in nodes.names]
    forms = [form(name) for name in parsed]
    clusters = Clusters(len(nodes.names))
    obey(decisions, clusters, by_name(nodes, _form))

    units = _units(nodes, works)
    groups = _join_same_names(forms, units, meant, clusters)
    names = [forms[group[0]] for group in groups]
    whole = [
        pooled(
            known[unit] for unit in dict.fromkeys(u for n in group for u in units[n])
        )
        for group in groups
    ]
    pairs = candidates(names, whole)
    evidence = Evidence(names, whole, pairs, told, weights)
    held = Bearers(names, groups, nodes.names, evidence, clusters)
    join_pairs(pairs, held, clusters, evidence)
    moved = explain_in_document(extractions, nodes, parsed, clusters)
    return nodes, Outcome(clusters, moved)


@lru_cache(maxsize=100_000)
def _form(name: str) -> Form:
    return form(parse_name(name))


def _decided(
    decisions: Iterable[Decision],
    extractions: Sequence[Extraction],
    works: Sequence[int],
) -> dict[Form, list[int]]:
    """List, for each name that decisions part by document, a work of each bearer."""
    of_document = {
        extraction.document.id: work
        for extraction, work in zip(extractions, works, strict=True)
    }
    found: dict[Form, set[int]] = {}
    for decision in decisions:
        bound = [binding("person", name) for name in (decision.a, decision.b)]
        ends = {b: _form(b[0]) for b in bound if b and b[1] in of_document}
        if decision.verdict == "apart" and len(ends) > 1 and len({*ends.values()}) == 1:
            for (_, document), name in ends.items():
                found.setdefault(name, set()).add(of_document[document])
    return {name: sorted(of_name) for name, of_name in found.items()}


def _part(
    extractions: Sequence[Extraction],
    works: Sequence[int],
    bound: Collection[tuple[Hashable, str]],
    meant: Mapping[Unit, int],
) -> Part:
    """Say which names are several nodes: those decided on, a document each, and
    those of several bearers.
    """

    def part(name: str, number: int) -> Hashable | None:
        document = extractions[number].document.id
        if bound and (_form(name), document) in bound:
            return "document", number
        return meant.get((name, works[number]))

    return part


def _units(nodes: Nodes, works: Sequence[int]) -> list[list[Unit]]:
    """Give the names and works that each node stands for."""
    found: list[dict[Unit, None]] = [{} for _ in nodes.names]
    for (number, _), node in zip(nodes.places, nodes.standing_at, strict=True):
        found[node][nodes.names[node], works[number]] = None
    return [list(units) for units in found]


def _join_same_names(
    forms: Sequence[Form],
    units: Sequence[Sequence[Unit]],
    meant: Mapping[Unit, int],
    clusters: Clusters,
) -> list[list[int]]:
    """Join the nodes of one bearer whose names are the same words; list the bearers."""
    same: dict[tuple[Form, int | None], list[int]] = {}
    for node, name in enumerate(forms):
        same.setdefault((name, meant.get(units[node][0])), []).append(node)
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
