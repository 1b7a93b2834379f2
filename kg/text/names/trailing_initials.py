"""Initials in capitals behind a family name: "Hinton GE", "Van Eck NJ", but not "Jia LI".

Databases of medicine cut names so; in Asia and in France family names stand in capitals.
What is a name of its own is told by lists of names, and by the sounds of Mandarin.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from kg.datafiles import word_list
from kg.text.folding import fold
from kg.text.names.name_affixes import PARTICLES
from kg.text.names.syllables import split_syllables

_VOWEL = re.compile("[AEIOUY]")
_LONGEST, _LONGEST_WITH_VOWELS = 4, 3  # letters


def are_trailing_initials(word: str, before: Sequence[str]) -> bool:
    """Tell whether the last word of a name is initials, not a name in capitals.

    Args:
        word: the last one, as it is written.
        before: the words before it, as they are written.

    >>> are_trailing_initials("GE", ["Hinton"]), are_trailing_initials("LI", ["Jia"])
    (True, False)
    """
    before = [each for each in before if each.lower() not in PARTICLES] or before
    letters = word.replace("-", "")
    if not (before and letters.isalpha() and word.isupper()):
        return False
    if len(letters) > _LONGEST or (len(before[0]) < 2 or before[0][1] == "."):
        return False
    given, family = may_be_given_name(before[0]), _is_listed(before[-1], "family")
    if given and not family:  # "Weinan E", "Anna COX"
        return False
    if len(letters) == 1 or "-" in word:
        return True
    if _is_listed(word, "family") or (len(word) > 2 and _is_listed(word, "given")):
        return len(word) == 2 and family and not given
    return len(word) <= _LONGEST_WITH_VOWELS or not _VOWEL.search(word)


def are_leading_initials(word: str) -> bool:
    """Tell whether capitals before a name are initials: "AB Smith", not "LI Na".

    >>> are_leading_initials("AB"), are_leading_initials("LI")
    (True, False)
    """
    if not (word.isalpha() and word.isupper() and 1 < len(word) <= 3):
        return False
    return not (_is_listed(word, "family") or may_be_given_name(word))


def write_initials(word: str) -> str:
    """Return initials as they stand before a name.

    >>> write_initials("GE"), write_initials("S-H")
    ('G. E.', 'S.-H.')
    """
    parts = [" ".join(f"{letter}." for letter in part) for part in word.split("-")]
    return "-".join(parts)


def may_be_given_name(word: str) -> bool:
    """Tell whether a word may be a given name: several authors have it, or Mandarin could.

    >>> may_be_given_name("Jia"), may_be_given_name("Xiaoming"), may_be_given_name("Hinton")
    (True, True, False)
    """
    sounds = word[1:].islower() or word.isupper()  # not "LeCun"
    return _is_listed(word, "given") or (sounds and bool(split_syllables(fold(word))))


@lru_cache(maxsize=100_000)
def _is_listed(word: str, part: str) -> bool:
    """Tell whether a word is a name that several authors have."""
    low = fold(word).replace(" ", "")
    short = part == "family" and low in word_list("people/two_letter_surnames")
    return short or low in word_list(f"people/ordinary_{part}_names")
