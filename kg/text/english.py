"""Whether a text is English, by its small words: no other language has many of them."""

import re

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
# Small words of abstracts; those that other languages have as often ("a", "in") left out.
_SMALL = frozenset(
    [
        *("the", "of", "and", "to", "that", "with", "by", "is", "are", "for", "this"),
        *(
            "these",
            "we",
            "our",
            "it",
            "its",
            "be",
            "from",
            "which",
            "can",
            "has",
            "have",
        ),
        *("their", "as", "not", "between", "using", "such", "both", "than", "been"),
        *("when", "where", "how", "into", "show", "also", "based"),
    ]
)
_FEWEST_WORDS = 12  # fewer tell nothing
_LEAST_SHARE = (
    0.09  # of the words are small ones: of English 0.1 to 0.5, of others to 0.07
)
_LOOK = 1000  # characters


def is_english(text: str) -> bool | None:
    """Tell whether a text is English; None where it is too short to tell.

    >>> is_english("We ask how long a walk on a graph needs, and show that it is short.")
    True
    >>> is_english("Wir fragen, wie lange ein Weg auf einem Graphen ist und was er kostet.")
    False
    """
    words = _WORD.findall(text[:_LOOK].lower())
    latin = sum(bool(_LATIN.match(word)) for word in words)
    if 2 * latin < len(words):
        return False
    if latin < _FEWEST_WORDS:
        return None
    return sum(word in _SMALL for word in words) >= _LEAST_SHARE * latin
