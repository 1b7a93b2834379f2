"""How likely two names are one person's: features of a candidate pair, weighed.

A logistic regression weighs the features (record linkage: Fellegi & Sunter 1969). The
sum of the weighed features is the logarithm of the odds, here in bits: +1 doubles them.
"""

import math
from collections.abc import Collection, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cache, lru_cache
from typing import get_args

from kg.datafiles import trained
from kg.resolution.people.name_comparison import Difference, Differences
from kg.resolution.people.name_comparison_form import NameForm
from kg.resolution.people.name_frequency import rarity, rarity_of_parts
from kg.resolution.people.person_blocking import CandidatePair
from kg.resolution.people.profiles import Coauthor, Profile

FEATURES = (
    "constant",
    *get_args(Difference),
    "rarity",
    "crowd",
    "initial alone",
    "rivals",
    "co-authors",
    "similar co-authors",
    "co-authors by initial",
    "no co-authors",
    "topics",
    "years apart",
    "papers",
    "institution",
    "other institution",
    "other country",
    "same paper",
)
"""Names of the features; of them, the first is 1 for every pair."""

Weights = Mapping[str, float]

SUPPORTING = (
    "co-authors",
    "similar co-authors",
    "co-authors by initial",
    "topics",
    "institution",
    "same paper",
)
"""Features that are something which two people of like names share."""

_MOST_COAUTHORS = 5.0
_CROWD = 3.0  # bits
# An initial joins by itself where half a person of its name is to be expected.
_RARE_INITIAL = 1.0
_MIDDLE: Differences = frozenset({"middle"})
_MOST_NAMED = 3  # co-authors, institutions and topics that a reason lists
# In bits of rarity: a shared co-author counts from 0 (so common a name) to 1.
_COMMON, _RARE = -10.0, 2.0
_MOST_TOPICS = 5.0
_SEEN_ELSEWHERE = 2  # works of any topic that a small corpus does not show
_COMMON_TOPIC = 6  # a topic of 2 ** 6 works says nothing
# Two spellings that each stand in so many works are no slip, unless so many co-authors
# (by their rarity) are shared.
_NO_SLIP = 2
_SAME_TEAM = 2.0


class Evidence:
    """The evidence that two nodes are one person; nodes are positions in `names`."""

    def __init__(
        self,
        names: Sequence[NameForm],
        profiles: Sequence[Profile],
        pairs: Mapping[CandidatePair, Differences],
        topic_counts: Mapping[str, int],
        weights: Weights,
    ) -> None:
        """Collect for each node the candidates for being the same person.

        Args:
            names: of the nodes.
            profiles: of the nodes.
            pairs: of nodes whose names can be one person's.
            topic_counts: how many works of the corpus have each topic.
            weights: of the features, in bits.
        """
        self._weights = weights
        self._names = names
        self._profiles = profiles
        self._topic_counts = topic_counts
        self._candidates_of: dict[int, set[int]] = {}
        for a, b in pairs:
            self._candidates_of.setdefault(a, set()).add(b)
            self._candidates_of.setdefault(b, set()).add(a)

    def share_author_line(self, a: int, b: int) -> bool:
        """Tell whether one author line has both, which makes them two people."""
        return not self._profiles[a].author_lines.isdisjoint(
            self._profiles[b].author_lines
        )

    def are_two_spellings(self, a: int, b: int, differences: Differences) -> bool:
        """Tell whether two names a letter apart both come again, as no slip does.

        Those who have written with the same several people are one person, who is
        spelt in two ways.
        """
        names = self._names[a], self._names[b]
        short, long = sorted(sum(map(len, (*n.closed, n.whole))) for n in names)
        clipped = "clipped" in differences and long - short == 1
        if not (clipped or "spelling" in differences):
            return False
        one, other = self._profiles[a], self._profiles[b]
        shared, _ = _shared_coauthors(one.coauthors, other.coauthors)
        works = min(len(one.works), len(other.works))
        return works >= _NO_SLIP and shared < _SAME_TEAM

    def weigh(self, a: int, b: int, differences: Differences) -> dict[str, float]:
        """Return what each feature of a pair adds to its log odds, in bits."""
        return weigh(self.features(a, b, differences), self._weights)

    def features(self, a: int, b: int, differences: Differences) -> dict[str, float]:
        """Return the features of two nodes, given how their names differ."""
        one, other = self._profiles[a], self._profiles[b]
        own = {self._names[a].coauthor_key, self._names[b].coauthor_key}
        commonest = min(rarity(self._names[node]) for node in (a, b))
        bounded_rarity = max(-6.0, min(12.0, commonest))
        crowd = min(_CROWD, max(0.0, -bounded_rarity))
        short = self._names[a].has_only_initials and self._names[b].has_only_initials
        has_initial = short or "initial" in differences
        shared = shared_features(
            one, other, self._topic_counts, own=own, cut=has_initial
        )
        initial_alone = has_initial and not any(shared[name] for name in SUPPORTING)
        return {
            **dict.fromkeys(differences, 1.0),
            "constant": 1.0,
            "rarity": bounded_rarity,
            "crowd": crowd if differences != _MIDDLE or short else 0.0,
            "initial alone": float(initial_alone and bounded_rarity < _RARE_INITIAL),
            "rivals": math.log2(1 + self._rivals(a, b)),
            "papers": math.log2(min(len(one.works), len(other.works))),
            **shared,
        }

    def describe_shared(self, a: int, b: int) -> str:
        """Return what two nodes share as the end of a sentence, or ""."""
        one, other = self._profiles[a], self._profiles[b]
        own = {self._names[a].coauthor_key, self._names[b].coauthor_key}
        people = sorted((one.coauthors & other.coauthors) - own)
        topics = one.topics & other.topics
        shared = {
            "both have written with": [
                f"{given} {family}".strip().title() for family, given in people
            ],
            "both were at": sorted(one.institutions & other.institutions),
            "both write on": sorted(
                topics, key=lambda word: (self._topic_counts[word], word)
            ),
        }
        return "".join(
            f"; {what} {', '.join(found[:_MOST_NAMED])}"
            for what, found in shared.items()
            if found
        )

    def _rivals(self, a: int, b: int) -> int:
        """Count the nodes that are candidates for one of two, and not the other."""
        return (
            len(self._candidates_of.get(a, set()) ^ self._candidates_of.get(b, set()))
            - 2
        )


