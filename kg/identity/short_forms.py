"""What a short form means in a document that does not say.

A document that explains its short form has the last word. For the others the corpus
decides: how many works give a meaning, how many another; whether they speak of what the
document speaks of; how far short forms have one meaning in this corpus at all. In doubt
a short form stays a node of its own.
"""

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from typing import NamedTuple

from kg.identity.abbreviations import Definitions, defined
from kg.identity.clusters import Clusters, Finding
from kg.identity.nodes import Nodes, Place
from kg.identity.termkeys import term_key
from kg.records import Extraction

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

# What each adds to the odds, in bits, as `pipelines.score_short_forms` learned it, but
# for the constant: it learned from works that explain a short form, and one that needs
# no explanation has rather its usual meaning, which is taken for one bit.
WEIGHTS = dict(zip(PIECES, (0.55, -0.39, 0.89, -1.11, 1.7, 0.068, 0.1), strict=True))

MEANT = 0.5
"""A meaning is taken from this probability on."""

# A term or word in so many works (by its logarithm) says nothing of what a work is on.
_COMMON = 13.0
_MOST_TERMS, _MOST_WORDS = 40.0, 30.0
_MOST_MEANINGS = 50
# So many short forms of one meaning are taken for granted before any is counted.
_BELIEVED, _BELIEF = 8, 0.95


class Meaning(NamedTuple):
    """A long form (a cluster), and the works that give it."""

    long: int
    works: set[int]


class Context:
    """What works speak of: their terms (clusters), and how common each is."""

    def __init__(self, nodes: Nodes, clusters: Clusters, works: Sequence[int]) -> None:
        """Collect the terms of each work."""
        self._nodes = nodes
        self.terms: dict[int, set[int]] = {}
        for (number, _), node in zip(nodes.places, nodes.standing_at, strict=True):
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
        return sum(max(0.0, _COMMON - math.log2(spread[term])) for term in terms)

    def told_words(self, words: Iterable[str]) -> float:
        """Add up how much words say of what a work is on, in bits."""
        return sum(max(0.0, _COMMON - math.log2(1 + self._words[w])) for w in words)


