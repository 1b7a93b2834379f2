"""Labels of a page of talks, in the languages of announcements: "Speaker:", "Résumé –".

The words are in data/sources/talk_labels.csv. A colon makes a label of any of them; a
dash or a full stop one of those that head a talk.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Literal, NamedTuple, cast

from kg.datafiles import mapping

Meaning = Literal["title", "authors", "abstract", "affiliation", "date", "other"]

_LOOK = 80  # characters; a label is no longer
_REMEMBERED = 1 << 13  # lines: each is asked for several times
# "**Speaker:** ", "Vortragende:r: ", "Title - ", "【题目】".
_LABEL = re.compile(
    r"""
    [*_\#>•\s]{0,8}+
    (?: (?P<word> [^\W\d_] [^:：.\n–—【]{0,39}? )
        (?: [:*/] (?: in | innen | r ) (?= \s{0,3} [:：] ) )?
        \s{0,3} [*_]{0,2} \s{0,3}
        (?P<sign> [:：] | [.–—-] (?=\s|$) | $ )
      | [【［\[] (?P<boxed> [^\W\d_] [^】］\]]{0,19} ) [】］\]] [:：]? )
    [*_]{0,2} \s*
    """,
    re.VERBOSE | re.IGNORECASE,
)
_WORDS = re.compile(r"\s*+(?P<word>[^\W\d_]++(?:[ ][^\W\d_]++){0,3}+)[ ]?[:：]\s")
_ENDING = re.compile(r"\((?:s|e|r|en|in|es)\)$")
_NUMBER = " 0123456789"


class Label(NamedTuple):
    """What a line is labelled as, the label's word, and where its value begins."""

    meaning: Meaning
    word: str
    end: int


def read_label(line: str) -> Label | None:
    """Return the label that a line begins with, if it does with one.

    >>> read_label("Title: On mills")
    Label(meaning='title', word='Title', end=7)
    >>> read_label("Докладчик: А. Ли").meaning, read_label("Talks: a list")
    ('authors', None)
    """
    return _label_of(line[:_LOOK])


@lru_cache(maxsize=_REMEMBERED)
def _label_of(look: str) -> Label | None:
    found = _LABEL.match(look)
    if found is None:
        return None
    word = (found["word"] or found["boxed"]).strip()
    meaning = _meanings().get(_ENDING.sub("", _fold(word)))
    if meaning is None or not _may_follow(found["sign"], meaning):
        return None
    return Label(meaning, word, found.end())


def unknown_label(line: str) -> str:
    """Return the words before a line's colon that may be a label of the page's own.

    >>> unknown_label("Colour of day: red"), unknown_label("Title: red")
    ('Colour of day', '')
    """
    found = _WORDS.match(line[:_LOOK])
    return found["word"] if found and not read_label(line) else ""


def _fold(word: str) -> str:
    return " ".join(word.lower().split()).rstrip(_NUMBER)


def _may_follow(sign: str | None, meaning: Meaning) -> bool:
    """Tell whether a sign behind a word makes a label of it; none stands behind a box."""
    if not sign:  # the line ends
        return sign is None or meaning == "abstract"
    if sign == ".":
        return meaning in ("title", "abstract")
    return sign in ":：" or meaning in ("title", "authors", "abstract")


def _meanings() -> Mapping[str, Meaning]:
    return cast("Mapping[str, Meaning]", mapping("sources/talk_labels"))
