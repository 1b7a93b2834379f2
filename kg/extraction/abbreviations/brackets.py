"""Short forms in brackets behind their long forms, or the other way round.

    support vector machine (SVM)          the short form in brackets
    SVM (support vector machine)          the long form in brackets
    (support vector machine, SVM)         both
    Escherichia coli (E. coli)            a genus by its initial
    testosterone (T)                      one letter for one word

Brackets hold much else: values, lists of elements, labels, citations. A short form is
looked for at the beginning of each piece of an aside, then at its end.
"""

import re
from collections.abc import Iterator

from kg.extraction.abbreviations.letters import is_short_form
from kg.extraction.abbreviations.long_forms import (
    CERTAIN,
    Pair,
    long_form_before,
    long_form_start,
)

# What they may cost where commas part the words, but none is skipped.
_LISTING = 0.95
# Each closing bracket, and what opens it.
_BRACKETS = {")": "(", "]": "["}
# Characters: longer parentheses hold sentences.
_LONGEST_ASIDE = 220
# (A) and (B) within so many characters are labels.
_LABELS_APART = 200
# Characters back from the bracket in which genus and species must stand.
_LONGEST_SPECIES = 80
# What may stand before a short form inside its parentheses.
_BEFORE_SHORT = re.compile(
    r"""\s*(?:(?:[Hh]enceforth|[Hh]ereafter|hereinafter|abbreviated|called|termed|denoted
    |named|i\.e\.|e\.g\.|or|aka|a\.k\.a\.|also|known|simply|the|as|by|in|short|for|our
    |acronym|abbreviation|referred|to)\b\.?[,:]?\s*)*["'“”‘’`]*""",
    re.VERBOSE,
)
# A short form, perhaps of two words, and what may follow it in its bracket.
_SHORT = re.compile(
    r"""(?P<short>[$\\\x02]?[^\W_]
    (?:[^\s()\[\]{};,:"“”‘’=<>]|(?>(?<=\d),(?=\d)|,(?=\w-))){0,23}
    (?:\([\w.+-]{1,4}\)[\w-]{0,6})?
    (?:[ ](?:-?[A-Z0-9][A-Za-z0-9/-]{0,9}
    |(?:alpha|beta|gamma|delta|kappa)(?:[ ]?[A-Z\d])?
    |(?P<same>[a-z]{3,15})))?)
    ["'“”‘’`]*\s*(?=$|[;,:=]|\b(?:and|or|here\w*|see|from)\b|\b(?:for|in)\s+short)""",
    re.VERBOSE,
)
# Elements, classes and the like that are listed: "(Al, Cu, Fe, and Zn)".
_LIST = re.compile(r"\s*(?:[^\W\d_]{1,3},\s+){2}")
# "(OR = 1.8)", "(n < 20)": a value, whose long form may stand anywhere.
_NUMBER = re.compile(r"\s*[=<>]\s*[-+]?[\d.]")
# "66.6 +/- 6.8 (EC)" says where that was measured.
_MEASURED = re.compile(r"(?:\+/?-|±)\s?[\d.]+\s?%?\s*\Z")
# What goes on in a list is an example, not a short form.
_LISTED = re.compile(r",|(?:and|or)\b")
# "(Roe, A.B., 1985)", "(Becton, Md.)": no short form behind a comma ends in a dot.
_INITIALS = re.compile(r"\w+\.|(?:\w\.)+")
# "(E. coli)"
_SPECIES = re.compile(r"([A-Z])\.\s?([a-z]{3,})(?=[;,]|$)")
# One more short form in the bracket: "(ME; MSE)".
_FURTHER = re.compile(r"[;,]\s")
# A short form behind its long form within a bracket: "(mean error, ME)".
_LAST_PIECE = re.compile(r"(?:[,;:]|\s=)\s(?:or\s)?([A-Z][A-Za-z0-9-]{1,9})$")
# Behind it stands a citation or a remark, not the name.
_ASIDE_END = re.compile(r"[;,:]\s|\d{4}")
# For "testosterone (T)"; shorter words have too many meanings.
_INITIAL_WORD = re.compile(r"([A-Za-z-]{4,31})\s$")
# A short form before a bracket, perhaps with a noun: "EMLA cream".
_WORD_BEFORE = re.compile(
    r"(?<!\S)(?P<short>\S{1,24}(?: [IVX]+)?)(?P<kind> [a-z]{3,15})? ?$"
)


def bracketed_pairs(text: str) -> Iterator[Pair]:
    """Yield the pair around each pair of brackets that makes one.

    >>> text = "We use optimal transport (OT)."
    >>> [(text[a:b], text[c:d]) for a, b, c, d in bracketed_pairs(text)]
    [('OT', 'optimal transport')]
    """
    for start, end in _bracket_bounds(text):
        pair = _species_pair(text, start, end)
        if pair is None and not _names_nothing(text, start, end):
            pair = _pair_around(text, start, end)
        if pair is not None:
            yield pair


def _bracket_bounds(text: str) -> Iterator[tuple[int, int]]:
    """Return the bounds between each pair of brackets that is not too long."""
    open_at: list[int] = []
    for match in re.finditer(r"[()\[\]]", text):
        if match[0] in "([":
            open_at.append(match.start())
        elif open_at and text[open_at[-1]] == _BRACKETS[match[0]]:
            start = open_at.pop()
            if match.start() - start <= _LONGEST_ASIDE:
                yield start + 1, match.start()


