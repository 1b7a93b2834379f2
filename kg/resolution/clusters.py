"""Clusters that grow by joins, keep forbidden pairs apart and remember every reason."""

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """Why two nodes were joined, or kept apart although they are alike.

    `a` and `b` are nodes: positions in the list of names (or works) of one kind.
    `score` is how likely it is, in [0, 1], that they are one.

    Attributes:
        rule: a short name of the reason, by which merges are counted.
        reason: a sentence for the reader.
        verdict: "same" for a join, "apart" for a pair that is kept apart.
    """

    a: int
    b: int
    rule: str
    reason: str
    score: float = 1.0
    verdict: Literal["same", "apart"] = "same"


class Clusters:
    """A union-find over nodes 0…size-1 that refuses joins across forbidden pairs.

    `findings` has one "same" for each join that took place, which is a spanning forest
    of the clusters: enough to explain any two members of one. `pinned` nodes are where
    a person put them; `unknown` has the names in decisions that no node has.

    Example:
        >>> clusters = Clusters(3)
        >>> clusters.forbid([0], [2])
        >>> clusters.join(Finding(0, 1, "case", "The same but for capitals."))
        True
        >>> clusters.join(Finding(1, 2, "case", "The same but for capitals."))
        False
        >>> clusters.find(0) == clusters.find(1) != clusters.find(2)
        True
    """

    def __init__(self, size: int) -> None:
        """Start with each node on its own."""
        self._parents = list(range(size))
        self._members: dict[int, list[int]] = {}
        # By cluster: the bans that it is party to, each with the side that it is on.
        self._sides: dict[int, set[tuple[int, bool]]] = {}
        self._bans = 0
        # By cluster and scheme: the identifiers of its nodes (see `identify`).
        self._identifiers: dict[int, dict[str, set[str]]] = {}
        self.findings: list[Finding] = []
        self.pinned: set[int] = set()
        self.unknown: set[str] = set()

    def find(self, node: int) -> int:
        """Return the node that stands for the cluster of `node`."""
        parents = self._parents
        while parents[node] != node:
            parents[node] = parents[parents[node]]
            node = parents[node]
        return node

    def members(self, node: int) -> list[int]:
        """Return the nodes of the cluster of `node`, in no promised order."""
        root = self.find(node)
        return self._members.get(root, [root])

    def forbid(self, some: Iterable[int], others: Iterable[int]) -> None:
        """Never let any of `some` come into one cluster with any of `others`.

        None of them may be in one yet.
        """
        for nodes, side in ((some, False), (others, True)):
            for node in nodes:
                sides = self._sides.setdefault(self.find(node), set())
                sides.add((self._bans, side))
        self._bans += 1

    def identify(self, node: int, scheme: str, value: str) -> None:
        """Give a node an identifier: one thing has one of each scheme, as an ORCID.

        Clusters with other identifiers of a scheme are never joined from now on.
        """
        schemes = self._identifiers.setdefault(self.find(node), {})
        schemes.setdefault(scheme, set()).add(value)

    def identifiers(self, node: int) -> Mapping[str, Set[str]]:
        """Return the identifiers in the cluster of `node`, by scheme."""
        return self._identifiers.get(self.find(node), {})

    def differing_scheme(self, a: int, b: int) -> str | None:
        """Return the first scheme by which `a` and `b` are two, if there is one."""
        ours, theirs = self.identifiers(a), self.identifiers(b)
        return next(
            (
                scheme
                for scheme in sorted(ours.keys() & theirs.keys())
                if ours[scheme].isdisjoint(theirs[scheme])
            ),
            None,
        )

    def is_forbidden(self, a: int, b: int) -> bool:
        """Tell whether a ban or an identifier keeps `a` and `b` apart."""
        return self.is_banned(a, b) or self.differing_scheme(a, b) is not None

    def is_banned(self, a: int, b: int) -> bool:
        """Tell whether joining the clusters of `a` and `b` would break a ban."""
        ours = self._sides.get(self.find(a))
        theirs = self._sides.get(self.find(b))
        if not ours or not theirs:
            return False
        return any((ban, not side) in theirs for ban, side in ours)

    def join(self, finding: Finding) -> bool:
        """Join two clusters and keep the reason; tell whether they are one now."""
        a, b = self.find(finding.a), self.find(finding.b)
        if a == b:
            return True
        if self.is_forbidden(a, b):
            return False
        first, second = self._members.get(a, [a]), self._members.get(b, [b])
        if len(first) < len(second):
            a, b, first, second = b, a, second, first
        first.extend(second)
        self._members[a] = first
        self._members.pop(b, None)
        self._parents[b] = a
        if b in self._sides:
            self._sides.setdefault(a, set()).update(self._sides.pop(b))
        for scheme, values in self._identifiers.pop(b, {}).items():
            schemes = self._identifiers.setdefault(a, {})
            schemes.setdefault(scheme, set()).update(values)
        self.findings.append(finding)
        return True

    def note(self, finding: Finding) -> None:
        """Keep a reason without joining: for a pair that is likely enough to review."""
        self.findings.append(finding)

    def join_all(self, nodes: Iterable[int], *, rule: str, reason: str) -> None:
        """Join each of `nodes` to the first of them, for the same reason.

        Those that a ban keeps from the first gather apart from it.
        """
        firsts: list[int] = []
        for node in nodes:
            findings = (Finding(first, node, rule, reason) for first in firsts)
            if not any(map(self.join, findings)):
                firsts.append(node)
