"""The words of a text with their places, and which of them are capitalised."""

import re
from typing import NamedTuple

_WORD = re.compile(r"[^\W_]+(?:(?:['’.–—-]|(?<=[A-Z])&(?=[A-Z]))(?=[^\W_])[^\W_]+)*|&")

_PREFIXED = re.compile(
    r"(?:[DdLl]|[Dd]ell|[Dd]egl|[Nn]ell|[Aa]ll|[Ss]ull)['’]|(?:al|el|as|an|ash)[-–](?=[A-ZÀ-Þ])"
)


class Word(NamedTuple):
    """A word at `start:end`; "T. J." is two words, "Ben-Gurion" and "Xi'an" are one."""

    start: int
    end: int
    text: str

    @property
    def capitalised(self) -> bool:
        """Whether it begins with a capital, also behind a prefix such as d' or al-."""
        return is_capitalised(self.text)


def is_capitalised(word: str) -> bool:
    """Tell whether a word begins with a capital, also behind d', al- and the like.

    >>> is_capitalised("d'Orsay"), is_capitalised("dog")
    (True, False)
    """
    return word[0].isupper() or _PREFIXED.match(word) is not None


def words_of(text: str, start: int, end: int) -> list[Word]:
    """Return the words and ampersands of `text[start:end]`, with their places.

    >>> [word.text for word in words_of("T. J. Watson & Xi'an", 0, 20)]
    ['T', 'J', 'Watson', '&', "Xi'an"]
    """
    return [Word(*m.span(), m[0]) for m in _WORD.finditer(text, start, end)]


def spellings_of(text: str, start: int, end: int) -> set[str]:
    """Return what `words_of` would, each spelling once and without its places.

    >>> sorted(spellings_of("a rose is a rose", 0, 16))
    ['a', 'is', 'rose']
    """
    found: set[str] = set()
    for chunk in set(text[start:end].split()):  # a word has no blank in it
        if chunk.isalpha():
            found.add(chunk)
        else:
            found.update(_WORD.findall(chunk))
    return found


def text_between(text: str, before: Word, after: Word) -> str:
    """Return what stands between two words.

    >>> text_between("Arts, Sciences", *words_of("Arts, Sciences", 0, 14))
    ', '
    """
    return text[before.end : after.start]
