"""Words that open and close an abstract, whatever its field.

Two bags of words, weighed by a regression over abstracts of several fields: how likely
a sentence is the first of an abstract, and how likely it is the last.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise

from kg.datafiles import trained
from kg.text.sentences import split_sentences

_TOKEN = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*|[?:]")
_READ = 30  # words of a sentence that are looked at
_LONGEST = 6000  # characters of a paragraph that are looked at, from either end


@dataclass(frozen=True, slots=True)
class CohesionModel:
    """The trained weights of all that tells one talk from the next.

    Attributes:
        opening: of the cues of a sentence that opens an abstract; "" is the bias.
        closing: of those of a sentence that ends one.
        boundary: of the features of a boundary between two paragraphs.
        idf: a background table, how rare words are in all fields.
        tail: of the cues of a line that stands behind an abstract.
    """

    opening: Mapping[str, float]
    closing: Mapping[str, float]
    boundary: Mapping[str, float]
    idf: Mapping[str, float]
    tail: Mapping[str, float] = field(default_factory=dict)


@cache
def load_model() -> CohesionModel:
    """Return the weights that pipelines/talks/train.py wrote, read once."""
    stored = trained("sources/cohesion")
    return CohesionModel(
        opening=stored["opening"],
        closing=stored["closing"],
        boundary=stored["boundary"],
        idf=stored["idf"],
        tail=stored.get("tail", {}),
    )


def cue_words(sentence: str) -> set[str]:
    """Return a sentence's cues: its words, pairs of them, how it begins and ends.

    >>> sorted(cue_words("Who counts?"))
    ['$?', '?', '^who', '^who counts', '^who counts ?', 'counts', 'counts ?', 'who', 'who counts']
    """
    words = [word.lower() for word in _TOKEN.findall(sentence[:400])][:_READ]
    cues = set(words)
    cues.update("^" + " ".join(words[:length]) for length in (1, 2, 3))
    cues.update(f"{a} {b}" for a, b in _near_pairs(words))
    if sentence.rstrip().endswith("?"):
        cues.add("$?")
    return cues


def _near_pairs(words: list[str]) -> Iterator[tuple[str, str]]:
    return pairwise(words[:12])


def first_sentence(paragraph: str) -> str:
    """Return a paragraph's first sentence; of a blank one ""."""
    found = split_sentences(paragraph[:_LONGEST].strip())
    return found[0] if found else ""


def last_sentence(paragraph: str) -> str:
    """Return a paragraph's last sentence; of a blank one ""."""
    found = split_sentences(paragraph[-_LONGEST:].strip())
    return found[-1] if found else ""


def cue_score(cues: set[str], weights: Mapping[str, float]) -> float:
    """Return the log-odds of cues: the bias, and the weight of each that has one.

    They are added in the order of the words, so that sums are equal on every run.

    >>> cue_score({"we", "mill"}, {"": -1.0, "we": 1.5})
    0.5
    """
    return weights[""] + sum(weights[cue] for cue in sorted(cues) if cue in weights)
