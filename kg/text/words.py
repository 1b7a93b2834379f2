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
    """Tell whether a word begins with a capital, also behind d', al- and the like."""
    return word[0].isupper() or _PREFIXED.match(word) is not None


def words_of(text: str, start: int, end: int) -> list[Word]:
    """Cut `text[start:end]` into words and ampersands."""
    return [Word(*m.span(), m[0]) for m in _WORD.finditer(text, start, end)]


def spellings_of(text: str, start: int, end: int) -> set[str]:
    """Return what `words_of` would, each spelling once and without its places."""
    found: set[str] = set()
    for chunk in set(text[start:end].split()):  # a word has no blank in it
        if chunk.isalpha():
            found.add(chunk)
        else:
            found.update(_WORD.findall(chunk))
    return found


def text_between(text: str, before: Word, after: Word) -> str:
    """Return what stands between two words."""
    return text[before.end : after.start]
