"""Everything in a stretch of text that may name an institution.

A candidate is sure where the words alone say it ("University of Bonn"); others
("Columbia", "USC") need words around them that do.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from kg.institutions.gazetteer import us_states
from kg.institutions.generic_names import is_generic
from kg.institutions.grammar import grammar
from kg.institutions.institution_normal_form import institution_name
from kg.institutions.lookup import find_named, may_name
from kg.institutions.patterns import find_shapes, may_have_shape
from kg.institutions.table import known
from kg.records import InstitutionFacts
from kg.text.span_mask import SpanMask
from kg.text.words import spellings_of, words_of


class Candidate(NamedTuple):
    """A stretch that may name an institution, with the normal name it would have.

    `facts` are those that the words around it tell of the institution, if any.
    """

    start: int
    end: int
    name: str
    sure: bool
    facts: InstitutionFacts | None = None


# Behind a short name, these make it the name of something else: "Caltech-101", "Google
# Translate", "Stanford parser", "Oxford University Press".
_THING_BEHIND = re.compile(
    r"-\w|['’]?s?\s(?:Press|Journal|Proceedings|Test|Scale|Index|Questionnaire|Inventory)\b"
    r"|['’]?s?\s(?:[A-Z][\w.]{0,20}\s){0,2}(?:Award|Prize|Medal|Scholarship|Fellowship)\b"
)
_SHORT_THING_BEHIND = re.compile(
    r"\s(?:[A-Z][a-z0-9]|[A-Z]{2}|(?:data|datasets?|data\ssets?|corpus|corpora|benchmarks?"
    r"|parser|tagger|toolkit|challenge|translate|search|reviews?|queries|logs|model|n-grams?"
    r"|images?|videos?|news|books|posts?|tweets?|users?|traffic|products?|stock|movie"
    r"|dependenc(?:y|ies)|collection|repository|treebank|algorithm|system|problem|graph)\b)"
)
# In front of it, these say that it gives money or honours, or is a learned society; a
# "research fellow" works there, though.
_GIVER = re.compile(
    r"\b(?:(?<!research\s)(?<!postdoctoral\s)(?<!postdoc\s)(?<!visiting\s)(?<!junior\s)"
    r"(?<!senior\s)fellow|award|prize|medal|grants?|fellowships?|scholarships?|funded|supported"
    r"|sponsored|funding|support)"
    r"(?:\s(?:of|by|from|in\spart\sby|was|is))*(?:\sthe)?(?:\s[A-Z]{2,5}\s(?:and|grant|award))?\s$",
    re.IGNORECASE,
)
# "… has also funded this work", "the Agency (MRA) supports"
_GIVES = re.compile(
    r"\s(?:\([^()\n]{2,30}\)\s)?(?:(?:has|have|had|also|generously|which|that)\s)*"
    r"(?:fund|support|sponsor|award|financ)(?:s|ed|ing)\b"
)
_COPYRIGHT = re.compile(
    r"(?:\(c\)|©|copyright)[\s\d,-]*(?:by )?(?:the )?$", re.IGNORECASE
)
# Learned societies have members and fellows, who work elsewhere.
_SOCIETY = re.compile(
    r"\b(?:Society|Association|Union|Academy|Academia|Federation|Council|Foundation|Board"
    r"|Committee|Institution\sof|Royal)\b"
)
_HONOURED = re.compile(
    r"\b(?:members?|fellows?|(?:vice-?\s?)?president|chair(?:man|woman)?|secretary|editor"
    r"|treasurer|elected|correspondent|honou?r\w*|medal\w*|prizes?|awards?|lecturer\sof)\b"
    r"[^;\n]{0,120}\b(?:of|from|by|to|and)\s(?:the\s)?$|\belected\sto\s(?:the\s)?$",
    re.IGNORECASE,
)
_INSIDE_WORD = re.compile(r"[@#_-]$|(?:://|www\.|\w\.[a-z])\S{0,80}/$")
_COMPANY = re.compile(r"\b(?:Inc|Ltd|LLC|Corp|GmbH)\.?$")  # a maker or publisher too
# "Kentucky Valley Cooperative" is not the University of Kentucky, nor is "Charles H. Dyson"
# or "N. Charles St." Charles University.
_LONGER_NAME = re.compile(
    r"\s[A-Z][a-z]+\s[A-Z]|\s[A-Z]\.\s[A-Z]|\s(?:St|Street|Ave|Avenue|Rd|Road|Blvd|Dr|Drive)\b"
)
# What stands around a university where commas are missing: a room in front of it, its
# city with a state behind it: "FT-lO University of Washington Seattle WA".
_ROOM = re.compile(
    r"(?:(?=[\w-]*(?:\d|[a-z][A-Z]|-))[\w-]+|.*\b(?:Hall|Building|Bldg|Tower))"
)
_CITY_AND_STATE = re.compile(r"[ ,]+(?:[A-Z][\w.]+ ){0,3}(?P<state>[A-Z]{2})")
# A part, or its code, in front of a university's name.
_UNIT = re.compile(
    r"\b(?:Department|Dipartimento|Departamento|Département|Faculty|School|Cluster|Lab"
    r"|Laboratory|Institute?|Istituto|Center|Centre|Engineering|Group)\b|^[A-Z]{3,}\d?$"
)
# "Dept. of" before a name whose first words are then the field.
_UNIT_BEFORE = re.compile(
    r"\b(?:Dep(?:artmen)?t\.?|School|College|Faculty|Fakult[aä]e?t|Institut) "
    r"(?:of|f(?:ü|u|ue)r) (?:the )?$",
    re.IGNORECASE,
)
# Links from a part to the whole that the table has.
_PART_OF = re.compile(r"\s(?:of|at|in)\s(?:the\s)?$|,\s$|\s[-–—]\s$")


def find_candidates(text: str, start: int, end: int) -> list[Candidate]:
    """Find the candidates of `text[start:end]`, without overlap, by place.

    Of two that overlap the longer one stays, but a name that the table has is not lost
    in a longer phrase that only goes on to it ("the Robotics Institute of Inria").

    Example:
        >>> text = "Columbia and the University of Oslo, funded by MIT"
        >>> [(found.name, found.sure) for found in find_candidates(text, 0, 50)]
        [('Columbia University', False), ('University of Oslo', True)]
    """
    # Most abstracts have no word that a candidate could be found by.
    seen = spellings_of(text, start, end)
    if not (may_name(seen) or may_have_shape(seen)):
        return []
    return candidates_of_affiliation(text, start, end)


def candidates_of_affiliation(text: str, start: int, end: int) -> list[Candidate]:
    """Find the candidates where most likely there are some; as `find_candidates`."""
    words = words_of(text, start, end)
    named = [
        Candidate(n.start, n.end, n.known.name, not n.known.ambiguous)
        for n in find_named(text, words)
    ]
    shaped = [
        piece
        for bounds in find_shapes(text, words)
        for piece in _cut_before_known_name(text, *bounds, named)
    ]
    if not (named or shaped):
        return []
    taken = SpanMask(start, end)
    ranked = sorted(
        [*named, *shaped], key=lambda c: (c.start - c.end, not c.sure, c.start)
    )
    found = [c for c in ranked if taken.add(c.start, c.end)]
    return sorted((c for c in found if not _is_something_else(text, c)), key=_start)


def _cut_before_known_name(
    text: str, start: int, end: int, named: list[Candidate]
) -> Iterator[Candidate]:
    """Cut a shape before a name of the table that it leads to."""
    first = bisect_right(named, start, key=_start)
    for inner in named[first : bisect_left(named, end, key=_start)]:
        if start < inner.start < end <= inner.end:
            link = _PART_OF.search(text, start, inner.start)
            whole = known(text[start:end])
            if link and whole is None and " " in text[start : link.start()]:
                end = link.start()
    surface = text[start:end]
    found = known(surface)
    if found is None and _UNIT_BEFORE.search(text, max(0, start - 30), start):
        start = _without_field(text, start, end)
        surface = text[start:end]
    if found is None and (
        _known_parts(surface)
        or _has_known_behind(text, start, end, named)
        or _has_owner(surface)
        or _begins_with_unit(text, start, end, named)
        or _has_address_around(text, start, end, named)
    ):
        return
    # "IIT Madras" is sure by its shape, "U Washington" only by the table.
    sure = not _COMPANY.search(surface) if found is None else not found.ambiguous
    yield Candidate(start, end, institution_name(surface), sure)


def _without_field(text: str, start: int, end: int) -> int:
    """Return where a name begins behind a department's: "of Physics Oslo University"."""
    for word in words_of(text, start, end):
        head = word.start > start and word.text in grammar("institute")
        if head or (not is_generic(word.text) and word.text not in ("and", "&")):
            return word.start
    return start