def shared_features(
    one: Profile,
    other: Profile,
    topic_counts: Mapping[str, int],
    *,
    own: AbstractSet[Coauthor] = frozenset(),
    cut: bool = False,
) -> dict[str, float]:
    """Return the features of what two profiles have in common.

    Args:
        one: what is known of one name, in some works.
        other: what is known of another, or of the same in other works.
        topic_counts: how many works of the corpus have each topic.
        own: the people themselves, who are no co-authors of theirs.
        cut: whether one name is cut to initials: a list that cuts one cuts all.

    Returns:
        A value for each feature that needs no names: square roots of counts of
        co-authors, topics between 0 and 1, the logarithm of years, and 0 or 1.
    """
    equal, similar = _shared_coauthors(one.coauthors - own, other.coauthors - own)
    return {
        "co-authors": math.sqrt(min(equal, _MOST_COAUTHORS)),
        "similar co-authors": 0.0 if cut else math.sqrt(min(similar, _MOST_COAUTHORS)),
        "co-authors by initial": math.sqrt(min(similar, _MOST_COAUTHORS))
        if cut
        else 0.0,
        "no co-authors": float(not (one.coauthors and other.coauthors)),
        "topics": _topic_weight(one.topics & other.topics, topic_counts),
        "years apart": math.log1p(_years_between(one.years, other.years)),
        **_compare_places(one, other),
        "same paper": float(not one.works.isdisjoint(other.works)),
    }


def _compare_places(one: Profile, other: Profile) -> dict[str, float]:
    """Return whether two were at one institution, at others, or in other countries."""
    share = not one.institutions.isdisjoint(other.institutions)
    differ = bool(one.institutions and other.institutions) and not share
    countries = bool(one.countries and other.countries)
    abroad = differ and countries and one.countries.isdisjoint(other.countries)
    return {
        "institution": float(share),
        "other institution": float(differ),
        "other country": float(abroad),
    }


def _topic_weight(shared: Iterable[str], topic_counts: Mapping[str, int]) -> float:
    """Return how much topics in common say, between 0 and 1: rare ones say more."""
    found = (
        _COMMON_TOPIC - math.log2(topic_counts[topic] + _SEEN_ELSEWHERE)
        for topic in shared
    )
    return min(_MOST_TOPICS, math.fsum(bits for bits in found if bits > 0)) / 5


def _shared_coauthors(
    one: AbstractSet[Coauthor], other: AbstractSet[Coauthor]
) -> tuple[float, float]:
    """Return how many co-authors two have in common, each weighed by its rarity.

    First those of equal names, then those of the same family name and initial, of whom
    one may be cut short or spelt otherwise.
    """
    both = one & other
    shared = math.fsum(_coauthor_weight(family, given) for family, given in both)
    families = {(family, given[:1]) for family, given in both}
    keys = {(family, given[:1]) for family, given in one}
    keys &= {(family, given[:1]) for family, given in other}
    similar = math.fsum(
        _coauthor_weight(family, given) for family, given in keys - families
    )
    return shared, similar


@lru_cache(maxsize=200_000)
def _coauthor_weight(family: str, given: str) -> float:
    """Return how much a co-author in common counts, between 0 and 1, by rarity."""
    found = rarity_of_parts(family, given) if given else _COMMON
    return max(0.0, min(1.0, (found - _COMMON) / (_RARE - _COMMON)))


def _years_between(one: Collection[int], other: Collection[int]) -> int:
    """Return the years between two careers; 0 where they overlap."""
    if not one or not other:
        return 0
    return max(0, max(min(one), min(other)) - min(max(one), max(other)))


@cache
def trained_weights() -> Weights:
    """Return the weight of each feature, in bits, as `pipelines.people.train` learned."""
    return trained("people/person_weights")


def weigh(features: Mapping[str, float], weights: Weights) -> dict[str, float]:
    """Return what each feature that is not 0 adds to the log odds, in bits.

    >>> weigh({"topics": 0.5, "place": 0.0}, {"topics": 4.0, "place": 2.0})
    {'topics': 2.0}
    """
    return {
        name: value * weights[name]
        for name, value in features.items()
        if value and weights[name]
    }


def total_bits(added: Mapping[str, float]) -> float:
    """Return the log odds, in bits, that weighed features add up to.

    The sum is exact before it is rounded, to six digits: it depends on no order.

    >>> total_bits({"rarity": 0.1, "topics": 0.2, "rivals": -0.3})
    0.0
    """
    return round(math.fsum(added.values()), 6)
