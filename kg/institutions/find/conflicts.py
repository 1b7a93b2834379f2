"""People proposed where an institution stands: "University of Tartu" has no Mr Tartu.

A name inside an institution's name is none of a person. A lone word that is as well the
short name of an institution ("McGill", "Purdue") is read by what stands before it.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence

from kg.institutions.candidates import Candidate
from kg.institutions.table import known
from kg.records import Mention
from kg.text.places import is_place

# Behind these somebody works, whatever the name looks like.
_PLACE_BEFORE = re.compile(
    r"(?:\b(?:at|from|joined|joining|visited|left)\s(?:the\s)?|@\s?)$", re.IGNORECASE
)
# A parenthesis just opened, or a degree: "(now at Duke)", "PhD, Duke".
_ASIDE_BEFORE = re.compile(
    r"[(\[](?:(?:now|formerly|previously|currently)?\s?(?:at|from)\s)?$|"
    r"\b(?:[Pp][Hh]\.?\s?[Dd]\.?|[MBD]\.?\s?[SAE]c?\.?|[Dd]egree|[Pp]ostdoc)[,:]?\s$"
)
# The list goes on: "MIT and Duke". A person may be listed as well, so that
# only names of the table are read as institutions here.
_LISTED_BEFORE = re.compile(r"(?:,|/|&|\band|\bor|\bthen|\blater)\s$|[/–-]$")
# "Purdue et al.", "Duke and Smith (2019)", "(Brown, 2019)"
_CITED_BEHIND = re.compile(r"\s(?:et\sal|and\s[A-Z]\w+,?\s[(\d])|,?\s\(?(?:19|20)\d\d")


def without_rivals(
    text: str, people: Sequence[Mention], candidates: Iterable[Candidate]
) -> list[Mention]:
    """Give the people whose names do not lie in an institution's.

    Args:
        text: the document's text.
        people: those of the text, by place.
        candidates: what may name an institution, sure or not.
    """
    starts = [person.start for person in people]
    lost: set[Mention] = set()
    for candidate in candidates:
        first = bisect_left(starts, candidate.start)
        for person in people[first : bisect_left(starts, candidate.end)]:
            if person.end <= candidate.end and _outdoes_person(text, candidate, person):
                lost.add(person)
    kept = [person for person in people if person not in lost]
    return [p for p in kept if not _works_there(text, p)]


def _outdoes_person(text: str, candidate: Candidate, person: Mention) -> bool:
    """Tell whether an institution's name outdoes a person's that lies within it.

    Two names side by side stay two. Where both are the same words, what stands before them
    decides, unless no person is called so ("University of Kano").
    """
    whole = text[candidate.start : candidate.end]
    if known(whole) is None and candidate.start == person.start:
        # "Ada Holm University of Oslo" is two names; "Curie Institute" is one.
        return " " not in person.surface and person.end < candidate.end
    if " " in person.surface and text[person.start - 1 : person.start] == "\n":
        return known(whole) is not None  # a line of its own
    if person.end - person.start == candidate.end - candidate.start:
        if " " in whole and not is_place(whole):
            return candidate.sure
        return _is_placed(text, candidate.start, candidate.end)
    return candidate.sure or known(whole) is not None


def _works_there(text: str, person: Mention) -> bool:
    """Tell whether a lone word that no table has stands where a place of work must."""
    if " " in person.surface or person.role == "cited":
        return False
    before = text[max(0, person.start - 12) : person.start]
    return _PLACE_BEFORE.search(before) is not None


def _is_placed(text: str, start: int, end: int) -> bool:
    """Tell whether a short name of the table stands where an institution may."""
    if _CITED_BEHIND.match(text, end):
        return False
    before = text[max(0, start - 30) : start]
    return any(
        sign.search(before) for sign in (_PLACE_BEFORE, _ASIDE_BEFORE, _LISTED_BEFORE)
    )
