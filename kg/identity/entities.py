"""From clusters of names to entities with an id, a kind, a label and aliases."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from kg.identity.labels import Label
from kg.identity.nodes import Nodes, Outcome, Place, written
from kg.identity.slugs import entity_ids
from kg.records import Entity, Extraction, Mention, Merge
from kg.text.reading import reading


@dataclass(frozen=True, slots=True)
class Resolved:
    """One family of names, resolved: its entities, whom each place names, and why.

    `broader` has the ids of a term and of the one broader than it.
    """

    entities: list[Entity]
    named: dict[Place, str]
    merges: list[Merge]
    broader: list[tuple[str, str]]


@dataclass(slots=True)
class _Draft:
    """What the mentions of one cluster add up to."""

    kinds: dict[str, int] = field(default_factory=dict)
    names: dict[str, int] = field(default_factory=dict)
    surfaces: dict[str, int] = field(default_factory=dict)

    def add(self, mention: Mention, *, surfaces: bool) -> None:
        """Count a mention."""
        name = written(mention)
        self.kinds[mention.kind] = self.kinds.get(mention.kind, 0) + 1
        self.names[name] = self.names.get(name, 0) + 1
        if surfaces:
            surface = reading(mention.surface)
            self.surfaces[surface] = self.surfaces.get(surface, 0) + 1


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
    roots = _roots(nodes, outcome)
    drafts: dict[int, _Draft] = {}
    for place, root in roots.items():
        mention = extractions[place[0]].mentions[place[1]]
        draft = drafts.get(root)
        if draft is None:
            draft = drafts[root] = _Draft()
        draft.add(mention, surfaces=surfaces)
    short = {nodes.names[node] for node in outcome.short_forms}
    labels = {root: label(draft.names, short) for root, draft in drafts.items()}
    kinds = {root: _kind(draft) for root, draft in drafts.items()}
    made = entity_ids([(kinds[root], labels[root]) for root in drafts])
    ids = dict(zip(drafts, made, strict=True))
    entities = [
        Entity(ids[root], kinds[root], labels[root], _aliases(draft, labels[root]))
        for root, draft in drafts.items()
    ]
    named = {place: ids[root] for place, root in roots.items()}
    broader = [
        (ids[narrow], ids[broad])
        for narrow, broad in outcome.broader.items()
        if narrow in ids and broad in ids
    ]
    return Resolved(entities, named, _merges(nodes, outcome, ids, kinds), broader)


def _roots(nodes: Nodes, outcome: Outcome) -> dict[Place, int]:
    """Give the cluster that each mention names, in document order."""
    find = outcome.clusters.find
    moved = outcome.moved
    return {
        place: find(moved.get(place, node))
        for place, node in zip(nodes.places, nodes.standing_at, strict=True)
        if nodes.names[node] or place in moved
    }


def _kind(draft: _Draft) -> str:
    """Take the kind given most; of equals max takes the first, the earliest one."""
    return max(draft.kinds, key=lambda kind: draft.kinds[kind])


def _aliases(draft: _Draft, label: str) -> tuple[str, ...]:
    if len(draft.names) == 1 and not draft.surfaces and label in draft.names:
        return ()
    counts = dict(draft.names)
    for surface, count in draft.surfaces.items():
        counts[surface] = counts.get(surface, 0) + count
    found = sorted(counts, key=lambda name: (-counts[name], name))
    return tuple(name for name in found if name not in (label, ""))


def _merges(
    nodes: Nodes, outcome: Outcome, ids: dict[int, str], kinds: dict[int, str]
) -> list[Merge]:
    """Word the findings with names and ids; of a moved name, b's entity is meant."""
    merges = []
    for finding in outcome.clusters.findings:
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
