"""Names of initials only: a node a work, joined where something else is shared.

"Li X" on six papers is six people until a co-author, a paper or an institution says
otherwise. Only nodes that share such a trace are compared, so the way is near linear.
"""

from collections.abc import Callable, Hashable, Sequence

from kg.identity.abridged import all_compatible, family_key
from kg.identity.clusters import Clusters, Finding
from kg.identity.evidence import Evidence
from kg.identity.names import PersonName, compatible, initials_only, letters

# A join makes a shared co-author of two, which may join others; this often at most.
_ROUNDS = 5

Block = tuple[str, str, str]


def join_same_initials(
    parsed: Sequence[PersonName], clusters: Clusters, evidence: Evidence
) -> None:
    """Join nodes of the same initials that share a co-author, work or institution."""
    groups = [group for group in _alike(parsed) if len(group) > 1]
    for _ in range(_ROUNDS):
        before = len(clusters.findings)
        for group in groups:
            _join_by_trace(group, clusters, evidence)
        if len(clusters.findings) == before:
            break


def _alike(parsed: Sequence[PersonName]) -> list[list[int]]:
    """Group the nodes of the same initials and family name."""
    groups: dict[tuple[str, str, str], list[int]] = {}
    for node, name in enumerate(parsed):
        if initials_only(name):
            groups.setdefault(letters(name), []).append(node)
    return list(groups.values())


def _join_by_trace(
    group: Sequence[int], clusters: Clusters, evidence: Evidence
) -> None:
    first: dict[Hashable, int] = {}
    for node in group:
        for key, words in evidence.traces(node):
            other = first.setdefault(key, node)
            if clusters.find(other) == clusters.find(node):
                continue
            if not evidence.side_by_side(other, node):
                reason = f"The same initials, and {words}."
                clusters.join(Finding(other, node, "same initials", reason, 0.85))


def join_shorter_initials(
    parsed: Sequence[PersonName], clusters: Clusters, evidence: Evidence
) -> None:
    """Join "J. Smith" to the one "J. A. Smith" that it shares a trace with.

    Where full names fit, they have had their turn, and more initials are no better.
    """
    named = _named(parsed)
    blocks: dict[Block, list[int]] = {}
    for node, name in enumerate(parsed):
        if initials_only(name) and not named(name):
            blocks.setdefault(_block(name), []).append(node)
    for block in blocks.values():
        if len({letters(parsed[node]) for node in block}) > 1:
            _join_shorter(block, parsed, clusters, evidence)


def _join_shorter(
    block: Sequence[int],
    parsed: Sequence[PersonName],
    clusters: Clusters,
    evidence: Evidence,
) -> None:
    traces = {node: tuple(evidence.traces(node)) for node in block}
    # Nodes of one spelling that share a trace are one by now: the first stands for all.
    index: dict[Hashable, dict[tuple[str, str, str], int]] = {}
    for node in block:
        for key, _ in traces[node]:
            index.setdefault(key, {}).setdefault(letters(parsed[node]), node)
    for node in sorted(block, key=lambda n: (-len(letters(parsed[n])[0]), n)):
        own = {parsed[member] for member in clusters.members(node)}
        found: dict[int, tuple[int, str]] = {}
        for key, words in traces[node]:
            for other in index[key].values():
                longer = len(letters(parsed[other])[0]) > len(letters(parsed[node])[0])
                theirs = {parsed[member] for member in clusters.members(other)}
                if longer and all_compatible(own, theirs):
                    found.setdefault(clusters.find(other), (other, words))
        found.pop(clusters.find(node), None)
        if len(found) == 1:
            other, words = next(iter(found.values()))
            if not evidence.side_by_side(node, other):
                reason = f"The initials fit, and {words}."
                clusters.join(Finding(node, other, "initials", reason, 0.8))


def join_rare_initials(
    parsed: Sequence[PersonName], clusters: Clusters, evidence: Evidence
) -> None:
    """Join nodes of the same two initials or more, where no full name fits them.

    "M. E. J. Newman" hardly means two people; "J. A. Smith" may, once the corpus has a
    John Smith.
    """
    named = _named(parsed)
    reason = (
        "Two initials or more are the same, and they fit no full name in the corpus."
    )
    for group in _alike(parsed):
        name = parsed[group[0]]
        if len(letters(name)[0]) < 2 or len(group) < 2 or named(name):
            continue
        for node in group[1:]:
            if clusters.find(node) == clusters.find(group[0]):
                continue
            if not evidence.side_by_side(group[0], node):
                clusters.join(Finding(group[0], node, "rare initials", reason, 0.75))


def _named(parsed: Sequence[PersonName]) -> Callable[[PersonName], bool]:
    """Give a look-up of whether a full name of the corpus fits a name of initials."""
    full: dict[Block, set[PersonName]] = {}
    for name in parsed:
        if not name.bare and not initials_only(name):
            full.setdefault(_block(name), set()).add(name)
    known: dict[PersonName, bool] = {}

    def named(name: PersonName) -> bool:
        if name not in known:
            rivals = full.get(_block(name), ())
            known[name] = any(compatible(name, other) for other in rivals)
        return known[name]

    return named


def _block(name: PersonName) -> Block:
    return name.given[0][0], family_key(name), name.suffix
