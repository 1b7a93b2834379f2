"""Learn which words open and close an abstract, and which stand behind one."""

import math
import random
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

import numpy as np
from scipy import sparse  # type: ignore[import-untyped]

from kg.sources.pages.cohesion import count_terms
from kg.sources.pages.cue_words import cue_words
from kg.sources.pages.talk_endings import tail_cues
from pipelines.common.logistic import Floats, regression
from pipelines.talks.endings import Metadata, make_short_talk, make_tail
from pipelines.talks.synthetic_dumps import make_talk, paragraph_ends, retold_sentences

TAILS, SHORT_TALKS = 16_000, 5_000  # lines that the weights of endings are learned from
_CUES = 3_500  # words and beginnings kept of each kind
_RIDGE = 1e-4  # a sample; else cues of few samples would weigh without bound
_LEAST = 0.05  # lighter cues change no decision
_COMMON = 8_000  # words with a background weight

Sample = tuple[set[str], float]
"""The cues of a sentence or line, and whether it is what is looked for."""


def learn_cues(collections: Sequence[Sequence[str]], *, last: bool) -> dict[str, float]:
    """Weigh cues of first (or last) sentences of abstracts against all others.

    Only cues that are frequent in each collection are kept, so that no field's own
    words say where its abstracts begin. The weight of "" is the constant.
    """
    chance = random.Random(7)
    samples: list[Sample] = []
    counts: list[Counter[str]] = []
    for abstracts in collections:
        found = list(_ends_and_turns(abstracts, last=last, chance=chance))
        counts.append(Counter(cue for cues, _ in found for cue in cues))
        samples += found
    # A cue's count is that of the collection in which it is rarest.
    rarest = {cue: min(count[cue] for count in counts) for cue in counts[0]}
    return _fit(samples, _most_frequent(rarest))


def learn_tails(
    abstracts: Sequence[str], facts: Metadata, idf: Mapping[str, float]
) -> dict[str, float]:
    """Weigh what tells lines behind abstracts from abstracts and their paragraphs."""
    chance = random.Random(11)
    lines = [(make_tail(facts, chance=chance), 1.0) for _ in range(TAILS)]
    lines += [(make_short_talk(facts, chance=chance), 0.0) for _ in range(SHORT_TALKS)]
    for abstract in abstracts:
        lines += [(line, 0.0) for line in make_talk(abstract, chance=chance)]
    samples = [(tail_cues(line, idf), label) for line, label in lines]
    counts = Counter(cue for cues, _ in samples for cue in cues)
    return _fit(samples, _most_frequent(counts))


def inverse_frequencies(abstracts: Iterable[str]) -> dict[str, float]:
    """Weigh the words of all collections by how few abstracts have them.

    The weight is the inverse document frequency (Spärck Jones 1972), in nats.
    """
    counts: Counter[str] = Counter()
    total = 0
    for text in abstracts:
        counts.update(count_terms(text).keys())
        total += 1
    common = sorted(counts, key=lambda word: (-counts[word], word))[:_COMMON]
    return {word: round(math.log(total / counts[word]), 1) for word in sorted(common)}


def _ends_and_turns(
    abstracts: Iterable[str], *, last: bool, chance: random.Random
) -> Iterator[Sample]:
    """Yield of each abstract its first (or last) sentence, and one that turns within."""
    for abstract in abstracts:
        sentences = retold_sentences(abstract, chance=chance)
        if len(sentences) >= 3:
            turn = min(paragraph_ends(sentences, chance=chance))
            end, inner = (len(sentences) - 1, turn - 1) if last else (0, turn)
            yield cue_words(sentences[end]), 1.0
            yield cue_words(sentences[inner]), 0.0


def _most_frequent(counts: Mapping[str, int]) -> list[str]:
    """Return the most frequent cues, in alphabetical order."""
    return sorted(sorted(counts, key=lambda cue: (-counts[cue], cue))[:_CUES])


def _fit(samples: Sequence[Sample], kept: Sequence[str]) -> dict[str, float]:
    """Fit a logistic regression to which of the kept cues each sample has."""
    place = {cue: number for number, cue in enumerate(kept)}
    rows: list[int] = []
    columns: list[int] = []
    for row, (cues, _) in enumerate(samples):
        found = [place[cue] for cue in sorted(cues) if cue in place]
        columns += [*found, len(kept)]  # the last column is the constant
        rows += [row] * (len(found) + 1)
    size = (len(samples), len(kept) + 1)
    table = sparse.csr_array((np.ones(len(rows)), (rows, columns)), shape=size)
    labels: Floats = np.array([label for _, label in samples])
    weights = regression(table, labels, ridge=_RIDGE * len(samples)).round(2).tolist()
    by_cue = dict(zip(kept, weights[:-1], strict=True))
    heavy = {cue: weight for cue, weight in by_cue.items() if abs(weight) >= _LEAST}
    return {"": weights[-1], **heavy}
