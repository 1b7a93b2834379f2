"""From clusters of names to entities with an id, a kind, a label and aliases."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.records import Entity, Extraction, Merge
from kg.resolution.canonical_names import LabelChooser
from kg.resolution.clusters import Clusters, Finding
from kg.resolution.entity_ids import entity_ids
from kg.resolution.name_index import MentionPlace, NameNodes, Outcome
from kg.text.latex import decode_latex

# A short form is the label where it has so many times the documents of the long one,
# and so many at least.
_FAR_MORE, _FEWEST_SHORT = 1.5, 3


@dataclass(frozen=True, slots=True)
class ResolvedFamily:
    """One family of names, resolved: its entities, whom each place names, and why.

    `broader` has the ids of a term and of the one broader than it, or of an institution
    and of the one that it is a part of.

    Attributes:
        entities: in the order in which documents first name them.
        named: for each mention that names an entity, its id.
        merges: why names were joined, or kept apart.
    """

    entities: list[Entity]
    named: dict[MentionPlace, str]
    merges: list[Merge]
    broader: list[tuple[str, str]]


def build_entities(
    extractions: Sequence[Extraction],
    nodes: NameNodes,
    outcome: Outcome,
    *,
    choose_label: LabelChooser,
    surfaces: bool = False,
    short_labels: bool = False,
) -> ResolvedFamily:
    """Make an entity of each cluster that a mention names.

    Args:
        extractions: in document order.
        nodes: the names of the family.
        outcome: their clusters.
        choose_label: chooses among an entity's names in full, or all if none is.
        surfaces: whether what stands in the text is an alias too ("MIT").
        short_labels: whether a short form that is written far more than the long one is
            the label ("BERT").
    """
    placed = _clusters_by_place(nodes, outcome)
    kinds = {
        root: _most_frequent(counts)
        for root, counts in _count_by_cluster(
            placed, _mention_kinds(extractions, placed)
        ).items()
    }
    names = _count_by_cluster(placed, _node_names(nodes, placed))
    read = _mention_surfaces(extractions, placed) if surfaces else ()
    written = _count_by_cluster(placed, read) if surfaces else {}
    short = {nodes.names[node] for node in outcome.short_forms}
    brief: Collection[int] = ()
    if short_labels:
        brief = _mostly_short(placed, _node_names(nodes, placed), short)
    labels = {
        root: choose_label(_label_names(counts, short, in_short=root in brief))
        for root, counts in names.items()
    }
    made = entity_ids([(kinds[root], label) for root, label in labels.items()])
    ids = dict(zip(labels, made, strict=True))
    entities = [
        Entity(
            ids[root],
            kinds[root],
            label,
            _aliases(counts, written.get(root), label),
            outcome.facts.get(root),
        )
        for (root, counts), label in zip(names.items(), labels.values(), strict=True)
    ]
    named = {place: ids[root] for place, root in placed.items()}
    broader = [
        (ids[narrow], ids[broad])
        for narrow, broad in outcome.broader.items()
        if narrow in ids and broad in ids
    ]
    for root, destination in _destinations(nodes, outcome).items():
        if root not in ids and destination in ids:
            ids[root], kinds[root] = ids[destination], kinds[destination]
    merges = _explain_merges(nodes, outcome, ids, kinds)
    merges += _explain_readings(nodes, outcome, ids, kinds)
    return ResolvedFamily(entities, named, merges, broader)


def _clusters_by_place(nodes: NameNodes, outcome: Outcome) -> dict[MentionPlace, int]:
    """Return the cluster that each mention names, in document order."""
    root_of = list(map(outcome.clusters.find, range(len(nodes.names))))
    reassigned = outcome.reassigned
    return {
        place: root_of[reassigned.get(place, node)]
        for place, node in zip(nodes.places, nodes.node_at, strict=True)
        if (nodes.names[node] or place in reassigned) and place not in outcome.unnamed
    }


def _destinations(nodes: NameNodes, outcome: Outcome) -> dict[int, int]:
    """Return, for clusters of reassigned mentions, where the first of them went."""
    find = outcome.clusters.find
    found: dict[int, int] = {}
    for place, node in zip(nodes.places, nodes.node_at, strict=True):
        if place in outcome.reassigned:
            found.setdefault(find(node), find(outcome.reassigned[place]))
    return found


def _count_by_cluster(
    placed: Mapping[MentionPlace, int], values: Iterable[str]
) -> dict[int, dict[str, int]]:
    """Count the values of each cluster's places; both in order of first appearance."""
    found: dict[int, dict[str, int]] = {}
    pairs = zip(placed.values(), values, strict=True)
    for (root, value), count in Counter(pairs).items():
        found.setdefault(root, {})[value] = count
    return found


