"""Homonyms: one name, several people, told apart by what their works have in common.

A rare name is taken as one person. Papers under a common name are clustered by shared
co-authors, institutions and rare topics. Works are compared pair by pair: all that is
known of one person would, once it is enough, have something in common with everybody.
One initial alone is common, however rare the family name.
"""

import math
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from heapq import heapify, heappop, heappush
from itertools import combinations, pairwise
from types import MappingProxyType

from kg.resolution.clusters import Clusters, Finding
from kg.resolution.people.match_evidence import (
    Weights,
    shared_features,
    total_bits,
    weigh,
)
from kg.resolution.people.name_frequency import rarity
from kg.resolution.people.name_variants import NameForm, name_form
from kg.resolution.people.profiles import NameInWork, Profile, pool_profiles
from kg.text.names.name_parts import parse_name

# Of a feature of more works of one name, only neighbours are compared.
_LARGEST_BLOCK = 100
# Bits: no name starts lower, and an initial alone never starts higher.
_CROWD = -4.0
_INITIAL_ALONE = -1.0
# Names in Chinese characters or hangul are full ones, and many people have each.
_CHARACTERS = re.compile(r"[\u3400-\u9fff\uac00-\ud7a3]{2,4}")
_OF_CHARACTERS = -2.0

TopicCounts = Mapping[str, int]


def split_homonyms(
    known: Mapping[NameInWork, Profile],
    topic_counts: TopicCounts,
    weights: Weights,
    *,
    seeds: Mapping[NameForm, Collection[int]] = MappingProxyType({}),
) -> dict[NameInWork, int]:
    """Return, for names of several people, who is meant in a work: by a first work.

    Args:
        known: the profile of each name in each work.
        topic_counts: how many works of the corpus have each topic.
        weights: of the features, in bits.
        seeds: for names that a decision splits, a work of each person; the other works
            go with the one that they have most in common with.
    """
    forms: dict[NameForm, dict[int, list[NameInWork]]] = {}
    for unit in known:
        works_of_form = forms.setdefault(name_form(parse_name(unit[0])), {})
        works_of_form.setdefault(unit[1], []).append(unit)
    meant: dict[NameInWork, int] = {}
    for name, works in forms.items():
        work_numbers = list(works)
        seed_positions = [
            work_numbers.index(work) for work in seeds.get(name, ()) if work in works
        ]
        if len(seed_positions) < 2 and (len(works) < 2 or _prior(name) >= 0):
            continue
        profiles_by_work = [
            pool_profiles(known[unit] for unit in works[work]) for work in work_numbers
        ]
        if len(seed_positions) > 1:
            clusters = _assign_to_seeds(
                name, profiles_by_work, seed_positions, topic_counts, weights
            )
        else:
            clusters = cluster_works(name, profiles_by_work, topic_counts, weights)
        if len(set(clusters)) > 1:
            for work, part in zip(work_numbers, clusters, strict=True):
                meant |= dict.fromkeys(works[work], work_numbers[part])
    return meant


def cluster_works(
    name: NameForm,
    works: Sequence[Profile],
    topic_counts: TopicCounts,
    weights: Weights,
) -> list[int]:
    """Return for each work of a name the position of that person's first work.

    Works of which nothing else is known tell no two people of a full name apart.

    Args:
        name: the name that all of them have.
        works: a profile each.
        topic_counts: how many works of the corpus have each topic.
        weights: of the features, in bits.
    """
    joined = _join_likely_works(name, works, topic_counts, weights)
    if name.has_only_initials:
        return joined
    blank = [number for number, work in enumerate(works) if _says_nothing(work)]
    others = {joined[number] for number in set(range(len(works))).difference(blank)}
    for number in blank:
        joined[number] = min(others) if len(others) == 1 else blank[0]
    return joined


