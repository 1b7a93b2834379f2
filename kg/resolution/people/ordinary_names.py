"""Names that differ by a letter and are both ordinary: two names, not a slip.

Hansen and Jansen, Daniel and Daniela are names of their own, whoever else is beside
them; "Hansne" is nobody's. Of names that are written in several ways (Sergei, Sergey;
Hoffman, Hoffmann) nobody knows, and the evidence has to say.
"""

import re
from functools import lru_cache
from typing import Literal

from kg.datafiles import word_list

NamePart = Literal["family", "given"]

# What one name is written with, here and there: y, j for i, c for k, z for s behind
# the first letter, an h, two letters for one.
_SAME_SOUNDS = str.maketrans("yjc", "iik")
_SILENT_H = re.compile(r"(?<!^)(?<![zs])h")
_DOUBLED = re.compile(r"(.)\1+")
# A name of a man and what makes a woman's of it, or the other way round.
_ENDINGS = frozenset(
    [
        f"{link}{end}"
        for link in ("", "i", "an", "in", "ian", "ell", "ett")
        for end in "ae"
    ]
    + ["le", "ne", "o", "us"]
)
_LONGEST_SLIP = 1  # letters


@lru_cache(maxsize=200_000)
def are_two_names(a: str, b: str, part: NamePart) -> bool:
    """Tell whether two words that one slip might make of each other are two names.

    Args:
        a: a word of a name in the form in which names are compared.
        b: another, which differs by a letter, or is the first with an ending.
        part: the part of the name that both are.

    >>> are_two_names("hansen", "jansen", "family"), are_two_names("hansen", "hansne", "family")
    (True, False)
    >>> are_two_names("sergei", "sergey", "given")
    False
    """
    known = word_list(f"people/ordinary_{part}_names")
    if a not in known or b not in known:
        return False
    short, long = sorted((a, b), key=len)
    more = len(long) - len(short)
    if more > _LONGEST_SLIP and long[len(short) :] not in _ENDINGS:
        return False
    return _sound(a) != _sound(b)


def _sound(word: str) -> str:
    """Return a word as all ways of writing one name have it."""
    plain = _SILENT_H.sub("", word.translate(_SAME_SOUNDS))
    return _DOUBLED.sub(r"\1", plain[0] + plain[1:].replace("z", "s"))
