"""How likely two names are one person's, and what says so, weighed.

Each piece of evidence is a number; a logistic regression weighs them (record linkage:
Fellegi & Sunter 1969). The sum of the weighed pieces is the logarithm of the odds,
here in bits: +1 doubles them.
"""

import math
from collections.abc import Collection, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cache, lru_cache
from typing import get_args

from kg.datafiles import trained
from kg.resolution.people.name_frequency import rarity, rarity_of
from kg.resolution.people.name_variants import Difference, Differences, Form
from kg.resolution.people.person_blocking import Pair
from kg.resolution.people.profiles import Colleague, Profile

PIECES = (
    "constant",
    *get_args(Difference),
    "rarity",
    "crowd",
    "initial alone",
    "rivals",
    "colleagues",
    "like colleagues",
    "colleagues cut too",
    "no colleagues",
    "topics",
    "years apart",
    "papers",
    "place",
    "same paper",
)
"""Names of the pieces of evidence."""

Weights = Mapping[str, float]

BEARS_OUT = (
    "colleagues",
    "like colleagues",
    "colleagues cut too",
    "topics",
    "place",
    "same paper",
)
"""Of them, what two bearers of a name may share."""

_MOST_COLLEAGUES = 5.0
_CROWD = 3.0  # bits
# An initial joins by itself where half a person of its name is to be expected.
_RARE_INITIAL = 1.0
_MIDDLE: Differences = frozenset({"middle"})
_NAMED = 3  # co-authors, places and topics that a reason names
# A shared co-author of a name so common is none; one of a name so rare counts full.
_COMMON, _RARE = -10.0, 2.0
_MOST_TOPICS = 5.0
_SEEN = 2  # works, elsewhere, which a small corpus does not show
_COMMON_TOPIC = 6  # the logarithm of so many works that a word says nothing


class Evidence:
    """Weighs what speaks for nodes being one; nodes are positions in `names`."""

    def __init__(
        self,
        names: Sequence[Form],
        known: Sequence[Profile],
        pairs: Mapping[Pair, Differences],
        told: Mapping[str, int],
        weights: Weights,
    ) -> None:
        """Note who might be meant instead of whom.

        Args:
            names: of the nodes.
            known: what is known of each.
            pairs: of nodes whose names can be one person's.
            told: how many works of the corpus have each topic.
            weights: of the pieces of evidence.
        """
        self._weights = weights
        self._names = names
        self._known = known
        self._told = told
        self._near: dict[int, set[int]] = {}
        for a, b in pairs:
            self._near.setdefault(a, set()).add(b)
            self._near.setdefault(b, set()).add(a)

    def apart(self, a: int, b: int) -> bool:
        """Tell whether one author line has both, which makes them two people."""
        return not self._known[a].lines.isdisjoint(self._known[b].lines)

    def weighed(self, a: int, b: int, said: Differences) -> dict[str, float]:
        """Return what each piece of evidence adds to the odds, in bits."""
        return weighed(self.pieces(a, b, said), self._weights)

    def pieces(self, a: int, b: int, said: Differences) -> dict[str, float]:
        """Return the evidence on two nodes whose names differ as said."""
        one, other = self._known[a], self._known[b]
        own = {self._names[a].colleague, self._names[b].colleague}
        commonest = min(rarity(self._names[node]) for node in (a, b))
        rare = max(-6.0, min(12.0, commonest))
        short = self._names[a].is_short and self._names[b].is_short
        cut = short or "initial" in said
        shared = in_common(one, other, self._told, own=own, cut=cut)
        alone = cut and not any(shared[piece] for piece in BEARS_OUT)
        return {
            **dict.fromkeys(said, 1.0),
            "constant": 1.0,
            "rarity": rare,
            "crowd": min(_CROWD, max(0.0, -rare)) if said != _MIDDLE or short else 0.0,
            "initial alone": float(alone and rare < _RARE_INITIAL),
            "rivals": math.log2(1 + self._rivals(a, b)),
            "papers": math.log2(min(len(one.works), len(other.works))),
            **shared,
        }

    def words_for(self, a: int, b: int) -> str:
        """Name what two nodes share, as a part of a sentence."""
        one, other = self._known[a], self._known[b]
        own = {self._names[a].colleague, self._names[b].colleague}
        people = sorted((one.colleagues & other.colleagues) - own)
        topics = one.topics & other.topics
        shared = {
            "both have written with": [
                f"{given} {family}".strip().title() for family, given in people
            ],
            "both were at": sorted(one.places & other.places),
            "both write on": sorted(topics, key=lambda word: (self._told[word], word)),
        }
        return "".join(
            f"; {what} {', '.join(found[:_NAMED])}"
            for what, found in shared.items()
            if found
        )

    def _rivals(self, a: int, b: int) -> int:
        """Count the names that fit one of two, and not the other."""
        return len(self._near.get(a, set()) ^ self._near.get(b, set())) - 2


