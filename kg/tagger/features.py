"""What the tagger sees of a word by itself: normal spelling, beginning, end, shape."""

import re
from functools import lru_cache

from murmurhash.mrmr import hash_unicode  # type: ignore[import-untyped]

from kg.text.folding import strip_accents

_DIGITS = re.compile(r"[0-9]")
_SIGNS = str.maketrans("’‘`“”–—−‐‑", "'''\"\"-----")
SLOTS = 7


def norm(word: str) -> str:
    """Lower case without accents; digits all alike; one sort of quote, dash, space."""
    if word.isspace():
        return "␤" if "\n" in word else " "
    if not word.isascii():
        word = strip_accents(word.translate(_SIGNS))
    return _DIGITS.sub("0", word[:40].lower())


def shape(word: str) -> str:
    """Upper case, lower case, digits, signs; runs cut to three ("Xxx", "XX", "dX")."""
    first, rest = word[:1], word[1:]
    if rest.isalpha() and rest.islower() and first.isalpha():  # as most words are
        return "Xxxx"[: len(word)] if first.isupper() else "xxx"[: len(word)]
    marks: list[str] = []
    run = 0
    for character in word[:40]:
        if character.isalpha():
            mark = "X" if character.isupper() else "x"
        else:
            mark = "d" if character.isdigit() else character
        run = run + 1 if marks and marks[-1] == mark else 1
        if run <= 3:
            marks.append(mark)
    return "".join(marks)


@lru_cache(maxsize=100_000)
def seen(word: str) -> tuple[str, tuple[int, ...]]:
    """The normal spelling of a word, and hashes of what is seen of it, `SLOTS`."""
    lower = norm(word)
    parts = (
        lower,
        lower[:3],
        lower[-3:],
        lower[:5],
        lower[-5:],
        lower[-2:],
        shape(word),
    )
    # Without the mask the hash is a signed number of C.
    hashes = [hash_unicode(text, slot) & 0xFFFFFFFF for slot, text in enumerate(parts)]
    return lower, tuple(hashes)
