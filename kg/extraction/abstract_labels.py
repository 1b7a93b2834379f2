"""Labels within abstracts: "Methods:", "FUNDING", "Key words —", in the languages of journals.

Of most a list says what follows: a part of a structured abstract, which is prose again;
a notice, in which nothing is said of the work; a list of keywords.
"""

import re
from functools import cache
from typing import Literal, NamedTuple, get_args

from kg.datafiles import word_rows

LabelKind = Literal["label", "notice", "keywords"]


class Label(NamedTuple):
    """A label with the sign and the blanks behind it, and what follows."""

    start: int
    end: int
    kind: LabelKind


# Words with the sign behind them: a colon, a dash, a full stop, the end of the line.
_MARKED = re.compile(
    r"(?P<words>[^\W\d_](?:[\w'’&/-]|[ ,](?=\S)|\(s\)|\(\d{4}\)|\.(?=gov)){0,60}?)"
    r"(?:\s?[:：][ \t]*+[-–—]?|\.?\s?—|\s[–-]|–(?=\s)"
    r"|\.(?=\s+[A-Z\d(“\"])|[ \t]*+(?=\n))\s*+",
    re.IGNORECASE,
)
# Capitals need no sign: "METHODS We asked"; nor does a word that was glued: "ResultsWe".
_CAPITALS = re.compile(
    r"(?P<words>[A-Z][A-Z'’&/ -]{2,50}[A-Z])\s+(?=[A-Z][a-z]|A\s|In\s)"
)
_GLUED = re.compile(
    r"(?P<words>Background|Introduction|Objectives?|Purpose|Aims?|Methods?|Results"
    r"|Conclusions?|Discussion|Summary|Abstract)(?=[A-Z][a-z]*\b)"
)
# "Abstract We ask": the first word of an abstract that was copied from a page.
_FIRST = re.compile(
    r"(?P<words>Abstract|ABSTRACT|Summary|SUMMARY|Zusammenfassung|Résumé|Resumen|Resumo)\s+"
    r"(?=(?:[A-Z][A-Za-z]+\s?[:.]|An?|The|This|These|We|In|Our|It|There|To|For|Recent\w*"
    r"|While|With|Although|Many|Most|Background|Objectives?|Purpose|Aims?|Introduction"
    r"|Wir|In|Die|Der|Das|Nous|La|Le|Les|El|Se|Los|As?|Os?|Este)\b)"
)


def label_at(
    text: str, start: int, end: int, *, is_first: bool = False
) -> Label | None:
    """Return the label that begins at a place, None where there is none.

    Args:
        text: where it may stand.
        start: where a sentence begins.
        end: where the body ends.
        is_first: whether the body begins there, so that "Abstract" needs no sign.

    >>> label_at("Methods: We ask.", 0, 16), label_at("Methods are few.", 0, 16)
    (Label(start=0, end=9, kind='label'), None)
    """
    patterns = (_MARKED, _CAPITALS, _GLUED, *([_FIRST] if is_first else []))
    for pattern in patterns:
        found = pattern.match(text, start, end)
        kind = _kinds().get(_phrase(found["words"])) if found else None
        if found and kind and (not found["words"][0].islower() or kind == "keywords"):
            return Label(start, found.end(), kind)
    return None


def _phrase(words: str) -> str:
    return " ".join(words.casefold().replace("’", "'").split())


@cache
def _kinds() -> dict[str, LabelKind]:
    """Return what follows each label."""
    kinds: dict[str, LabelKind] = {kind: kind for kind in get_args(LabelKind)}
    rows = word_rows("sources/abstract_labels")
    return {_phrase(" ".join(words)): kinds[kind] for kind, *words in rows}
