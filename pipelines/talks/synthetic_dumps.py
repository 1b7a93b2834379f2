"""Seminar dumps made of papers' abstracts, where it is known which lines make a talk.

Abstracts of near topics follow each other, as in a seminar of one field; some are cut
into paragraphs, retold as talks ("In this paper" becomes "In this talk"), and followed by
the lines that announcements carry.
"""

import math
import random
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from kg.text.sentences import split_sentences
from pipelines.talks.endings import Metadata, make_tail

Vectors = np.ndarray[tuple[int, int], np.dtype[np.float32]]

_CUT = 0.26  # share of talks in several paragraphs
_TAILED = (0.1, 0.2, 0.4)  # shares of a dump's talks with lines behind the abstract
_RETOLD = 0.6  # share of abstracts retold as talks
_BRIEF = 0.3  # share of dumps with short abstracts throughout
_SHORT = 0.12  # share of talks of two or three sentences
_IN_PARTS = 0.12  # share of talks in paragraphs that say "in the second part"
_DIMENSIONS = 512
_TURNS = re.compile(
    r"(?:in this|in the|we|i|here|to|this|finally|first|second|more|our|motivated|"
    r"as a|specifically|these|using)\b",
    re.IGNORECASE,
)
_RETELL = (
    (
        re.compile(r"\b([Ii])n (?:this|our) (?:paper|work|article|study)\b"),
        r"\1n this talk",
    ),
    (re.compile(r"\bThis (?:paper|work|article) (\w+s)\b"), r"This talk \1"),
    (
        re.compile(r"\bWe (present|introduce|propose|describe|study|discuss|show)\b"),
        r"I will \1",
    ),
    (re.compile(r"\b[Tt]he paper\b"), "the talk"),
)
_TALKS = re.compile(r"in this|this talk|this paper|this work", re.IGNORECASE)
_PARTS = (
    (
        "In the second part of the talk,",
        "In the second part,",
        "The second part of the talk is about the following:",
        "Finally,",
        "Then",
        "The second result is that",
        "The last part of the talk looks at this:",
        "In the other half of the talk,",
        "Our second contribution is that",
        "The second type is the following:",
        "In the final part of this lecture,",
        "Next,",
    ),
    ("Finally,", "In the last part,", "The third part says that", "If time permits,"),
)


@dataclass(frozen=True, slots=True)
class Dump:
    """Lines of a made-up seminar page, and which of them open a talk."""

    lines: tuple[str, ...]
    opens: tuple[bool, ...]


def make_dumps(
    abstracts: Sequence[str], facts: Metadata, *, size: int, chance: random.Random
) -> Iterator[Dump]:
    """Yield dumps of `size` talks of near topics; each abstract is used once at most.

    What is left when fewer than `size` abstracts are is left out.
    """
    vectors = _vectors(abstracts)
    free = list(range(len(abstracts)))
    while len(free) >= size:
        anchor = chance.choice(free)
        # A seminar's field is wider than a nearest neighbour's: thin out by chance.
        near = sorted(free, key=lambda n: -float(vectors[n] @ vectors[anchor]))
        width = size * chance.choice((1, 2, 4))
        chosen = chance.sample(near[: max(width, size)], size)
        free = sorted(set(free) - set(chosen))
        order = _chain(vectors, chosen) if chance.random() < 0.5 else chosen
        yield make_dump([abstracts[n] for n in order], facts, chance=chance)


def make_dump(
    abstracts: Sequence[str], facts: Metadata, *, chance: random.Random
) -> Dump:
    """Turn abstracts into the lines of a dump, in their order."""
    lines: list[str] = []
    opens: list[bool] = []
    tailed = chance.choice(_TAILED)
    # Some seminars ask for a few sentences only.
    most = chance.choice((3, 4, 5)) if chance.random() < _BRIEF else None
    for abstract in abstracts:
        short = " ".join(split_sentences(" ".join(abstract.split()))[:most])
        talk = make_talk(short, chance=chance)
        if chance.random() < tailed:
            talk += _attachments(facts, chance)
        lines += talk
        opens += [True] + [False] * (len(talk) - 1)
    return Dump(tuple(lines), tuple(opens))