def in_common(
    one: Profile,
    other: Profile,
    told: Mapping[str, int],
    *,
    own: AbstractSet[Colleague] = frozenset(),
    cut: bool = False,
) -> dict[str, float]:
    """Return the evidence of what two profiles share, or may not share.

    Args:
        one: what is known of one bearer of a name.
        other: and of another, or of the same.
        told: how many works have each topic.
        own: the bearers themselves, who are no co-authors of theirs.
        cut: whether one name is cut to initials: a list that cuts one cuts all.
    """
    shared, alike = _shared(one.colleagues - own, other.colleagues - own)
    return {
        "colleagues": math.sqrt(min(shared, _MOST_COLLEAGUES)),
        "like colleagues": 0.0 if cut else math.sqrt(min(alike, _MOST_COLLEAGUES)),
        "colleagues cut too": math.sqrt(min(alike, _MOST_COLLEAGUES)) if cut else 0.0,
        "no colleagues": float(not (one.colleagues and other.colleagues)),
        "topics": _topics(one.topics & other.topics, told),
        "years apart": math.log1p(_gap(one.years, other.years)),
        "place": float(not one.places.isdisjoint(other.places)),
        "same paper": float(not one.works.isdisjoint(other.works)),
    }


def _topics(shared: Iterable[str], told: Mapping[str, int]) -> float:
    found = (_COMMON_TOPIC - math.log2(told[topic] + _SEEN) for topic in shared)
    return min(_MOST_TOPICS, math.fsum(bits for bits in found if bits > 0)) / 5


def _shared(
    one: AbstractSet[Colleague], other: AbstractSet[Colleague]
) -> tuple[float, float]:
    """Count the co-authors that two have in common, rare names for more.

    First those of equal names, then those of the same family name and initial, of whom
    one may be cut short or spelt otherwise.
    """
    both = one & other
    shared = math.fsum(_told(family, given) for family, given in both)
    families = {(family, given[:1]) for family, given in both}
    keys = {(family, given[:1]) for family, given in one}
    keys &= {(family, given[:1]) for family, given in other}
    similar = math.fsum(_told(family, given) for family, given in keys - families)
    return shared, similar


@lru_cache(maxsize=200_000)
def _told(family: str, given: str) -> float:
    found = rarity_of(family, given) if given else _COMMON
    return max(0.0, min(1.0, (found - _COMMON) / (_RARE - _COMMON)))


def _gap(one: Collection[int], other: Collection[int]) -> int:
    """Return the years between two careers that do not overlap."""
    if not one or not other:
        return 0
    return max(0, max(min(one), min(other)) - min(max(one), max(other)))


@cache
def trained_weights() -> Weights:
    """The weight of each piece, in bits, as `pipelines.people.train` learned it."""
    return trained("people/person_weights")


def weighed(pieces: Mapping[str, float], weights: Weights) -> dict[str, float]:
    """Return what each piece adds to the odds, in bits."""
    return {
        name: value * weights[name]
        for name, value in pieces.items()
        if value and weights[name]
    }


def total_bits(added: Mapping[str, float]) -> float:
    """Return the log odds, in bits, that pieces of evidence add up to.

    The sum is exact before it is rounded, to six digits: it depends on no order.
    """
    return round(math.fsum(added.values()), 6)
