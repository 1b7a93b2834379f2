"""Blocking of records: pairs that share rare keys, found by sorting all keys at once.

Keys are 64-bit hashes, the same in every run. A `KeyColumn` has those of all records.
"""

from collections.abc import Sequence
from itertools import chain
from typing import NamedTuple
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

# More records under one key are boilerplate ("Introduction"): only neighbours under it
# are compared.
LARGEST_BLOCK = 40
RecordPairs = NDArray[np.int64]


class KeyColumn(NamedTuple):
    """Values, one a row, and the number of the record that each belongs to, rising."""

    values: NDArray[np.uint64]
    owners: NDArray[np.int64]


def hash_words(parts: Sequence[Sequence[str]]) -> KeyColumn:
    """Return a key a word of each record."""
    words = list(chain.from_iterable(parts))
    hashed = map(crc32, (word.encode("utf-8", "replace") for word in words))
    values = np.fromiter(hashed, dtype=np.uint64, count=len(words))
    return KeyColumn(values, np.repeat(np.arange(len(parts)), list(map(len, parts))))


def hash_sequences(words: KeyColumn, count: int) -> KeyColumn:
    """Return a key for each two or three words in a row of each record.

    >>> len(hash_sequences(hash_words([["a", "b", "c"], ["b"]]), 2).values)
    2
    """
    values, owners = words
    rows = max(0, len(values) - count + 1)
    together = np.zeros(rows, dtype=np.uint64)
    for place in range(count):
        together += values[place : place + rows] << np.uint64(21 * place)
    own = owners[:rows] == owners[count - 1 :]
    return KeyColumn(mix_bits(together[own]), owners[:rows][own])


def mix_bits(values: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Return values spread evenly over 64 bits (the end of splitmix64, Steele 2014)."""
    values = (values ^ (values >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    values = (values ^ (values >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    spread: NDArray[np.uint64] = values ^ (values >> np.uint64(31))
    return spread


def cross_keys(a: KeyColumn, b: KeyColumn, count: int) -> KeyColumn:
    """Return a key for each value of `a` with each of `b` of one of `count` records."""
    sizes = np.bincount(b.owners, minlength=count)
    starts = np.cumsum(sizes) - sizes
    each = sizes[a.owners]
    first = np.repeat(a.values, each)
    within = np.arange(len(first)) - np.repeat(np.cumsum(each) - each, each)
    second = b.values[np.repeat(starts[a.owners], each) + within]
    return KeyColumn(
        mix_bits((first << np.uint64(32)) + second), np.repeat(a.owners, each)
    )


def pairs_sharing_keys(keys: KeyColumn, *, least: int = 1) -> RecordPairs:
    """Return the pairs of records that share at least `least` keys.

    Returns:
        An array of two columns, in order, the smaller number first. The time is that
        of sorting, plus LARGEST_BLOCK pairs a key at most.

    >>> pairs_sharing_keys(hash_words([["moth", "lamp"], ["road"], ["lamp"]])).tolist()
    [[0, 2]]
    """
    order = np.lexsort((keys.owners, keys.values))
    values, owners = keys.values[order], keys.owners[order]
    if not len(values):
        return np.empty((0, 2), dtype=np.int64)
    starts = np.flatnonzero(np.append(True, values[1:] != values[:-1]))
    sizes = np.diff(np.append(starts, len(values)))
    large = np.repeat(sizes > LARGEST_BLOCK, sizes)
    span = int(owners.max()) + 1
    found = []
    places = np.arange(len(values))
    for step in range(1, LARGEST_BLOCK):
        places = places[places + step < len(values)]
        places = places[values[places] == values[places + step]]
        if step == 2:
            places = places[~large[places]]
        found.append(owners[places] * span + owners[places + step])
    pairs, counts = np.unique(np.concatenate(found), return_counts=True)
    first, second = np.divmod(pairs[counts >= least], span)
    kept = first != second
    return np.column_stack([first[kept], second[kept]])
