"""Words that stand together in one name and are one word in another."""

from collections.abc import Sequence
from itertools import pairwise

_SHORTEST = 6  # letters of two words that may be written as one

Words = tuple[str, ...]


def written_as_one(keys: Sequence[Words]) -> frozenset[tuple[str, str]]:
    """Return the words that some names write as one: "jiao tong", "jiaotong"."""
    vocabulary = {word for key in keys for word in key}
    return frozenset(
        (a, b)
        for key in keys
        for a, b in pairwise(key)
        if a + b in vocabulary and len(a) > 1 < len(b) and len(a) + len(b) >= _SHORTEST
    )


def join(key: Words, pairs: frozenset[tuple[str, str]]) -> Words:
    """Return the words of a name, such pairs put together."""
    found: list[str] = []
    taken = False
    for word, after in zip(key, [*key[1:], ""], strict=True):
        if taken:
            found[-1] += word
            taken = False
        else:
            found.append(word)
            taken = (word, after) in pairs
    return tuple(found)
