r"""Which short form stands for which long form: "support vector machines (SVMs)".

After Schwartz & Hearst (2003): the letters of the short form are looked for in the
words next to it. Where they only ask that the letters occur, every way to spread the
letters over the words is given a cost here (a word that gives no letter, a letter from
inside a word), and the cheapest one within a bound is taken.
"""

import re
from collections.abc import Iterator, Sequence

from kg.links.letters import best_start, letters_of, masked
from kg.records import Document, Link, Mention

Pair = tuple[int, int, int, int]

_BRACKETS = {")": "(", "]": "["}
_LONGEST_ASIDE = 220
# What may stand before a short form inside its parentheses.
_BEFORE_SHORT = re.compile(
    r"""\s*(?:(?:[Hh]enceforth|[Hh]ereafter|hereinafter|abbreviated|called|termed|denoted
    |named|i\.e\.|e\.g\.|or|aka|a\.k\.a\.|also|known|simply|the|as|by|in|short|for|our
    |acronym|abbreviation|referred|to)\b\.?[,:]?\s*)*["'“”‘’`]*""",
    re.VERBOSE,
)
_SHORT = re.compile(
    r"""(?P<short>[$\\]?[^\W_](?:[^\s()\[\]{};,:"“”‘’=<>]|'s\b){0,19}
    (?:\([\w.+]{1,4}\)[\w-]{0,6})?
    (?:[ ](?:-?[A-Z0-9][A-Za-z0-9-]{0,9}|alpha|beta|gamma|delta|kappa
    |(?P<same>[a-z]{3,15})))?)
    ["'“”‘’`]*\s*(?=$|[;,:]|\band\b|\bfor\s+short|\bin\s+short|\bhere|\bsee\b|\bfrom\b|=)""",
    re.VERBOSE,
)
_FURTHER = re.compile(r"[;,]\s")
_LAST_PIECE = re.compile(r",\s(?:or\s)?([A-Z][A-Za-z0-9-]{1,9})$")
_CLAUSE_END = re.compile(r"[.,;:)\"”]|\band\b")
_ASIDE_END = re.compile(r"[;,:]\s|\d{4}")
_INITIAL_WORD = re.compile(r"([A-Za-z-]{4,})\s$")
_NUMERAL = re.compile(
    r"(?:[ivx]+|[IVX]{2,}|[ie]\.[eg]\.?|(?:et )?al\.?|see|etc\.?|say|left|right|top"
    r"|both|resp\.?|cf\.?)"
)
_WORD_BEFORE = re.compile(r"(\S{1,24}) ?$")
_SPELT_OUT = re.compile(
    r"""[,–—-]?\s*(?:\(\s*)?(?:
      (?:or|in\s+short,?|for\s+short,?|henceforth|hereafter|abbreviated(?:\s+(?:as|to|by))?
        |shortened\s+to|or\s+simply|also\s+(?:called|known\s+as))\s+
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
_NAME_FIRST = re.compile(
    r"(?P<short>[A-Z](?<!\S[A-Z])[A-Za-z0-9-]{1,11})(?::|\s?--|\s[–—])\s(?:[Tt]he\s|[Aa]n?\s)?"
)
# `_SPELT_OUT` ends so; before it, the words of `_SAYS_SHORT`.
_TWO_CAPITALS = re.compile(r"[A-Z][A-Za-z0-9-]{0,10}[A-Z]")
_SAYS_SHORT = re.compile(
    r"(?:or|short,?|hence|hereafter|abbreviated|as|to|by|simply|called)\s+[\w\"'“‘`-]*$"
    r"|\s{5}|[\"'“‘`]{5}"  # too far to look back over
)
_WORDS = re.compile(r"[^\W_]+")
_SENTENCE_END = re.compile(r"[.?!;:]\s+(?=[A-Z\"“(])|\n\s*\n|[()\[\]]")


def find_abbreviations(text: str) -> list[Pair]:
    """Find pairs of a short form and its long form, in linear time.

    Returns:
        (short start, short end, long start, long end) for each pair, by place; a short
        form that is explained twice stands twice.
    """
    plain = masked(text)
    found: dict[tuple[int, int], Pair] = {}
    for start, end in _asides(plain):
        pair = _pair_around(plain, start, end)
        if pair is not None:
            found.setdefault(pair[:2], pair)
    for pair in _spelt_out(plain):
        found.setdefault(pair[:2], pair)
    return sorted(_with_dollars(text, pair) for pair in found.values())


def abbreviation_links(
    document: Document, mentions: Sequence[Mention], pairs: Sequence[Pair]
) -> list[Link]:
    """Link the mentions that stand at the places of `pairs`, short to long form."""
    at = {(m.start, m.end): m for m in mentions if m.field == "text"}
    links = []
    for short_start, short_end, long_start, long_end in pairs:
        short, long = at.get((short_start, short_end)), at.get((long_start, long_end))
        if short is not None and long is not None:
            start, end = min(short.start, long.start), max(short.end, long.end)
            links.append(Link("abbreviation", short, long, start, end))
    return links


def _asides(text: str) -> Iterator[tuple[int, int]]:
    """Give the bounds between each pair of brackets that is not too long."""
    open_at: list[int] = []
    for match in re.finditer(r"[()\[\]]", text):
        if match[0] in "([":
            open_at.append(match.start())
        elif open_at and text[open_at[-1]] == _BRACKETS[match[0]]:
            start = open_at.pop()
            if match.start() - start <= _LONGEST_ASIDE:
                yield start + 1, match.start()


def _pair_around(text: str, start: int, end: int) -> Pair | None:
    """Read a bracket as holding the short form, or else as the long form behind it."""
    place = start
    while True:
        before = _BEFORE_SHORT.match(text, place, end)
        short = _SHORT.match(text, before.end() if before else place, end)
        if short is not None and _is_short(short["short"]):
            pair = _long_before(text, start - 1, *short.span("short"))
            if pair is not None and _ends_alike(text, pair, short["same"]):
                return pair
        elif short is not None and len(short["short"]) == 1:
            return _single_letter(text, start - 1, *short.span("short"))
        further = _FURTHER.search(text, place, end)
        if further is None:
            break
        place = further.end()
    last = _LAST_PIECE.search(text, start, end)
    if last is not None and _is_short(last[1]):
        pair = _long_before(text, last.start(), *last.span(1), reach=start)
        if pair is not None:
            return pair
    return _long_inside(text, start, end)


def _single_letter(text: str, end: int, start: int, stop: int) -> Pair | None:
    """Read "testosterone (T)": a capital for the one word before it."""
    word = _INITIAL_WORD.search(text, max(0, end - 31), end)
    if word is None or word[1][0].upper() != text[start:stop]:
        return None
    return (start, stop, *word.span(1))


def _ends_alike(text: str, pair: Pair, word: str | None) -> bool:
    """Tell whether a common second word ends both forms: "MT genes"."""
    return word is None or text[pair[2] : pair[3]].endswith(" " + word)


def _is_short(short: str) -> bool:
    """Tell whether a word may be a short form: not a number, year, or common word."""
    letters = letters_of(short)
    if not 2 <= len(letters) <= 12 or not any(c.isalpha() for c in letters):
        return False
    if _NUMERAL.fullmatch(short):
        return False
    return any(c.isupper() for c in short) or not short.isalpha() or len(letters) <= 4


def _long_before(
    text: str, end: int, short_start: int, short_end: int, *, reach: int = 0
) -> Pair | None:
    """Find the long form that ends at `end`, before a bracket or a comma."""
    while end and text[end - 1] in " \t\n\"'”’,$*_{}":
        end -= 1
    short = text[short_start:short_end]
    reach = max(reach, end - 30 - 20 * len(letters_of(short)))
    for stop in _SENTENCE_END.finditer(text, reach, end):
        reach = stop.end()
    start = best_start(text, reach, end, short)
    return None if start is None else (short_start, short_end, start, end)


def _long_inside(text: str, start: int, end: int) -> Pair | None:
    """Find a long form in brackets behind its short form: "SB (Simplicity Bias)"."""
    before = _WORD_BEFORE.search(text, max(0, start - 27), start - 1)
    if before is None:
        return None
    short = before[1].strip("\"'“”‘’`,.;:([")
    short_start = before.start(1) + before[1].find(short)
    if not short[:1].isupper() or not _is_short(short):
        return None
    stop = _ASIDE_END.search(text, start, end)
    inside = text[start : stop.start() if stop else end].rstrip()
    lead = re.match(r"\s*[\"'“‘`]*(?:(?:the|an?|i\.e\.,?|short for|for)\s+)?", inside)
    first = start + (lead.end() if lead else 0)
    last = start + len(inside.rstrip("\"'”’`"))
    if best_start(text, first, last, short) != first or " " not in text[first:last]:
        return None
    return short_start, short_start + len(short), first, last


def _spelt_out(text: str) -> Iterator[Pair]:
    """Give pairs said in words: "…, or X for short", "X stands for …"."""
    for match in _SPELT_OUT.finditer(text) if _may_be_spelt_out(text) else ():
        short = match["short"]
        if sum(c.isupper() for c in short) >= 2:
            pair = _long_before(text, match.start(), *match.span("short"))
            if pair is not None:
                yield pair
    yield from _announced(text)
    told = any(word in text for word in ("stand", "short", "acronym", "abbreviation"))
    for match in _STANDS_FOR.finditer(text) if told else ():
        stop = _CLAUSE_END.search(text, match.end(), match.end() + 150)
        limit = min(stop.start() if stop else len(text), match.end() + 150)
        short, first = match["short"], match.end()
        if best_start(text, first, limit, short) == first:
            yield (*match.span("short"), first, limit)


def _may_be_spelt_out(text: str) -> bool:
    """Tell whether "or", "short" and the like stand before a word of two capitals."""
    return any(
        _SAYS_SHORT.search(text, max(0, match.start() - 30), match.start())
        for match in _TWO_CAPITALS.finditer(text)
    )


def _announced(text: str) -> Iterator[Pair]:
    """Yield short forms that a colon or dash explains: "BART: Bayesian Additive …"."""
    parted = any(sign in text for sign in (":", "--", "–", "—"))
    for match in _NAME_FIRST.finditer(text) if parted else ():
        short, first = match["short"], match.end()
        alike = text[first : first + 1].lower() == short[0].lower()
        if not alike or sum(c.isupper() for c in short) < 2:
            continue
        for word in list(_WORDS.finditer(text, first, first + 160))[1:12]:
            if "\n" in text[first : word.end()] or ". " in text[first : word.end()]:
                break
            if best_start(text, first, word.end(), short, bound=0.3) == first:
                yield (*match.span("short"), first, word.end())
                break


def _with_dollars(text: str, pair: Pair) -> Pair:
    """Widen each form by the mark of a formula that it cuts in two."""
    bounds: list[int] = []
    for start, end in (pair[:2], pair[2:]):
        if text.count("$", start, end) % 2:
            if text[start - 1 : start] == "$":
                start -= 1
            elif text[end : end + 1] == "$":
                end += 1
        bounds += [start, end]
    return bounds[0], bounds[1], bounds[2], bounds[3]
