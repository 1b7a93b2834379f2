"""Terms in another order of words: "rate of convergence" and "convergence rate"."""

import re

from kg.identity.termkeys import term_key
from kg.text.reading import reading
from kg.text.wordlists import words as word_list

_OF = re.compile(r"(?P<head>.+?)\s+of\s+(?:the\s+|an?\s+)?(?P<rest>.+)", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]{3,}")
# A number of variables is none of the "variable numbers", a set of Cs no "C set".
_HEADS_APART = frozenset(["number", "kind", "type", "sort", "form", "lack", "class"])
_LONGEST = 3


def turned(name: str) -> str | None:
    """Write "X of Y" as "Y X"; None where the two may mean different things.

    They do where Y is what somebody does: the rate of learning is no learning rate. And
    with more than one preposition nobody knows which words belong together.
    """
    match = _OF.fullmatch(reading(name)) if "of" in name.lower() else None
    if match is None:
        return None
    head, rest = match["head"].split(), match["rest"].split()
    words = [*head, *rest]
    if max(len(head), len(rest)) > _LONGEST or not all(map(_plain, words)):
        return None
    if rest[-1].lower().endswith("ing"):
        return None
    if term_key(head[-1]).joined in _HEADS_APART:
        return None
    return " ".join([*rest, *head])


def _plain(word: str) -> bool:
    """Tell whether each part of a word is one of letters, and it no small word."""
    parts = word.split("-")
    small = word.lower() in word_list("function_words")
    return not small and all(map(_WORD.fullmatch, parts))
