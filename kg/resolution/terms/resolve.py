"""Methods and concepts: one node a term, however it is written.

Both kinds are one family here; which of the two an entity is, its mentions decide.
"""

from collections.abc import Iterable, Mapping, Sequence

from kg.kinds import family_kinds
from kg.records import Extraction
from kg.resolution.clusters import Clusters, Finding
from kg.resolution.decisions import Decision, apply_decisions
from kg.resolution.name_index import (
    MentionPlace,
    NameNodes,
    Outcome,
    collect_names,
    group_names,
    name_lookup,
)
from kg.resolution.terms.abbreviation_evidence import Context, meanings, usual
from kg.resolution.terms.abbreviation_senses import explained, explained_there
from kg.resolution.terms.abbreviations import (
    Definition,
    by_meaning,
    definitions,
    join_inside,
    join_varieties,
)
from kg.resolution.terms.broader import broader_terms
from kg.resolution.terms.term_normal_form import term_key
from kg.resolution.terms.word_order import turned

_RULES = {
    "case": ("The same but for capital letters.", 0.999),
    "hyphen or blank": ("The same but for hyphens and blanks.", 0.998),
    "number or spelling": (
        "The same word for word, but for singular and plural, British and American "
        "spelling, or signs.",
        0.995,
    ),
}


def resolve_terms(
    extractions: Sequence[Extraction],
    works: Sequence[int],
    decisions: Iterable[Decision] = (),
) -> tuple[NameNodes, Outcome]:
    """Cluster the names of methods and concepts.

    Args:
        extractions: in document order.
        works: for each extraction the number of the work that it is a record of.
        decisions: those on terms.
    """
    nodes = collect_names(extractions, kinds=family_kinds("term"))
    clusters = Clusters(len(nodes.names))
    apply_decisions(
        decisions, clusters, name_lookup(nodes, lambda name: term_key(name).joined)
    )
    join_variants(nodes, clusters)
    said = definitions(extractions, works, nodes)
    found = by_meaning(said, clusters)
    for short in sorted(found):
        join_varieties(found[short], nodes, clusters)
    agreed = usual(meanings(said, clusters))
    there = explained_there(said, clusters)
    otherwise = _meant_otherwise(nodes, works, agreed, there)
    join_inside(nodes, clusters, agreed, otherwise=otherwise)
    _join_turned(nodes, clusters, said)
    told = meanings(said, clusters)
    context = Context(nodes, clusters, works)
    reassigned = explained(said, works, nodes, clusters, told, context)
    said_in = _works(nodes, clusters, reassigned, works)
    broader = broader_terms(
        nodes, clusters, said_in, meant=usual(told), otherwise=otherwise
    )
    shortened = _short_forms(said, nodes)
    return nodes, Outcome(clusters, reassigned, shortened, broader)


def join_variants(nodes: NameNodes, clusters: Clusters) -> None:
    """Join names that are the same but for case, hyphens, number, spelling or signs."""
    for group in group_names(nodes, lambda name: term_key(name).joined).values():
        for other in group[1:]:
            rule = variant_rule(nodes.names[group[0]], nodes.names[other])
            reason, score = _RULES[rule]
            clusters.join(Finding(group[0], other, rule, reason, score))


def _meant_otherwise(
    nodes: NameNodes,
    works: Sequence[int],
    agreed: Mapping[int, int],
    there: Mapping[tuple[int, int], int],
) -> frozenset[int]:
    """List the names with a short form in them of which a work means another thing."""
    unusual: dict[int, set[str]] = {}
    for (short, work), long in there.items():
        words = term_key(nodes.names[short]).words
        if agreed.get(short, long) != long and len(words) == 1:
            unusual.setdefault(work, set()).add(words[0])
    return frozenset(
        node
        for place, node in zip(nodes.places, nodes.node_at, strict=True)
        if works[place[0]] in unusual
        and not unusual[works[place[0]]].isdisjoint(term_key(nodes.names[node]).words)
    )


def _short_forms(said: Iterable[Definition], nodes: NameNodes) -> frozenset[int]:
    """Collect the names that a document explains as short ones, and their variants."""
    keys = {term_key(nodes.names[each.short]).joined for each in said}
    return frozenset(
        node for node, name in enumerate(nodes.names) if term_key(name).joined in keys
    )


def _join_turned(
    nodes: NameNodes, clusters: Clusters, said: Iterable[Definition]
) -> None:
    """Join "rate of convergence" and "convergence rate" where both are written.

    Not where one has an abbreviation: "analysis of variance" is a name that people
    write in this order only.
    """
    named = {clusters.find(each.long) for each in said}
    first: dict[str, int] = {}
    for node, name in enumerate(nodes.names):
        first.setdefault(term_key(name).joined, node)
    for node, name in enumerate(nodes.names):
        other = turned(name)
        same = None if other is None else first.get(term_key(other).joined)
        if same is None or {clusters.find(node), clusters.find(same)} & named:
            continue
        reason = "The same words in another order, around an “of”."
        clusters.join(Finding(same, node, "word order", reason, 0.9))


def _works(
    nodes: NameNodes,
    clusters: Clusters,
    reassigned: Mapping[MentionPlace, int],
    works: Sequence[int],
) -> dict[int, set[int]]:
    """Collect the works that mention each cluster."""
    found: dict[int, set[int]] = {}
    for place, node in zip(nodes.places, nodes.node_at, strict=True):
        cluster = clusters.find(reassigned.get(place, node))
        found.setdefault(cluster, set()).add(works[place[0]])
    return found


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
