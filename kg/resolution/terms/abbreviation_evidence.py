"""Features of a sense of a short form in a work that does not define it, weighed.

How many works give the sense, how many another; whether they share terms with the work;
how far short forms have one sense in this corpus at all.
"""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from kg.log_odds import bits, probability_from_bits
from kg.resolution.clusters import Clusters
from kg.resolution.name_index import NameNodes
from kg.resolution.terms.abbreviations import Definition, group_by_sense
from kg.resolution.terms.term_normal_form import term_key

FEATURES = (
    "agreement",
    "constant",
    "definitions",
    "other definitions",
    "any term",
    "terms",
    "words",
)
"""Names of the features of a sense."""

# What each adds to the log odds, in bits, as `pipelines.terms.score_senses` learned it, but
# for the constant: it learned from works that define a short form, and one that needs
# no definition has rather its dominant sense, which is taken for one bit.
WEIGHTS = dict(zip(FEATURES, (0.55, -0.39, 0.89, -1.11, 1.7, 0.068, 0.1), strict=True))

SENSE_THRESHOLD = 0.5
"""A sense is taken from this probability on."""

# A term or word in so many works (by its logarithm) says nothing of what a work is on.
_COMMON = 13.0
_MOST_TERMS, _MOST_WORDS = 40.0, 30.0
# So many short forms, of so much agreement, are assumed before any is counted.
_PRIOR_COUNT, _PRIOR_AGREEMENT = 8, 0.95


class Sense(NamedTuple):
    """A long form (a cluster), and the works that give it."""

    long: int
    works: set[int]


class SenseContext:
    """What works speak of: their terms (clusters), and how common each is."""

    def __init__(
        self, nodes: NameNodes, clusters: Clusters, works: Sequence[int]
    ) -> None:
        """Collect the terms of each work."""
        self._nodes = nodes
        self.terms: dict[int, set[int]] = {}
        for (number, _), node in zip(nodes.places, nodes.node_at, strict=True):
            terms = self.terms.setdefault(works[number], set())
            terms.add(clusters.find(node))
        self._spread = Counter(term for own in self.terms.values() for term in own)
        self._words = Counter(
            word for term in self._spread for word in self.words(term)
        )
        self._around: dict[tuple[int, int], Counter[int]] = {}

    def terms_around(self, short: int, sense: Sense) -> Counter[int]:
        """Return how many of the works that give a sense have each term."""
        found = self._around.get((short, sense.long))
        if found is None:
            terms = (self.terms.get(work, set()) for work in sense.works)
            found = Counter(term for own in terms for term in own)
            self._around[short, sense.long] = found
        return found

    def words(self, term: int) -> tuple[str, ...]:
        """Return the words of a term's key."""
        return term_key(self._nodes.names[term]).words

    def term_information(self, terms: Iterable[int]) -> float:
        """Return how much terms say of what a work is on, in bits: their rarity."""
        spread = self._spread
        return math.fsum(max(0.0, _COMMON - math.log2(spread[t])) for t in terms)

    def word_information(self, words: Iterable[str]) -> float:
        """Return how much words say of what a work is on, in bits: their rarity."""
        counts = self._words
        return math.fsum(max(0.0, _COMMON - math.log2(1 + counts[w])) for w in words)


def rank_senses(
    definitions: Iterable[Definition], clusters: Clusters
) -> dict[int, list[Sense]]:
    """Return for each short form its senses, the one of most works first.

    One that is joined with its long form already, by a decision, has itself as one.
    """
    return {
        short: [
            Sense(long, works)
            for long, works in sorted(own.items(), key=lambda m: (-len(m[1]), m[0]))
        ]
        for short, own in group_by_sense(definitions, clusters).items()
    }


def corpus_agreement(senses: Mapping[int, Sequence[Sense]]) -> float:
    """Return how likely two works that define one short form agree, in this corpus."""
    shares = []
    for of_one in senses.values():
        counts = [len(sense.works) for sense in of_one]
        total = sum(counts)
        if total > 1:
            pairs = sum(count * (count - 1) for count in counts)
            shares.append(pairs / (total * (total - 1)))
    return (math.fsum(shares) + _PRIOR_COUNT * _PRIOR_AGREEMENT) / (
        len(shares) + _PRIOR_COUNT
    )


def sense_features(
    work: int, short: int, sense: Sense, senses: Sequence[Sense], context: SenseContext
) -> dict[str, float]:
    """Return the features of one of several senses of a short form in a work.

    What the work itself says of it is left out.

    Args:
        work: the work that is asked about.
        short: the short form (a cluster).
        sense: one of its senses.
        senses: all of them.
        context: the terms of works.
    """
    gives_it = int(work in sense.works)
    left_out = {short, *(one.long for one in senses)}
    terms = context.terms.get(work, set()) - left_out
    around = context.terms_around(short, sense)
    shared = [term for term in terms if around[term] > gives_it]
    words = set(context.words(sense.long)).intersection(
        word for term in terms for word in context.words(term)
    )
    return {
        **_count_features(sense, senses, without=work),
        "any term": float(bool(shared)),
        "terms": min(_MOST_TERMS, context.term_information(shared)),
        "words": min(_MOST_WORDS, context.word_information(words)),
    }


def _count_features(
    sense: Sense, senses: Sequence[Sense], *, without: int | None = None
) -> dict[str, float]:
    """Return the features that count the works that give a sense, and other senses."""
    counts = [len(one.works) - (without in one.works) for one in senses]
    count = len(sense.works) - (without in sense.works)
    return {
        "constant": 1.0,
        "definitions": math.log2(count) if count else -1.0,
        "other definitions": math.log2(1 + sum(counts) - count),
    }


def sense_probability(found: Mapping[str, float], agreement: float) -> float:
    """Return how likely a sense is, by its features and the corpus's agreement.

    That others have one sense says nothing of a short form that has several.
    """
    several = found["other definitions"] > 0
    belief = 0.0 if several else bits(agreement)
    features = {"agreement": belief, **found}
    weight = math.fsum(WEIGHTS[name] * value for name, value in features.items())
    return probability_from_bits(weight)


def dominant_senses(senses: Mapping[int, Sequence[Sense]]) -> dict[int, int]:
    """Return the sense of each short form that has one wherever it stands."""
    agreement = corpus_agreement(senses)
    first = {short: of_one[0] for short, of_one in senses.items()}
    return {
        short: sense.long
        for short, sense in first.items()
        if sense.long != short
        and sense_probability(_count_features(sense, senses[short]), agreement)
        >= SENSE_THRESHOLD
    }
