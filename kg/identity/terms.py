"""Methods and concepts: one node a term, however it is written.

Both kinds are one family here; which of the two an entity is, its mentions decide.
"""

from collections.abc import Iterable, Sequence

from kg.identity.abbreviations import (
    definitions,
    join_inside,
    join_meanings,
    moved_by_document,
)
from kg.identity.clusters import Clusters, Finding
from kg.identity.decisions import Decision, obey
from kg.identity.nodes import Nodes, Outcome, buckets, by_name, collect
from kg.identity.termkeys import term_key
from kg.records import Extraction

_RULES = {
    "case": "The same but for capital letters.",
    "hyphen or blank": "The same but for hyphens and blanks.",
    "number or spelling": (
        "The same word for word, but for singular and plural, British and American "
        "spelling, or signs."
    ),
}


def resolve_terms(
    extractions: Sequence[Extraction],
    works: Sequence[int],
    decisions: Iterable[Decision] = (),
) -> tuple[Nodes, Outcome]:
    """Cluster the names of methods and concepts.

    Args:
        extractions: in document order.
        works: for each extraction the number of the work that it is a record of.
        decisions: those on terms.
    """
    nodes = collect(extractions, kinds=("method", "concept"))
    clusters = Clusters(len(nodes.names))
    obey(decisions, clusters, by_name(nodes))
    for group in buckets(nodes, lambda name: term_key(name).joined).values():
        for other in group[1:]:
            rule = variant_rule(nodes.names[group[0]], nodes.names[other])
            clusters.join(Finding(group[0], other, rule, _RULES[rule], 0.98))
    found = definitions(extractions, works, nodes, clusters)
    short_forms = frozenset(
        member for short in found for member in clusters.members(short)
    )
    join_inside(nodes, clusters, join_meanings(found, nodes, clusters))
    moved = moved_by_document(extractions, nodes, clusters)
    return nodes, Outcome(clusters, moved, short_forms)


def variant_rule(a: str, b: str) -> str:
    """Name the least difference that tells two spellings of one term apart."""
    first, second = a.casefold(), b.casefold()
    if first == second:
        return "case"
    if _solid(first) == _solid(second):
        return "hyphen or blank"
    return "number or spelling"


def _solid(text: str) -> str:
    return "".join(text.replace("-", " ").split())
