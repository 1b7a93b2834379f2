"""People: one node a person, however the name is spelt, ordered or cut.

Rules go from the safest to the boldest. Equal words join; words missing or cut to an
initial join only where nobody else in the corpus fits, an initial also needs a
co-author, a paper or an institution in common. A name of initials only is another node
in each work until something joins them. In doubt two nodes stay two.
"""

from collections.abc import Collection, Hashable, Iterable, Sequence

from kg.identity.abridged import join_initials, join_middle_names
from kg.identity.clusters import Clusters, Finding
from kg.identity.decisions import Decision, bindings, obey
from kg.identity.evidence import Evidence
from kg.identity.in_document import explain_in_document
from kg.identity.initials import (
    join_rare_initials,
    join_same_initials,
    join_shorter_initials,
)
from kg.identity.names import PersonName, initials_only, letters, parse
from kg.identity.nodes import Nodes, Outcome, Part, buckets, by_name, collect
from kg.records import Extraction
from kg.text.reading import folded


def resolve_people(
    extractions: Sequence[Extraction],
    works: Sequence[int],
    decisions: Iterable[Decision] = (),
) -> tuple[Nodes, Outcome]:
    """Cluster the names of people.

    Args:
        extractions: in document order.
        works: for each extraction the number of the work that it is a record of.
        decisions: those on people.
    """
    decisions = tuple(decisions)
    part = _part(extractions, works, bindings(decisions))
    nodes = collect(extractions, kinds=("person",), part=part)
    parsed = [parse(name) for name in nodes.names]
    clusters = Clusters(len(nodes.names))
    obey(decisions, clusters, by_name(nodes))
    evidence = Evidence(extractions, works, nodes, clusters)
    _join_spellings(nodes, parsed, clusters)
    _join_reordered(nodes, clusters, evidence)
    join_middle_names(parsed, clusters, evidence)
    join_same_initials(parsed, clusters, evidence)
    join_initials(parsed, clusters, evidence)
    join_shorter_initials(parsed, clusters, evidence)
    join_rare_initials(parsed, clusters, evidence)
    moved = explain_in_document(extractions, nodes, parsed, clusters)
    return nodes, Outcome(clusters, moved)


def _part(
    extractions: Sequence[Extraction],
    works: Sequence[int],
    bound: Collection[tuple[str, str]],
) -> Part:
    """Say which names are several nodes: those decided on, a document each, and
    those of initials only, a work each.
    """

    def part(name: str, number: int) -> Hashable | None:
        document = extractions[number].document.id
        if bound and (folded(name), document) in bound:
            return "document", number
        return ("work", works[number]) if initials_only(parse(name)) else None

    return part


def _join_spellings(
    nodes: Nodes, parsed: Sequence[PersonName], clusters: Clusters
) -> None:
    """Join names of the same words, and of the same letters in the given names."""
    same_words = buckets(nodes, _words_written)
    for group in same_words.values():
        clusters.join_all(
            group,
            rule="same words",
            reason="The same words, but for case, accents, hyphens or commas.",
        )
    firsts = [n for group in same_words.values() for n in group[:1]]
    same_letters: dict[tuple[str, str, str], list[int]] = {}
    for node in sorted(firsts):
        if not parsed[node].bare and not initials_only(parsed[node]):
            same_letters.setdefault(letters(parsed[node]), []).append(node)
    for group in same_letters.values():
        clusters.join_all(
            group,
            rule="same letters",
            reason="The same family name, and given names that differ in a blank only.",
        )


def _words_written(name: str) -> tuple[tuple[str, ...], str] | None:
    """Give the words of a name of which at least one given name is written out."""
    parsed = parse(name)
    return None if initials_only(parsed) else (parsed.words, parsed.suffix)


def _join_reordered(nodes: Nodes, clusters: Clusters, evidence: Evidence) -> None:
    """Join full names of the same words in another order.

    Three words and more that are only turned round hardly agree by chance. Otherwise
    (Yang Li, Li Yang) a shared co-author, paper or institution must bear it out.
    """
    found = buckets(
        nodes, lambda name: (tuple(sorted(parse(name).words)), parse(name).suffix)
    )
    for (words, _), group in found.items():
        if len(words) < 2 or len(group) < 2 or min(map(len, words)) < 2:
            continue
        for other in group[1:]:
            if clusters.find(group[0]) != clusters.find(other):
                turned = _turned(
                    parse(nodes.names[group[0]]), parse(nodes.names[other])
                )
                _settle_order(turned, group[0], other, clusters, evidence)


def _turned(a: PersonName, b: PersonName) -> bool:
    """Tell whether the end of a name of three words or more went to its front."""
    size = len(a.words)
    turns = (a.words[cut:] + a.words[:cut] for cut in range(1, size))
    return size > 2 and b.words in turns


def _settle_order(
    turned: bool, a: int, b: int, clusters: Clusters, evidence: Evidence
) -> None:
    shared = evidence.shared(a, b)
    if turned or (shared and not evidence.side_by_side(a, b)):
        bears_out = f"; {shared}" if shared else ""
        reason = f"The same words in another order{bears_out}."
        clusters.join(Finding(a, b, "same words reordered", reason, 0.95))
    else:
        reason = "The same words in another order, and too little in common."
        clusters.note(Finding(a, b, "order alone", reason, 0.4, "apart"))
