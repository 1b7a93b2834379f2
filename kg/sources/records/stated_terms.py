"""The keywords and subject headings of a record → one term each, without signs of an index.

Exports write a list as one string, and mark headings: "*Neoplasms/therapy" is Neoplasms,
whose therapy is the main topic.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from kg.datafiles import word_rows
from kg.records import SubjectHeading
from kg.sources.records.fields import split_keywords
from kg.sources.records.stated_texts import is_empty_text
from kg.text.folding import fold
from kg.text.markup import strip_markup

_LABEL = re.compile(
    r"(?:(?<!\s)\s++)?(?:key\s?-?words?(?:\sand\sphrases)?"
    r"|index\sterms|subject(?:s|\sheadings)?)\s?[:—–-]\s*+",
    re.IGNORECASE,
)
_LIST_SIGN = re.compile(r"[;；、·•|]")
_FEWEST_OF_LIST = 3  # commas of one string that can be no single term
_LONGEST = 150  # characters: longer ones are sentences
_QUALIFIER = re.compile(r"\s?/\s?\*?[a-z][a-z ,&-]{2,60}")
# Embase marks keywords, too: "*night work/ae [Adverse Effect]".
_EMTREE_SIGNS = re.compile(r"\A\*|\s?/\s?[a-z]{2}\s\[[^\[\]]{3,40}\]")
# Of one comma, behind which stands what narrows the term: "Diabetes Mellitus, Type 2".
_INVERTED = re.compile(r"([^,]+), ([^,]+)")
_MEDICAL = ("mesh", "medical subject headings", "emtree")


def stated_keywords(values: Iterable[str]) -> tuple[str, ...]:
    """Return the authors' keywords, one each and each once, in order.

    >>> stated_keywords(["Keywords: wind; *mills/ae [Adverse Effect]", "Wind", "n/a"])
    ('wind', 'mills')
    """
    found: dict[str, str] = {}
    for value in values:
        text = _LABEL.sub("", strip_markup(value), count=1)
        for marked in _split(text):
            word = _EMTREE_SIGNS.sub("", marked).strip()
            if len(word) <= _LONGEST and not is_empty_text(word):
                found.setdefault(word.casefold(), word)
    return tuple(found.values())


def stated_subjects(headings: Iterable[SubjectHeading]) -> tuple[SubjectHeading, ...]:
    """Return the headings of an index, each term once, without qualifiers and stars.

    A star marks the main topics of a record: they get the score 1. Tags that an index
    gives to every other record ("Humans", "Computer Science") are left out, for they tell
    nobody what a work is about.

    >>> terms = ["*Neoplasms/therapy", "Humans"]
    >>> stated_subjects([SubjectHeading("mesh", term) for term in terms])
    (SubjectHeading(vocabulary='mesh', term='Neoplasms', score=1.0),)
    """
    found: dict[str, SubjectHeading] = {}
    for heading in headings:
        for term in _split(strip_markup(heading.term)):
            made = _heading(heading, term)
            if is_empty_text(made.term) or is_check_tag(made.term):
                continue
            key = made.term.casefold()
            best = found.get(key)
            if best is None or (made.score or 0) > (best.score or 0):
                found[key] = made
    return tuple(found.values())


def is_check_tag(term: str) -> bool:
    """Tell whether a heading is one that says nothing of a work's own topic.

    >>> is_check_tag("Middle Aged"), is_check_tag("Aged Wood")
    (True, False)
    """
    return tuple(fold(term).split()) in _check_tags()


@cache
def _check_tags() -> frozenset[tuple[str, ...]]:
    return frozenset(word_rows("terms/check_tags"))


def _split(text: str) -> Iterator[str]:
    """Yield the terms of a string: of a list, or the one that it is."""
    if _LIST_SIGN.search(text):
        parts = _LIST_SIGN.split(text)
    elif text.count(",") >= _FEWEST_OF_LIST:
        parts = list(split_keywords(text))
    else:
        parts = [text]
    stripped = (" ".join(part.split()).strip(" .,;:") for part in parts)
    return (part for part in stripped if part)


def _heading(heading: SubjectHeading, term: str) -> SubjectHeading:
    """Return one heading without the signs of its vocabulary."""
    if heading.vocabulary.casefold() not in _MEDICAL:
        return heading._replace(term=term.strip("* "))
    bare = _QUALIFIER.sub("", term).replace("*", "").strip()
    turned = _INVERTED.fullmatch(bare)
    score = 1.0 if "*" in term else heading.score
    return heading._replace(
        term=f"{turned[2]} {turned[1]}" if turned else bare, score=score
    )
