"""Institutions: one node an organisation, by its normal name.

Extraction has looked the names up already; what is left are small words and signs, and
acronyms that the corpus itself explains.
"""

from collections.abc import Iterable, Sequence

from kg.records import Extraction
from kg.resolution.clusters import Clusters
from kg.resolution.decisions import Decision, bindings, obey
from kg.resolution.name_index import Nodes, Outcome, buckets, by_name, collect
from kg.resolution.terms.abbreviations import by_meaning, definitions, join_meanings
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
) -> tuple[Nodes, Outcome]:
    """Cluster the names of institutions; arguments as for `resolve_terms`."""
    decisions = tuple(decisions)
    bound = bindings(decisions)

    def part(name: str, number: int) -> int | None:
        own = bound and (fold(name), extractions[number].document.id) in bound
        return number if own else None

    nodes = collect(extractions, kinds=("institution",), part=part)
    clusters = Clusters(len(nodes.names))
    surfaces = _surfaces(extractions, nodes) if decisions else {}
    obey(decisions, clusters, by_name(nodes, surfaces=surfaces))
    for group in buckets(nodes, institution_key).values():
        clusters.join_all(
            group,
            rule="same words",
            reason="The same words, but for case, accents, signs and small words.",
        )
    found = by_meaning(definitions(extractions, works, nodes), clusters)
    acronyms = frozenset(
        member for short in found for member in clusters.members(short)
    )
    join_meanings(found, nodes, clusters)
    return nodes, Outcome(clusters, {}, acronyms)


def _surfaces(extractions: Sequence[Extraction], nodes: Nodes) -> dict[str, list[int]]:
    """List the nodes whose mentions read otherwise than their names: MIT."""
    found: dict[str, set[int]] = {}
    for (number, position), node in zip(nodes.places, nodes.standing_at, strict=True):
        surface = extractions[number].mentions[position].surface
        found.setdefault(fold(surface), set()).add(node)
    return {surface: sorted(own) for surface, own in found.items()}


def institution_key(name: str) -> tuple[str, ...]:
    """Give the words that tell an institution from others, cut ones written out."""
    words = fold(name).split()
    kept = tuple(_CUT_WORDS.get(w, w) for w in words if w not in _SMALL_WORDS)
    return kept or (name,)
