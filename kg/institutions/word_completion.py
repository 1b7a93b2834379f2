"""Words that a database cut, completed: "Infrastruct" is Infrastructure.

The words of organisations' names in ROR tell how: a word that none of them has, but
that one goes on from far oftener than all others, is that one cut.
"""

from bisect import bisect_left
from functools import cache, lru_cache

from kg.datafiles import mapping
from kg.institutions.table import table_words

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


def _words_with_prefix(beginning: str) -> list[str]:
    """Return the words that begin so."""
    words = _words()
    first = bisect_left(words, beginning)
    return words[first : bisect_left(words, beginning + "\uffff")]


@cache
def _words() -> list[str]:
    return sorted(mapping("institutions/name_words"))