def _begins_with_unit(text: str, start: int, end: int, named: list[Candidate]) -> bool:
    """Tell a university with a part in front of it: "Computer Science Oslo University"."""
    first = bisect_right(named, start, key=_start)
    for inner in named[first : bisect_left(named, end, key=_start)]:
        front = text[start : inner.start].strip(" ,")
        if inner.end >= end and inner.sure and " " in text[inner.start : inner.end]:
            return is_generic(front) or _UNIT.search(front) is not None
    return False


def _has_address_around(
    text: str, start: int, end: int, named: list[Candidate]
) -> bool:
    """Tell a name of the table that only a room, or city and state, stand around."""
    first = bisect_left(named, start, key=_start)
    for inner in named[first : bisect_left(named, end, key=_start)]:
        front, rest = text[start : inner.start].strip(), text[inner.end : end]
        place = _CITY_AND_STATE.fullmatch(rest)
        there = place is not None and place["state"] in us_states()
        if inner.sure and (not rest or there) and (not front or _ROOM.fullmatch(front)):
            return " " in text[inner.start : inner.end]
    return False


def _has_known_behind(text: str, start: int, end: int, named: list[Candidate]) -> bool:
    """Tell two names of the table, one behind the other: "Univ Antwerp Imec"."""
    for inner in named[bisect_left(named, start, key=_start) :]:
        if inner.start > start:
            break
        return inner.end < end and known(text[inner.end : end].strip()) is not None
    return False


