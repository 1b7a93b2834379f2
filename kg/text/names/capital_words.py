"""Names in capitals written as names are: "ŞİMŞEK" as "Şimşek", "MCNEIL" as "McNeil".

Capitals that are initials stay; particles are small, and the i of Turkish keeps its dot,
or goes without one.
"""

import re

from kg.text.names.name_affixes import PARTICLES, is_suffix

_WORD_START = re.compile(r"(^|[-'’ ‐‑])([^\W\d_])")
_DOTTED_START = re.compile(r"(^|[-'’ ‐‑])i")
# "MCDONALD" was shouted; title case alone makes "Mcdonald" of it.
_SCOTTISH = re.compile(r"(^Mc)([a-z])")
_SMALL_PREFIX = re.compile(r"^(?:Mc|Mac)(?=[A-Z]{2})")
# Letters that only Turkish and its kin have; Ş is Romanian too, beside others of its own.
_TURKISH = re.compile("[İıĞğ]|[Şş](?!.{0,99}[ȚțŢţĂăÂâȘș])")
# Articles that a family name of France or Spain begins with in a capital: "Le Goff".
_CAPITAL_ARTICLES = ("le", "la", "el")
_FEWEST = 4  # capitals that are no initials, beside words in small letters


def is_turkish(name: str) -> bool:
    """Tell whether a name has letters of Turkish, so that I is the capital of ı.

    >>> is_turkish("IŞIK, Işıl"), is_turkish("POPIŞ, Ţara")
    (True, False)
    """
    return _TURKISH.search(name) is not None


def lower_capitals(name: str, *, turkish: bool = False, family: bool = False) -> str:
    """Write words of capitals as names are written; initials stay.

    Args:
        name: a name, or a part of one.
        turkish: whether i and ı are two letters in it.
        family: whether it is the family name alone, which a particle may begin.

    >>> lower_capitals("ANA DE LA CRUZ"), lower_capitals("JB Smith")
    ('Ana de la Cruz', 'JB Smith')
    """
    words = name.split()
    alone = not any(char.islower() for char in name)
    found = []
    for position, word in enumerate(words):
        last = position == len(words) - 1
        if not _is_shouted(word, fewest=2 if alone else _FEWEST):
            found.append(word)
            continue
        low = _small_letters(word, turkish=turkish)
        opens = position == 0 and (not family or low in _CAPITAL_ARTICLES)
        is_particle = low in PARTICLES and not last and not opens
        found.append(low if is_particle else _with_capitals(low, turkish=turkish))
    return " ".join(found)


def _is_shouted(word: str, *, fewest: int) -> bool:
    """Tell a word of so many capitals, or a particle in capitals, from initials."""
    letters = [char for char in _SMALL_PREFIX.sub("", word) if char.isalpha()]
    if "." in word or is_suffix(word) or not all(map(str.isupper, letters)):
        return False
    return len(letters) >= fewest or (len(letters) > 1 and word.lower() in PARTICLES)


def _small_letters(word: str, *, turkish: bool) -> str:
    if turkish:
        word = word.replace("İ", "i").replace("I", "ı")
    return word.lower().replace("i\u0307", "i")


def _with_capitals(low: str, *, turkish: bool) -> str:
    if turkish:
        low = _DOTTED_START.sub(r"\1İ", low)
    return _SCOTTISH.sub(_capital_behind, _WORD_START.sub(_capital_behind, low))


def _capital_behind(match: re.Match[str]) -> str:
    return match[1] + match[2].upper()
