"""Institutions: one node an organisation, by its normal name.

Extraction has looked the names up already; what is left are small words and signs, and
acronyms that the corpus itself explains.
"""

from collections.abc import Iterable, Sequence

from kg.records import Extraction
from kg.resolution.clusters import Clusters
from kg.resolution.decisions import Decision, apply_decisions, bound_names
from kg.resolution.name_index import (
    NameNodes,
    Outcome,
    collect_names,
    group_names,
    name_lookup,
)
from kg.resolution.terms.abbreviations import (
    collect_definitions,
    group_by_sense,
    join_dominant_senses,
)
from kg.text.folding import fold

_SMALL_WORDS = frozenset(["the", "at", "in", "and"])
_CUT_WORDS = {
    "univ": "university",
    "inst": "institute",
    "lab": "laboratory",
    "labs": "laboratories",
    "dept": "department",
    "natl": "national",
    "tech": "technology",
}


def resolve_institutions(
    extractions: Sequence[Extraction],
    works: Sequence[int],
    decisions: Iterable[Decision] = (),
) -> tuple[NameNodes, Outcome]:
    """Cluster the names of institutions; arguments as for `resolve_terms`."""
    decisions = tuple(decisions)
    documents_named = bound_names(decisions)

    def homonym_key(name: str, number: int) -> int | None:
        own = (
            documents_named
            and (fold(name), extractions[number].document.id) in documents_named
        )
        return number if own else None

    nodes = collect_names(extractions, kinds=("institution",), homonym_key=homonym_key)
    clusters = Clusters(len(nodes.names))
    surfaces = _surfaces(extractions, nodes) if decisions else {}
    apply_decisions(decisions, clusters, name_lookup(nodes, surfaces=surfaces))
    for group in group_names(nodes, institution_key).values():
        clusters.join_all(
            group,
            rule="same words",
            reason="The same words, but for case, accents, signs and small words.",
        )
    found = group_by_sense(collect_definitions(extractions, works, nodes), clusters)
    acronyms = frozenset(
        member for short in found for member in clusters.members(short)
    )
    join_dominant_senses(found, nodes, clusters)
    return nodes, Outcome(clusters, {}, acronyms)


def _surfaces(
    extractions: Sequence[Extraction], nodes: NameNodes
) -> dict[str, list[int]]:
    """List the nodes whose mentions read otherwise than their names: MIT."""
    found: dict[str, set[int]] = {}
    for (number, position), node in zip(nodes.places, nodes.node_at, strict=True):
        surface = extractions[number].mentions[position].surface
        found.setdefault(fold(surface), set()).add(node)
    return {surface: sorted(own) for surface, own in found.items()}


def institution_key(name: str) -> tuple[str, ...]:
    """Give the words that tell an institution from others, cut ones written out."""
    words = fold(name).split()
    kept = tuple(_CUT_WORDS.get(w, w) for w in words if w not in _SMALL_WORDS)
    return kept or (name,)
