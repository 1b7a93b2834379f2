"""Prose, furniture or detail: what one line of a saved page is by its look alone.

Nothing here knows a particular site. Furniture is told by its words (menus and buttons
say the same things everywhere) and by coming back; prose by sentences.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache

from kg.datafiles import word_list

_LOOK = 4000  # characters enough to judge a line by; lines may have millions
_WORD = re.compile(r"[^\W\d_]+")
_DIGITS = re.compile(r"\d+")
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
# A sentence's end, with the marks that may close behind it.
_END = re.compile(r"[.!?。:;…][\"'”’)\]»$}]{0,3}$")
# A sign alone, or a word or two in brackets: "[-]", "(more)".
_MARKER = re.compile(r"\W{0,3}[-+–—−▲▼△▽↑↓<>«»][\W]{0,3}|[(\[]\W?\w{0,12}\W?[)\]]")
_UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
# Hebrew, Arabic, Devanagari and its neighbours to Georgian, and those without spaces.
_CASELESS = re.compile("[\u0590-\u10ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
# Fewer are a heading, a menu or a caption.
_FEWEST_WORDS = 12
WRAPPED_WIDTH = 120  # characters: hard-wrapped text keeps its lines below
_SHORT = 120  # longer lines are never menus
_REMEMBERED = 1 << 13  # lines: each reader asks of each what it is


def is_prose(text: str, *, words: int = _FEWEST_WORDS) -> bool:
    """Tell whether a text holds sentences: many words, mostly in small letters.

    A question alone is rather a title that asks. In scripts without spaces between
    words a long line is prose.

    Args:
        text: a line, or several.
        words: how many it has at least; two characters of a script without spaces
            count as one.

    >>> is_prose("We prove that " + "a very " * 8 + "deep network learns.")
    True
    >>> is_prose("Home About Contact")
    False
    """
    return _looks_like_prose(text[:_LOOK].strip(), words)


@lru_cache(maxsize=_REMEMBERED)
def _looks_like_prose(look: str, words: int) -> bool:
    parts = look.split()
    if len(parts) + _count_unspaced(look) < words:
        return False
    if len(parts) < _FEWEST_WORDS:  # a script without spaces: long is enough
        return len(look) >= 60 and len(parts) * 25 < len(look)
    if not _is_mostly_lower_case(parts, look):
        return False
    if len(look) >= 250:
        return True
    if look.endswith("?") and look.count("?") == 1 and len(look) < 150:
        return False  # rather a title that asks
    return bool(_END.search(look)) or len(look) >= 200


def is_mostly_lower_case(text: str) -> bool:
    """Tell whether half of the words or more begin with a small letter.

    Of scripts that have none, any text does.

    >>> is_mostly_lower_case("It works here"), is_mostly_lower_case("自然语言")
    (True, True)
    """
    return _is_mostly_lower_case(text.split(), text)


def _is_mostly_lower_case(parts: Sequence[str], text: str) -> bool:
    lower = sum([part[0].islower() for part in parts])
    return lower * 2 >= len(parts) or is_caseless(text)


def is_caseless(text: str) -> bool:
    """Tell whether a text has letters of a script without small letters and capitals.

    >>> is_caseless("自然语言"), is_caseless("Small words")
    (True, False)
    """
    return not text.isascii() and bool(_CASELESS.search(text))


def count_words(text: str) -> int:
    """Return how many words a text has, of a script without spaces about as many.

    >>> count_words("two words"), count_words("自然语言")
    (2, 3)
    """
    return len(text.split()) + _count_unspaced(text)


def _count_unspaced(text: str) -> int:
    """Return about how many words there are of scripts without spaces."""
    return 0 if text.isascii() else len(_UNSPACED.findall(text)) // 2


def ends_a_sentence(line: str) -> bool:
    """Tell whether a line ends as sentences do, and titles do not.

    >>> ends_a_sentence("It works.”"), ends_a_sentence("On Trees")
    (True, False)
    """
    return line.rstrip(" \t\"'”’)]").endswith((".", ":", ";", ",", "。"))


def is_furniture(line: str) -> bool:
    """Tell whether a line is a button, a menu entry, a counter or a footer.

    Half of its words, or more, are such as pages of any site say; the list of them is
    in data/sources/chrome_words.txt.

    >>> is_furniture("Download PDF")
    True
    >>> is_furniture("Walks on growing graphs")
    False
    """
    look = line[:_LOOK].strip()
    if len(look) > _SHORT:
        return False
    words = _WORD.findall(look.lower())
    if not words or (len(words) == 1 and len(words[0]) <= 2):
        return True
    if "©" in look:
        return True
    known = sum(word in word_list("sources/chrome_words") for word in words)
    return known * 2 >= len(words) and len(words) <= 14


def is_marker(line: str) -> bool:
    """Tell whether a line is a sign such as "[-]" that opens or closes a stretch.

    >>> is_marker("[+]"), is_marker("(see more)"), is_marker("[1] A book")
    (True, False, False)
    """
    look = line.strip()
    return len(look) <= 16 and bool(_MARKER.fullmatch(look))


def is_detail(line: str) -> bool:
    """Tell whether a line is a date, a year, a number or the like.

    >>> is_detail("12 May 2020"), is_detail("In May of that year we began to count")
    (True, False)
    """
    look = line[:_LOOK].strip()
    words = _WORD.findall(look)
    return not words or (len(words) <= 6 and bool(_YEAR.search(look)))


def line_template(line: str) -> str:
    """Return a line's form under which "Result 3" and "Result 12" are the same.

    >>> line_template(" Result 12 ")
    'result 0'
    """
    return _DIGITS.sub("0", line[:_LOOK].strip().lower())


def recurring_templates(lines: Iterable[str], *, least: int = 2) -> frozenset[str]:
    """Return the templates of short lines that stand on a page several times.

    Args:
        lines: those of the page, blank ones too.
        least: so many times or more.
    """
    counts = Counter(
        line_template(line) for line in lines if 0 < len(line.strip()) <= _SHORT
    )
    return frozenset(form for form, count in counts.items() if count >= least)