def _has_owner(surface: str) -> bool:
    """Tell what belongs to a name of the table: "Stanford's AI Lab"."""
    owner = re.split(r"['’]s ", surface, maxsplit=1)
    return len(owner) > 1 and known(owner[0]) is not None


def _known_parts(surface: str) -> bool:
    """Tell whether a dash joins two names that the table has each: "INRIA–Sapienza"."""
    parts = re.split(r"\s?[–—/]\s?", surface)
    return len(parts) == 2 and all(known(part) is not None for part in parts)


def _is_something_else(text: str, candidate: Candidate) -> bool:
    """Tell what only looks like an institution, by the words on both sides.

    A dataset or a prize called after it, an address, who gave money or honours.
    """
    start, end = candidate.start, candidate.end
    short = " " not in text[start:end]
    before = text[start - 1 : start]
    if (
        before
        and before in "@#_-/\n"
        and _INSIDE_WORD.search(text, max(0, start - 80), start)
    ):
        return True
    if _THING_BEHIND.match(text, end) or text[end : end + 1] in ("_", "@"):
        return True
    if short and candidate.sure and _SHORT_THING_BEHIND.match(text, end):
        return True
    lower = not candidate.sure and not text[start:end].isupper()
    if lower and _LONGER_NAME.match(text, end):
        return True
    if _GIVES.match(text, end) or _COPYRIGHT.search(text, max(0, start - 30), start):
        return True
    if _SOCIETY.search(text, start, end):
        sentence = re.split(r"[a-z]{3}[.!?]\s", text[max(0, start - 160) : start])[-1]
        if _HONOURED.search(sentence):
            return True
    return bool(_GIVER.search(text, max(0, start - 60), start))


def _start(candidate: Candidate) -> int:
    return candidate.start
