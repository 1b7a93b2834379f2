"""Whom a talk or paper was made with, as its text says: "joint work with …"."""

import re

from kg.extraction.people.collaboration_phrases import (
    ASIDE,
    CERTAIN,
    FURTHER,
    POSSIBLE,
    may_name_collaborators,
)
from kg.text.names.name_sequences import walk_names
from kg.text.names.name_shapes import UPPER_LETTERS

# A word that every phrase of collaboration has; looked for first, being fast to find.
_HINT = re.compile(
    r"[Ww]ith\b|w/|[Ss]peaker|[Pp]resenter|[Jj]oint|[Aa]uthor|[Cc]ollabor"
    r"|[Cc]ontributor|[Ww]orker|[Mm]y\s|[Oo]ur\s"
    r"|[Aa]vec\b|[Mm]it\b|[Cc]o[nm]\b|obtenu|travail|travaux|WITH|JOINT"
)
_CAPITAL = re.compile(f"[{UPPER_LETTERS}]")
# A name stands behind a phrase, which takes some characters.
_SHORTEST = 2  # characters of a phrase: "w/"
# After the names nothing but others without a name, and where they work:
# "(with Ana Cruz and Bo Li at Yale)", "(with Ana Cruz and many others)".
_CLOSED = re.compile(
    r"(?:,?\s(?:and|&)\s(?:(?:many|several|some|various|other|her|his|their)\s){0,2}"
    r"(?:others|colleagues|collaborators|co-?authors|students|more)|,?\set\.?\sal\b)?"
    r"(?:\s?\([^()\n]{0,80}\))?(?:\s(?:of|at|from)\s[^.,()\n]{1,60})?"
    r"[ \t.]{0,5}(?:\)|\n|$)"
)


def find_collaborators(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the places of the collaborators named between `start` and `end`.

    Behind a phrase that is certain ("joint work with") a surname alone will do;
    behind one that is possible ("together with") names must be full.

    >>> text = "Joint work with Cruz and Bo Li."
    >>> [text[start:end] for start, end in find_collaborators(text, 0, len(text))]
    ['Cruz', 'Bo Li']
    """
    # The name behind the phrase has a capital.
    if not _CAPITAL.search(text, start + _SHORTEST, end):
        return []
    if not (may_name_collaborators(text[start:end]) and _HINT.search(text, start, end)):
        return []
    found: set[tuple[int, int]] = set()
    for match in CERTAIN.finditer(text, start, end):
        found.update(_names_behind(text, match, end, certain=True))
    patterns = (POSSIBLE, FURTHER) if found else (POSSIBLE,)
    for pattern in patterns:
        for match in pattern.finditer(text, start, end):
            found.update(_names_behind(text, match, end, certain=False))
    for match in ASIDE.finditer(text, start, end):
        names = walk_names(text, match.end(), end)
        if names and _CLOSED.match(text, names[-1][1], end):
            found.update(names)
    return sorted(found)


def names_collaborators(text: str, start: int, end: int) -> bool:
    """Tell whether a passage names people that the work was made with.

    >>> names_collaborators("We work with large graphs.", 0, 26)
    False
    """
    return bool(find_collaborators(text, start, end))


def _names_behind(
    text: str, match: re.Match[str], end: int, *, certain: bool
) -> list[tuple[int, int]]:
    """Return the names behind a phrase; behind a colon also on lines of their own."""
    lines = match[0].endswith(":")
    return walk_names(text, match.end(), end, singles=certain, lines=lines)
