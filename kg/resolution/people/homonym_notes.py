"""Notes for a person to review: works of one rare name that are taken for two people's."""

from collections.abc import Iterable, Sequence

from kg.log_odds import probability_from_bits
from kg.resolution.clusters import Clusters, Finding
from kg.resolution.people.homonyms import DoubtfulPair
from kg.resolution.people.person_clustering import describe_evidence
from kg.resolution.people.profiles import NameInWork

# However surely two careers are two people's, a rare name is worth a look: `kg review`
# leaves out what is hardly doubtful.
_LEAST = 0.1


def note_homonyms(
    units: Sequence[Sequence[NameInWork]],
    doubts: Iterable[DoubtfulPair],
    clusters: Clusters,
) -> None:
    """Note which homonyms are two people by the places that their works are in.

    Args:
        units: for each node its names in works.
        doubts: pairs of works, each of one name.
        clusters: of nodes.
    """
    node_of = {unit: node for node, own in enumerate(units) for unit in own}
    for doubt in doubts:
        a, b = node_of[doubt.one], node_of[doubt.other]
        if clusters.find(a) != clusters.find(b):
            reason = (
                "One rare name at other institutions; evidence in bits: "
                f"{describe_evidence(doubt.added)}."
            )
            score = max(_LEAST, round(probability_from_bits(doubt.bits), 3))
            finding = Finding(a, b, "same name elsewhere", reason, score, "apart")
            clusters.note(finding)
