"""Institutions: one node an organisation, by its registry id or its normal name.

Extraction has looked the names up already. The same id is one institution, two are two.
What is left are names without an id: small words and signs, the order of words, and
acronyms that the corpus itself explains; the country tells those of one name apart.
"""

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence

from kg.institutions.table import known, name_key
from kg.kinds import family_kinds
from kg.records import Extraction, InstitutionFacts, Mention
from kg.resolution.clusters import Clusters, Finding
from kg.resolution.decisions import Decision, apply_decisions, bound_names
from kg.resolution.institution_identity import (
    Identity,
    common_facts,
    group_identities,
    identity_of,
    node_identities,
    several_meant,
)
from kg.resolution.institution_ids import (
    note_doubtful_ids,
    readings_by_id,
    without_doubtful_ids,
)
from kg.resolution.institution_misprints import find_misprints
from kg.resolution.institution_parts import find_wholes
from kg.resolution.name_index import (
    NameNodes,
    Outcome,
    collect_names,
    group_names,
    name_lookup,
)
from kg.resolution.terms.abbreviations import (
    SenseWorks,
    collect_definitions,
    group_by_sense,
    join_dominant_senses,
)
from kg.text.folding import fold

_UNIVERSITY = "university"


def resolve_institutions(
    extractions: Sequence[Extraction],
    works: Sequence[int],
    decisions: Iterable[Decision] = (),
) -> tuple[NameNodes, Outcome]:
    """Cluster the names of institutions; arguments as for `resolve_terms`."""
    decisions = tuple(decisions)
    extractions = without_doubtful_ids(extractions)
    nodes = _collect(extractions, decisions)
    clusters = Clusters(len(nodes.names))
    surfaces = _surfaces(extractions, nodes)
    apply_decisions(decisions, clusters, name_lookup(nodes, surfaces=surfaces))
    identities = node_identities(extractions, nodes)
    _join_same_ids(identities, clusters)
    _join_same_words(nodes, identities, clusters)
    _join_other_order(nodes, identities, clusters)
    found = group_by_sense(collect_definitions(extractions, works, nodes), clusters)
    found = _without_other_ids(found, identities, clusters)
    acronyms = frozenset(
        member for short in found for member in clusters.members(short)
    )
    join_dominant_senses(found, nodes, clusters)
    facts = _facts(extractions, nodes, clusters)
    if _join_misprints(nodes, facts, clusters):
        facts = _facts(extractions, nodes, clusters)
    wholes = find_wholes(nodes, clusters, facts, surfaces)
    note_doubtful_ids(extractions, nodes, clusters)
    return nodes, Outcome(
        clusters,
        short_forms=acronyms,
        broader=wholes,
        facts=facts,
        readings=readings_by_id(extractions, nodes),
    )


def _collect(
    extractions: Sequence[Extraction], decisions: Iterable[Decision]
) -> NameNodes:
    """Collect the names; one that several institutions have is a node for each."""
    bound = bound_names(decisions)
    several = several_meant(extractions)

    def homonym_key(name: str, number: int, mention: Mention) -> Hashable | None:
        if bound and (fold(name), extractions[number].document.id) in bound:
            return "document", number
        keys = several.get(name)
        return None if keys is None else keys[identity_of(mention)]

    kinds = family_kinds("institution")
    return collect_names(extractions, kinds=kinds, homonym_key=homonym_key)


def _surfaces(
    extractions: Sequence[Extraction], nodes: NameNodes
) -> dict[str, list[int]]:
    """List the nodes whose mentions read otherwise than their names: MIT."""
    found: dict[str, set[int]] = {}
    for (number, position), node in zip(nodes.places, nodes.node_at, strict=True):
        surface = extractions[number].mentions[position].surface
        found.setdefault(fold(surface), set()).add(node)
    return {surface: sorted(own) for surface, own in found.items()}


def _join_same_ids(identities: Sequence[Counter[Identity]], clusters: Clusters) -> None:
    by_id: dict[str, list[int]] = {}
    for node, counts in enumerate(identities):
        for ror in sorted({own.ror for own in counts if own.ror}):
            by_id.setdefault(ror, []).append(node)
    for ror, group in by_id.items():
        clusters.join_all(group, rule="same id", reason=f"Both are {ror} in ROR.")


