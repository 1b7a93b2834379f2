"""How similar two titles are, by the words that one has and the other has not.

A misspelling is a word that hardly differs, and that no other title has; another work
of the same people has another word there, however similar the rest is: "for English"
and "for Czech", "supervised" and "unsupervised".
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Literal

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from kg.resolution.works.titles import (
    LONG_TITLE,
    SMALL_WORDS,
    title_parts,
    title_words,
    titles_conflict,
)

TitleRelation = Literal["equal", "slip", "subtitle", "misspelt", "reworded", "other"]

# A word of so many titles is no misspelling.
_KNOWN = 3
# Of fewer letters, a misspelling cannot be told from another word.
_SHORT_WORD, _LONG_WORD, _VERY_LONG_WORD = 4, 5, 10
# Of two words that titles have, a letter more or less is a spelling or an ending.
_LONG_WORD_KNOWN = 7
_FEWEST_LETTERS = 8  # of a title in which misspellings are looked for
REWORDED = 72.0  # per cent of letters in common, in order


def compare_titles(a: str, b: str, title_counts: Mapping[str, int]) -> TitleRelation:
    """Compare two titles.

    Args:
        a: one of them.
        b: the other.
        title_counts: how many titles have a word, of those that do.

    Returns:
        "equal" but for case, punctuation and blanks; "slip" where words are mistyped,
        or small words differ; "subtitle" where one lacks what stands before or behind a
        colon; "misspelt" where words may be mistyped badly; "reworded" where most is
        alike; else "other", also where a number differs.

    >>> compare_titles("Kernels of large graphs", "Kernels of large grahps", {})
    'slip'
    >>> compare_titles("A survey for English texts", "A survey for Czech texts", {})
    'reworded'
    """
    if titles_conflict(a, b):
        return "other"
    first, second = title_words(a), title_words(b)
    one, two = "".join(first), "".join(second)
    if one == two:
        return "equal" if one else "other"
    if second in title_parts(a) or first in title_parts(b):
        return "subtitle"
    if min(len(one), len(two)) < _FEWEST_LETTERS:
        return "other"
    differing = _words_missing_from(first, second), _words_missing_from(second, first)
    # In a title of few words one that no other title has may be a name: "Deep sets".
    known = title_counts if min(len(first), len(second)) >= LONG_TITLE else {}
    if 2 * len(differing[0]) <= len(first) and _are_misspellings(*differing, known):
        return "slip"
    if len(differing[0]) < len(first) and _are_misspellings(*differing, None):
        return "misspelt"
    score = fuzz.ratio(" ".join(first), " ".join(second), score_cutoff=REWORDED)
    return "reworded" if score else "other"


def _words_missing_from(words: Sequence[str], others: Sequence[str]) -> list[str]:
    """Return the words that `others` lack, in order."""
    missing = Counter(words) - Counter(others)
    found = []
    for word in words:
        if missing[word] > 0:
            missing[word] -= 1
            found.append(word)
    return found


def _are_misspellings(
    left: Sequence[str], right: Sequence[str], title_counts: Mapping[str, int] | None
) -> bool:
    """Tell whether the words of two lists are the same ones, mistyped.

    Without `title_counts` more letters may be wrong.
    """
    if _each_is_misspelt(left, right, title_counts):
        return True
    left, right = _without_function_words(left), _without_function_words(right)
    if _each_is_misspelt(left, right, title_counts):
        return True
    # A blank was lost, won or moved: "data base", "bayesia nwarped".
    if not left or not right or len(left) + len(right) < 3:
        return False
    one, two = "".join(left), "".join(right)
    most = max(len(one), len(two)) // (10 if title_counts is not None else 4)
    return OSA.distance(one, two, score_cutoff=most) <= most


def _without_function_words(words: Sequence[str]) -> list[str]:
    """Return the words of a title that are not small ones."""
    return [word for word in words if word not in SMALL_WORDS]


def _each_is_misspelt(
    left: Sequence[str], right: Sequence[str], title_counts: Mapping[str, int] | None
) -> bool:
    """Tell whether each word of one list is the word of the other in its place, misspelt."""
    if len(left) != len(right):
        return False
    pairs = zip(left, right, strict=True)
    if title_counts is None:
        return all(
            _letters_wrong(a, b) <= max(1, max(len(a), len(b)) // 3) for a, b in pairs
        )
    return all(_is_misspelt_word(a, b, title_counts) for a, b in pairs)


def _is_misspelt_word(a: str, b: str, title_counts: Mapping[str, int]) -> bool:
    """Tell whether one word is the other mistyped, and no word of its own."""
    distance = _letters_wrong(a, b)
    if SMALL_WORDS & {a, b}:
        return {a, b} <= SMALL_WORDS or (distance == 1 and "a" not in (a, b))
    rare, known = sorted((title_counts.get(a, 0), title_counts.get(b, 0)))
    letters = max(len(a), len(b))
    if rare >= _KNOWN:  # "casual" and "causal", but not "label(l)ing"
        return distance <= (letters >= _LONG_WORD_KNOWN)
    if rare <= 1 and known >= _KNOWN and letters >= _SHORT_WORD:
        return distance <= max(1, letters // 4)
    return distance <= (letters >= _LONG_WORD) + (letters >= _VERY_LONG_WORD)


def _letters_wrong(a: str, b: str) -> int:
    """Return how many letters are wrong; "un-" or "non-" in front is another word.

    >>> _letters_wrong("graphs", "grahps"), _letters_wrong("supervised", "unsupervised")
    (1, 12)
    """
    short, long = sorted((a, b), key=len)
    more = len(long) - len(short)
    if more and long.endswith(short) and (more > 1 or long[0] == "a" != short[0]):
        return len(long)
    return OSA.distance(a, b)
