"""Which encoding of one or two bytes a character a text is in, by its letters.

chardet (0BSD) has the statistics of letters for the languages of each encoding. In a
few words there are too few of them: there words tell, which one language has, and which
no language can have.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from importlib import import_module
from typing import NamedTuple

from kg.files.signatures import SAMPLE

# Those that lists of papers come in, as chardet calls them.
_LEGACY_ENCODINGS = (
    *("cp1250", "cp1251", "cp1252", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257"),
    *("iso8859-1", "iso8859-2", "iso8859-5", "iso8859-7", "iso8859-9", "iso8859-15"),
    *("koi8-r", "koi8-u", "cp866", "mac-roman"),
    *("cp932", "euc_jis_2004", "gb18030", "big5hkscs", "euc_kr", "cp949"),
)
_SUPERSETS = {"iso8859-1": "cp1252", "iso8859-9": "cp1254", "euc_kr": "cp949"}
LATIN = frozenset(
    [
        *("cp1250", "cp1252", "cp1254", "cp1257", "mac-roman"),
        *("iso8859-1", "iso8859-2", "iso8859-9", "iso8859-15"),
    ]
)
"""Encodings in which few letters are beyond ASCII: UTF-8 is never met by chance."""

_WORD = re.compile(r"[^\W\d_]+")
# Letters of two scripts, a capital in a word, a sign between letters.
_LATIN, _CYRILLIC, _GREEK = "A-Za-zÀ-ÖØ-öø-ɏ", "\u0400-\u04ff", "\u0386-\u03ff"
_ODD = re.compile(
    rf"""
    [{_LATIN}][{_CYRILLIC}{_GREEK}] | [{_CYRILLIC}{_GREEK}][{_LATIN}]
    | [a-zß-öø-ÿа-я][À-ÖØ-ÞА-Я]
    | [{_LATIN}{_CYRILLIC}{_GREEK}]
      [^\w\s!-/:-@\[-`{{-~’‘–—“”…·­][{_LATIN}{_CYRILLIC}{_GREEK}]
    | [\x80-\x9f\ufffd]
    """,
    re.VERBOSE,
)
_RIVAL = 0.5  # of the best guess's confidence: a likely one, too
_COMMON = 3.0  # how much likelier a guess is, if all words are common ones
_USUAL = 0.5  # the same of cp1252, for an English text


def guess_legacy_encoding(sample: bytes) -> str:
    """Guess an encoding of one or two bytes a character from lines that need it.

    >>> guess_legacy_encoding("Über Größe und Wärme dünner Stäbe".encode("cp1252"))
    'cp1252'
    """
    # Imported here: it slows every start of the program, and few files need it.
    import chardet

    found = chardet.detect_all(
        sample[:SAMPLE],
        prefer_superset=False,  # it has cp1251 for ISO 8859-5, which it is not
        compat_names=False,
        include_encodings=_LEGACY_ENCODINGS,
    )
    guesses = [
        _Guess(_codec(g["encoding"]), g["language"] or "", g["confidence"])
        for g in found
    ]
    rivals = [g for g in guesses if g.confidence > _RIVAL * guesses[0].confidence]
    return choose_by_words(sample[:SAMPLE], rivals).encoding


def _codec(encoding: str | None) -> str:
    """Return the name of a superset of an encoding, as Windows has it."""
    return _SUPERSETS.get(encoding or "", encoding or "cp1252")


class _Guess(NamedTuple):
    """An encoding, the language that speaks for it ("fr"), and how likely it is."""

    encoding: str
    language: str
    confidence: float


def choose_by_words(sample: bytes, guesses: Sequence[_Guess]) -> _Guess:
    """Return the guess under which words are words, most of them of its language.

    A few words have too few letters beyond ASCII to tell by these alone. Of an English
    text with some foreign names, the commonest encoding is taken.
    """
    english = _common_words("en")
    texts = {g.encoding: sample.decode(g.encoding, "replace") for g in guesses}

    def likelihood(guess: _Guess) -> float:
        text = texts[guess.encoding]
        words = _WORD.findall(text.lower())
        own = _common_words(guess.language) - english
        known = sum(word in own for word in words)
        is_usual = guess.encoding == "cp1252"
        foreign_names = is_usual and 4 * sum(w in english for w in words) > len(words)
        bonus = _COMMON * known / max(len(words), 1) + _USUAL * foreign_names
        return guess.confidence * (1 + bonus) * (1 - share_of_odd_words(text)) ** 4

    return max(guesses, key=likelihood)


def share_of_odd_words(text: str) -> float:
    """Return how many of the words beyond ASCII are none: letters of two scripts, signs.

    >>> share_of_odd_words("erkl‰rt"), share_of_odd_words("voilа"), share_of_odd_words("été")
    (1.0, 1.0, 0.0)
    """
    words = [word for word in text.split() if not word.isascii()]
    odd = sum(bool(_ODD.search(word)) for word in words)
    return odd / max(len(words), 1)


@lru_cache(maxsize=64)
def _common_words(language: str) -> frozenset[str]:
    """Return the stop words of a language that spaCy knows (MIT), else none."""
    try:
        module = import_module(f"spacy.lang.{language}.stop_words")
    except ImportError:
        return frozenset()
    return frozenset(module.STOP_WORDS)
