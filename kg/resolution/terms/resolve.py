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
from kg.resolution.terms.abbreviation_evidence import (
    SenseContext,
    dominant_senses,
    rank_senses,
)
from kg.resolution.terms.abbreviation_senses import assign_senses, local_senses
from kg.resolution.terms.abbreviations import (
    Definition,
    collect_definitions,
    group_by_sense,
    join_by_expansion,
    join_long_form_variants,
)
from kg.resolution.terms.broader import broader_terms
from kg.resolution.terms.data_set_joins import join_data_set_names
from kg.resolution.terms.same_term_wordings import (
    join_restated_heads,
    join_wordings,
)
from kg.resolution.terms.term_normal_form import term_key
from kg.resolution.terms.word_order import reorder_around_of

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
    join_wordings(nodes, clusters)
    definitions = collect_definitions(extractions, works, nodes)
    senses_by_short = group_by_sense(definitions, clusters)
    for short in sorted(senses_by_short):
        join_long_form_variants(senses_by_short[short], nodes, clusters)
    dominant = dominant_senses(rank_senses(definitions, clusters))
    local = local_senses(definitions, clusters)
    exceptions = _nodes_with_local_sense(nodes, works, dominant, local)
    join_by_expansion(nodes, clusters, dominant, exceptions=exceptions)
    _join_reordered(nodes, clusters, definitions)
    join_restated_heads(extractions, nodes, clusters)
    shorts = group_by_sense(definitions, clusters)
    join_data_set_names(extractions, nodes, clusters, shorts)
    senses = rank_senses(definitions, clusters)
    context = SenseContext(nodes, clusters, works)
    reassigned = assign_senses(definitions, works, nodes, clusters, senses, context)
    works_of = _works_by_cluster(nodes, clusters, reassigned, works)
    broader = broader_terms(
        nodes,
        clusters,
        works_of,
        dominant=dominant_senses(senses),
        exceptions=exceptions,
    )
    shortened = _short_forms(definitions, nodes)
    return nodes, Outcome(clusters, reassigned, shortened, broader)


def join_variants(nodes: NameNodes, clusters: Clusters) -> None:
    """Join names that are the same but for case, hyphens, number, spelling or signs.

    Args:
        nodes: of terms.
        clusters: of nodes, which grow.
    """
    for group in group_names(nodes, lambda name: term_key(name).joined).values():
        for other in group[1:]:
            rule = variant_rule(nodes.names[group[0]], nodes.names[other])
            reason, score = _RULES[rule]
            clusters.join(Finding(group[0], other, rule, reason, score))


def _nodes_with_local_sense(
    nodes: NameNodes,
    works: Sequence[int],
    dominant: Mapping[int, int],
    local: Mapping[tuple[int, int], int],
) -> frozenset[int]:
    """Return the names with a short form in them that has another sense in a work."""
    exceptional: dict[int, set[str]] = {}
    for (short, work), long in local.items():
        words = term_key(nodes.names[short]).words
        if dominant.get(short, long) != long and len(words) == 1:
            exceptional.setdefault(work, set()).add(words[0])
    return frozenset(
        node
        for place, node in zip(nodes.places, nodes.node_at, strict=True)
        if works[place[0]] in exceptional
        and not exceptional[works[place[0]]].isdisjoint(
            term_key(nodes.names[node]).words
        )
    )


def _short_forms(definitions: Iterable[Definition], nodes: NameNodes) -> frozenset[int]:
    """Return the names that a document defines as short forms, and their variants."""
    keys = {term_key(nodes.names[each.short]).joined for each in definitions}
    return frozenset(
        node for node, name in enumerate(nodes.names) if term_key(name).joined in keys
    )


def _join_reordered(
    nodes: NameNodes, clusters: Clusters, definitions: Iterable[Definition]
) -> None:
    """Join "rate of convergence" and "convergence rate" where both are written.

    Not where one has an abbreviation: "analysis of variance" is a name that people
    write in this order only.
    """
    named = {clusters.find(each.long) for each in definitions}
    first: dict[str, int] = {}
    for node, name in enumerate(nodes.names):
        first.setdefault(term_key(name).joined, node)
    for node, name in enumerate(nodes.names):
        other = reorder_around_of(name)
        same = None if other is None else first.get(term_key(other).joined)
        if same is None or {clusters.find(node), clusters.find(same)} & named:
            continue
        reason = "The same words in another order, around an “of”."
        clusters.join(Finding(same, node, "word order", reason, 0.9))


def _works_by_cluster(
    nodes: NameNodes,
    clusters: Clusters,
    reassigned: Mapping[MentionPlace, int],
    works: Sequence[int],
) -> dict[int, set[int]]:
    """Return the works that mention each cluster."""
    found: dict[int, set[int]] = {}
    for place, node in zip(nodes.places, nodes.node_at, strict=True):
        cluster = clusters.find(reassigned.get(place, node))
        found.setdefault(cluster, set()).add(works[place[0]])
    return found


def variant_rule(a: str, b: str) -> str:
    """Return the name of the least difference between two spellings of one term.

    >>> variant_rule("Graph kernel", "graph kernel"), variant_rule("k means", "k-means")
    ('case', 'hyphen or blank')
    """
    first, second = a.casefold(), b.casefold()
    if first == second:
        return "case"
    if _without_separators(first) == _without_separators(second):
        return "hyphen or blank"
    return "number or spelling"


def _without_separators(text: str) -> str:
    """Return a name without blanks and hyphens."""
    return "".join(text.replace("-", " ").split())
