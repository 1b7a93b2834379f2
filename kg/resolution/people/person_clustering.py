"""People as clusters of names: candidate pairs are joined, the likeliest first.

Hard constraints veto a pair whatever its score: a cluster never holds two names that no
person can have both, nor two that one author line has side by side. A name that fits
two people equally well joins neither.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from kg.log_odds import probability_from_bits
from kg.resolution.clusters import Clusters, Finding
from kg.resolution.people.match_evidence import Evidence, total_bits
from kg.resolution.people.name_comparison import Differences, name_differences
from kg.resolution.people.name_comparison_form import NameForm
from kg.resolution.people.person_blocking import CandidatePair
from kg.resolution.person_ids import ORCID, describe_difference_of_ids

# Two nodes are joined from this probability on.
JOINED_FROM = 0.5
# Pairs from this probability on are noted, for a person to review.
NOTED_FROM = 0.1
# A rival pair that is so many bits less likely is none.
_MARGIN = 2.0

_DIFFERENCE_WORDS = {
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
class _ScoredPair:
    """A candidate pair, by position, and what speaks for their being one person."""

    a: int
    b: int
    bits: float
    differences: Differences
    added: Mapping[str, float]


class PersonClusters:
    """The clusters that people grow in, out of groups of nodes with equal names."""

    def __init__(
        self,
        names: Sequence[NameForm],
        nodes: Sequence[Sequence[int]],
        labels: Sequence[str],
        evidence: Evidence,
        clusters: Clusters,
    ) -> None:
        """Begin with groups of nodes that are in one cluster each.

        Args:
            names: the name of each group.
            nodes: the nodes of each group.
            labels: the names of all nodes, as they are written.
            evidence: on pairs of groups.
            clusters: of nodes.
        """
        self.names = names
        self._labels = labels
        self.nodes = nodes
        self._evidence = evidence
        self._clusters = clusters
        self._position_of = {node: n for n, group in enumerate(nodes) for node in group}

    def are_one(self, a: int, b: int) -> bool:
        """Tell whether two groups are in one cluster."""
        find = self._clusters.find
        return find(self.nodes[a][0]) == find(self.nodes[b][0])

    def are_compatible(self, a: int, b: int) -> bool:
        """Tell whether no constraint keeps the clusters of two groups apart."""
        return self.find_conflict(a, b) is None

    def find_conflict(self, a: int, b: int) -> str | None:
        """Return a sentence on what keeps the clusters of two groups apart, if anything."""
        return self.find_proof_of_two(a, b) or self._clashing_names(a, b)

    def find_proof_of_two(self, a: int, b: int) -> str | None:
        """Return a sentence on what proves two people, whatever the names, if anything."""
        one, other = self.nodes[a][0], self.nodes[b][0]
        if self._clusters.is_banned(one, other):
            return "A decision keeps them apart."
        scheme = self._clusters.differing_scheme(one, other)
        if scheme is not None:
            values = (self._clusters.identifiers(n)[scheme] for n in (one, other))
            return describe_difference_of_ids(scheme, *map(min, values))
        if self._share_orcid(one, other) and self._clashing_names(a, b) is None:
            return None  # one author, whom a record lists twice
        return self._side_by_side(self._groups_with(a), self._groups_with(b))

    def _share_orcid(self, one: int, other: int) -> bool:
        """Tell whether the clusters of two nodes have an ORCID in common."""
        ours, theirs = (
            self._clusters.identifiers(n).get(ORCID, ()) for n in (one, other)
        )
        return not set(ours).isdisjoint(theirs)

    def _clashing_names(self, a: int, b: int) -> str | None:
        """Return a sentence on two names that no person has both, if there are any."""
        # A bare surname got here by a decision, which has the last word.
        first, second = (
            {
                self.names[n]: n
                for n in reversed(self._groups_with(group))
                if self.names[n].opened
            }
            for group in (a, b)
        )
        changed = [set(first) if self._has_orcid(a) else set()]
        changed.append(set(second) if self._has_orcid(b) else set())
        for (x, one), (y, other) in product(first.items(), second.items()):
            differences = name_differences(x, y)
            if differences is None and not (
                _is_other_name(x, y, changed[0]) or _is_other_name(y, x, changed[1])
            ):
                return f"{self._label_of(one)} is not {self._label_of(other)}."
            if differences and self._evidence.are_two_spellings(
                one, other, differences
            ):
                both = f"{self._label_of(one)} and {self._label_of(other)}"
                return f"{both} each stand in several works."
        return None

    def _side_by_side(self, ours: Sequence[int], theirs: Sequence[int]) -> str | None:
        """Return a sentence on two names of one author line, if there are any."""
        for one, other in product(ours, theirs):
            if self._evidence.share_author_line(one, other):
                both = f"{self._label_of(one)} and {self._label_of(other)}"
                return f"One author line has both {both}."
        return None

    def _has_orcid(self, group: int) -> bool:
        """Tell whether an ORCID is known of the cluster of a group."""
        return ORCID in self._clusters.identifiers(self.nodes[group][0])

    def _label_of(self, group: int) -> str:
        """Return a name of a group as it is written."""
        return self._labels[self.nodes[group][0]]

    def _groups_with(self, group: int) -> list[int]:
        """Return the groups in the cluster of one of them, in order."""
        members = self._clusters.members(self.nodes[group][0])
        return sorted(
            {self._position_of[node] for node in members if node in self._position_of}
        )


def _is_other_name(name: NameForm, new: NameForm, names: Collection[NameForm]) -> bool:
    """Tell whether a person of several unlike names has one that fits a new one.

    Names of one ORCID may be unlike each other, as people marry.
    """
    return any(
        name_differences(other, name) is None
        and name_differences(other, new) is not None
        for other in names
    )


def join_likely_pairs(
    pairs: Mapping[CandidatePair, Differences],
    people: PersonClusters,
    clusters: Clusters,
    evidence: Evidence,
) -> None:
    """Join pairs of groups that are likely one person, and note why others are not.

    Args:
        pairs: candidate pairs of groups, with what differs between their names.
        people: the groups and the constraints on them.
        clusters: of nodes, which grow.
        evidence: on pairs of groups.
    """
    scored = _score_pairs(pairs, evidence)
    pairs_of: dict[int, list[_ScoredPair]] = {}
    for pair in scored:
        pairs_of.setdefault(pair.a, []).append(pair)
        pairs_of.setdefault(pair.b, []).append(pair)
    for pair in scored:
        if not people.are_one(pair.a, pair.b):
            finding = _judge(pair, pairs_of, people, evidence)
            if finding.verdict == "same":
                clusters.join(finding)
            else:
                clusters.note(finding)


def _judge(
    pair: _ScoredPair,
    pairs_of: Mapping[int, Sequence[_ScoredPair]],
    people: PersonClusters,
    evidence: Evidence,
) -> Finding:
    """Return the verdict on a candidate pair, with its rule and reason."""
    a, b = people.nodes[pair.a][0], people.nodes[pair.b][0]
    rule, reason = _rule_name(pair.differences), _reason(pair, evidence)
    score = round(probability_from_bits(pair.bits), 3)
    conflict = people.find_conflict(pair.a, pair.b)
    if score < JOINED_FROM or conflict:
        reason = f"{conflict} {reason}" if conflict else reason
        return Finding(a, b, rule, reason, min(score, JOINED_FROM), "apart")
    if _is_unclear(pair, pairs_of, people):
        reason = f"Another name fits as well. {reason}"
        return Finding(a, b, f"{rule} unclear", reason, JOINED_FROM, "apart")
    return Finding(a, b, rule, reason, score)


def _score_pairs(
    pairs: Mapping[CandidatePair, Differences], evidence: Evidence
) -> list[_ScoredPair]:
    """Return the pairs likely enough to be noted, the likeliest first."""
    scored = []
    for (a, b), differences in pairs.items():
        if not evidence.share_author_line(a, b):
            added = evidence.weigh(a, b, differences)
            bits = total_bits(added)
            if probability_from_bits(bits) >= NOTED_FROM:
                scored.append(_ScoredPair(a, b, bits, differences, added))
    return sorted(scored, key=lambda pair: (-pair.bits, pair.a, pair.b))


def _is_unclear(
    pair: _ScoredPair,
    pairs_of: Mapping[int, Sequence[_ScoredPair]],
    people: PersonClusters,
) -> bool:
    """Tell whether either name might as well be that of someone else."""
    for one, other in ((pair.a, pair.b), (pair.b, pair.a)):
        for rival in pairs_of[one]:
            third = rival.b if rival.a == one else rival.a
            if (
                pair.bits - rival.bits <= _MARGIN
                and third != other
                and not people.are_one(third, one)
                and not people.are_one(third, other)
                and not people.are_compatible(third, other)
            ):
                return True
    return False


def _rule_name(differences: Differences) -> str:
    """Return the rule of a merge: the differences between both names."""
    return " and ".join(sorted(differences)) or "same name"


def _reason(pair: _ScoredPair, evidence: Evidence) -> str:
    """Return a sentence: what differs, what is shared, and what each feature adds."""
    what, weights = (
        describe_differences(pair.differences),
        describe_evidence(pair.added),
    )
    shared = evidence.describe_shared(pair.a, pair.b)
    return f"The names differ by {what}{shared}; evidence in bits: {weights}."


def describe_differences(differences: Differences) -> str:
    """Return in words what differs between two names: "a name cut to its initial".

    >>> describe_differences(frozenset({"suffix", "initial"}))
    'a name cut to its initial, a suffix left out'
    """
    words = [_DIFFERENCE_WORDS[difference] for difference in sorted(differences)]
    return ", ".join(words) or "the same words"


def describe_evidence(added: Mapping[str, float]) -> str:
    """Return in words what each feature adds to the log odds, in bits, most first.

    >>> describe_evidence({"rarity": 0.04, "topics": -2.0, "papers": 1.26})
    'topics -2.0, papers +1.3'
    """
    ranked = sorted(added.items(), key=lambda item: (-abs(item[1]), item[0]))
    return ", ".join(f"{name} {bits:+.1f}" for name, bits in ranked if abs(bits) >= 0.1)
