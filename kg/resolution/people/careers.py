"""Careers: works of one rare name that are one person's, unless places speak against it.

A rare name is taken as one person, but rarity never forbids two: where the works of a
name fall into groups with other institutions, in other countries, with other co-authors
and at the same time, each more works says so more surely. Who moves keeps a co-author or
a subject, or moves once.
"""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from kg.resolution.clusters import Clusters, Finding
from kg.resolution.people.match_evidence import (
    Weights,
    shared_features,
    total_bits,
    weigh,
)
from kg.resolution.people.profiles import Profile, pool_profiles

# Bits: no name is rarer than its works can outweigh.
_RAREST = 4.0
# Bits, of two works of one name whose co-authors are other people: measured among
# authors curated by the ACL Anthology, 0.55 of one person's pairs, 0.97 of two people's.
_OTHER_COAUTHORS = -0.8
# Share of the works with a place that make who has them the one whom a name means.
_MAINLY = 0.5
# From so many works on, a place is where somebody works: one may be a visit, or a slip.
# (Of crowded names with affiliations alone, B³ is 81.7 with 1, 81.4 with 2, 81.3 with 3;
# with 1, who is in a small corpus twice is easily two people.)
_SETTLED = 2
_COAUTHORS = ("co-authors", "similar co-authors", "co-authors by initial")
# What more works say more surely, where both careers go on at once. Of who moves, all
# works of one place are one observation.
_CONTRARY = ("other institution", "other country", "other co-authors")


class CareerPair(NamedTuple):
    """Two careers of a name, by their first works, and the log odds that they are one."""

    one: int
    other: int
    bits: float
    added: Mapping[str, float]


def are_in_several_places(works: Sequence[Profile]) -> bool:
    """Tell whether works of a name state institutions that nothing links to each other."""
    placed = [work.institutions for work in works if work.institutions]
    clusters = Clusters(len(placed))
    first: dict[str, int] = {}
    for number, institutions in enumerate(placed):
        for institution in sorted(institutions):
            known = first.setdefault(institution, number)
            clusters.join(Finding(known, number, "institution", ""))
    return len({clusters.find(number) for number in range(len(placed))}) > 1


def join_careers(
    works: Sequence[Profile],
    clusters: Clusters,
    prior: float,
    topic_counts: Mapping[str, int],
    weights: Weights,
) -> list[CareerPair]:
    """Join careers that are likelier one person's than not; return those that are not.

    Works without a place go with whoever has most of the others, or are a person's of
    their own.

    Args:
        works: of one name, a profile each.
        clusters: of works, which share something; they grow.
        prior: the log odds, in bits, that two works of the name are one person's.
        topic_counts: how many works of the corpus have each topic.
        weights: of the features, in bits.
    """
    prior = min(prior, _RAREST)
    careers = _careers(works, clusters)
    placed = [first for first in careers if _is_settled(careers[first])]
    pairs = [
        _compare(pair, careers, prior, topic_counts, weights)
        for pair in combinations(placed, 2)
    ]
    for pair in sorted(pairs, key=lambda pair: (-pair.bits, pair)):
        if pair.bits > 0 and not _are_opposed(pair, pairs, clusters):
            clusters.join(Finding(pair.one, pair.other, "same name", ""))
    _join_others(careers, placed, clusters)
    return [p for p in pairs if clusters.find(p.one) != clusters.find(p.other)]


def _careers(works: Sequence[Profile], clusters: Clusters) -> dict[int, Profile]:
    """Return what is known of each cluster of works, by its first work."""
    members: dict[int, list[int]] = {}
    for number in range(len(works)):
        members.setdefault(clusters.find(number), []).append(number)
    return {
        numbers[0]: pool_profiles(works[number] for number in numbers)
        for numbers in members.values()
    }


def _is_settled(career: Profile) -> bool:
    """Tell whether a career has a place, for more than a work: one may be a visit."""
    return bool(career.institutions) and len(career.works) >= _SETTLED


def _join_others(
    careers: Mapping[int, Profile], placed: Sequence[int], clusters: Clusters
) -> None:
    """Join other careers with the person of most works of those that are settled."""
    works: Counter[int] = Counter()
    for first in placed:
        works[clusters.find(first)] += len(careers[first].works)
    others = [first for first in careers if first not in placed]
    person, most = works.most_common(1)[0] if works else (others[0], 0)
    for first in others:
        target = person if most >= _MAINLY * works.total() else others[0]
        clusters.join(Finding(target, first, "same name", ""))


def _compare(
    pair: tuple[int, int],
    careers: Mapping[int, Profile],
    prior: float,
    topic_counts: Mapping[str, int],
    weights: Weights,
) -> CareerPair:
    """Weigh what speaks for and against two careers being one person's."""
    one, other = (careers[first] for first in pair)
    added = weigh(shared_features(one, other, topic_counts), weights)
    shares = any(added.get(name, 0.0) > 0 for name in _COAUTHORS)
    if one.coauthors and other.coauthors and not shares:
        added["other co-authors"] = _OTHER_COAUTHORS
    if one.years and other.years and "years apart" not in added:
        works = math.sqrt(min(len(one.works), len(other.works)))
        added |= {name: added[name] * works for name in _CONTRARY if name in added}
    added["name"] = prior
    return CareerPair(*pair, total_bits(added), added)


def _are_opposed(
    pair: CareerPair, pairs: Sequence[CareerPair], clusters: Clusters
) -> bool:
    """Tell whether joining two careers would bring together two that are not one."""
    ends = {clusters.find(pair.one), clusters.find(pair.other)}
    return any(
        other.bits <= 0
        and {clusters.find(other.one), clusters.find(other.other)} == ends
        for other in pairs
    )
