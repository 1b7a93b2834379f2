"""The names of institutions in a raw affiliation string, by our table and by their form.

"Dept. of CS, Univ. of Illinois at Urbana–Champaign, USA & Google Brain; MIT" names
three. Departments, addresses and countries fall away; an institute or laboratory does
too where the university that it belongs to stands beside it.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from kg.institutions.abbreviation_expansion import Written, write_out
from kg.institutions.address_pieces import (
    Piece,
    first_of_address,
    may_be_organisation,
    may_begin_address,
    pieces_of,
    segments_of,
    without_acronym,
)
from kg.institutions.candidates import Candidate, candidates_of_affiliation
from kg.institutions.generic_names import is_generic
from kg.institutions.institution_normal_form import institution_name
from kg.institutions.lookup import has_longer
from kg.institutions.named_parts import (
    without_cities,
    without_generic,
    without_parts,
    without_second,
)
from kg.institutions.ror.cleaning import clean_affiliation
from kg.institutions.table import known
from kg.text.places import is_place

# Characters; real affiliations have at most a few hundred, data without line ends more.
_LONGEST = 2_000
# A laboratory of a field, "Laboratory for Tides", is a part of somebody unnamed.
_LABORATORY_OF = re.compile(r"(?:Laborator\w+|Labs?|Laboratoire) (?:of|for|de|d['’])")
# In "DEPT. OF FOG" capitals are no acronym.
_UNIT_OF = re.compile(
    r"\b(?:Dep(?:artmen)?t|School|Faculty|Division)s?\.? of (?:the )?$"
)
_JOINED = re.compile(r"\s+(?:&|and)\s")
# Postal codes and states beside the city that tells a campus.
_NUMBERS = re.compile(r"\b\w*\d[\w-]*|\b[A-Z]{2}$")
# "Institute for Tides" + " and Fog": a name that was cut at its "and".
_GOES_ON = re.compile(
    r"-? (?:of|for|in|on|and|&) (?!Dep(?:artmen)?t|School|Faculty|Division)[A-ZÀ-Þt][^()\d]{2,80}"
)
# "University of Volda 2"
_NUMBER = re.compile(r" (?:1?\d|[IVX]{1,4})(?=\s*(?:[,;]|$))")
_ROMAN = re.compile(r" [IVX]{1,4}(?=\s*(?:[,;]|$))")
# "Nippon Telegraph and Telephone Corporation"
_FIRM = re.compile(r" (?:Corporation|Company|Corp|Co|Group|Ltd|Inc|Industries)\.?$")
_BEGINS_BEFORE = re.compile(r"(?:[A-ZÀ-Þ][\w'’-]+ ){1,3}(?:and|&) ")
# "… Centre for Security, Reliability and Trust"
_LISTED = re.compile(
    r"(?:, [A-Z][a-z]+){1,3},? (?:and|&) [A-Z][a-z]+(?=\s*(?:[,;(]|$))"
)
_FIELD = re.compile(r" (?:for|of) [A-Z][a-z]+$")
# "Fraunhofer Institute FIRST"
_OF_SERIES = re.compile(
    r"^(?:Fraunhofer|Max Planck|Leibniz|Helmholtz) (?:Institute|Cent\w+)$"
)
# A university's hospital is not the university.
_HOSPITAL = re.compile(r"\b(?:Hospital|Clinics?|Medical\sCenter)\b")


def names_in_affiliation(raw: str) -> tuple[Candidate, ...]:
    """Find the institutions that one raw affiliation string names, by place.

    No affiliation is longer than some hundred characters; of a longer string only the
    beginning is read. `raw[start:end]` is what names each.

    >>> [each.name for each in names_in_affiliation("1Dept CS, Warsaw Univ Technol")]
    ['Warsaw University of Technology']
    """
    return names_in_cleaned(clean_affiliation(raw[:_LONGEST]))


@lru_cache(maxsize=20_000)  # colleagues write the same, in one paper and in many
def names_in_cleaned(text: str) -> tuple[Candidate, ...]:
    """Return the same of a string that `clean_affiliation` has gone over."""
    written = write_out(text)
    text = written.text
    named = candidates_of_affiliation(text, 0, len(text))
    segments = list(segments_of(text, named, at_and=not written.by_database))
    found: list[Candidate] = []
    joined: list[Candidate] = []
    for start, end in segments:
        inside = (
            named if len(segments) == 1 else candidates_of_affiliation(text, start, end)
        )
        own = _of_segment(written, Piece(start, end), inside)
        joined = without_parts([*joined, *own], over=own)
        if not _JOINED.match(text, end):
            found += joined
            joined = []
    found += joined
    first: dict[str, Candidate] = {}
    for candidate in without_second(without_generic(found)):
        first.setdefault(candidate.name, _in_raw(written, candidate))
    return tuple(first.values())


def _in_raw(written: Written, candidate: Candidate) -> Candidate:
    """Return a candidate with its place in the string as it was given."""
    start, end = written.offsets[candidate.start], written.offsets[candidate.end]
    if (start, end) == (candidate.start, candidate.end):
        return candidate
    return candidate._replace(start=start, end=end)


def _of_segment(
    written: Written, segment: Piece, candidates: Sequence[Candidate]
) -> list[Candidate]:
    """Return what a segment names; else the first piece that may be an organisation."""
    text, (start, end) = written.text, segment
    pieces = pieces_of(text, start, end)
    loose = written.by_database
    found = [_without_acronym(text, c, any_letters=loose) for c in candidates]
    found = [c for c in found if c.sure or _stands_alone(text, start, end, c)]
    found = [_of_campus(text, pieces, c) for c in found]
    found = [c for c in found if not _is_part(text, c)]
    found = list(_confirmed(text, pieces, found))
    found = [_to_end_of_piece(text, pieces, c) for c in found]
    found = [_from_start_of_piece(text, pieces, c) for c in found]
    found = without_cities(text, found)
    if written.by_database:
        return _with_first_piece(text, pieces, found)
    alone = None if found else first_of_address(text, pieces)
    if alone is None:
        return found
    surface = text[alone.start : alone.end]
    return [Candidate(*alone, institution_name(surface), sure=False)]


def _is_part(text: str, candidate: Candidate) -> bool:
    """Tell what only an institution's part is called: "AI Lab", "Dept. of IESE"."""
    if is_generic(candidate.name):
        return True
    if text[candidate.start : candidate.end].isupper():
        return _UNIT_OF.search(text, 0, candidate.start) is not None
    lab = _LABORATORY_OF.match(candidate.name)
    return lab is not None and known(candidate.name) is None