def _species_pair(text: str, start: int, end: int) -> Pair | None:
    """Read "Escherichia coli (E. coli)", a genus by its initial."""
    dotted = text.startswith(".", start + 1)
    short = _SPECIES.match(text, start, end) if dotted else None
    if short is None:
        return None
    reach = max(0, start - _LONGEST_SPECIES)
    long = re.search(
        rf"\b{short[1]}[a-z]{{2,}} {short[2]}(?=\s*\Z)", text[reach : start - 1], re.I
    )
    return long and (*short.span(), reach + long.start(), reach + long.end())


def _names_nothing(text: str, start: int, end: int) -> bool:
    """Tell a list of elements or classes, and what stands behind a measured value."""
    measured = _MEASURED.search(text, max(0, start - 21), start - 1)
    return measured is not None or _LIST.match(text, start, end) is not None


def _pair_around(text: str, start: int, end: int) -> Pair | None:
    """Read a bracket as holding the short form, or else as the long form behind it."""
    place = start
    while True:
        before = _BEFORE_SHORT.match(text, place, end)
        short = _SHORT.match(text, before.end() if before else place, end)
        if short is not None and _is_no_short_form(text, short, place > start):
            short = None
        if short is not None and is_short_form(short["short"]):
            bound = CERTAIN if _is_uncertain(text, short) else None
            pair = long_form_before(text, start - 1, short.span("short"), bound=bound)
            if short["same"]:
                pair = pair and _pair_before_common_word(text, start - 1, short)
            if pair is not None:
                return pair
        elif short is not None and len(short["short"]) == 1:
            return _single_letter_pair(text, start - 1, *short.span("short"))
        further = _FURTHER.search(text, place, end)
        if further is None:
            break
        place = further.end()
    last = _LAST_PIECE.search(text, start, end)
    if last is not None and is_short_form(last[1]):
        pair = long_form_before(text, last.start(), last.span(1), reach=start)
        if pair is not None:
            return pair
    return _long_form_inside(text, start, end)


def _pair_before_common_word(text: str, end: int, short: re.Match[str]) -> Pair | None:
    """Pair what stands before the common word that must end both forms: "MT genes"."""
    word = " " + short["same"]
    reach = max(0, end - _LONGEST_ASIDE)
    end = reach + len(text[reach:end].rstrip())
    if not text.endswith(word, 0, end):
        return None
    start, stop = short.span("short")
    pair = long_form_before(text, end - len(word), (start, stop - len(word)))
    return pair and (start, stop, pair[2], end)


def _is_uncertain(text: str, short: re.Match[str]) -> bool:
    """Tell "(OR = 1.8)", "(tea, and two oils)", where no long form need stand."""
    if _NUMBER.match(text, short.end()):
        return True
    return short["short"].islower() and bool(_LISTED.match(text, short.end()))


def _is_no_short_form(text: str, short: re.Match[str], further: bool) -> bool:
    """Tell "(P=0.02)", what a letter is equal to, and "(Roe, A.B., 1985)"."""
    if further and _INITIALS.fullmatch(short["short"]):
        return True
    letters = sum(c.isalpha() for c in short["short"])
    return letters == 1 and text.startswith("=", short.end())


def _single_letter_pair(text: str, end: int, start: int, stop: int) -> Pair | None:
    """Read "testosterone (T)": a capital for the one word before it."""
    word = _INITIAL_WORD.search(text, max(0, end - 31), end)
    if word is None or word[1][0].upper() != text[start:stop]:
        return None
    following = chr(ord(text[start]) + 1)
    if text.find(f"({following})", stop, stop + _LABELS_APART) >= 0:
        return None  # (A) and (B) are labels
    return (start, stop, *word.span(1))


def _long_form_inside(text: str, start: int, end: int) -> Pair | None:
    """Find a long form in brackets behind its short form: "SB (Simplicity Bias)".

    Between them a word may say what it is: "EMLA cream (eutectic mixture …)".
    """
    before = _WORD_BEFORE.search(text, max(0, start - 43), start - 1)
    if before is None:
        return None
    short = before["short"].strip("\"'“”‘’`,.;:([")
    if "." in short and f"{short}." in before["short"]:
        short += "."  # "M.O.I."
    short_start = before.start("short") + before["short"].find(short)
    if short == short.lower() or not is_short_form(short):
        return None
    inside = text[start:end].rstrip()
    lead = re.match(r"\s*[\"'“‘`]*(?:(?:the|an?|i\.e\.,?|short for|for)\s+)?", inside)
    first = start + (lead.end() if lead else 0)
    last = start + len(inside.rstrip("\"'”’`"))
    stop = _ASIDE_END.search(text, start, end)
    strict = CERTAIN if before["kind"] else None
    for until, bound in ((last, _LISTING), (stop.start() if stop else last, strict)):
        named = " " in text[first:until] or until - first >= 3 * len(short)
        if named and long_form_start(text, first, until, short, bound=bound) == first:
            return short_start, short_start + len(short), first, until
    return None
