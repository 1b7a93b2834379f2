"""People out of pairs of names: the likeliest pairs first, none against the evidence.

A cluster never holds two names that cannot be one person's, nor two that one author
line has side by side. A name that fits two people equally well joins neither.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kg.odds import probability_from_bits
from kg.resolution.clusters import Clusters, Finding
from kg.resolution.people.match_evidence import Evidence, total_bits
from kg.resolution.people.name_variants import Differences, Form, differences
from kg.resolution.people.person_blocking import Pair

# Two nodes are joined from this probability on.
JOINED = 0.5
# Likelier ones than this tempt, and are noted, for a person to review.
TEMPTING = 0.1
# A rival that is so many bits less likely is none.
_MARGIN = 2.0

_SAID = {
    "middle": "a middle name left out",
    "initial": "a name cut to its initial",
    "nickname": "a nickname",
    "clipped": "a name cut short",
    "umlaut": "an umlaut written out",
    "spelling": "a letter spelt otherwise",
    "first": "a first name left out",
    "family": "a part of the family name left out",
    "order": "another order",
    "suffix": "a suffix left out",
}


@dataclass(frozen=True, slots=True)
class _Judged:
    """Two bearers of names, by position, and what speaks for their being one."""

    a: int
    b: int
    bits: float
    said: Differences
    added: Mapping[str, float]


class Bearers:
    """Bearers of names, by position: the name and the nodes of each."""

    def __init__(
        self,
        names: Sequence[Form],
        nodes: Sequence[Sequence[int]],
        labels: Sequence[str],
        evidence: Evidence,
        clusters: Clusters,
    ) -> None:
        """Begin with clusters that hold all nodes of a bearer together.

        Args:
            names: of the bearers.
            nodes: of the bearers.
            labels: names of all nodes, as they are written.
            evidence: on pairs of bearers.
            clusters: of nodes.
        """
        self.names = names
        self._labels = labels
        self.nodes = nodes
        self._evidence = evidence
        self._clusters = clusters
        self._of = {node: n for n, bearer in enumerate(nodes) for node in bearer}

    def are_one(self, a: int, b: int) -> bool:
        """Tell whether two bearers are in one cluster."""
        find = self._clusters.find
        return find(self.nodes[a][0]) == find(self.nodes[b][0])

    def fit(self, a: int, b: int) -> bool:
        """Tell whether nobody in one cluster speaks against anyone in the other."""
        return self.clash(a, b) is None

    def clash(self, a: int, b: int) -> str | None:
        """Say what in the clusters of two bearers keeps them apart, if anything."""
        if self._clusters.forbidden(self.nodes[a][0], self.nodes[b][0]):
            return "A decision keeps them apart."
        ours, theirs = self._with(a), self._with(b)
        # A name without given ones got here by a decision, which is not ours to judge.
        forms = [
            {self.names[n]: n for n in reversed(side) if self.names[n].opened}
            for side in (ours, theirs)
        ]
        for x, one in forms[0].items():
            for y, other in forms[1].items():
                if differences(x, y) is None:
                    return f"{self._called(one)} is not {self._called(other)}."
        for one in ours:
            for other in theirs:
                if self._evidence.apart(one, other):
                    both = f"{self._called(one)} and {self._called(other)}"
                    return f"One author line has both {both}."
        return None

    def _called(self, bearer: int) -> str:
        return self._labels[self.nodes[bearer][0]]

    def _with(self, bearer: int) -> list[int]:
        members = self._clusters.members(self.nodes[bearer][0])
        return sorted({self._of[node] for node in members if node in self._of})


def join_pairs(
    pairs: Mapping[Pair, Differences],
    bearers: Bearers,
    clusters: Clusters,
    evidence: Evidence,
) -> None:
    """Join pairs of bearers that are likely one person, with the reason for each."""
    judged = _judged(pairs, evidence)
    near: dict[int, list[_Judged]] = {}
    for pair in judged:
        near.setdefault(pair.a, []).append(pair)
        near.setdefault(pair.b, []).append(pair)
    for pair in judged:
        if bearers.are_one(pair.a, pair.b):
            continue
        rule, score = _rule(pair.said), round(probability_from_bits(pair.bits), 3)
        a, b = bearers.nodes[pair.a][0], bearers.nodes[pair.b][0]
        reason = _reason(pair, evidence)
        clash = bearers.clash(pair.a, pair.b)
        if score < JOINED or clash:
            reason = f"{clash} {reason}" if clash else reason
            score = min(score, JOINED)
            clusters.note(Finding(a, b, rule, reason, score, "apart"))
        elif _is_unclear(pair, near, bearers):
            reason = f"Another name fits as well. {reason}"
            clusters.note(Finding(a, b, f"{rule} unclear", reason, JOINED, "apart"))
        else:
            clusters.join(Finding(a, b, rule, reason, score))


def _judged(pairs: Mapping[Pair, Differences], evidence: Evidence) -> list[_Judged]:
    """List the pairs that tempt, the likeliest first."""
    found = []
    for (a, b), said in pairs.items():
        if not evidence.apart(a, b):
            added = evidence.weighed(a, b, said)
            bits = total_bits(added)
            if probability_from_bits(bits) >= TEMPTING:
                found.append(_Judged(a, b, bits, said, added))
    return sorted(found, key=lambda pair: (-pair.bits, pair.a, pair.b))


def _is_unclear(
    pair: _Judged, near: Mapping[int, Sequence[_Judged]], bearers: Bearers
) -> bool:
    """Tell whether either name might as well be that of someone else."""
    for one, other in ((pair.a, pair.b), (pair.b, pair.a)):
        for rival in near[one]:
            third = rival.b if rival.a == one else rival.a
            if (
                pair.bits - rival.bits <= _MARGIN
                and third != other
                and not bearers.are_one(third, one)
                and not bearers.are_one(third, other)
                and not bearers.fit(third, other)
            ):
                return True
    return False


def _rule(said: Differences) -> str:
    return " and ".join(sorted(said)) or "same name"


def _reason(pair: _Judged, evidence: Evidence) -> str:
    """Say what differs, what is shared, and what each piece adds to the odds."""
    what, told = told_differences(pair.said), evidence_in_words(pair.added)
    shared = evidence.words_for(pair.a, pair.b)
    return f"The names differ by {what}{shared}; evidence in bits: {told}."


def told_differences(said: Differences) -> str:
    """Say what differs between two names: "a name cut to its initial"."""
    return ", ".join(_SAID[one] for one in sorted(said)) or "the same words"


def evidence_in_words(added: Mapping[str, float]) -> str:
    """Say what each piece of evidence adds to the odds, in bits, the most first."""
    ranked = sorted(added.items(), key=lambda piece: (-abs(piece[1]), piece[0]))
    return ", ".join(f"{name} {bits:+.1f}" for name, bits in ranked if abs(bits) >= 0.1)
