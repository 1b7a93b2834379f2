"""Titles in quotes in running text, with what is said behind: “Trees” (COLT) by Li.

Quotes hold much else, so a title is one only where the words before or the venue behind
say so.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from kg.extraction.references.authors import Span, scan_authors
from kg.extraction.references.venues import find_year, read_venue


class QuotedTitle(NamedTuple):
    """A work named by its title in quotes; `end` is where what is said of it ends."""

    title: Span
    end: int
    authors: tuple[Span, ...]
    venue: str | None
    year: int | None


# Quotes of any style, even where they do not match; fewer than eight letters are a word.
_QUOTED = re.compile(r"(?:[\"“«]|``)([^\"”»“«\n]{8,250}?)(?:[\"”»]|'')")
# A noun for a work shortly before the quote.
_WORK_BEFORE = re.compile(
    r"\b(?:papers?|works?|articles?|preprints?|manuscripts?|books?|chapters?|thesis"
    r"|study|publications?"
    r"|titled|entitled|monograph|report|survey)\b(?:\W+(?:titled|entitled|called|named"
    r"|on|with|the|title|by"
    r"|recent|of|our|and|is|are|[A-Z]\w+|et|al)){0,5}\W*$"
)
# Parentheses behind a title: "(COLT 2019)".
_DETAILS = re.compile(r"[\s,.]{0,3}[(\[]([^()\[\]\n]{2,80})[)\]]")
_BY = re.compile(r"[\s,]{0,3}(?:by|with|of)\s+")
# Words that lead to a work, or to words said: a title must look like one.
_SHOWN_BEFORE = re.compile(
    r"\b(?:show(?:ed|n|s)?|prove[dn]?|argue[ds]?|see|in|read|published|wrote|recent|cf"
    r"|from)\b(?:\s+that)?\W{0,3}$"
)
# Nouns for other things that have names in quotes.
_NO_WORK = re.compile(
    r"\b(?:talk|lecture|seminar|session|workshop|course|project|challenge|program"
    r"|programme|conference"
    r"|question|task|track|competition|group|grant|award|method|framework|dataset|model"
    r"|called|approach|system)\b\W*(?:\w+\W+){0,2}$",
    re.IGNORECASE,
)


def find_quoted_titles(text: str, start: int, end: int) -> Iterator[QuotedTitle]:
    """Yield the works that running text names by their titles in quotes.

    >>> text = "See the paper “Trees of Words” (COLT 2019) by A. Li."
    >>> [(found.venue, found.year) for found in find_quoted_titles(text, 0, len(text))]
    [('COLT', 2019)]
    """
    for match in _QUOTED.finditer(text, start, end):
        if _names_work(text, start, match):
            yield _read_title(text, match, end)


def read_details(
    text: str, position: int, end: int
) -> tuple[str | None, int | None, int]:
    """Return venue and year in the parentheses that follow, and where those end.

    >>> read_details(" (COLT 2019) by", 0, 15)
    ('COLT', 2019, 12)
    """
    match = _DETAILS.match(text, position, end)
    year = find_year(match[1]) if match else None
    if not match or not year:
        return None, None, position
    return read_venue(match[1]), year, match.end()


def _read_title(text: str, match: re.Match[str], end: int) -> QuotedTitle:
    """Read what stands behind a title: authors and venue, in either order."""
    stop = match.end()
    venue, year, stop = read_details(text, stop, end)
    authors: list[Span] = []
    if by := _BY.match(text, stop, end):
        authors, after = scan_authors(text, by.end(), end)
        stop = after if authors else stop
    if year is None:
        venue, year, stop = read_details(text, stop, end)
    lead = len(match[1]) - len(match[1].lstrip(" .,"))
    begin = match.start(1) + lead
    title = begin, begin + len(match[1].strip(" .,"))
    return QuotedTitle(title, stop, tuple(authors), venue, year)


def _names_work(text: str, start: int, match: re.Match[str]) -> bool:
    """Tell whether what stands in quotes is a paper's title."""
    title = match[1].strip(" .,")
    plain = [word for word in re.findall(r"[^\W\d_]+", title) if len(word) > 3]
    if len(title.split()) < 2 or (not title[0].isupper() and not title[0].isdigit()):
        return False
    large = sum(word[0].isupper() for word in plain)
    before = text[max(start, match.start() - 60) : match.start()]
    if _NO_WORK.search(before):
        return False
    behind = _DETAILS.match(text, match.end())
    if behind and find_year(behind[1]) and " al" not in behind[1] and len(plain) > 1:
        return True
    if _WORK_BEFORE.search(before):
        return large * 2 >= len(plain) or len(plain) >= 4
    if "(" in title or not _SHOWN_BEFORE.search(before):
        return False
    return len(title.split()) >= 5 and large == len(plain)
