"""Names with words left out or cut to initials, joined only where one person fits.

A name is held against the fuller names of its block, fullest first, so that John joins
John A. once that is known to be John Adam, and stays alone between John A. and John B.
"""

from collections.abc import Iterable, Sequence

from kg.identity.clusters import Clusters, Finding
from kg.identity.evidence import Evidence
from kg.identity.names import PersonName, compatible, initials_only, is_initial

# More names than this under one first and family name say nothing about any of them.
LARGEST_BLOCK = 200

Block = dict[tuple[str, str, str], list[int]]


def join_middle_names(
    parsed: Sequence[PersonName], clusters: Clusters, evidence: Evidence
) -> None:
    """Join names that differ in middle names only, where nobody else fits as well."""
    blocks: Block = {}
    for node, name in enumerate(parsed):
        if not name.bare and not name.initialled:
            first = name.given[0].replace("-", "")
            blocks.setdefault((first, family_key(name), name.suffix), []).append(node)
    for block in blocks.values():
        ordered = _fullest_first(block, parsed, clusters)
        if len(ordered) > LARGEST_BLOCK:
            continue
        for position, node in enumerate(ordered):
            rivals = _fitting(node, ordered[:position], parsed, clusters)
            _settle_middle(node, rivals, clusters, evidence)


def _settle_middle(
    node: int, rivals: Sequence[int], clusters: Clusters, evidence: Evidence
) -> None:
    near = [rival for rival in rivals if not evidence.side_by_side(node, rival)]
    if len(near) > 1:
        shared = [rival for rival in near if evidence.shared(node, rival)]
        if len(shared) != 1:
            reason = f"{len(near)} fuller names fit, and nothing tells which is meant."
            clusters.note(
                Finding(node, near[0], "middle name unclear", reason, 0.4, "apart")
            )
            return
        near = shared
    for rival in near:
        words = evidence.shared(node, rival)
        reason = (
            "One leaves out or cuts short a middle name, and "
            f"{words or 'no other name in the corpus fits'}."
        )
        clusters.join(Finding(node, rival, "middle name", reason, 0.9))


def join_initials(
    parsed: Sequence[PersonName], clusters: Clusters, evidence: Evidence
) -> None:
    """Join initials to the one full name that fits, if something else is shared too.

    DESIGN: people are never merged on an initial alone.
    """
    blocks: Block = {}
    for node, name in enumerate(parsed):
        if not name.bare:
            key = (name.given[0][0], family_key(name), name.suffix)
            blocks.setdefault(key, []).append(node)
    for block in blocks.values():
        if any(parsed[node].initialled for node in block):
            _settle_block(block, parsed, clusters, evidence)


def _settle_block(
    block: Sequence[int],
    parsed: Sequence[PersonName],
    clusters: Clusters,
    evidence: Evidence,
) -> None:
    ordered = _fullest_first(block, parsed, clusters)
    named = [node for node in ordered if not initials_only(parsed[node])]
    fitting: dict[PersonName, list[int]] = {}
    for node in ordered if named else ():
        name = parsed[node]
        if not name.initialled:
            continue
        if name not in fitting:
            fuller = named if initials_only(name) else named[: named.index(node)]
            fitting[name] = [
                other for other in fuller if compatible(name, parsed[other])
            ]
        rivals = _fitting(node, fitting[name], parsed, clusters, enough=2)
        _settle_initial(node, rivals, clusters, evidence)


def _settle_initial(
    node: int, rivals: Sequence[int], clusters: Clusters, evidence: Evidence
) -> None:
    if not rivals:
        return
    first = rivals[0]
    shared = evidence.shared(node, first)
    if len(rivals) > 1:
        reason = "The initials fit more than one person of the corpus."
        clusters.note(Finding(node, first, "initials unclear", reason, 0.3, "apart"))
    elif evidence.side_by_side(node, first):
        reason = "One author line has both, so they are two people."
        clusters.note(Finding(node, first, "side by side", reason, 0.1, "apart"))
    elif shared:
        reason = f"The initials fit nobody else in the corpus, and {shared}."
        clusters.join(Finding(node, first, "initials", reason, 0.85))
    else:
        reason = "The initials fit, but nothing else is in common."
        clusters.note(Finding(node, first, "initials alone", reason, 0.5, "apart"))


def family_key(name: PersonName) -> str:
    """Give the family name as it is compared, hyphens opened."""
    return name.family.replace("-", " ")


def _fullest_first(
    block: Iterable[int], parsed: Sequence[PersonName], clusters: Clusters
) -> list[int]:
    """Take one name a cluster, its fullest, and put those with most letters first."""

    def emptiness(node: int) -> tuple[bool, int, int, int]:
        given = parsed[node].given
        return (
            parsed[node].initialled,
            sum(map(is_initial, given)) - len(given),
            -sum(map(len, given)),
            node,
        )

    best: dict[int, int] = {}
    for node in sorted(block, key=emptiness):
        best.setdefault(clusters.find(node), node)
    return list(best.values())


def _fitting(
    node: int,
    fuller: Sequence[int],
    parsed: Sequence[PersonName],
    clusters: Clusters,
    *,
    enough: int = LARGEST_BLOCK,
) -> list[int]:
    """List a name each of the clusters that hold nothing incompatible with `node`'s.

    More than `enough` are not looked for.
    """
    found: dict[int, int] = {}
    own = {parsed[member] for member in clusters.members(node)}
    for other in fuller:
        if len(found) == enough:
            break
        root = clusters.find(other)
        if root in found or root == clusters.find(node):
            continue
        if not compatible(parsed[node], parsed[other]) or clusters.forbidden(
            node, other
        ):
            continue
        if all_compatible(own, {parsed[member] for member in clusters.members(other)}):
            found[root] = other
    return list(found.values())


def all_compatible(own: Iterable[PersonName], theirs: Iterable[PersonName]) -> bool:
    """Tell whether no name of one cluster speaks against one of another.

    Reordered names and a person's decisions bring other family names together.
    """
    return all(
        compatible(a, b) for a in own for b in theirs if family_key(a) == family_key(b)
    )
