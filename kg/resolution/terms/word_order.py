"""Terms in another order of words: "rate of convergence" and "convergence rate"."""

import re

from kg.datafiles import word_list
from kg.resolution.terms.term_normal_form import term_key
from kg.text.latex import decode_latex

# X of Y, of which the article before Y is left out in "Y X".
_OF = re.compile(
    r"(?P<head>.+?)(?<!\s)\s++of\s++(?:the\s++|an?\s++)?(?P<rest>.+)", re.IGNORECASE
)
_WORD = re.compile(r"[^\W\d_]{3,}")
# Endings of words for a property, a process or a collection.
_TURNING = re.compile(r".{2,}(?:[ts]ion|me(?:nt)|ity|(?:an|en)ce|ness|ing)")
_LONGEST = 3


def reorder_around_of(name: str) -> str | None:
    """Return "Y X" for "X of Y"; None where the two may mean different things.

    They do where X is no property, process or collection of Y: the law of power is no
    power law; and where Y is what somebody does: the rate of learning is no learning
    rate. With more than one preposition nobody knows which words belong together.

    >>> reorder_around_of("rate of convergence")
    'convergence rate'
    >>> reorder_around_of("law of power") is None
    True
    """
    match = _OF.fullmatch(decode_latex(name)) if "of" in name.lower() else None
    if match is None:
        return None
    head, rest = match["head"].split(), match["rest"].split()
    words = [*head, *rest]
    if max(len(head), len(rest)) > _LONGEST or not all(map(_is_plain_word, words)):
        return None
    if rest[-1].lower().endswith("ing") or not allows_reordering(head[-1]):
        return None
    return " ".join([*rest, *head])


def allows_reordering(head: str) -> bool:
    """Tell whether a word names a property, process or collection of what follows.

    >>> allows_reordering("reduction"), allows_reordering("law")
    (True, False)
    """
    # The last part of a hyphened word: the "cross-section of a beam" is a section.
    key = term_key(head).words[-1]
    if key in word_list("terms/heads_of_free_order"):
        return True
    return _TURNING.fullmatch(key) is not None and key not in word_list(
        "terms/heads_of_fixed_order"
    )


def _is_plain_word(word: str) -> bool:
    """Tell whether each part of a word is one of letters, and it no small word."""
    parts = word.split("-")
    small = word.lower() in word_list("terms/function_words")
    return not small and all(map(_WORD.fullmatch, parts))
