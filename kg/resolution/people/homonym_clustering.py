"""The works of one name, clustered: pairs that are likelier one person's than not.

Works are compared pair by pair: all that is known of one person would, once it is
enough, have something in common with everybody. One initial alone is common, however
rare the family name.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import combinations, pairwise

from kg.resolution.clusters import Clusters, Finding
from kg.resolution.people.careers import (
    CareerPair,
    are_in_several_places,
    join_careers,
)
from kg.resolution.people.match_evidence import (
    Weights,
    shared_features,
    total_bits,
    weigh,
)
from kg.resolution.people.name_comparison_form import NameForm
from kg.resolution.people.name_frequency import rarity
from kg.resolution.people.profiles import Profile
from kg.resolution.person_ids import PersonId

# Of a feature of more works of one name, only neighbours are compared.
_LARGEST_BLOCK = 100
# Bits: no name starts lower, and an initial alone never starts higher.
_CROWD = -4.0  # as of so many bits of rarity
_INITIAL_ALONE = -1.0

TopicCounts = Mapping[str, int]


def cluster_works(
    name: NameForm,
    works: Sequence[Profile],
    topic_counts: TopicCounts,
    weights: Weights,
    *,
    ids: Sequence[frozenset[PersonId]] = (),
) -> tuple[list[int], list[CareerPair]]:
    """Return for each work of a name the position of that person's first work.

    Works of which nothing else is known tell no two people of a full name apart. Pairs
    of careers of a rare name that are taken for two people's come with it.

    Args:
        name: the name that all of them have.
        works: a profile each.
        topic_counts: how many works of the corpus have each topic.
        weights: of the features, in bits.
        ids: identifiers of each work's author, which prove one person, or two.
    """
    clusters = _clusters_by_id(len(works), ids)
    prior, apart = name_prior(name), []
    if prior >= 0 and are_in_several_places(works):
        _join_likely_pairs(name, works, clusters, topic_counts, weights, prior=0.0)
        apart = join_careers(works, clusters, prior, topic_counts, weights)
    else:
        _join_likely_pairs(name, works, clusters, topic_counts, weights, prior=prior)
    first: dict[int, int] = {}
    joined = [first.setdefault(clusters.find(n), n) for n in range(len(works))]
    if name.has_only_initials:
        return joined, apart
    blank = [number for number, work in enumerate(works) if _says_nothing(work)]
    others = {joined[number] for number in set(range(len(works))).difference(blank)}
    for number in blank:
        joined[number] = min(others) if len(others) == 1 else blank[0]
    return joined, apart


def name_prior(name: NameForm) -> float:
    """Return the log odds, in bits, that two works of a name are one person's."""
    if not name.opened:
        return 0.0
    alone = len(name.opened) == 1 and name.has_only_initials
    return max(_CROWD, min(rarity(name), _INITIAL_ALONE if alone else math.inf))


def _says_nothing(work: Profile) -> bool:
    """Tell whether a work tells nothing of its author but the name."""
    return not (work.ids or work.coauthors or work.institutions or work.topics)


def _join_likely_pairs(
    name: NameForm,
    works: Sequence[Profile],
    clusters: Clusters,
    topic_counts: TopicCounts,
    weights: Weights,
    *,
    prior: float,
) -> None:
    """Join works that are likelier one person's than not, also through others."""

    @cache
    def bits(a: int, b: int) -> float:
        added = weigh_works(name, works[a], works[b], topic_counts, weights)
        return prior + total_bits(added)

    pairs = sorted(pairs_sharing_something(works))
    # Where some pairs may not be joined, the likeliest come first.
    if any(clusters.identifiers(number) for number in range(len(works))):
        pairs.sort(key=lambda pair: (-bits(*pair), pair))
    for a, b in pairs:
        if clusters.find(a) != clusters.find(b) and bits(a, b) > 0:
            clusters.join(Finding(a, b, "same person", ""))


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


def weigh_works(
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
    start = {"name": name_prior(name)}
    found = [
        start | weigh_works(name, one, other, topic_counts, weights)
        for one in ours
        for other in theirs
    ]
    best = max(found, key=total_bits, default=start)
    return total_bits(best), best


def pairs_sharing_something(works: Sequence[Profile]) -> set[tuple[int, int]]:
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
