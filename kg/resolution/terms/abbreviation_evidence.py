"""What speaks for a meaning of a short form in a work that does not say.

How many works give it, how many another; whether they speak of what the work speaks of;
how far short forms have one meaning in this corpus at all.
"""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from kg.odds import bits, probability_from_bits
from kg.resolution.clusters import Clusters
from kg.resolution.name_index import NameNodes
from kg.resolution.terms.abbreviations import Definition, by_meaning
from kg.resolution.terms.term_normal_form import term_key

PIECES = (
    "agreement",
    "constant",
    "definitions",
    "other definitions",
    "any term",
    "terms",
    "words",
)
"""Names of the pieces of evidence."""

# What each adds to the odds, in bits, as `pipelines.terms.score_senses` learned it, but
# for the constant: it learned from works that explain a short form, and one that needs
# no explanation has rather its usual meaning, which is taken for one bit.
WEIGHTS = dict(zip(PIECES, (0.55, -0.39, 0.89, -1.11, 1.7, 0.068, 0.1), strict=True))

MEANT = 0.5
"""A meaning is taken from this probability on."""

# A term or word in so many works (by its logarithm) says nothing of what a work is on.
_COMMON = 13.0
_MOST_TERMS, _MOST_WORDS = 40.0, 30.0
# So many short forms of one meaning are taken for granted before any is counted.
_BELIEVED, _BELIEF = 8, 0.95


class Meaning(NamedTuple):
    """A long form (a cluster), and the works that give it."""

    long: int
    works: set[int]


class Context:
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

    def around(self, short: int, meaning: Meaning) -> Counter[int]:
        """Count the terms of the works that give a meaning of a short form."""
        found = self._around.get((short, meaning.long))
        if found is None:
            terms = (self.terms.get(work, set()) for work in meaning.works)
            found = Counter(term for own in terms for term in own)
            self._around[short, meaning.long] = found
        return found

    def words(self, term: int) -> tuple[str, ...]:
        """Give the words of a term's key."""
        return term_key(self._nodes.names[term]).words

    def told(self, terms: Iterable[int]) -> float:
        """Add up how much terms say of what a work is on, in bits."""
        spread = self._spread
        return math.fsum(max(0.0, _COMMON - math.log2(spread[t])) for t in terms)

    def told_words(self, words: Iterable[str]) -> float:
        """Add up how much words say of what a work is on, in bits."""
        counts = self._words
        return math.fsum(max(0.0, _COMMON - math.log2(1 + counts[w])) for w in words)


def meanings(
    said: Iterable[Definition], clusters: Clusters
) -> dict[int, list[Meaning]]:
    """Return for each short form its meanings, the one of most works first.

    One that is joined with its long form already, by a decision, has itself as one.
    """
    return {
        short: [
            Meaning(long, works)
            for long, works in sorted(own.items(), key=lambda m: (-len(m[1]), m[0]))
        ]
        for short, own in by_meaning(said, clusters).items()
    }


def agreement(told: Mapping[int, Sequence[Meaning]]) -> float:
    """Return how likely two works that explain one short form agree, in this corpus."""
    shares = []
    for known in told.values():
        counts = [len(meaning.works) for meaning in known]
        total = sum(counts)
        if total > 1:
            pairs = sum(count * (count - 1) for count in counts)
            shares.append(pairs / (total * (total - 1)))
    return (math.fsum(shares) + _BELIEVED * _BELIEF) / (len(shares) + _BELIEVED)


def pieces(
    work: int, short: int, meaning: Meaning, known: Sequence[Meaning], context: Context
) -> dict[str, float]:
    """Return the evidence that a work means one of several meanings by a short form.

    What the work itself says of it is left out.
    """
    said = int(work in meaning.works)
    left_out = {short, *(one.long for one in known)}
    own = context.terms.get(work, set()) - left_out
    around = context.around(short, meaning)
    shared = [term for term in own if around[term] > said]
    words = set(context.words(meaning.long)).intersection(
        word for term in own for word in context.words(term)
    )
    return {
        **_counts(meaning, known, without=work),
        "any term": float(bool(shared)),
        "terms": min(_MOST_TERMS, context.told(shared)),
        "words": min(_MOST_WORDS, context.told_words(words)),
    }


def _counts(
    meaning: Meaning, known: Sequence[Meaning], *, without: int | None = None
) -> dict[str, float]:
    """Return what the works that give a meaning, and others, say of it by number."""
    counts = [len(one.works) - (without in one.works) for one in known]
    count = len(meaning.works) - (without in meaning.works)
    return {
        "constant": 1.0,
        "definitions": math.log2(count) if count else -1.0,
        "other definitions": math.log2(1 + sum(counts) - count),
    }


def probability(found: Mapping[str, float], agreed: float) -> float:
    """Return how likely a meaning is, by its evidence and the corpus's agreement.

    That others have one meaning says nothing of a short form that has several.
    """
    several = found["other definitions"] > 0
    belief = 0.0 if several else bits(agreed)
    known = {"agreement": belief, **found}
    weight = math.fsum(WEIGHTS[name] * value for name, value in known.items())
    return probability_from_bits(weight)


def usual(told: Mapping[int, Sequence[Meaning]]) -> dict[int, int]:
    """Return the short forms that have a meaning wherever they stand, and which."""
    agreed = agreement(told)
    first = {short: known[0] for short, known in told.items()}
    return {
        short: meaning.long
        for short, meaning in first.items()
        if meaning.long != short
        and probability(_counts(meaning, told[short]), agreed) >= MEANT
    }
