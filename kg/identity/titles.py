"""Titles of works: when two are one, and which small words set them apart."""

import re
from functools import lru_cache

from rapidfuzz import fuzz

from kg.text.reading import folded

# A title of fewer words is shared by strangers ("Deep learning", "Introduction").
LONG_TITLE = 4
_NEAR = 92.0
# What makes another work of the same words: an erratum is not its paper.
_MARKERS = frozenset(
    [
        "addendum", "comment", "comments", "commentary", "correction", "corrections",
        "corrigendum", "discussion", "errata", "erratum", "rejoinder", "reply",
        "response", "retracted", "retraction", "supplement", "supplementary",
    ]
)  # fmt: skip
_NUMBER_WORDS = {
    "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "first": "1",
    "second": "2", "third": "3", "i": "1", "ii": "2", "iii": "3", "iv": "4", "v": "5",
    "vi": "6", "vii": "7", "viii": "8",
}  # fmt: skip
_PART = re.compile(r"(?:part|volume|vol|chapter|lecture|session|day|episode)")


@lru_cache(maxsize=200_000)
def title_words(title: str) -> tuple[str, ...]:
    """Give the words of a title without case, accents, LaTeX or punctuation."""
    return tuple(folded(title).split())


@lru_cache(maxsize=200_000)
def distinguishing(title: str) -> tuple[tuple[str, ...], frozenset[str]]:
    """Give the numbers of a title ("II", "part two") and words like "erratum"."""
    words = title_words(title)
    numbers = [word for word in words if any(map(str.isdigit, word))]
    for position, word in enumerate(words):
        before = words[position - 1] if position else ""
        last = position == len(words) - 1 and word not in ("one", "first", "v")
        if word in _NUMBER_WORDS and (_PART.fullmatch(before) or last):
            numbers.append(_NUMBER_WORDS[word])
    markers = _MARKERS.intersection((*words[:2], *words[-2:]))
    return tuple(sorted(numbers)), markers


def conflict(a: str | None, b: str | None) -> bool:
    """Tell whether two titles name two parts, or a work and its correction."""
    if not a or not b:
        return False
    return distinguishing(a) != distinguishing(b)


def near(a: str, b: str) -> bool:
    """Tell whether two titles are one but for a slip, and no number differs."""
    if conflict(a, b):
        return False
    first, second = " ".join(title_words(a)), " ".join(title_words(b))
    if first.replace(" ", "") == second.replace(" ", ""):
        return bool(first)
    if min(len(first), len(second)) < 20:
        return False
    return fuzz.ratio(first, second, score_cutoff=_NEAR) > 0
