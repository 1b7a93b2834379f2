"""Words of a name that a database cut, in full: all of them, or none.

"Inst Med Technol" is the Institute of Medical Technology, "Inst Trop Med" one of Medicine:
what stands beside a word tells, and the language of the name. A name of which half the
words are in full is nobody's.
"""

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from types import MappingProxyType
from typing import NamedTuple

from kg.datafiles import labelled_words, table
from kg.institutions.word_completion import complete_word, is_beginning
from kg.text.folding import fold

# A word that may be cut.
CUT_WORD = re.compile(r"(?<![\w'’&.-])[A-Z][a-z]+(?:'l)?(?![\w'’-])\.?(?!\w)")
_HEADS = ("Univ", "Inst")
_NOTHING: Mapping[int, str] = MappingProxyType({})


class ShortWord(NamedTuple):
    """A word that a form is cut from, beside what words and in names of what language."""

    word: str
    beside: frozenset[str]
    language: str


@lru_cache(maxsize=20_000)
def full_words(phrase: str) -> Mapping[int, str]:
    """Return the full words of those that a database cut, by where they begin.

    Args:
        phrase: a name of an organisation, or another piece of an address.

    Returns:
        Nothing if one of the words cannot be told.

    Example:
        >>> full_words("Oslo Inst Med Technol")
        mappingproxy({5: 'Institute', 10: 'Medical', 14: 'Technology'})
        >>> full_words("Bundesanstalt Mat Forsch")
        mappingproxy({})
    """
    language = language_of(phrase)
    found: dict[int, str] = {}
    for cut in CUT_WORD.finditer(phrase):
        full = full_word(cut, language)
        if full is None and not language and cut[0] not in short_words():
            full = complete_word(cut[0])
        if full is not None:
            found[cut.start()] = full
        elif _stays_cut(cut):
            return _NOTHING
    return MappingProxyType(found)


def full_word(cut: re.Match[str], language: str = "") -> str | None:
    """Return the word that one was cut from; None if it is whole, or nobody can tell.

    Args:
        cut: a match of `CUT_WORD`, between other words.
        language: of the name that it stands in; "" of English.
    """
    word = cut[0].removesuffix(".")
    choices = short_words().get(word, ())
    beside = _words_beside(cut)
    for choice in choices:
        own = choice.language == language
        if own and (not choice.beside or not choice.beside.isdisjoint(beside)):
            return choice.word
    if language and word in _HEADS:  # "Univ Fed" is Portuguese, whatever the rest is
        told = (c for c in choices if not (c.language or c.beside.isdisjoint(beside)))
        return next((choice.word for choice in told), None)
    return None


def language_of(phrase: str) -> str:
    """Return the language that the words of a name are in; "" of English.

    >>> language_of("Consejo Nacl Invest"), language_of("Natl Res Council")
    ('es', '')
    """
    words = frozenset(fold(phrase).split())
    listed = labelled_words("institutions/name_languages").items()
    counts = {language: len(words & own) for language, own in listed}
    best = max(counts, key=counts.__getitem__)
    return best if counts[best] else ""


def _stays_cut(cut: re.Match[str]) -> bool:
    """Tell whether a word is cut, though nobody can tell from which."""
    return cut[0] in short_words() or (cut.start() > 0 and is_beginning(cut[0]))


def _words_beside(cut: re.Match[str]) -> tuple[str, ...]:
    """Return the words on both sides; of "Med & Hlth Sci" also the noun behind both."""
    before = cut.string[: cut.start()].rpartition(",")[2].split()
    behind = [word.strip(".") for word in cut.string[cut.end() :].split(",")[0].split()]
    return (
        *(f"{word.strip('.')}-" for word in before[-1:]),
        *(f"-{word}" for word in behind[:1] or [""]),
        *(f"&{word}" for word in behind[2:3] if behind[0] == "&"),
    )


@cache
def short_words() -> dict[str, tuple[ShortWord, ...]]:
    """Return the words that each form stands for, with those that tell which."""
    found: dict[str, list[ShortWord]] = {}
    for row in table("institutions/short_words"):
        beside = frozenset(row["beside"].split())
        choice = ShortWord(row["word"], beside, row["language"])
        found.setdefault(row["short"], []).append(choice)
    return {short: tuple(choices) for short, choices in found.items()}
