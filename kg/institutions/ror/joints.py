"""Borders between institutions that only small words tell: "MIT & Harvard & Google".

Each "&" or "and" that stands between two full names becomes a ";", and so do the
parentheses of "Ann Lee (McGill), Bo Chen (UBC)"; every other character stays in place.
"""

import re
from functools import lru_cache

from kg.institutions.grammar import grammar
from kg.institutions.table import known

_JOINT = re.compile(r"\s(?i:&|and|und|et|y)\s(?=\s*(?:the\s)?[^\W\d_a-z])")
_END = re.compile(r"[,;|\n()]|\s(?:&|and|und|et|y)\s", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_][\w'’.-]*")
_UNIVERSITY_OF = re.compile(
    r"(?:the\s)?(?:Univ(?:ersity|\.)?|Universi\w+)\s(?:of|de|degli|di|zu)\s",
    re.IGNORECASE,
)
_INITIALS = r"(?:[A-Z][\w.'’-]*\s+){1,3}[A-Z][\w'’-]*"
_PERSON = re.compile(
    rf"(?:^|[,;]|\band\b)\s*({_INITIALS})\s*(\()([^()]{{2,80}})(\))\s*(?=[,;.]|and\b|$)"
)
_MOST_WORDS = 6  # of a full name, up to its word for an institution


def apart(text: str) -> str:
    """Return a text of the same length, with ";" where an institution ends."""
    if "(" in text:
        text = _without_people(text)
    for found in reversed(list(_JOINT.finditer(text))):
        if _parts_names(text, found.start(), found.end()):
            gap = ";".ljust(found.end() - found.start())
            text = text[: found.start()] + gap + text[found.end() :]
    return text


def _without_people(text: str) -> str:
    """Leave of people, each with an institution in parentheses, the institutions."""
    found = list(_PERSON.finditer(text))
    if len(found) < 2 or any(_has_head(each[1]) or known(each[1]) for each in found):
        return text
    for each in found:
        start, end = each.start(1), each.start(3)
        text = text[:start] + " " * (end - start - 1) + ";" + text[end:]
        text = text[: each.start(4)] + ";" + text[each.end(4) :]
    return text


def _parts_names(text: str, start: int, end: int) -> bool:
    """Tell whether full names stand on both sides, and no name holds them both."""
    left = _END.split(text[:start])[-1].strip()
    behind = _END.search(text, end)
    stop = behind.start() if behind else len(text)
    right = text[end:stop].strip()
    if not left or not right or known(f"{left} and {right}") is not None:
        return False
    return _is_full(left) and _is_full(right)


@lru_cache(maxsize=20_000)
def _is_full(phrase: str) -> bool:
    """Tell a name that can stand alone from a half: "Harvard University", "MIT"."""
    found = known(phrase)
    if found is not None:
        return True
    if _UNIVERSITY_OF.search(phrase):
        return True
    words = [word.rstrip(".") for word in _WORD.findall(phrase)]
    heads = [n for n, word in enumerate(words) if word in _heads()]
    if not heads or heads[0] > _MOST_WORDS:
        return False
    own = [word for word in words[: heads[0]] if word[0].isupper()]
    return any(word not in grammar("kind") | grammar("field") for word in own)


def _has_head(phrase: str) -> bool:
    return any(word in _heads() for word in _WORD.findall(phrase))


def _heads() -> frozenset[str]:
    return _UNIVERSITIES | {"Institute", "Polytechnic"}


_UNIVERSITIES = frozenset(
    ["University", "Univ", "Universität", "Université", "UNIVERSITY"]
)
