"""Senses of short forms: what one means in a document that does not define it.

A document that defines its short form has the last word. For the others the corpus
decides, by the evidence that it has. In doubt a short form stays a node of its own.
"""

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set

from kg.resolution.clusters import Clusters, Finding
from kg.resolution.name_index import MentionPlace, NameNodes
from kg.resolution.terms.abbreviation_evidence import (
    SENSE_THRESHOLD,
    Sense,
    SenseContext,
    corpus_agreement,
    sense_features,
    sense_probability,
)
from kg.resolution.terms.abbreviations import Definition, describe_works

_MOST_SENSES = 50  # of a short form that are compared with a work


def assign_senses(
    definitions: Iterable[Definition],
    works: Sequence[int],
    nodes: NameNodes,
    clusters: Clusters,
    senses: Mapping[int, Sequence[Sense]],
    context: SenseContext,
) -> dict[MentionPlace, int]:
    """Return the mentions of short forms that mean a long form, and which.

    Args:
        definitions: what documents say that short forms stand for.
        works: for each extraction the number of its work.
        nodes: names of terms.
        clusters: of nodes; short forms are in none with their long forms.
        senses: of each short form.
        context: the terms of works.
    """
    local = local_senses(definitions, clusters)
    agreement = corpus_agreement(senses)
    settled = set(map(clusters.find, clusters.pinned))
    judged: dict[tuple[int, int], tuple[int, float]] = {}
    reassigned: dict[MentionPlace, int] = {}
    taken: dict[int, list[int]] = {}
    for place, node in zip(nodes.places, nodes.node_at, strict=True):
        short, work = clusters.find(node), works[place[0]]
        candidates = senses.get(short)
        if not candidates or short in settled:
            continue
        if (short, work) not in judged:
            meant = local.get((short, work))
            found = (
                _likeliest_sense(
                    work, short, candidates[:_MOST_SENSES], context, agreement
                )
                if meant is None
                else (meant, 1.0)
            )
            judged[short, work] = found = _veto_forbidden(short, found, taken, clusters)
        meant, chance = judged[short, work]
        if chance >= SENSE_THRESHOLD and meant != short:
            reassigned[place] = meant
    _explain_senses(judged, clusters)
    return reassigned


def _veto_forbidden(
    short: int,
    found: tuple[int, float],
    taken: dict[int, list[int]],
    clusters: Clusters,
) -> tuple[int, float]:
    """Return a sense, or none where a decision forbids it to this or a like short form."""
    long, chance = found
    if chance < SENSE_THRESHOLD:
        return found
    others = taken.setdefault(long, [])
    if any(clusters.is_forbidden(short, other) for other in (long, *others)):
        return long, 0.0
    if short not in others:
        others.append(short)
    return found


def local_senses(
    definitions: Iterable[Definition], clusters: Clusters
) -> dict[tuple[int, int], int]:
    """Return the sense that a work itself gives a short form, the first one."""
    local: dict[tuple[int, int], int] = {}
    for each in definitions:
        short, long = clusters.find(each.short), clusters.find(each.long)
        if short != long:
            local.setdefault((short, each.work), long)
    return local


def _likeliest_sense(
    work: int,
    short: int,
    candidates: Sequence[Sense],
    context: SenseContext,
    agreement: float,
) -> tuple[int, float]:
    """Return the likeliest sense of a short form in a work, with its probability."""
    # Who writes out a long form in the same work means it by the short one.
    named = [one for one in candidates if one.long in context.terms.get(work, ())]
    if len(named) == 1:
        return named[0].long, 1.0
    found = [
        (
            sense_probability(
                sense_features(work, short, one, candidates, context), agreement
            ),
            one.long,
        )
        for one in candidates
    ]
    chance, long = max(found, key=lambda pair: (pair[0], -pair[1]))
    return long, chance


def _explain_senses(
    judged: Mapping[tuple[int, int], tuple[int, float]], clusters: Clusters
) -> None:
    """Note for each short form the senses it was given, and where it was left alone."""
    taken: dict[tuple[int, int], list[float]] = {}
    left: dict[int, list[tuple[int, float]]] = {}
    for (short, _), (long, chance) in judged.items():
        if chance >= SENSE_THRESHOLD and long != short:
            taken.setdefault((short, long), []).append(chance)
        elif 0 < chance < SENSE_THRESHOLD:
            left.setdefault(short, []).append((long, chance))
    several = Counter((*left, *(short for short, _ in taken)))
    split = {short for short, count in several.items() if count > 1}
    for finding in (*_explain_taken(taken, split), *_explain_left(left)):
        clusters.note(finding)


def _explain_taken(
    taken: Mapping[tuple[int, int], Sequence[float]], split: Set[int]
) -> Iterator[Finding]:
    """Yield a finding for each short form and the sense that it was given."""
    for (short, long), chances in sorted(taken.items()):
        rule = "abbreviation by document" if short in split else "abbreviation"
        sure = sum(chance == 1 for chance in chances)
        sentences = []
        if sure:
            sentences.append(f"Explained as its abbreviation in {describe_works(sure)}")
        if rest := [chance for chance in chances if chance < 1]:
            share = math.fsum(rest) / len(rest)
            sentences.append(f"{describe_works(len(rest))} more: {share:.0%} likely")
        reason = "; ".join(sentences)
        score = math.fsum(chances) / len(chances)
        yield Finding(short, long, rule, f"{reason}.", round(score, 3))


def _explain_left(left: Mapping[int, Sequence[tuple[int, float]]]) -> Iterator[Finding]:
    """Yield a finding for each short form that was given no sense in some works."""
    for short, found in sorted(left.items()):
        long, chance = max(found, key=lambda pair: (pair[1], -pair[0]))
        reason = (
            f"{describe_works(len(found)).capitalize()} may mean something else by it: "
            f"this with {chance:.0%} probability at most."
        )
        score = round(chance, 3)
        yield Finding(short, long, "abbreviation unclear", reason, score, "apart")
