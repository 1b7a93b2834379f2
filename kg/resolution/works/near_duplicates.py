"""Near-duplicate texts among many, without comparing each with each.

A text is its set of shingles, three words in a row. Of each set the smallest hashes are
a fair sample, the same one in every copy (bottom-k sketch, Broder 1997): texts that
share none of the sample are not similar. Formulas do not count, for LaTeX writes one in
many ways.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from kg.resolution.works.work_blocking import (
    KeyColumn,
    hash_sequences,
    pairs_sharing_keys,
)
from kg.text.folding import strip_accents
from kg.text.markup import strip_markup

# Smallest hashes of a text (Broder 1997): a first look, before texts are compared whole.
SKETCH = 16
# Fewer shingles are too few to call a text a copy.
FEWEST_SHINGLES = 6
_FORMULA = re.compile(r"\$\$?[^$]{1,400}\$\$?")
_COMMAND = re.compile(r"\\[a-zA-Z]{2,20}")
_WORD = re.compile(r"[^\W\d_]{2,}")
# Letters of ASCII stay, all else is a blank: one pass over the bytes.
_LETTER_TABLE = bytes(
    n if chr(n).isascii() and chr(n).isalpha() else 32 for n in range(256)
)
_BATCH = 1000  # texts hashed at once
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


def hash_texts(texts: Sequence[str]) -> list[Shingles]:
    """Return the hashed shingles of texts, which may have LaTeX and tags."""
    found: list[Shingles] = []
    for start in range(0, len(texts), _BATCH):
        found += _hash_batch(
            [_split_words(text) for text in texts[start : start + _BATCH]]
        )
    return found


def _hash_batch(parts: Sequence[Sequence[bytes]]) -> Iterable[Shingles]:
    """Yield the shingles of texts, hashed together, which is faster than one by one."""
    sizes = list(map(len, parts))
    hashed = map(crc32, chain.from_iterable(parts))
    words = np.fromiter(hashed, dtype=np.uint64, count=sum(sizes))
    values, owners = hash_sequences(
        KeyColumn(words, np.repeat(np.arange(len(parts)), sizes)), 3
    )
    numbers = np.arange(len(parts))
    starts = np.searchsorted(owners, numbers).tolist()
    ends = np.searchsorted(owners, numbers, side="right").tolist()
    first = 0
    for size, start, end in zip(sizes, starts, ends, strict=True):
        checksum = crc32(words[first : first + size].tobytes())
        first += size
        yield Shingles(_sorted_distinct(values[start:end]), size, checksum)


def _sorted_distinct(values: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Return values sorted, each once; faster on a few hundred than numpy's own."""
    values = np.sort(values)
    if len(values) < 2:
        return values
    first = np.empty(len(values), dtype=bool)
    first[0] = True
    np.not_equal(values[1:], values[:-1], out=first[1:])
    return values[first]


def _split_words(text: str) -> list[bytes]:
    """Return the words of two letters and more."""
    if "$" in text:
        text = _FORMULA.sub(" ", text)
    text = _plain_letters(text)
    if text.isascii():
        words = text.encode().translate(_LETTER_TABLE).split()
        return [word for word in words if len(word) > 1]
    return [word.encode("utf-8", "replace") for word in _WORD.findall(text)]


def _plain_letters(text: str) -> str:
    """Return a text without accents, written in LaTeX or not, and LaTeX commands."""
    text = strip_markup(text)
    if "\\" in text:
        text = _COMMAND.sub(" ", _ACCENT.sub(r"\1", text))
    return strip_accents(text).lower()


def shingle_overlap(a: Shingles, b: Shingles) -> tuple[float, float]:
    """Return the share of all shingles in common (Jaccard), and of the shorter text's.

    >>> one, other = hash_texts(["a few words that differ", "a few words that differ not"])
    >>> shingle_overlap(one, other)
    (0.6666666666666666, 1.0)
    """
    small, large = sorted((len(a.hashes), len(b.hashes)))
    if not small:
        return 0.0, 0.0
    common = len(np.intersect1d(a.hashes, b.hashes, assume_unique=True))
    return common / (small + large - common), common / small


def near_duplicate_pairs(texts: Sequence[Shingles]) -> list[tuple[int, int]]:
    """Return the pairs of texts, by position, that may be near-duplicates, in order.

    Args:
        texts: of fewer shingles than FEWEST_SHINGLES, they are in no pair.
    """
    sketches = [
        text.sketch if len(text.hashes) >= FEWEST_SHINGLES else text.hashes[:0]
        for text in texts
    ]
    owners = np.repeat(np.arange(len(texts)), list(map(len, sketches)))
    values = np.concatenate([np.empty(0, dtype=np.uint64), *sketches])
    pairs = pairs_sharing_keys(KeyColumn(values, owners), least=2).tolist()
    return [(first, second) for first, second in pairs]
