"""Marks of footnotes glued to the names of an affiliation: "1Stanford", "Leeds²".

Each becomes a ";", the end of a part, so that every character stays where it was.
"""

import re

from kg.datafiles import word_list
from kg.institutions.table import known

_SUPERSCRIPT = re.compile(
    r"[\u00b9\u00b2\u00b3\u2070-\u207f\u02b0-\u02b8\u1d43-\u1d61]+"
)
# "1Stanford", "12MIT", but not "3M", "2nd", "50Hz" or a postal code, "75Paris".
_DIGIT_BEFORE = re.compile(
    r"(?<![\w.-])\d{1,2}"
    r"(?=(?:[A-Z][a-z]{2}|[A-Z]{3})[^\W\d_]*\b|[A-Z]{2} [A-Z][a-z]{2})"
)
_DIGIT_BEHIND = re.compile(r"(?<![^\W\d_])([^\W\d_]{3,})(\d{1,2})(?!\w)")
_LETTER = re.compile(r"(?<![\w.'’-])([a-h])(?=([A-Z][a-z]{2,}|[A-Z]{2,}\b))")
# What scripts left of a line feed: a backslash and a letter.
_ESCAPED = re.compile(r"\\[nrt](?![a-z])")
_SURE_LETTERS = "abcd"


def without_marks(text: str) -> str:
    """Return a text of the same length, with a ";" for each mark of a footnote."""
    if "\\" in text:
        text = _ESCAPED.sub("; ", text)
    if not text.isascii():
        text = _SUPERSCRIPT.sub(lambda found: ";" * len(found[0]), text)
    text = _DIGIT_BEFORE.sub(lambda found: _digits_before(text, found), text)
    text = _DIGIT_BEHIND.sub(_digits_behind, text)
    first = any(found[1] == "a" for found in _LETTER.finditer(text))
    return _LETTER.sub(lambda found: _letter(text, found, listed=first), text)


def _digits_before(text: str, found: re.Match[str]) -> str:
    return found[0] if _is_name(text, found.start()) else ";" * len(found[0])


def _digits_behind(found: re.Match[str]) -> str:
    """Take a digit behind a word for a mark; one behind an unknown acronym is not."""
    name = found[1]
    if name.isupper():
        kept = known(found[0]) is not None or known(name) is None
    else:
        kept = not (name[0].isupper() and name[1:].islower()) or _listed(found[0])
    return found[0] if kept else name + ";" * len(found[2])


def _letter(text: str, found: re.Match[str], *, listed: bool) -> str:
    """Take a letter for a mark; a late one, only where an "a" stands, too."""
    short = found[2].isupper() and known(found[2]) is None
    sure = listed or (found[1] in _SURE_LETTERS and not short)
    return ";" if sure and not _is_name(text, found.start()) else found[0]


_WORD = re.compile(r"\w+")


def _is_name(text: str, start: int) -> bool:
    """Tell whether the word that begins there is called so, with digit or letter."""
    found = _WORD.match(text, start)
    return found is not None and (_listed(found[0]) or known(found[0]) is not None)


def _listed(word: str) -> bool:
    return word in word_list("institutions/glued_names")
