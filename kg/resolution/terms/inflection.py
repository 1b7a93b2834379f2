"""The singular of an English noun, for comparing terms; it is never shown.

Other rooms fold a plural s more crudely, where one letter decides little: these rules
and exceptions are for terms, which are one or two nodes by them.

Since a form is only compared, a wrong singular does harm where it is another word:
statistics and statistic, GPS and GPs, lens and len are what the exceptions are for.
"""

import re
from functools import cache

from kg.datafiles import mapping

# One capital needs an apostrophe: a Gs protein is no kind of G, nor a 1s orbital of 1.
_ACRONYM_PLURAL = re.compile(r"[^\W_]*[A-Z0-9]['’]s|[^\W_]+[A-Z0-9]s")
# "loss", "calculus", "basis", "physics" are no plurals.
_KEEP = ("ss", "us", "is", "ics")
# "-es" as a whole is the ending: "searches", "boxes".
_SIBILANT = ("ches", "shes", "xes", "sses", "oes", "tzes", "zzes")
# Thromboses, syntheses, electrolyses; not roses, purposes, cheeses.
_SIS = re.compile(r"..+(?:[^op]os|[^e]es|lys)es")
# Apparatuses, sinuses, campuses; not causes, houses.
_US = re.compile(r".{2,}[tnrpxs]uses")
# Of what ends like a listed plural only with so many letters, the ending is enough:
# submatrices, but not "dice" of "prejudice".
_SHORTEST_ENDING = 6


def singular(word: str) -> str:
    """Return the singular of a word, in lower case.

    Capitals count: in "GPs" only the s is a plural's, "GPS" and "AIDS" have none.

    >>> [singular(word) for word in ("Syntheses", "GPs", "GPS", "statistics")]
    ['synthesis', 'gp', 'gps', 'statistics']
    """
    if _ACRONYM_PLURAL.fullmatch(word):
        return word.rstrip("s").rstrip("'’").lower()
    lower = word.lower()
    if len(word) > 1 and word.isupper():
        return lower
    irregular = mapping("terms/irregular_plurals").get(lower)
    if irregular is not None:
        return irregular
    if len(lower) <= 3 or lower[-1] not in "saeinx":
        return lower
    if lower.endswith(_KEEP):
        return lower
    return _by_ending(lower) or _regular(lower)


def _by_ending(word: str) -> str | None:
    """Return the singular of a compound by the longest listed plural that it ends in."""
    endings, longest = _endings()
    for start in range(max(1, len(word) - longest), len(word) - _SHORTEST_ENDING + 1):
        found = endings.get(word[start:])
        if found is not None:
            return word[:start] + found
    return None


@cache
def _endings() -> tuple[dict[str, str], int]:
    """Return the listed plurals that are endings too, and the length of the longest."""
    table = mapping("terms/irregular_plurals")
    endings = {word: table[word] for word in table if len(word) >= _SHORTEST_ENDING}
    return endings, max(map(len, endings))


def _regular(word: str) -> str:
    """Return the singular of a word that is in no list."""
    if not word.endswith("s"):
        # Nebulae, tableaux.
        latin = word.endswith("eaux") or (word.endswith("ae") and len(word) > 4)
        return word[:-1] if latin else word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if _SIS.fullmatch(word):
        return word[:-2] + "is"
    if word.endswith(_SIBILANT) or _US.fullmatch(word):
        return word[:-2]
    return word[:-1]
