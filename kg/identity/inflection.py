"""The singular of an English noun, for comparing terms; it is never shown.

Since a form is only compared, a wrong singular does harm where it is another word:
statistics and statistic, GPS and GPs, lens and len are what the exceptions are for.
"""

import re

from kg.text.wordlists import pairs

_ACRONYM_PLURAL = re.compile(r"[^\W_]*[A-Z0-9]['’]?s")
_KEEP = ("ss", "us", "is", "ics")
_SIBILANT = ("ches", "shes", "xes", "sses", "oes")


def singular(word: str) -> str:
    """Give the singular of a word, in lower case.

    Capitals count: in "GPs" only the s is a plural's, "GPS" and "AIDS" have none.
    """
    if _ACRONYM_PLURAL.fullmatch(word):
        return word.rstrip("s").rstrip("'’").lower()
    lower = word.lower()
    if len(word) > 1 and word.isupper():
        return lower
    irregular = pairs("irregular_plurals").get(lower)
    if irregular is not None:
        return irregular
    if len(lower) <= 3 or not lower.endswith("s") or lower.endswith(_KEEP):
        return lower
    return _regular(lower)


def _regular(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(_SIBILANT):
        return word[:-2]
    return word[:-1]