def _mostly_short(
    placed: Mapping[MentionPlace, int], names: Iterable[str], short: Collection[str]
) -> frozenset[int]:
    """Return the clusters of which most documents write nothing but a short form.

    One that has both explains the short form, and says nothing of what people are used
    to.
    """
    found: dict[int, tuple[set[int], set[int]]] = {}
    for ((document, _), root), name in zip(placed.items(), names, strict=True):
        found.setdefault(root, (set(), set()))[name in short].add(document)
    return frozenset(
        root
        for root, (full, brief) in found.items()
        if len(brief - full) >= max(_FEWEST_SHORT, _FAR_MORE * len(full))
    )


def _label_names(
    counts: Mapping[str, int], short: Collection[str], *, in_short: bool
) -> Mapping[str, int]:
    """Return the names that may label an entity: those in full, or the short forms."""
    chosen = {
        name: count for name, count in counts.items() if (name in short) == in_short
    }
    return chosen or counts


def _mention_kinds(
    extractions: Sequence[Extraction], places: Iterable[MentionPlace]
) -> Iterator[str]:
    """Yield the kind of the mention at each place."""
    for number, position in places:
        yield extractions[number].mentions[position].kind


def _mention_surfaces(
    extractions: Sequence[Extraction], places: Iterable[MentionPlace]
) -> Iterator[str]:
    """Yield what stands in the text at each place, LaTeX decoded."""
    for number, position in places:
        yield decode_latex(extractions[number].mentions[position].surface)


def _node_names(nodes: NameNodes, places: Collection[MentionPlace]) -> Iterator[str]:
    """Yield the name of the node of each place that names an entity."""
    for place, node in zip(nodes.places, nodes.node_at, strict=True):
        if place in places:
            yield nodes.names[node]


def _most_frequent(counts: Mapping[str, int]) -> str:
    """Return what is counted most; of equals max takes the first, the earliest one."""
    return max(counts, key=counts.__getitem__)


def _aliases(
    names: Mapping[str, int], surfaces: Mapping[str, int] | None, label: str
) -> tuple[str, ...]:
    """Return the other names of an entity, the most frequent first, then by letter."""
    if len(names) == 1 and not surfaces and label in names:
        return ()
    counts = dict(names)
    for surface, count in (surfaces or {}).items():
        counts[surface] = counts.get(surface, 0) + count
    found = sorted(counts, key=lambda name: (-counts[name], name))
    return tuple(name for name in found if name not in (label, ""))


def _are_joined(finding: Finding, clusters: Clusters) -> bool:
    """Tell whether both ends of a finding are in one cluster now."""
    return clusters.find(finding.a) == clusters.find(finding.b)


def _explain_merges(
    nodes: NameNodes, outcome: Outcome, ids: dict[int, str], kinds: dict[int, str]
) -> list[Merge]:
    """Word the findings with names and ids; of a reassigned name, b's entity is meant."""
    merges = []
    for finding in outcome.clusters.findings:
        if finding.verdict == "apart" and _are_joined(finding, outcome.clusters):
            continue  # through others, later
        a, b = (outcome.clusters.find(node) for node in (finding.a, finding.b))
        root = b if (finding.verdict == "same" and b in ids) or a not in ids else a
        if root in ids:
            merges.append(
                Merge(
                    ids[root],
                    kinds[root],
                    nodes.handle(finding.a),
                    nodes.handle(finding.b),
                    finding.rule,
                    finding.reason,
                    round(finding.score, 3),
                    finding.verdict,
                )
            )
    return merges


def _explain_readings(
    nodes: NameNodes, outcome: Outcome, ids: dict[int, str], kinds: dict[int, str]
) -> list[Merge]:
    """Word why what stands in texts is read as the names of entities."""
    merges = []
    for node, surface, rule, reason in outcome.readings:
        root = outcome.clusters.find(node)
        if root in ids:
            handle = nodes.handle(node)
            merges.append(Merge(ids[root], kinds[root], handle, surface, rule, reason))
    return merges
