"""What identifiers that can be relied on do to clusters of people.

The same ORCID joins names, however they differ; other identifiers keep them apart. A
decision has the last word, as it is carried out before.
"""

from collections.abc import Sequence

from kg.records import PersonFacts
from kg.resolution.clusters import Clusters, Finding
from kg.resolution.people.person_clustering import JOINED_FROM, PersonClusters
from kg.resolution.people.profiles import NameInWork
from kg.resolution.people.reliable_ids import ReliableIds
from kg.resolution.person_ids import ORCID
from kg.sources.records.record_ids import parse_orcid

# Not quite certain: slips that `reliable_ids` cannot see may be left.
_SAME_ORCID = 0.999


def identify_nodes(
    units: Sequence[Sequence[NameInWork]], ids: ReliableIds, clusters: Clusters
) -> None:
    """Give nodes the identifiers of the names in works that they stand for.

    Args:
        units: for each node its names in works.
        ids: of names in works.
        clusters: of nodes, as decisions made them.
    """
    for node, own in enumerate(units if ids.of else ()):
        for scheme, value in sorted({i for u in own for i in ids.of.get(u, ())}):
            clusters.identify(node, scheme, value)


def join_equal_orcids(people: PersonClusters, clusters: Clusters) -> None:
    """Join groups of one ORCID, whatever their names.

    Nothing is joined that a decision keeps apart, or that one author line has side by
    side; the groups have ORCIDs that can be relied on (see `find_reliable_ids`).

    Args:
        people: groups of nodes with equal names, and the constraints on them.
        clusters: of nodes, with their identifiers.
    """
    firsts: dict[str, list[int]] = {}
    for group, nodes in enumerate(people.nodes):
        for orcid in sorted(clusters.identifiers(nodes[0]).get(ORCID, ())):
            firsts.setdefault(orcid, []).append(group)
    for orcid, (first, *others) in sorted(firsts.items()):
        for other in others:
            a, b = people.nodes[first][0], people.nodes[other][0]
            conflict = people.find_proof_of_two(first, other)
            reason = f"The same ORCID {orcid}."
            if conflict is None:
                clusters.join(Finding(a, b, ORCID, reason, _SAME_ORCID))
            else:
                reason = f"{conflict} {reason}"
                clusters.note(Finding(a, b, ORCID, reason, JOINED_FROM, "apart"))


def known_orcids(nodes: int, clusters: Clusters) -> dict[int, PersonFacts]:
    """Return the ORCID of each cluster that has one that can be relied on.

    Its check digit is right. Of several, which only a decision brings together, the
    first.

    Args:
        nodes: how many there are.
        clusters: of nodes, with their identifiers.
    """
    found: dict[int, PersonFacts] = {}
    for root in dict.fromkeys(map(clusters.find, range(nodes))):
        orcids = clusters.identifiers(root).get(ORCID, ())
        orcids = {orcid for orcid in orcids if parse_orcid(orcid)}
        if orcids:
            found[root] = PersonFacts(min(orcids))
    return found


def note_doubts(
    units: Sequence[Sequence[NameInWork]], ids: ReliableIds, clusters: Clusters
) -> None:
    """Note for review whom a doubtful ORCID would join.

    Args:
        units: for each node its names in works.
        ids: with the doubts.
        clusters: of nodes.
    """
    if not ids.doubts:
        return
    node_of = {unit: node for node, own in enumerate(units) for unit in own}
    carriers: dict[str, list[int]] = {}
    for unit, own in ids.of.items():
        for scheme, value in own:
            if scheme == ORCID:
                carriers.setdefault(value, []).append(node_of[unit])
    for doubt in ids.doubts:
        carriers.setdefault(doubt.orcid, []).append(node_of[doubt.unit])
    noted: set[tuple[int, int]] = set()
    for doubt in ids.doubts:
        node = node_of[doubt.unit]
        for other in sorted(set(carriers[doubt.orcid])):
            pair = min(node, other), max(node, other)
            if clusters.find(node) != clusters.find(other) and pair not in noted:
                noted.add(pair)
                reason, rule = doubt.reason, "ORCID in doubt"
                clusters.note(Finding(*pair, rule, reason, JOINED_FROM, "apart"))
