"""What the tagger sees of a word by itself: normal spelling, beginning, end, shape."""

import re
from functools import lru_cache

from murmurhash.mrmr import hash_unicode  # type: ignore[import-untyped]

from kg.text.folding import strip_accents

# All digits are one to the model: which year it is tells nothing of a name.
_DIGITS = re.compile(r"[0-9]")
_SIGNS = str.maketrans("’‘`“”–—−‐‑", "'''\"\"-----")
_READ = 40  # characters of a word; what is longer is a link or no word

SLOTS = 7
"""How many features a word has; the saved tagger is of use with as many only."""


def normal_spelling(word: str) -> str:
    """Return a word in lower case and without accents, its digits all alike.

    Quotes, dashes and spaces of all sorts are one sort each.

    Example:
        >>> normal_spelling("Poincaré"), normal_spelling("2024"), normal_spelling("—")
        ('poincare', '0000', '-')
    """
    if word.isspace():
        return "␤" if "\n" in word else " "
    if not word.isascii():
        word = strip_accents(word.translate(_SIGNS))
    return _DIGITS.sub("0", word[:_READ].lower())


def word_shape(word: str) -> str:
    """Return upper case, lower case, digits and signs, runs cut to three.

    Example:
        >>> word_shape("Gaussian"), word_shape("AI"), word_shape("3D")
        ('Xxxx', 'XX', 'dX')
    """
    first, rest = word[:1], word[1:]
    if rest.isalpha() and rest.islower() and first.isalpha():  # as most words are
        return "Xxxx"[: len(word)] if first.isupper() else "xxx"[: len(word)]
    marks: list[str] = []
    run = 0
    for character in word[:_READ]:
        mark = _mark(character)
        run = run + 1 if marks and marks[-1] == mark else 1
        if run <= 3:
            marks.append(mark)
    return "".join(marks)


@lru_cache(maxsize=100_000)
def word_features(word: str) -> tuple[str, tuple[int, ...]]:
    """Return the normal spelling of a word, and hashes of its `SLOTS` features."""
    lower = normal_spelling(word)
    # Ends tell kinds of words ("-ization", "un-"), the shape names and acronyms.
    features = (
        lower,
        lower[:3],
        lower[-3:],
        lower[:5],
        lower[-5:],
        lower[-2:],
        word_shape(word),
    )
    # Without the mask the hash is a signed number of C.
    hashes = (hash_unicode(text, n) & 0xFFFFFFFF for n, text in enumerate(features))
    return lower, tuple(hashes)


def _mark(character: str) -> str:
    if character.isalpha():
        return "X" if character.isupper() else "x"
    return "d" if character.isdigit() else character