def _confirmed(
    text: str, pieces: Sequence[Piece], found: Sequence[Candidate]
) -> Iterator[Candidate]:
    """Yield the sure names, and of the others those that a sure one leaves room for."""
    sure = min((c.start for c in found if c.sure), default=len(text))
    for each in found:
        surface = text[each.start : each.end]
        whole = len(pieces) == 1 and (each.start, each.end) == tuple(pieces[0])
        before = each.start < sure and not is_place(surface)
        short = surface.isupper() and len(surface) > 2
        owner = text[each.end : each.end + 2] in ("'s", "’s")
        if each.sure or whole or before or short or owner:
            yield each


def _with_first_piece(
    text: str, pieces: Sequence[Piece], found: list[Candidate]
) -> list[Candidate]:
    """Put the first piece in, for databases begin an address with the organisation.

    What else they name is a part of it, unless our table has it.
    """
    first = next(iter(pieces), None)
    if first is None or not may_begin_address(text[first.start : first.end]):
        return found
    inside = [c for c in found if c.start < first.end]
    others = [c for c in found if c.start >= first.end and _is_meant(text, pieces, c)]
    if any(_fills(text, c, first) for c in inside):
        return [*inside, *others]
    start, end = without_acronym(text, first, any_letters=True)
    name = institution_name(text[start:end])
    whole = _of_campus(text, pieces, Candidate(start, end, name, sure=True))
    return [whole, *others]


def _is_meant(text: str, pieces: Sequence[Piece], candidate: Candidate) -> bool:
    """Tell a name of our table from a word of a department: "Fac Engn & IT"."""
    alone = any(p.start == candidate.start and p.end <= candidate.end for p in pieces)
    acronym = alone and text[candidate.start : candidate.end].isupper()
    return known(candidate.name) is not None and (candidate.sure or acronym)