def meanings(found: Definitions, clusters: Clusters) -> dict[int, list[Meaning]]:
    """Return for each short form its meanings, the one of most works first.

    One that is joined with its long form already, by a decision, has itself as one.
    """
    made: dict[int, dict[int, set[int]]] = {}
    for short, by_long in found.items():
        own = made.setdefault(clusters.find(short), {})
        for long, works in by_long.items():
            own.setdefault(clusters.find(long), set()).update(works)
    return {
        short: [
            Meaning(long, works)
            for long, works in sorted(own.items(), key=lambda m: (-len(m[1]), m[0]))
        ]
        for short, own in made.items()
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
    return (sum(shares) + _BELIEVED * _BELIEF) / (len(shares) + _BELIEVED)


def pieces(
    work: int, short: int, meaning: Meaning, known: Sequence[Meaning], context: Context
) -> dict[str, float]:
    """Return the evidence that a work means one of several meanings by a short form.

    What the work itself says of it is left out.
    """
    count, others = _counted(work, meaning, known)
    said = int(work in meaning.works)
    left_out = {short, *(one.long for one in known)}
    own = context.terms.get(work, set()) - left_out
    around = context.around(short, meaning)
    shared = [term for term in own if around[term] > said]
    words = set(context.words(meaning.long)).intersection(
        word for term in own for word in context.words(term)
    )
    return {
        "constant": 1.0,
        "definitions": math.log2(count) if count else -1.0,
        "other definitions": math.log2(1 + others),
        "any term": float(bool(shared)),
        "terms": min(_MOST_TERMS, context.told(shared)),
        "words": min(_MOST_WORDS, context.told_words(words)),
    }


def _counted(work: int, meaning: Meaning, known: Sequence[Meaning]) -> tuple[int, int]:
    """Count the works that give a meaning, and other ones, but for one work."""
    counts = [len(one.works) - (work in one.works) for one in known]
    count = len(meaning.works) - (work in meaning.works)
    return count, sum(counts) - count


def probability(found: Mapping[str, float], agreed: float) -> float:
    """Return how likely a meaning is, by its evidence and the corpus's agreement.

    That others have one meaning says nothing of a short form that has several.
    """
    several = found["other definitions"] > 0
    belief = 0.0 if several else math.log2(agreed / (1 - agreed))
    known = {"agreement": belief, **found}
    bits = sum(WEIGHTS[name] * value for name, value in known.items())
    return 1 / (1 + math.exp2(-bits))


def usual(told: Mapping[int, Sequence[Meaning]]) -> dict[int, int]:
    """Return the short forms that have a meaning wherever they stand, and which."""
    agreed = agreement(told)
    found = {}
    for short, known in told.items():
        for meaning in known[:1]:
            if meaning.long == short:
                continue
            count, others = _counted(-1, meaning, known)
            alone = {
                "constant": 1.0,
                "definitions": math.log2(count),
                "other definitions": math.log2(1 + others),
            }
            if probability(alone, agreed) >= MEANT:
                found[short] = meaning.long
    return found


def explained(
    extractions: Sequence[Extraction],
    works: Sequence[int],
    nodes: Nodes,
    clusters: Clusters,
    told: Mapping[int, Sequence[Meaning]],
    context: Context,
) -> dict[Place, int]:
    """Give the mentions of short forms that mean a long one, and which.

    Args:
        extractions: in document order.
        works: for each extraction the number of its work.
        nodes: names of terms.
        clusters: of nodes; short forms are in none with their long forms.
        told: the meanings of each short form.
        context: what works speak of.
    """
    own = explained_there(extractions, works, nodes, clusters)
    agreed = agreement(told)
    settled = set(map(clusters.find, clusters.pinned))
    judged: dict[tuple[int, int], tuple[int, float]] = {}
    moved: dict[Place, int] = {}
    taken: dict[int, list[int]] = {}
    for place, node in zip(nodes.places, nodes.standing_at, strict=True):
        short, work = clusters.find(node), works[place[0]]
        known = told.get(short)
        if not known or short in settled:
            continue
        if (short, work) not in judged:
            meant = own.get((short, work))
            found = (
                _likeliest(work, short, known[:_MOST_MEANINGS], context, agreed)
                if meant is None
                else (meant, 1.0)
            )
            judged[short, work] = found = _allowed(short, found, taken, clusters)
        meant, likely = judged[short, work]
        if likely >= MEANT and meant != short:
            moved[place] = meant
    _note(judged, clusters)
    return moved


def _allowed(
    short: int,
    found: tuple[int, float],
    taken: dict[int, list[int]],
    clusters: Clusters,
) -> tuple[int, float]:
    """Take back a meaning that a decision forbids, also by another short form of it."""
    long, likely = found
    if likely < MEANT:
        return found
    others = taken.setdefault(long, [])
    if any(clusters.forbidden(short, other) for other in (long, *others)):
        return long, 0.0
    if short not in others:
        others.append(short)
    return found


def explained_there(
    extractions: Sequence[Extraction],
    works: Sequence[int],
    nodes: Nodes,
    clusters: Clusters,
) -> dict[tuple[int, int], int]:
    """Return what a work itself says that a short form means, the first of it."""
    own: dict[tuple[int, int], int] = {}
    for number, extraction in enumerate(extractions):
        for short, long in defined(extraction, nodes):
            ends = clusters.find(short), clusters.find(long)
            if ends[0] != ends[1]:
                own.setdefault((ends[0], works[number]), ends[1])
    return own


def _likeliest(
    work: int, short: int, known: Sequence[Meaning], context: Context, agreed: float
) -> tuple[int, float]:
    # Who writes out a long form in the same work means it by the short one.
    named = [one for one in known if one.long in context.terms.get(work, ())]
    if len(named) == 1:
        return named[0].long, 1.0
    found = [
        (probability(pieces(work, short, one, known, context), agreed), one.long)
        for one in known
    ]
    likely, long = max(found, key=lambda pair: (pair[0], -pair[1]))
    return long, likely


def _note(
    judged: Mapping[tuple[int, int], tuple[int, float]], clusters: Clusters
) -> None:
    """Say for each short form what it was taken for, and where it was left alone."""
    taken: dict[tuple[int, int], list[float]] = {}
    left: dict[int, list[tuple[int, float]]] = {}
    for (short, _), (long, likely) in judged.items():
        if likely >= MEANT and long != short:
            taken.setdefault((short, long), []).append(likely)
        elif 0 < likely < MEANT:
            left.setdefault(short, []).append((long, likely))
    several = Counter((*left, *(short for short, _ in taken)))
    split = {short for short, count in several.items() if count > 1}
    for finding in (*_of_taken(taken, split), *_of_left(left)):
        clusters.note(finding)


def _of_taken(
    taken: Mapping[tuple[int, int], Sequence[float]], split: Set[int]
) -> Iterator[Finding]:
    for (short, long), chances in sorted(taken.items()):
        rule = "abbreviation by document" if short in split else "abbreviation"
        sure = sum(likely == 1 for likely in chances)
        said = []
        if sure:
            said.append(f"Explained as its abbreviation in {_counted_works(sure)}")
        if rest := [likely for likely in chances if likely < 1]:
            share = sum(rest) / len(rest)
            said.append(f"{_counted_works(len(rest))} more: {share:.0%} likely")
        reason = "; ".join(said)
        score = sum(chances) / len(chances)
        yield Finding(short, long, rule, f"{reason}.", round(score, 3))


def _of_left(left: Mapping[int, Sequence[tuple[int, float]]]) -> Iterator[Finding]:
    for short, found in sorted(left.items()):
        long, likely = max(found, key=lambda pair: (pair[1], -pair[0]))
        reason = (
            f"{_counted_works(len(found)).capitalize()} may mean something else by it: "
            f"this with {likely:.0%} probability at most."
        )
        score = round(likely, 3)
        yield Finding(short, long, "abbreviation unclear", reason, score, "apart")


def _counted_works(count: int) -> str:
    return "one paper or talk" if count == 1 else f"{count} papers or talks"
