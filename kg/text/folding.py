"""Text as it is compared: without case, accents and punctuation."""

import re
import unicodedata
from functools import lru_cache

from kg.text.latex import decode_latex

PLAIN_LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "ð": "d"}
    | {"Ł": "L", "Ø": "O", "Đ": "D", "Æ": "AE", "Œ": "OE", "þ": "th"}
)
"""What letters become that Unicode does not take apart into a letter and a mark."""

# Nothing in these has to be decoded.
_PLAIN = re.compile(r"[A-Za-z0-9 .,;:()?!\-/'\"+*=@#|%\[\]]*")
_PLAIN_WORD = re.compile(r"[a-z0-9]+")
_WORD = re.compile(r"\w+")
_APOSTROPHE = re.compile("['\u02bc]")


@lru_cache(maxsize=1_000_000)
def fold(text: str) -> str:
    r"""Return `text` for comparing names and titles: words with one blank between them.

    >>> fold(r"Erd\H{o}s–Rényi graphs"), fold("O'Neil & Söhne")
    ('erdos renyi graphs', 'oneil and sohne')
    """
    if _PLAIN.fullmatch(text) and "--" not in text:  # as most names are
        return " ".join(_PLAIN_WORD.findall(text.lower().replace("'", "")))
    plain = strip_accents(decode_latex(text)).casefold()
    plain = strip_accents(plain).translate(PLAIN_LETTERS)
    plain = plain.replace("&", " and ").replace("_", " ")
    return " ".join(_WORD.findall(_APOSTROPHE.sub("", plain)))


def strip_accents(text: str) -> str:
    """Return `text` without accents, compatibility characters in their plain form.

    Letters that Unicode does not take apart (ø, ß, ł) stay: see `PLAIN_LETTERS`.

    >>> strip_accents("Gödel, Łukasiewicz, x²")
    'Godel, Łukasiewicz, x2'
    """
    if text.isascii():
        return text
    decomposed = unicodedata.normalize("NFKD", text)
    marks = (ord(c) for c in set(decomposed) if unicodedata.combining(c))
    return decomposed.translate(dict.fromkeys(marks))


def strip_plural(word: str) -> str:
    """Return a word in small letters without the s of a plural, told by its ending.

    Enough where only a word's forms in one text are counted together; terms, which are
    merged by it, have `kg.resolution.terms.inflection`.

    >>> strip_plural("networks"), strip_plural("basis"), strip_plural("gas")
    ('network', 'basis', 'gas')
    """
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word
