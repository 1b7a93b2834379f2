"""Words that a line's end cut in two: "al- gorithm", "high- dimensional".

Copied from a page, the hyphen of a line's end stays, with a blank behind it. It goes
where the parts are one word, and only the blank goes where they are two.
"""

import re
from functools import cache

from kg.datafiles import table, word_list

_CUT = re.compile(
    r"(?<![^\W\d_])(?P<left>[^\W\d_]++)[-‐\u00ad] (?P<right>[a-zà-öø-ÿ]++)"
)
# "Sum- and max-product" leaves a word out; these join words.
_JOINING = frozenset(["and", "or", "to", "und", "et"])
_SHORTEST = 2  # letters of a part; a "k- nn" is none of a word
_LONGEST_PIECE, _SHORTEST_WORD = 5, 4  # letters of what is known by its length alone


def mend_line_ends(name: str, text: str) -> str:
    """Return a name without the hyphens, or blanks, of ends of lines.

    Args:
        name: of a term.
        text: where it stands; a word that it has elsewhere in one piece is one.

    >>> mend_line_ends("stochas- tic al- gorithm", "")
    'stochastic algorithm'
    >>> mend_line_ends("data- dependent bounds", "")
    'data-dependent bounds'
    >>> mend_line_ends("sum- and max-product", "")
    'sum- and max-product'
    """
    if "- " not in name and "‐ " not in name and "\u00ad " not in name:
        return name
    return _CUT.sub(lambda cut: _mended(cut, text), name)


def _mended(cut: re.Match[str], text: str) -> str:
    """Return the two parts of a cut word as one, or with a hyphen alone."""
    left, right = cut["left"], cut["right"]
    if right in _JOINING or min(len(left), len(right)) < _SHORTEST:
        return cut[0]
    whole = left + right
    if _is_word(whole) or re.search(rf"\b{whole}\b", text, re.IGNORECASE):
        return whole
    return f"{left}-{right}" if _are_two_words(left, right) else whole


def _are_two_words(left: str, right: str) -> bool:
    """Tell whether the parts of what is no known word are words themselves.

    Of those that are not known either, short ones are pieces, and long ones or those
    with a capital words: "desir- able", but "trilateration- based" and "Ising- like".
    """
    if _is_word(right):
        return _is_word(left) or left[0].isupper() or len(left) > _LONGEST_PIECE
    return _is_word(left) and min(len(left), len(right)) >= _SHORTEST_WORD


def _is_word(word: str) -> bool:
    """Tell whether some term has a word, in singular or plural."""
    lower = word.lower()
    known = _known_words()
    return lower in known or any(
        lower.endswith(ending) and lower[: -len(ending)] in known
        for ending in ("s", "es")
    )


@cache
def _known_words() -> frozenset[str]:
    """Return the words of terms of 50,000 abstracts, and small words."""
    counted = (row["words"] for row in table("terms/title_word_counts"))
    return frozenset(counted) | word_list("terms/function_words")
