"""Near-equal texts among many, without comparing each with each.

A text is its set of shingles, three words in a row. Of each set the smallest hashes are
a fair sample, the same one in every copy (bottom-k sketch, Broder 1997): texts that
share none of the sample are not alike. Formulas do not count, for LaTeX writes one in
many ways.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

SKETCH = 16
# Fewer shingles are too few to call a text a copy.
FEWEST_SHINGLES = 6
# So many texts in one block are a template; neighbours in it stand for all pairs.
LARGEST_BLOCK = 40
_FORMULA = re.compile(r"\$\$?[^$]{1,400}\$\$?")
_COMBINING = dict.fromkeys(range(0x300, 0x370))
_COMMAND = re.compile(r"\\[a-zA-Z]{2,20}")
_WORD = re.compile(r"[^\W\d_]{2,}")
_ACCENT = re.compile(r"\\[`'^\"~=.uvHc]\s?\{?([a-zA-Z])\}?")


@dataclass(frozen=True, slots=True)
class Shingles:
    """The hashed shingles of a text, sorted, and a checksum of its words in order."""

    hashes: NDArray[np.uint64]
    words: int
    checksum: int

    @property
    def sketch(self) -> NDArray[np.uint64]:
        """The smallest hashes."""
        return self.hashes[:SKETCH]


def shingles(text: str, *, hashed: dict[str, int]) -> Shingles:
    """Cut a text into hashed shingles.

    Args:
        text: as it stands, LaTeX and all.
        hashed: a store of words' hashes, filled on the way and shared between calls.
    """
    found = _WORD.findall(_letters(_FORMULA.sub(" ", text)))
    for word in found:
        if word not in hashed:
            hashed[word] = crc32(word.encode("utf-8", "replace"))
    numbers = np.array([hashed[word] for word in found], dtype=np.uint64)
    checksum = crc32(numbers.tobytes())
    return Shingles(np.unique(_mixed(numbers)), len(found), checksum)


def _letters(text: str) -> str:
    """Take off accents, written in LaTeX or not, and LaTeX commands."""
    if "\\" in text:
        text = _COMMAND.sub(" ", _ACCENT.sub(r"\1", text))
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text).translate(_COMBINING)
    return text.lower()


def _mixed(words: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Hash each three words in a row, spread evenly over 64 bits (splitmix64)."""
    if len(words) < 3:
        return words[:0]
    value = words[:-2] + (words[1:-1] << np.uint64(21)) + (words[2:] << np.uint64(42))
    value = (value ^ (value >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    value = (value ^ (value >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    mixed: NDArray[np.uint64] = value ^ (value >> np.uint64(31))
    return mixed


def overlap(a: Shingles, b: Shingles) -> tuple[float, float]:
    """Give the shared part of all shingles, and of those of the shorter text."""
    small, large = sorted((len(a.hashes), len(b.hashes)))
    if not small:
        return 0.0, 0.0
    common = len(np.intersect1d(a.hashes, b.hashes, assume_unique=True))
    return common / (small + large - common), common / small


def candidates(texts: Sequence[Shingles]) -> list[tuple[int, int]]:
    """List the pairs of texts, by position, that may be near-equal, in order."""
    blocks: dict[int, list[int]] = {}
    for number, text in enumerate(texts):
        if len(text.hashes) >= FEWEST_SHINGLES:
            for value in text.sketch.tolist():
                blocks.setdefault(value, []).append(number)
    shared: dict[tuple[int, int], int] = {}
    for block in blocks.values():
        for pair in _pairs(block):
            shared[pair] = shared.get(pair, 0) + 1
    return sorted(pair for pair, count in shared.items() if count >= 2)


def _pairs(block: Sequence[int]) -> list[tuple[int, int]]:
    if len(block) > LARGEST_BLOCK:
        return list(pairwise(block))
    return [(a, b) for i, a in enumerate(block) for b in block[i + 1 :]]
