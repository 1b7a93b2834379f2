"""Words that stand where an affiliation should: "None declared", "Retired"."""

import re
from functools import cache

from kg.datafiles import word_rows
from kg.text.folding import fold

_PIECE = re.compile(r"[^,;|\n]+")


def without_nothing(text: str) -> str:
    """Return a text of the same length, blank where it says that there is none."""
    if says_nothing(text, alone=True):
        return " " * len(text)
    return _PIECE.sub(
        lambda found: " " * len(found[0]) if says_nothing(found[0]) else found[0], text
    )


def says_nothing(phrase: str, *, alone: bool = False) -> bool:
    """Tell whether a phrase stands for no institution; `alone`, with nothing else."""
    plain = re.sub(r"[\W_]+", " ", fold(phrase)).strip()
    exact, beginnings, only = _phrases()
    return (
        plain in exact
        or plain.startswith(beginnings)
        or (alone and (plain in only or plain.rstrip("s") in only))
    )


@cache
def _phrases() -> tuple[frozenset[str], tuple[str, ...], frozenset[str]]:
    """Return the phrases, the beginnings of others, and those that stand alone."""
    rows = word_rows("institutions/no_affiliation")
    only = frozenset(" ".join(row[1:]) for row in rows if row[0] == "=")
    others = [" ".join(row) for row in rows if row[0] != "="]
    exact = frozenset(phrase for phrase in others if not phrase.endswith("…"))
    return exact, tuple(p[:-1] for p in others if p.endswith("…")), only
