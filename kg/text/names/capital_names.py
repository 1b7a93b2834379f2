"""Family names in capitals before given ones: "CHEN Ming", "DE LA CRUZ Maria"."""

import re
from itertools import takewhile

from kg.datafiles import mapping

_LETTERS = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_LONG_FAMILY = 4  # letters of a family name in capitals that are no initials
_UNKNOWN = 0.1  # of 100,000 people: how many have a name that is in no table
_CAPITALS_SAY = 200.0  # times: it is mostly the family name that stands in capitals


def capitals_last(name: str) -> str:
    """Return a name with the family name in capitals last, and "MA Smith" as it is.

    The counts of given and family names decide where capitals may be initials, or a
    given name.

    >>> capitals_last("CHEN Ming"), capitals_last("MARIA Lopez")
    ('Ming Chen', 'MARIA Lopez')
    """
    words = name.split()
    family = list(takewhile(_is_capitals, words))
    given = words[len(family) :]
    if name.isupper() or not family or not given:
        return name
    if any(_is_capitals(w) or "." in w for w in given):
        return name
    is_initials = len(family[-1]) < _LONG_FAMILY and not _given_count(given[0])
    turned = _likelihood(given[0], family[-1]) * _CAPITALS_SAY
    if is_initials or turned <= _likelihood(family[0], given[-1]):
        return name
    return " ".join([*given, *family[:-1], family[-1].title()])


def _likelihood(given: str, family: str) -> float:
    """Return how often two words are a given and a family name, as a product of counts."""
    last = float(mapping("people/family_names").get(family.lower(), 0))
    return max(_given_count(given), _UNKNOWN) * max(last, _UNKNOWN)


def _given_count(name: str) -> float:
    """Return how many of 100,000 people have a given name, or its first syllable."""
    syllable = name.lower().split("-")[0]
    tables = ("people/given_names_common", "people/given_names_other")
    return sum(float(mapping(table).get(syllable, 0)) for table in tables)


def _is_capitals(word: str) -> bool:
    return len(word) > 1 and word.isupper() and _LETTERS.fullmatch(word) is not None
