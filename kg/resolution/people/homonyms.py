"""Homonyms: one name, several people, told apart by what their works have in common.

A rare name is taken as one person. Papers under a common name are clustered by shared
co-authors, institutions and rare topics. Works are compared pair by pair: all that is
known of one person would, once it is enough, have something in common with everybody.
One initial alone is common, however rare the family name. Identifiers that records
give (ORCIDs) are hard constraints: they prove one person, or two.
"""

import math
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache
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
from kg.resolution.people.name_comparison_form import NameForm, name_form
from kg.resolution.people.name_frequency import rarity
from kg.resolution.people.profiles import NameInWork, Profile, pool_profiles
from kg.resolution.person_ids import PersonId
from kg.text.names.name_parts import parse_name

# Of a feature of more works of one name, only neighbours are compared.
_LARGEST_BLOCK = 100
# Bits: no name starts lower, and an initial alone never starts higher.
_CROWD = -4.0  # as of so many bits of rarity
_INITIAL_ALONE = -1.0

TopicCounts = Mapping[str, int]
Ids = Mapping[NameInWork, frozenset[PersonId]]
_NO_IDS: frozenset[PersonId] = frozenset()


def split_homonyms(
    known: Mapping[NameInWork, Profile],
    topic_counts: TopicCounts,
    weights: Weights,
    *,
    seeds: Mapping[NameForm, Collection[int]] = MappingProxyType({}),
    ids: Ids = MappingProxyType({}),
) -> dict[NameInWork, int]:
    """Return, for names of several people, who is meant in a work: by a first work.

    Args:
        known: the profile of each name in each work.
        topic_counts: how many works of the corpus have each topic.
        weights: of the features, in bits.
        seeds: for names that a decision splits, a work of each person; the other works
            go with the one that they have most in common with.
        ids: identifiers to rely on. Works with one are one person's, with two of a
            scheme two people's, however rare the name.
    """
    forms: dict[NameForm, dict[int, list[NameInWork]]] = {}
    for unit in known:
        works_of_form = forms.setdefault(name_form(parse_name(unit[0])), {})
        works_of_form.setdefault(unit[1], []).append(unit)
    meant: dict[NameInWork, int] = {}
    for name, units_by_work in forms.items():
        works = list(units_by_work)
        decided = [works.index(w) for w in seeds.get(name, ()) if w in units_by_work]
        own_ids = _ids_of_works(units_by_work.values(), ids)
        if len(decided) < 2 and not _may_have_homonyms(name, own_ids):
            continue
        profiles = [
            pool_profiles(known[unit] for unit in units)
            for units in units_by_work.values()
        ]
        if len(decided) > 1:
            seed_of = _with_seeds_by_id(decided, own_ids)
            people = _assign_to_seeds(name, profiles, seed_of, topic_counts, weights)
        else:
            people = cluster_works(name, profiles, topic_counts, weights, ids=own_ids)
        if len(set(people)) > 1:
            for work, first in zip(works, people, strict=True):
                meant |= dict.fromkeys(units_by_work[work], works[first])
    return meant


def _ids_of_works(
    works: Iterable[Iterable[NameInWork]], ids: Ids
) -> list[frozenset[PersonId]]:
    """Return the identifiers of the author of each work."""
    if not ids:
        return [_NO_IDS for _ in works]
    return [_NO_IDS.union(*(ids.get(u, _NO_IDS) for u in units)) for units in works]


def _may_have_homonyms(name: NameForm, ids: Sequence[frozenset[PersonId]]) -> bool:
    """Tell whether works of a name may be several people's: it is common, or has ids."""
    if len(ids) < 2:
        return False
    known = _NO_IDS.union(*ids)
    return _prior(name) < 0 or len(known) > len({scheme for scheme, _ in known})


def _with_seeds_by_id(
    seeds: Sequence[int], ids: Sequence[frozenset[PersonId]]
) -> dict[int, int]:
    """Return for works that have a seed the seed: themselves, or one of the same id.

    An identifier that no seed has is another person: its first work is a seed too.
    """
    seed_of = {number: number for number in seeds}
    first: dict[PersonId, int] = {}
    for number in (*seeds, *range(len(ids))):
        for identifier in sorted(ids[number]):
            seed = first.setdefault(identifier, seed_of.get(number, number))
            seed_of.setdefault(number, seed)
    return seed_of


def cluster_works(
    name: NameForm,
    works: Sequence[Profile],
    topic_counts: TopicCounts,
    weights: Weights,
    *,
    ids: Sequence[frozenset[PersonId]] = (),
) -> list[int]:
    """Return for each work of a name the position of that person's first work.

    Works of which nothing else is known tell no two people of a full name apart.

    Args:
        name: the name that all of them have.
        works: a profile each.
        topic_counts: how many works of the corpus have each topic.
        weights: of the features, in bits.
        ids: identifiers of each work's author, which prove one person, or two.
    """
    joined = _join_likely_works(name, works, topic_counts, weights, ids)
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
    seed_of: Mapping[int, int],
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
    queue = [(-math.inf, number, seed) for number, seed in seed_of.items()]
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
    first = next(iter(seed_of))
    return [meant.get(number, first) for number in range(len(works))]


def _prior(name: NameForm) -> float:
    """Return the log odds, in bits, that two works of a name are one person's."""
    if not name.opened:
        return 0.0
    alone = len(name.opened) == 1 and name.has_only_initials
    return max(_CROWD, min(rarity(name), _INITIAL_ALONE if alone else math.inf))


def _says_nothing(work: Profile) -> bool:
    """Tell whether a work tells nothing of its author but the name."""
    return not (work.ids or work.coauthors or work.institutions or work.topics)


def _join_likely_works(
    name: NameForm,
    works: Sequence[Profile],
    topic_counts: TopicCounts,
    weights: Weights,
    ids: Sequence[frozenset[PersonId]],
) -> list[int]:
    """Join works that are likelier one person's than not, also through others."""
    prior = _prior(name)
    clusters = _clusters_by_id(len(works), ids)

    @cache
    def bits(a: int, b: int) -> float:
        added = _weigh_works(name, works[a], works[b], topic_counts, weights)
        return prior + total_bits(added)

    pairs = sorted(_pairs_sharing_something(works))
    if any(ids):  # some pairs may not be joined: the likeliest come first
        pairs.sort(key=lambda pair: (-bits(*pair), pair))
    for a, b in pairs:
        if clusters.find(a) != clusters.find(b) and bits(a, b) > 0:
            clusters.join(Finding(a, b, "same person", ""))
    first: dict[int, int] = {}
    return [first.setdefault(clusters.find(n), n) for n in range(len(works))]


def _clusters_by_id(size: int, ids: Sequence[frozenset[PersonId]]) -> Clusters:
    """Return clusters in which works of one identifier are together."""
    clusters = Clusters(size)
    first: dict[PersonId, int] = {}
    for number, own in enumerate(ids):
        for scheme, value in sorted(own):
            clusters.identify(number, scheme, value)
    for number, own in enumerate(ids):
        for identifier in sorted(own):
            known = first.setdefault(identifier, number)
            clusters.join(Finding(known, number, *identifier))
    return clusters


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

    Args:
        name: of both.
        ours: the works of one, a profile each.
        theirs: the works of the other.
        topic_counts: how many works of the corpus have each topic.
        weights: of the features, in bits.
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
    """Yield the pairs of a block; of a large one, neighbours only."""
    return combinations(block, 2) if len(block) <= _LARGEST_BLOCK else pairwise(block)