def _without_acronym(
    text: str, candidate: Candidate, *, any_letters: bool
) -> Candidate:
    """Leave the acronym out that an unknown name ends with."""
    if known(candidate.name) is not None:
        return candidate
    place = Piece(candidate.start, candidate.end)
    start, end = without_acronym(text, place, any_letters=any_letters)
    if end == candidate.end:
        return candidate
    return candidate._replace(end=end, name=institution_name(text[start:end]))


def _of_campus(text: str, pieces: Sequence[Piece], candidate: Candidate) -> Candidate:
    """Name the campus that the city tells: "Indian Inst Technol, Dept CSE, Roorkee"."""
    if not has_longer(candidate.name):
        return candidate
    for piece in pieces:
        if piece.start >= candidate.end:
            city = _NUMBERS.sub("", text[piece.start : piece.end]).strip()
            row = known(f"{candidate.name}, {city}") if city else None
            if row is not None and not row.ambiguous:
                return candidate._replace(name=row.name, sure=True)
    return candidate


def _to_end_of_piece(
    text: str, pieces: Sequence[Piece], candidate: Candidate
) -> Candidate:
    """Let an unknown name go on to the comma: "… Centre for Research in the Arts"."""
    piece = next((p for p in pieces if p.start <= candidate.start < p.end), None)
    if piece is None or known(candidate.name):
        return candidate
    listed = _LISTED.match(text, candidate.end)
    if listed and _FIELD.search(candidate.name):
        end = listed.end()
    elif _GOES_ON.match(text, candidate.end, piece.end):
        end = piece.end
    elif number := (_ROMAN if " of " not in candidate.name else _NUMBER).match(
        text, candidate.end
    ):
        end = number.end()
    elif _OF_SERIES.search(candidate.name):
        end = candidate.end + len(
            text[candidate.end : piece.end].split("(")[0].rstrip()
        )
    else:
        return candidate
    name = institution_name(text[candidate.start : end])
    return candidate._replace(end=end, name=name)


def _from_start_of_piece(
    text: str, pieces: Sequence[Piece], candidate: Candidate
) -> Candidate:
    """Let an unknown company begin where its piece does, before an "and"."""
    start = next((p.start for p in pieces if p.start < candidate.start < p.end), None)
    if start is None or known(candidate.name):
        return candidate
    front = text[start : candidate.start]
    if not (_FIRM.search(candidate.name) and _BEGINS_BEFORE.fullmatch(front)):
        return candidate
    name = institution_name(text[start : candidate.end])
    return candidate._replace(start=start, name=name)


def _fills(text: str, candidate: Candidate, piece: Piece) -> bool:
    """Tell whether a name leaves nothing of a piece but a place or an acronym."""
    if known(candidate.name) is None:
        return candidate.start == piece.start and candidate.end >= piece.end
    before, rest = text[piece.start : candidate.start], text[candidate.end : piece.end]
    return (not before or before.strip().isupper()) and not _HOSPITAL.search(rest)


def _stands_alone(text: str, start: int, end: int, candidate: Candidate) -> bool:
    """Tell whether a short name fills its piece ("MIT", "Google, USA", "(KAIST)")."""
    before = text[start : candidate.start].rstrip(" \t")
    after = text[candidate.end : end].lstrip(" \t")
    if not text[candidate.start : candidate.end].isupper() and "," in before:
        pieces = (piece.strip() for piece in before.split(","))
        if any(may_be_organisation(piece) for piece in pieces):
            return False  # a city: "Syreon, Alexandria"
    opened = not before or before[-1] in ",(-–/:&" or not before[-1].isalpha()
    closed = not after or after[0] in ",.)-–/*†‡§&" or not after[0].isalpha()
    spoken = re.search(r"\b(?:at|of|in|with|from|the)$", before) is not None
    beside = (known(candidate.name) is not None) and text[candidate.start].isupper()
    if before.endswith("(") and not candidate.sure:
        beside = False  # "CNRS (UPR A0005)"
    return (opened or spoken or beside) and (closed or beside)
