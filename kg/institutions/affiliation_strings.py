"""A raw affiliation string cut into institutions.

"Dept. of CS, Univ. of Illinois at Urbana–Champaign, USA & Google Brain; MIT" names
three. Departments, addresses and countries fall away; an institute or laboratory does
too where the university that it belongs to stands beside it.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from kg.institutions.candidates import Candidate, find_candidates
from kg.institutions.institution_normal_form import institution_name
from kg.institutions.table import known
from kg.text.places import is_place

_SEGMENT_END = re.compile(
    r"\s*[;|\n]\s*|\s*\+\s*|\s+/\s+|\s+(?:&|and)\s+(?=the\s|[A-Z])"
)
_PIECE = re.compile(r"[^,]+")
_PART = re.compile(
    r"\b(?:dep(?:artmen)?ts?|department|departamento|dipartimento|département|faculty|facult[éà]"
    r"|fakultät|school|division|div|section|unit|group|program(?:me)?|chair|college\sof"
    r"|team|lehrstuhl|ufr|supported|funded|author|work|correspond\w*|e-?mail|tel|fax"
    r"|address|street|avenue|road|ave|rue|p\.?o|box|building|floor|campus|cedex|student"
    r"|professor|postdoc|phd)\b|@|https?:|\d{3,}|^\W*\d",
    re.IGNORECASE,
)
_LONGEST = 2_000
_SUBORDINATE = re.compile(
    r"\b(?:Institut\w*|Cent(?:er|re)s?|Lab(?:oratory|oratories|s)?|Clinic|Hospital|School"
    r"|College|Unit|Group|Observatory|Klinik|Istituto)\b"
)
_OVER = re.compile(r"\b(?:Universi\w+|Univ|Institute\sof\sTechnology|Academy)\b")


def cut_affiliations(raw: str) -> tuple[Candidate, ...]:
    """Find the institutions that one raw affiliation string names, by place.

    No affiliation is longer than some hundred characters; of a longer string only the
    beginning is read.
    """
    return _cut(raw[:_LONGEST])


@lru_cache(maxsize=20_000)  # colleagues write the same, in one paper and in many
def _cut(raw: str) -> tuple[Candidate, ...]:
    names = find_candidates(raw, 0, len(raw))
    segments = list(_segments(raw, names))
    first: dict[str, Candidate] = {}
    for start, end in segments:
        inside = names if len(segments) == 1 else find_candidates(raw, start, end)
        for candidate in _without_parts(_named(raw, start, end, inside)):
            first.setdefault(candidate.name, candidate)
    return tuple(first.values())


def _segments(raw: str, names: Sequence[Candidate]) -> Iterator[tuple[int, int]]:
    """Cut at ; + | and at "and" or "&" outside of names."""
    start = 0
    for match in _SEGMENT_END.finditer(raw):
        inside = any(c.start < match.start() and match.end() < c.end for c in names)
        loose = match[0].strip() not in ("&", "and")
        before = any(start <= c.start and c.end <= match.start() for c in names)
        begins = any(0 <= c.start - match.end() <= len("the ") for c in names)
        if not inside and (loose or (before and begins)):
            yield start, match.start()
            start = match.end()
    yield start, len(raw)


def _named(
    raw: str, start: int, end: int, candidates: Sequence[Candidate]
) -> list[Candidate]:
    """Give a segment's candidates; else the first piece that may be an organisation."""
    found = [c for c in candidates if c.sure or _stands_alone(raw, start, end, c)]
    sure = min((c.start for c in found if c.sure), default=end)
    found = [
        c
        for c in found
        if c.sure
        or raw[c.start : c.end] == raw[start:end].strip()
        or (c.start < sure and not is_place(raw[c.start : c.end]))
        or (raw[c.start : c.end].isupper() and len(raw[c.start : c.end]) > 2)
    ]
    if found:
        return found
    for match in _PIECE.finditer(raw, start, end):
        surface = match[0].strip(" \t.*†‡§()")
        begin = match.start() + match[0].find(surface) if surface else 0
        if may_be_organisation(surface):
            name = institution_name(surface)
            return [Candidate(begin, begin + len(surface), name, sure=False)]
    return []


def _stands_alone(raw: str, start: int, end: int, candidate: Candidate) -> bool:
    """Tell whether a short name fills its piece ("MIT", "Google, USA", "(KAIST)")."""
    before = raw[start : candidate.start].rstrip(" \t")
    after = raw[candidate.end : end].lstrip(" \t")
    if not raw[candidate.start : candidate.end].isupper() and "," in before:
        pieces = (piece.strip() for piece in before.split(","))
        if any(may_be_organisation(piece) for piece in pieces):
            return False  # a city: "Syreon, Alexandria"
    opened = not before or before[-1] in ",(-–/:&" or not before[-1].isalpha()
    closed = not after or after[0] in ",.)-–/*†‡§&" or not after[0].isalpha()
    spoken = re.search(r"\b(?:at|of|in|with|from|the)$", before) is not None
    beside = (known(candidate.name) is not None) and raw[candidate.start].isupper()
    return (opened or spoken or beside) and (closed or beside)


def may_be_organisation(surface: str) -> bool:
    """Tell whether an unknown phrase may name an organisation."""
    if not 2 <= len(surface) <= 80 or not surface[0].isupper() or _PART.search(surface):
        return False
    return not is_place(surface) and surface.count(" ") <= 6


def _without_parts(found: list[Candidate]) -> list[Candidate]:
    """Drop institutes and laboratories beside the university that they are part of."""
    universities = [c for c in found if _OVER.search(c.name) or known(c.name)]
    kept: list[Candidate] = []
    for candidate in found:
        part = _SUBORDINATE.search(candidate.name) and candidate not in universities
        if part and universities and known(candidate.name) is None:
            continue
        kept.append(candidate)
    return kept