def _join_same_words(
    nodes: NameNodes, identities: Sequence[Counter[Identity]], clusters: Clusters
) -> None:
    for group in group_names(nodes, institution_key).values():
        for part in _split_by_identity(nodes, group, identities, clusters):
            clusters.join_all(
                part,
                rule="same words",
                reason="The same words, but for case, accents, signs, blanks and small "
                "words.",
            )


def _join_other_order(
    nodes: NameNodes, identities: Sequence[Counter[Identity]], clusters: Clusters
) -> None:
    """Join "Leeds University" to the University of Leeds, unless both are known."""
    for group in group_names(nodes, _unordered_key).values():
        for part in _split_by_identity(nodes, group, identities, clusters):
            names = (known(nodes.names[node]) for node in part)
            if len({each.name for each in names if each is not None}) < 2:
                clusters.join_all(
                    part, rule="same words", reason="The same words in another order."
                )


def _join_misprints(
    nodes: NameNodes, facts: Mapping[int, InstitutionFacts], clusters: Clusters
) -> bool:
    """Join "Standford University" to Stanford, which many more write; tell if any was."""
    names: dict[int, list[str]] = {}
    for node, name in enumerate(nodes.names):
        names.setdefault(clusters.find(node), []).append(name)
    counts = Counter(map(clusters.find, nodes.node_at))
    reason = "The same name but for a letter in a word that stands nowhere else."
    joined = [
        clusters.join(Finding(right, wrong, "misprint", reason))
        for wrong, right in find_misprints(names, counts, facts)
    ]
    return any(joined)


def _split_by_identity(
    nodes: NameNodes,
    group: Sequence[int],
    identities: Sequence[Counter[Identity]],
    clusters: Clusters,
) -> Iterable[list[int]]:
    """Part nodes of like names by the institutions that are meant."""
    if len(group) < 2:
        return [list(group)]
    own = [_main_identity(node, identities, clusters) for node in group]
    keys = group_identities(nodes.names[group[0]], Counter(own))
    parts: dict[Hashable, list[int]] = {}
    for node, identity in zip(group, own, strict=True):
        parts.setdefault(keys[identity], []).append(node)
    return parts.values()


def _main_identity(
    node: int, identities: Sequence[Counter[Identity]], clusters: Clusters
) -> Identity:
    """Return what the mentions of a node's cluster tell most, an id before all else."""
    counts: Counter[Identity] = Counter()
    for member in sorted(clusters.members(node)):
        counts.update(identities[member])
    return max(counts, key=lambda own: (*map(bool, own), counts[own]))


def _without_other_ids(
    found: SenseWorks, identities: Sequence[Counter[Identity]], clusters: Clusters
) -> SenseWorks:
    """Leave out long forms that have another id than the short one."""

    def ror(node: int) -> str | None:
        return _main_identity(node, identities, clusters).ror

    return {
        short: {
            long: works
            for long, works in meanings.items()
            if None in (ror(short), ror(long)) or ror(short) == ror(long)
        }
        for short, meanings in found.items()
    }


def _facts(
    extractions: Sequence[Extraction], nodes: NameNodes, clusters: Clusters
) -> Mapping[int, InstitutionFacts]:
    """Return what is known of each cluster, by the node that stands for it."""
    identities: dict[int, list[InstitutionFacts]] = {}
    for (number, position), node in zip(nodes.places, nodes.node_at, strict=True):
        facts = extractions[number].mentions[position].facts
        if isinstance(facts, InstitutionFacts):
            identities.setdefault(clusters.find(node), []).append(facts)
    return {
        root: common_facts(
            facts, [nodes.names[n] for n in sorted(clusters.members(root))]
        )
        for root, facts in identities.items()
    }


def institution_key(name: str) -> str:
    """Return a normal form in which two spellings of one institution's name are equal.

    Abbreviated words are written in full, blanks are taken out, since they are put
    differently in "Xi An Jiao Tong University". A name without letters is its own key.

    Example:
        >>> institution_key("Xi'an Jiao Tong Univ."), institution_key("Univ. Xian")
        ('xianjiaotonguniversity', 'universityxian')
    """
    return name_key(name).replace(" ", "") or name


def _unordered_key(name: str) -> tuple[str, ...] | None:
    """Return the words of a university that is called after a place, in any order."""
    words = name_key(name).split()
    ends = len(words) > 1 and _UNIVERSITY in (words[0], words[-1])
    return tuple(sorted(words)) if ends else None
