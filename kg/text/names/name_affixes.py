"""Small words of names: suffixes behind them ("Jr."), particles within ("van der")."""

import re

from kg.datafiles import word_list

SUFFIXES = {
    "jr": "jr", "junior": "jr", "sr": "sr", "senior": "sr",
    "ii": "ii", "2nd": "ii", "iii": "iii", "3rd": "iii", "iv": "iv",
}  # fmt: skip
"""Each suffix as it is written, lower case without a full stop → one form of it."""

SUFFIX = r"(?:(?:Jr|Sr)\b\.?|(?:II|III|IV)\b)"
"""A suffix in running text, where only capitals tell it."""

PARTICLES = frozenset(
    ["af", "al", "ap", "ben", "bin", "binti", "bint", "da", "dal", "dall", "dalla",
     "das", "de", "degl", "degli", "dei", "del", "della", "delle", "dello", "den",
     "der", "des", "di", "do", "dos", "du", "el", "ibn", "la", "las", "le", "li",
     "lo", "los", "mc", "ten", "ter", "tho", "ud", "ul", "van", "vande", "vanden",
     "vander", "vel", "vom", "von", "vor", "zu", "zum", "zur"]
)  # fmt: skip
"""Words of a family name that are written before it: "van der Vaart", "El Ghaoui"."""

PARTICLE = rf"(?:\b(?:{'|'.join(sorted(PARTICLES))})\s)"
"""A particle in running text, with the blank behind it."""

DEGREE = r"""
    \b(?:Ph\.?\s?D|M\.?D|D\.?Phil|M\.?Sc|B\.?Sc|MBA|M\.A|B\.A|FRS|Esq)\b\.?
"""
"""An academic degree behind a name, for `re.VERBOSE`."""

_DEGREE = re.compile(DEGREE, re.VERBOSE)
_ASIDE = re.compile(r"\s?\([^()]{0,40}\)")  # "BSc (Hons)"
_STOPS = re.compile(r"[.\s-]")
_LONGEST = 20  # characters of a degree


def is_suffix(word: str) -> bool:
    """Tell whether a word stands behind a name only; "Junior" may be a name itself.

    >>> is_suffix("Jr."), is_suffix("III"), is_suffix("Junior")
    (True, True, False)
    """
    plain = word.rstrip(".").lower()
    return plain in SUFFIXES and plain not in ("junior", "senior")


def is_degree(word: str) -> bool:
    """Tell whether all of a word, or of a few, is a degree, a fellowship, a licence.

    Some have the letters of a name; those of a degree are capitals, or have full stops.

    >>> is_degree("PhD"), is_degree("M.Sc."), is_degree("FRCP (Edin)"), is_degree("Ma")
    (True, True, True, False)
    """
    if _DEGREE.fullmatch(word):
        return True
    plain = _ASIDE.sub("", word)
    if len(plain) > _LONGEST or not (sum(map(str.isupper, plain)) > 1 or "." in plain):
        return False
    return _STOPS.sub("", plain).lower() in word_list("people/degrees")
