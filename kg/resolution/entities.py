"""From clusters of names to entities with an id, a kind, a label and aliases."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.records import Entity, Extraction, Merge
from kg.resolution.canonical_names import Label
from kg.resolution.clusters import Clusters, Finding
from kg.resolution.entity_ids import entity_ids
from kg.resolution.name_index import Nodes, Outcome, Place
from kg.text.latex import decode_latex


@dataclass(frozen=True, slots=True)
class Resolved:
    """One family of names, resolved: its entities, whom each place names, and why.

    `broader` has the ids of a term and of the one broader than it.
    """

    entities: list[Entity]
    named: dict[Place, str]
    merges: list[Merge]
    broader: list[tuple[str, str]]


def build(
    extractions: Sequence[Extraction],
    nodes: Nodes,
    outcome: Outcome,
    *,
    label: Label,
    surfaces: bool = False,
) -> Resolved:
    """Make an entity of each cluster that a mention names.

    Args:
        extractions: in document order.
        nodes: the names of the family.
        outcome: their clusters.
        label: chooses among an entity's names.
        surfaces: whether what stands in the text is an alias too ("MIT").
    """
    placed = _placed(nodes, outcome)
    roots = list(placed.values())
    kinds = {
        root: _most(counts)
        for root, counts in _counted(
            zip(roots, _kinds(extractions, placed), strict=True)
        ).items()
    }
    names = _counted(zip(roots, _names(nodes, placed), strict=True))
    seen = (
        _counted(zip(roots, _surfaces(extractions, placed), strict=True))
        if surfaces
        else {}
    )
    short = {nodes.names[node] for node in outcome.short_forms}
    labels = {root: label(counts, short) for root, counts in names.items()}
    made = entity_ids([(kinds[root], labels[root]) for root in names])
    ids = dict(zip(names, made, strict=True))
    entities = [
        Entity(
            ids[root],
            kinds[root],
            labels[root],
            _aliases(counts, seen.get(root, {}), labels[root]),
        )
        for root, counts in names.items()
    ]
    named = {place: ids[root] for place, root in placed.items()}
    broader = [
        (ids[narrow], ids[broad])
        for narrow, broad in outcome.broader.items()
        if narrow in ids and broad in ids
    ]
    for root, went in _went(nodes, outcome).items():
        if root not in ids and went in ids:
            ids[root], kinds[root] = ids[went], kinds[went]
    return Resolved(entities, named, _merges(nodes, outcome, ids, kinds), broader)


def _placed(nodes: Nodes, outcome: Outcome) -> dict[Place, int]:
    """Give the cluster that each mention names, in document order."""
    root_of = list(map(outcome.clusters.find, range(len(nodes.names))))
    moved = outcome.moved
    return {
        place: root_of[moved.get(place, node)]
        for place, node in zip(nodes.places, nodes.standing_at, strict=True)
        if nodes.names[node] or place in moved
    }


def _went(nodes: Nodes, outcome: Outcome) -> dict[int, int]:
    """Say for clusters of which mentions were moved where the first of them went."""
    find = outcome.clusters.find
    found: dict[int, int] = {}
    for place, node in zip(nodes.places, nodes.standing_at, strict=True):
        if place in outcome.moved:
            found.setdefault(find(node), find(outcome.moved[place]))
    return found


def _counted(pairs: Iterable[tuple[int, str]]) -> dict[int, dict[str, int]]:
    """Count what stands beside each cluster; both in the order of first standing."""
    found: dict[int, dict[str, int]] = {}
    for (root, what), count in Counter(pairs).items():
        found.setdefault(root, {})[what] = count
    return found


def _kinds(extractions: Sequence[Extraction], places: Iterable[Place]) -> Iterator[str]:
    for number, position in places:
        yield extractions[number].mentions[position].kind


def _surfaces(
    extractions: Sequence[Extraction], places: Iterable[Place]
) -> Iterator[str]:
    for number, position in places:
        yield decode_latex(extractions[number].mentions[position].surface)


def _names(nodes: Nodes, places: Collection[Place]) -> Iterator[str]:
    for place, node in zip(nodes.places, nodes.standing_at, strict=True):
        if place in places:
            yield nodes.names[node]


def _most(counts: Mapping[str, int]) -> str:
    """Take what is counted most; of equals max takes the first, the earliest one."""
    return max(counts, key=counts.__getitem__)


def _aliases(
    names: Mapping[str, int], surfaces: Mapping[str, int], label: str
) -> tuple[str, ...]:
    if len(names) == 1 and not surfaces and label in names:
        return ()
    counts = dict(names)
    for surface, count in surfaces.items():
        counts[surface] = counts.get(surface, 0) + count
    found = sorted(counts, key=lambda name: (-counts[name], name))
    return tuple(name for name in found if name not in (label, ""))


def _became_one(finding: Finding, clusters: Clusters) -> bool:
    return clusters.find(finding.a) == clusters.find(finding.b)


def _merges(
    nodes: Nodes, outcome: Outcome, ids: dict[int, str], kinds: dict[int, str]
) -> list[Merge]:
    """Word the findings with names and ids; of a moved name, b's entity is meant."""
    merges = []
    for finding in outcome.clusters.findings:
        if finding.verdict == "apart" and _became_one(finding, outcome.clusters):
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
