"""What a short form means in a document that does not say.

A document that explains its short form has the last word. For the others the corpus
decides, by the evidence that it has. In doubt a short form stays a node of its own.
"""

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set

from kg.resolution.clusters import Clusters, Finding
from kg.resolution.name_index import MentionPlace, NameNodes
from kg.resolution.terms.abbreviation_evidence import (
    MEANT,
    Context,
    Meaning,
    agreement,
    pieces,
    probability,
)
from kg.resolution.terms.abbreviations import Definition, counted_works

_MOST_MEANINGS = 50  # of a short form that are held against a work


def explained(
    said: Iterable[Definition],
    works: Sequence[int],
    nodes: NameNodes,
    clusters: Clusters,
    told: Mapping[int, Sequence[Meaning]],
    context: Context,
) -> dict[MentionPlace, int]:
    """Give the mentions of short forms that mean a long one, and which.

    Args:
        said: what documents say that short forms stand for.
        works: for each extraction the number of its work.
        nodes: names of terms.
        clusters: of nodes; short forms are in none with their long forms.
        told: the meanings of each short form.
        context: what works speak of.
    """
    own = explained_there(said, clusters)
    agreed = agreement(told)
    settled = set(map(clusters.find, clusters.pinned))
    judged: dict[tuple[int, int], tuple[int, float]] = {}
    reassigned: dict[MentionPlace, int] = {}
    taken: dict[int, list[int]] = {}
    for place, node in zip(nodes.places, nodes.node_at, strict=True):
        short, work = clusters.find(node), works[place[0]]
        known = told.get(short)
        if not known or short in settled:
            continue
        if (short, work) not in judged:
            meant = own.get((short, work))
            found = (
                _likeliest(work, short, known[:_MOST_MEANINGS], context, agreed)
                if meant is None
                else (meant, 1.0)
            )
            judged[short, work] = found = _allowed(short, found, taken, clusters)
        meant, likely = judged[short, work]
        if likely >= MEANT and meant != short:
            reassigned[place] = meant
    _note(judged, clusters)
    return reassigned


def _allowed(
    short: int,
    found: tuple[int, float],
    taken: dict[int, list[int]],
    clusters: Clusters,
) -> tuple[int, float]:
    """Take back a meaning that a decision forbids, also by another short form of it."""
    long, likely = found
    if likely < MEANT:
        return found
    others = taken.setdefault(long, [])
    if any(clusters.is_forbidden(short, other) for other in (long, *others)):
        return long, 0.0
    if short not in others:
        others.append(short)
    return found


def explained_there(
    said: Iterable[Definition], clusters: Clusters
) -> dict[tuple[int, int], int]:
    """Return what a work itself says that a short form means, the first of it."""
    own: dict[tuple[int, int], int] = {}
    for each in said:
        short, long = clusters.find(each.short), clusters.find(each.long)
        if short != long:
            own.setdefault((short, each.work), long)
    return own


def _likeliest(
    work: int, short: int, known: Sequence[Meaning], context: Context, agreed: float
) -> tuple[int, float]:
    # Who writes out a long form in the same work means it by the short one.
    named = [one for one in known if one.long in context.terms.get(work, ())]
    if len(named) == 1:
        return named[0].long, 1.0
    found = [
        (probability(pieces(work, short, one, known, context), agreed), one.long)
        for one in known
    ]
    likely, long = max(found, key=lambda pair: (pair[0], -pair[1]))
    return long, likely


def _note(
    judged: Mapping[tuple[int, int], tuple[int, float]], clusters: Clusters
) -> None:
    """Say for each short form what it was taken for, and where it was left alone."""
    taken: dict[tuple[int, int], list[float]] = {}
    left: dict[int, list[tuple[int, float]]] = {}
    for (short, _), (long, likely) in judged.items():
        if likely >= MEANT and long != short:
            taken.setdefault((short, long), []).append(likely)
        elif 0 < likely < MEANT:
            left.setdefault(short, []).append((long, likely))
    several = Counter((*left, *(short for short, _ in taken)))
    split = {short for short, count in several.items() if count > 1}
    for finding in (*_of_taken(taken, split), *_of_left(left)):
        clusters.note(finding)


def _of_taken(
    taken: Mapping[tuple[int, int], Sequence[float]], split: Set[int]
) -> Iterator[Finding]:
    for (short, long), chances in sorted(taken.items()):
        rule = "abbreviation by document" if short in split else "abbreviation"
        sure = sum(likely == 1 for likely in chances)
        said = []
        if sure:
            said.append(f"Explained as its abbreviation in {counted_works(sure)}")
        if rest := [likely for likely in chances if likely < 1]:
            share = math.fsum(rest) / len(rest)
            said.append(f"{counted_works(len(rest))} more: {share:.0%} likely")
        reason = "; ".join(said)
        score = math.fsum(chances) / len(chances)
        yield Finding(short, long, rule, f"{reason}.", round(score, 3))


def _of_left(left: Mapping[int, Sequence[tuple[int, float]]]) -> Iterator[Finding]:
    for short, found in sorted(left.items()):
        long, likely = max(found, key=lambda pair: (pair[1], -pair[0]))
        reason = (
            f"{counted_works(len(found)).capitalize()} may mean something else by it: "
            f"this with {likely:.0%} probability at most."
        )
        score = round(likely, 3)
        yield Finding(short, long, "abbreviation unclear", reason, score, "apart")
