"""Titles of works: their words, their parts, and which words tell two works apart."""

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from kg.datafiles import word_list
from kg.text.folding import fold
from kg.text.markup import strip_markup

# A title of fewer words is shared by strangers ("Deep learning", "Introduction").
LONG_TITLE = 4
# A subtitle of no more words that has a number is that of a part: "the 2019 edition".
_SERIES_WORDS = 3
SMALL_WORDS = frozenset(
    [
        "a", "an", "and", "as", "at", "by", "for", "from", "in", "into", "of", "on",
        "or", "the", "to", "using", "via", "with",
    ]
)  # fmt: skip
# What makes another work of the same words: an erratum is not its paper. The first are
# that wherever a title begins or ends with them; the second, of "Grammatical error
# correction" and "Response generation" too, only where marks or small words say so.
_MARKERS = frozenset(
    [
        "addendum", "corrigendum", "corrigenda", "errata", "erratum", "rejoinder",
        "retracted", "retraction",
    ]
)  # fmt: skip
_WORD = (
    r"(comments?|commentary|corrections?|discussion|reply|response|supplement(?:ary)?)"
)
_MARKER_BEFORE = re.compile(
    rf"\W*(?:an?\s|the\s|authors?['’]?s?\s)?\s?{_WORD}"
    r"(?:\s+(?:material|note|information)s?)?"
    r"(?:\s+(?:to|on)\b|\s+(?:of|for)\s*[:\"“‘'`]|\s*[:.–—]|\s+-|$)",
    re.IGNORECASE,
)
_MARKER_BEHIND = re.compile(
    rf"[:.?!(\[–—”\"-]\s*(?:an?\s|the\s|authors?['’]?s?\s)?\s?{_WORD}\W*$",
    re.IGNORECASE,
)
_NUMBER_WORDS = {
    "one": "1", "two": "2", "three": "3", "four": "4", "five": "5",
    "i": "1", "ii": "2", "iii": "3", "iv": "4", "v": "5",
    "vi": "6", "vii": "7", "viii": "8",
}  # fmt: skip
# "Findings of the Third Workshop", "first-order methods": these count wherever.
_ORDINALS = {
    "first": "1", "second": "2", "third": "3", "fourth": "4", "fifth": "5",
    "sixth": "6", "seventh": "7", "eighth": "8", "ninth": "9", "tenth": "10",
    "eleventh": "11", "twelfth": "12", "thirteenth": "13", "fourteenth": "14",
    "fifteenth": "15", "sixteenth": "16", "seventeenth": "17", "eighteenth": "18",
    "nineteenth": "19", "twentieth": "20", "thirtieth": "30", "fortieth": "40",
}  # fmt: skip
_ORDINAL = re.compile(r"(\d+)(?:st|nd|rd|th)")
# Signs that are a part of a name: C++, F#.
_PLUS = re.compile(r"(?<=\w)\+\+|(?<=\b[A-Z])[+#](?!\w)")
# What stands between a title and its subtitle.
_SEPARATOR = re.compile(r"[:?!.]\s|\s[-\u2013\u2014|]{1,3}\s|\s[(\[]|\u2014")
_PART = re.compile(r"(?:part|volume|vol|chapter|lecture|session|day|episode)")


@lru_cache(maxsize=200_000)
def title_words(title: str) -> tuple[str, ...]:
    """Return the words of a title without case, accents, LaTeX, tags or punctuation."""
    return tuple(fold(strip_markup(title)).split())


@lru_cache(maxsize=200_000)
def distinguishing_words(title: str) -> tuple[tuple[str, ...], frozenset[str]]:
    """Return the numbers of a title ("II", "part two") and words like "erratum".

    >>> distinguishing_words("Erratum: Findings of the Third Workshop")
    (('3',), frozenset({'erratum'}))
    """
    words = title_words(title)
    numbers = []
    for position, word in enumerate(words):
        before = words[position - 1] if position else ""
        last = position == len(words) - 1 and word not in ("one", "v")
        if not word.isalpha():
            ordinal = _ORDINAL.fullmatch(word)
            numbers.append(ordinal[1] if ordinal else word)
        elif word in _ORDINALS:
            numbers.append(_ORDINALS[word])
        elif word in _NUMBER_WORDS and (_PART.fullmatch(before) or last):
            numbers.append(_NUMBER_WORDS[word])
    numbers = [number for number in numbers if any(map(str.isdigit, number))]
    return tuple(sorted(numbers + _PLUS.findall(title))), _find_markers(title, words)


def _find_markers(title: str, words: Sequence[str]) -> frozenset[str]:
    """Return the words that say that a title is about another work."""
    found = {_MARKER_BEFORE.match(title), _MARKER_BEHIND.search(title)}
    weak = {match[1].lower().rstrip("s") for match in found if match}
    return _MARKERS.intersection((*words[:2], *words[-2:])) | weak


def titles_conflict(a: str | None, b: str | None) -> bool:
    """Tell whether two titles name two parts, or a work and its correction.

    Numbers in a subtitle that one of them lacks tell nothing, but for "part 2".

    >>> titles_conflict("On kernels, part 1", "On kernels, part 2")
    True
    >>> titles_conflict("On kernels", "On kernels of graphs")
    False
    """
    if not a or not b:
        return False
    first, second = distinguishing_words(a), distinguishing_words(b)
    if first == second:
        return False
    if first[1] != second[1]:
        return True
    return not (_lacks_subtitle(a, b) or _lacks_subtitle(b, a))


def _lacks_subtitle(whole: str, part: str) -> bool:
    """Tell whether a title is another's without its long subtitle or what precedes."""
    words = title_words(part)
    if words not in title_parts(whole):
        return False
    rest = Counter(title_words(whole)) - Counter(words)
    return rest.total() > _SERIES_WORDS and not any(map(_PART.fullmatch, rest))


@lru_cache(maxsize=200_000)
def title_parts(title: str) -> tuple[tuple[str, ...], ...]:
    """Return the words of a title without its subtitle, and of its subtitle alone.

    What stands in parentheses behind a title counts as a subtitle. The title proper
    needs two words, as "AlphaNet" alone may be anything of that name, and the subtitle
    four.

    >>> title_parts("Deep sets: learning on sets of points")
    (('deep', 'sets'), ('learning', 'on', 'sets', 'of', 'points'))
    """
    text, whole = strip_markup(title), title_words(title)
    found = []
    for match in _SEPARATOR.finditer(text):
        head = tuple(fold(text[: match.start()]).split())
        tail = whole[len(head) :]
        if tail and len(head) >= 2:
            found.append(head)
        if head and len(tail) >= LONG_TITLE:
            found.append(tail)
    return tuple(found)


def is_heading(title: str) -> bool:
    """Tell whether a title heads many works: "Editorial", "Letter to the Editor".

    >>> is_heading("Letter to the Editor"), is_heading("Letters in Malta")
    (True, False)
    """
    return SMALL_WORDS | word_list("sources/heading_words") >= set(title_words(title))