def _assign_to_seeds(
    name: NameForm,
    works: Sequence[Profile],
    seeds: Sequence[int],
    topic_counts: TopicCounts,
    weights: Weights,
) -> list[int]:
    """Return for each work the seed that it goes with.

    The work most like any that has its seed comes next: a spanning forest, grown from
    all seeds at once (Prim 1957). What is like none goes to the first seed.
    """
    neighbours: dict[int, list[int]] = {}
    for a, b in sorted(_pairs_sharing_something(works)):
        neighbours.setdefault(a, []).append(b)
        neighbours.setdefault(b, []).append(a)
    meant: dict[int, int] = {}
    queue = [(-math.inf, number, number) for number in seeds]
    heapify(queue)
    while queue:
        _, number, seed = heappop(queue)
        if number in meant:
            continue
        meant[number] = seed
        for other in neighbours.get(number, ()):
            if other not in meant:
                weighed_features = _weigh_works(
                    name, works[number], works[other], topic_counts, weights
                )
                bits = total_bits(weighed_features)
                heappush(queue, (-bits, other, seed))
    return [meant.get(number, seeds[0]) for number in range(len(works))]


def _prior(name: NameForm) -> float:
    """Return the log odds, in bits, that two works of a name are one person's."""
    if not name.opened:
        return _OF_CHARACTERS if _CHARACTERS.fullmatch(name.whole) else 0.0
    alone = len(name.opened) == 1 and name.has_only_initials
    return max(_CROWD, min(rarity(name), _INITIAL_ALONE if alone else math.inf))


def _says_nothing(work: Profile) -> bool:
    return not (work.coauthors or work.institutions or work.topics)


def _join_likely_works(
    name: NameForm,
    works: Sequence[Profile],
    topic_counts: TopicCounts,
    weights: Weights,
) -> list[int]:
    """Join works that are likelier one person's than not, also through others."""
    prior = _prior(name)
    clusters = Clusters(len(works))
    for a, b in sorted(_pairs_sharing_something(works)):
        if clusters.find(a) != clusters.find(b):
            added = _weigh_works(name, works[a], works[b], topic_counts, weights)
            if prior + total_bits(added) > 0:
                clusters.join(Finding(a, b, "same person", ""))
    first: dict[int, int] = {}
    return [first.setdefault(clusters.find(n), n) for n in range(len(works))]


def _weigh_works(
    name: NameForm,
    one: Profile,
    other: Profile,
    topic_counts: TopicCounts,
    weights: Weights,
) -> dict[str, float]:
    """Return what two works add to the log odds that one person wrote them, in bits."""
    features = shared_features(one, other, topic_counts, cut=name.has_only_initials)
    # Among the many co-authors of a crowd, some are like others by chance.
    features["similar co-authors"] = 0.0
    return weigh(features, weights)


def best_pair_evidence(
    name: NameForm,
    ours: Sequence[Profile],
    theirs: Sequence[Profile],
    topic_counts: TopicCounts,
    weights: Weights,
) -> tuple[float, dict[str, float]]:
    """Return the log odds, in bits, that two homonyms are one, and what adds to them.

    The most similar two of their works count: one author's others may be unlike.
    """
    start = {"name": _prior(name)}
    found = [
        start | _weigh_works(name, one, other, topic_counts, weights)
        for one in ours
        for other in theirs
    ]
    best = max(found, key=total_bits, default=start)
    return total_bits(best), best


def _pairs_sharing_something(works: Sequence[Profile]) -> set[tuple[int, int]]:
    """Return the pairs of works that share a co-author, an institution or a topic."""
    works_by_feature: dict[object, list[int]] = {}
    for number, work in enumerate(works):
        with_initials = {(family, given[:1]) for family, given in work.coauthors}
        institutions = (
            ("institution", institution) for institution in work.institutions
        )
        for feature in (*(work.coauthors | with_initials), *institutions, *work.topics):
            works_by_feature.setdefault(feature, []).append(number)
    return {pair for block in works_by_feature.values() for pair in _pairs(block)}


def _pairs(block: Sequence[int]) -> Iterator[tuple[int, int]]:
    return combinations(block, 2) if len(block) <= _LARGEST_BLOCK else pairwise(block)
