"""One name, several people: its works parted by what they have in common.

A rare name has one bearer. Of a common one, two works are two people's unless something
bears out that they are one's: a co-author, an institution, rare topics. Works are held
against each other one by one: all that is known of one bearer would, once it is enough,
have something in common with everybody. One initial alone is common, however rare the
family name.
"""

import math
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from heapq import heapify, heappop, heappush
from itertools import combinations, pairwise
from types import MappingProxyType

from kg.resolution.clusters import Clusters, Finding
from kg.resolution.people.match_evidence import Weights, in_common, total_bits, weighed
from kg.resolution.people.name_frequency import rarity
from kg.resolution.people.name_variants import Form, form
from kg.resolution.people.profiles import Profile, Unit, pooled
from kg.text.names.name_parts import parse_name

# A sign that more works of one name bear is followed from each to the next only.
_MOST = 100
# Bits: more speak against no name, and an initial alone has as many at the least.
_CROWD = -4.0
_INITIAL_ALONE = -1.0
# A name of so few characters is a full one, which many have.
_CHARACTERS = re.compile(r"[\u3400-\u9fff\uac00-\ud7a3]{2,4}")
_OF_CHARACTERS = -2.0

Told = Mapping[str, int]


def bearers(
    known: Mapping[Unit, Profile],
    told: Told,
    weights: Weights,
    *,
    decided: Mapping[Form, Collection[int]] = MappingProxyType({}),
) -> dict[Unit, int]:
    """Say of names of several bearers who is meant: by the first work of each.

    Args:
        known: what each work says of the bearer of a name.
        told: how many works of the corpus have each topic.
        weights: of the pieces of evidence.
        decided: of names that a person has parted, a work of each bearer; the other
            works go with the one that they have most in common with.
    """
    forms: dict[Form, dict[int, list[Unit]]] = {}
    for unit in known:
        alike = forms.setdefault(form(parse_name(unit[0])), {})
        alike.setdefault(unit[1], []).append(unit)
    found: dict[Unit, int] = {}
    for name, works in forms.items():
        order = list(works)
        first = [order.index(work) for work in decided.get(name, ()) if work in works]
        if len(first) < 2 and (len(works) < 2 or _prior(name) >= 0):
            continue
        whole = [pooled(known[unit] for unit in works[work]) for work in order]
        if len(first) > 1:
            parts = _gathered(name, whole, first, told, weights)
        else:
            parts = parted(name, whole, told, weights)
        if len(set(parts)) > 1:
            for work, part in zip(order, parts, strict=True):
                found |= dict.fromkeys(works[work], order[part])
    return found


def parted(
    name: Form, works: Sequence[Profile], told: Told, weights: Weights
) -> list[int]:
    """Return for each work of a name the first work of the same bearer.

    Works of which nothing else is known tell no two bearers of a full name apart.

    Args:
        name: what all of them have.
        works: a profile each.
        told: how many works of the corpus have each topic.
        weights: of the pieces of evidence.
    """
    joined = _joined(name, works, told, weights)
    if name.is_short:
        return joined
    blank = [number for number, work in enumerate(works) if _is_blank(work)]
    others = {joined[number] for number in set(range(len(works))).difference(blank)}
    for number in blank:
        joined[number] = min(others) if len(others) == 1 else blank[0]
    return joined


def _gathered(
    name: Form,
    works: Sequence[Profile],
    first: Sequence[int],
    told: Told,
    weights: Weights,
) -> list[int]:
    """Return for each work the first one of its bearer, of those given.

    The work most like any that has its bearer comes next: a spanning forest, grown
    from one work of each (Prim 1957). What is like none goes to the first.
    """
    near: dict[int, list[int]] = {}
    for a, b in sorted(_neighbours(works)):
        near.setdefault(a, []).append(b)
        near.setdefault(b, []).append(a)
    meant: dict[int, int] = {}
    queue = [(-math.inf, number, number) for number in first]
    heapify(queue)
    while queue:
        _, number, bearer = heappop(queue)
        if number in meant:
            continue
        meant[number] = bearer
        for other in near.get(number, ()):
            if other not in meant:
                said = _added(name, works[number], works[other], told, weights)
                bits = total_bits(said)
                heappush(queue, (-bits, other, bearer))
    return [meant.get(number, first[0]) for number in range(len(works))]


def _prior(name: Form) -> float:
    """Return the bits that speak for one bearer before anything else is known."""
    if not name.opened:
        return _OF_CHARACTERS if _CHARACTERS.fullmatch(name.whole) else 0.0
    alone = len(name.opened) == 1 and name.is_short
    return max(_CROWD, min(rarity(name), _INITIAL_ALONE if alone else math.inf))


def _is_blank(work: Profile) -> bool:
    return not (work.colleagues or work.places or work.topics)


def _joined(
    name: Form, works: Sequence[Profile], told: Told, weights: Weights
) -> list[int]:
    """Join works that are likelier one bearer's than not, also through others."""
    prior = _prior(name)
    clusters = Clusters(len(works))
    for a, b in sorted(_neighbours(works)):
        if clusters.find(a) != clusters.find(b):
            added = _added(name, works[a], works[b], told, weights)
            if prior + total_bits(added) > 0:
                clusters.join(Finding(a, b, "same bearer", ""))
    first: dict[int, int] = {}
    return [first.setdefault(clusters.find(n), n) for n in range(len(works))]


def _added(
    name: Form, one: Profile, other: Profile, told: Told, weights: Weights
) -> dict[str, float]:
    """Return what two works say of their author's being one, in bits."""
    pieces = in_common(one, other, told, cut=name.is_short)
    # Among the many co-authors of a crowd, some are like others by chance.
    pieces["like colleagues"] = 0.0
    return weighed(pieces, weights)


def best_bits(
    name: Form,
    ours: Sequence[Profile],
    theirs: Sequence[Profile],
    told: Told,
    weights: Weights,
) -> tuple[float, dict[str, float]]:
    """Return how likely two bearers of one name are one, in bits, and what says so.

    It is what the likest two of their works say: others of one author are unlike.
    """
    start = {"name": _prior(name)}
    found = [
        start | _added(name, one, other, told, weights)
        for one in ours
        for other in theirs
    ]
    best = max(found, key=total_bits, default=start)
    return total_bits(best), best


def _neighbours(works: Sequence[Profile]) -> set[tuple[int, int]]:
    """Return the pairs of works that share anything."""
    bearers: dict[object, list[int]] = {}
    for number, work in enumerate(works):
        cut = {(family, given[:1]) for family, given in work.colleagues}
        places = (("place", place) for place in work.places)
        for sign in (*(work.colleagues | cut), *places, *work.topics):
            bearers.setdefault(sign, []).append(number)
    return {pair for block in bearers.values() for pair in _pairs(block)}


def _pairs(block: Sequence[int]) -> Iterator[tuple[int, int]]:
    return combinations(block, 2) if len(block) <= _MOST else pairwise(block)
