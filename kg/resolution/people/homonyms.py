"""Homonyms: one name, several people, told apart by what their works have in common.

Papers under a common name are clustered by shared co-authors, institutions and rare
topics; a rare name is taken as one person unless its works are in several places (see
`careers`). Identifiers that records give (ORCIDs) are hard constraints: they prove one
person, or two.
"""

import math
from collections.abc import Collection, Iterable, Mapping, Sequence
from heapq import heapify, heappop, heappush
from types import MappingProxyType
from typing import NamedTuple

from kg.resolution.people.careers import are_in_several_places
from kg.resolution.people.homonym_clustering import (
    TopicCounts,
    cluster_works,
    name_prior,
    pairs_sharing_something,
    weigh_works,
)
from kg.resolution.people.match_evidence import Weights, total_bits
from kg.resolution.people.name_comparison_form import NameForm, name_form
from kg.resolution.people.profiles import NameInWork, Profile, pool_profiles
from kg.resolution.person_ids import PersonId
from kg.text.names.name_parts import parse_name

Ids = Mapping[NameInWork, frozenset[PersonId]]
_NO_IDS: frozenset[PersonId] = frozenset()


class DoubtfulPair(NamedTuple):
    """Two works of one rare name, taken for two people's, and the evidence in bits."""

    one: NameInWork
    other: NameInWork
    bits: float
    added: Mapping[str, float]


class Homonyms(NamedTuple):
    """The first work of who is meant, by name and work, and what is for review."""

    meant: dict[NameInWork, int]
    doubts: list[DoubtfulPair]


def split_homonyms(
    known: Mapping[NameInWork, Profile],
    topic_counts: TopicCounts,
    weights: Weights,
    *,
    seeds: Mapping[NameForm, Collection[int]] = MappingProxyType({}),
    ids: Ids = MappingProxyType({}),
) -> Homonyms:
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
    doubts: list[DoubtfulPair] = []
    for name, units_by_work in forms.items():
        if len(units_by_work) < 2:
            continue
        works = list(units_by_work)
        decided = [works.index(w) for w in seeds.get(name, ()) if w in units_by_work]
        own_ids = _ids_of_works(units_by_work.values(), ids)
        profiles = [
            pool_profiles(known[unit] for unit in units)
            for units in units_by_work.values()
        ]
        if len(decided) > 1:
            seed_of = _with_seeds_by_id(decided, own_ids)
            people = _assign_to_seeds(name, profiles, seed_of, topic_counts, weights)
        elif _may_have_homonyms(name, own_ids, profiles):
            people, apart = cluster_works(
                name, profiles, topic_counts, weights, ids=own_ids
            )
            firsts = [units[0] for units in units_by_work.values()]
            doubts += [
                DoubtfulPair(
                    firsts[pair.one], firsts[pair.other], pair.bits, pair.added
                )
                for pair in apart
            ]
        else:
            continue
        if len(set(people)) > 1:
            for work, first in zip(works, people, strict=True):
                meant |= dict.fromkeys(units_by_work[work], works[first])
    return Homonyms(meant, doubts)


def _ids_of_works(
    works: Iterable[Iterable[NameInWork]], ids: Ids
) -> list[frozenset[PersonId]]:
    """Return the identifiers of the author of each work."""
    if not ids:
        return [_NO_IDS for _ in works]
    return [_NO_IDS.union(*(ids.get(u, _NO_IDS) for u in units)) for units in works]


def _may_have_homonyms(
    name: NameForm, ids: Sequence[frozenset[PersonId]], works: Sequence[Profile]
) -> bool:
    """Tell whether works of a name may be several people's.

    It is common, or has several ids, or its works are in several places.
    """
    known = _NO_IDS.union(*ids)
    several_ids = len(known) > len({scheme for scheme, _ in known})
    return name_prior(name) < 0 or several_ids or are_in_several_places(works)


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
    for a, b in sorted(pairs_sharing_something(works)):
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
                weighed_features = weigh_works(
                    name, works[number], works[other], topic_counts, weights
                )
                bits = total_bits(weighed_features)
                heappush(queue, (-bits, other, seed))
    first = next(iter(seed_of))
    return [meant.get(number, first) for number in range(len(works))]