def make_talk(abstract: str, *, chance: random.Random) -> list[str]:
    """Return an abstract as the lines of a talk: retold, cut into paragraphs."""
    found = retold_sentences(abstract, chance=chance)
    if len(found) >= 4 and chance.random() < _SHORT:
        # Speakers in a hurry send the beginning and one sentence more.
        kept = sorted({0, *chance.sample(range(1, len(found)), chance.choice((1, 2)))})
        found = [found[number] for number in kept]
    talk = [" ".join(found)]
    if len(found) >= 3 and chance.random() < _CUT:
        cuts = sorted(paragraph_ends(found, chance=chance))
        bounds = zip([0, *cuts], [*cuts, len(found)], strict=True)
        talk = [" ".join(found[first:last]) for first, last in bounds]
        if chance.random() < _IN_PARTS:
            talk = _in_parts(talk, chance)
    return talk


def retold_sentences(abstract: str, *, chance: random.Random) -> list[str]:
    """Return an abstract's sentences, of many abstracts as a speaker would say them."""
    found = split_sentences(abstract)
    if chance.random() < _RETOLD:
        return [_spoken_sentence(sentence, chance) for sentence in found]
    return found


def _spoken_sentence(sentence: str, chance: random.Random) -> str:
    """Return a sentence of a paper as a speaker would say it, of many sentences."""
    for pattern, spoken in _RETELL:
        if chance.random() < 0.6:
            sentence = pattern.sub(spoken, sentence, count=1)
    return sentence


def _in_parts(talk: Sequence[str], chance: random.Random) -> list[str]:
    """Begin later paragraphs as speakers do who announce parts."""
    lines = [talk[0]]
    for number, paragraph in enumerate(talk[1:]):
        words = _PARTS[min(number, len(_PARTS) - 1)]
        lines.append(f"{chance.choice(words)} {paragraph[:1].lower()}{paragraph[1:]}")
    return lines


def paragraph_ends(found: Sequence[str], *, chance: random.Random) -> set[int]:
    """Return the numbers of sentences before which paragraphs end, one at least.

    Authors end them before a sentence that turns to something rather than anywhere.
    """
    inner = range(1, len(found))
    turns = [n for n in inner if _TURNS.match(found[n])]
    talks = [n for n in turns if _TALKS.match(found[n])][:1]
    count = min(chance.choice((1, 1, 1, 1, 2, 2, 3)), len(found) - 1)
    cuts: set[int] = set(talks if chance.random() < 0.65 else ())
    for _ in range(count - len(cuts)):
        pool = turns if turns and chance.random() < 0.6 else list(inner)
        cuts.add(chance.choice(pool))
    return cuts


def _attachments(facts: Metadata, chance: random.Random) -> list[str]:
    """Return one line or two that belong to the talk above them."""
    return [make_tail(facts, chance=chance) for _ in range(chance.choice((1, 1, 2)))]


def _vectors(abstracts: Sequence[str]) -> Vectors:
    """Return a direction for each abstract, (abstracts, dimensions), of length one.

    The directions are random projections of the rarer words (Achlioptas 2003).
    """
    words = [set(re.findall(r"[a-z]{4,}", text.lower())) for text in abstracts]
    seen = Counter(word for found in words for word in found)
    places = {word: place for place, word in enumerate(sorted(seen))}
    signs = np.random.default_rng(0).choice(
        np.array([-1, 1], dtype=np.int8), size=(len(places), _DIMENSIONS)
    )
    vectors = np.zeros((len(words), _DIMENSIONS), dtype=np.float32)
    for row, found in enumerate(words):
        for word in sorted(found):
            if seen[word] > 1:
                weight = math.log(len(words) / seen[word])
                vectors[row] += np.float32(weight) * signs[places[word]]
    norms = np.linalg.norm(vectors, axis=1, keepdims=True)
    scaled: Vectors = vectors / np.maximum(norms, np.float32(1e-6))
    return scaled


def _chain(vectors: Vectors, chosen: Sequence[int]) -> list[int]:
    """Order abstracts so that each is followed by the nearest left: the hardest order."""
    left = list(chosen)
    order = [left.pop(0)]
    while left:
        best = max(left, key=lambda n: (float(vectors[n] @ vectors[order[-1]]), -n))
        left.remove(best)
        order.append(best)
    return order
