"""Short forms that are explained in words: "…, or X for short", "X stands for …"."""

import re
from collections.abc import Iterator

from kg.extraction.abbreviations.long_forms import (
    CERTAIN,
    Pair,
    long_form_before,
    long_form_start,
)

# What letters may cost behind "or" alone, which joins anything.
_NEARLY_NOTHING = 0.2
# Where a long form ends that stands behind its short form.
_CLAUSE_END = re.compile(r"[.,;:)\"”]|\band\b")
# "…, or X for short", "… (abbreviated as X)".
_SPELT_OUT = re.compile(
    r"""(?:[,–—-]\s*|\b)(?:\(\s*)?(?:
      (?:or\s+simply|(?P<or>or)|in\s+short,?|for\s+short,?|henceforth|hereafter
        |abbreviated(?:\s+(?:as|to|by))?|shortened\s+to
        |also\s+(?:called|known\s+as))\s+
      ["'“‘`]*(?P<short>[A-Za-z][A-Za-z0-9-]{1,11})\b
    )""",
    re.VERBOSE,
)
_STANDS_FOR = re.compile(
    r"""\b(?P<short>[A-Z][A-Za-z0-9-]{1,11})["'”’]*,?\s+
    (?:(?:which\s+)?stands?\s+for|is\s+short\s+for|short\s+for
      |(?:is\s+)?an?\s+(?:acronym|abbreviation)\s+(?:for|of))\s+["'“‘`]*""",
    re.VERBOSE,
)
# "BART: Bad Advice …", "BART -- …".
_NAME_FIRST = re.compile(
    r"(?P<short>[A-Z](?<![^\s(][A-Z])[A-Za-z0-9-]{1,11})(?::|\s?--|\s?=|\s[–—])\s"
    r"(?:[Tt]he\s|[Aa]n?\s)?"
)
# `_SPELT_OUT` ends so; before it, the words of `_SAYS_SHORT`.
_TWO_CAPITALS = re.compile(r"[A-Z][A-Za-z0-9-]{0,10}[A-Z]")
_SAYS_SHORT = re.compile(
    r"(?:or|short,?|hence|hereafter|abbreviated|as|to|by|simply|called)\s+[\w\"'“‘`-]*$"
    r"|\s{5}|[\"'“‘`]{5}"  # too far to look back over
)
_WORDS = re.compile(r"[^\W_]+")


def explained_pairs(text: str) -> Iterator[Pair]:
    """Yield pairs explained in words: "…, or X for short", "X stands for …".

    >>> text = "Local flow nets, or LFN for short, are small."
    >>> [(text[a:b], text[c:d]) for a, b, c, d in explained_pairs(text)]
    [('LFN', 'Local flow nets')]
    """
    for match in _SPELT_OUT.finditer(text) if _may_be_explained(text) else ():
        if sum(c.isupper() for c in match["short"]) >= 2:
            pair = _pair_before(text, match)
            if pair is not None:
                yield pair
    yield from _pairs_behind_colons(text)
    explained = any(
        word in text for word in ("stand", "short", "acronym", "abbreviation")
    )
    for match in _STANDS_FOR.finditer(text) if explained else ():
        stop = _CLAUSE_END.search(text, match.end(), match.end() + 150)
        limit = min(stop.start() if stop else len(text), match.end() + 150)
        short, first = match["short"], match.end()
        if long_form_start(text, first, limit, short) == first:
            yield (*match.span("short"), first, limit)


def _pair_before(text: str, match: re.Match[str]) -> Pair | None:
    """Find what is said in short; "AC, TC or ATC" are three."""
    alone = match.start("or") == match.start()
    bound = _NEARLY_NOTHING if alone else None
    pair = long_form_before(text, match.start(), match.span("short"), bound=bound)
    if pair is not None and alone and " " not in text[pair[2] : pair[3]]:
        return None
    return pair


def _may_be_explained(text: str) -> bool:
    """Tell whether "or", "short" and the like stand before a word of two capitals."""
    return any(
        _SAYS_SHORT.search(text, max(0, match.start() - 30), match.start())
        for match in _TWO_CAPITALS.finditer(text)
    )


def _pairs_behind_colons(text: str) -> Iterator[Pair]:
    """Yield short forms that a colon or dash explains: "BART: Bayesian Additive …"."""
    separated = any(sign in text for sign in (":", "--", "=", "–", "—"))
    for match in _NAME_FIRST.finditer(text) if separated else ():
        short, first = match["short"], match.end()
        alike = text[first : first + 1].lower() == short[0].lower()
        if not alike or sum(c.isupper() for c in short) < 2:
            continue
        for word in list(_WORDS.finditer(text, first, first + 160))[1:12]:
            if "\n" in text[first : word.end()] or ". " in text[first : word.end()]:
                break
            if long_form_start(text, first, word.end(), short, bound=CERTAIN) == first:
                yield (*match.span("short"), first, word.end())
                break
