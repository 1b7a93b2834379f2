"""Words that a database cut, completed: "Infrastruct" is Infrastructure.

The words of organisations' names in ROR tell how: a word that none of them has, but
that one goes on from far oftener than all others, is that one cut.
"""

from bisect import bisect_left
from functools import cache, lru_cache

from kg.datafiles import mapping
from kg.institutions.table import table_words
from kg.text.places import is_place

_LEAST_LETTERS = 5  # of a word that may be cut; shorter ones may be anybody's name
_VOWELS = tuple("aeiouy")  # databases cut behind a consonant


@lru_cache(maxsize=50_000)
def complete_word(word: str) -> str | None:
    """Return the word that another was cut from; None if it is whole, or several fit.

    >>> complete_word("Infrastruct"), complete_word("Oslo"), complete_word("Telecom")
    ('Infrastructure', None, None)
    """
    low = word.lower()
    beginnings = mapping("institutions/name_words")
    if low.endswith(_VOWELS) or low in beginnings or low in table_words():
        return None
    fitting = (
        each for each in _words_with_prefix(low) if low.startswith(beginnings[each])
    )
    full = next(fitting, None)
    return full and full.capitalize()


@lru_cache(maxsize=50_000)
def is_beginning(word: str) -> bool:
    """Tell whether a word is the beginning of others, and none itself.

    >>> is_beginning("Telecomun"), is_beginning("Oslo"), is_beginning("Chia")
    (True, False, False)
    """
    low = word.lower()
    if len(low) < _LEAST_LETTERS or low.endswith(_VOWELS) or is_place(low):
        return False
    if low in mapping("institutions/name_words") or low in table_words():
        return False
    fitting = _words_with_prefix(low)
    return bool(fitting) and all(len(each) > len(low) + 1 for each in fitting)


def _words_with_prefix(beginning: str) -> list[str]:
    """Return the words that begin so."""
    words = _words()
    first = bisect_left(words, beginning)
    return words[first : bisect_left(words, beginning + "\uffff")]


@cache
def _words() -> list[str]:
    return sorted(mapping("institutions/name_words"))
