"""An affiliation cut: into what belongs together, and that at its commas.

A segment names one organisation with its parts and place: "Dept. of CS, MIT, USA"; its
pieces are those between commas. Which of them may be an organisation at all, and which
one is where no form tells, is said here.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from kg.datafiles import word_list
from kg.institutions.candidates import Candidate
from kg.institutions.gazetteer import countries_of
from kg.institutions.generic_names import is_generic
from kg.institutions.grammar import grammar
from kg.institutions.table import known
from kg.text.places import is_place

# One address ends; "and" ends it only before a capital or "the".
_SEGMENT_END = re.compile(
    r"(?:(?<!\s)\s++)?[;|]\s*+|(?<!\s)[^\S\n]*+\n\s*+|(?:(?<!\s)\s++)?\+\s*+"
    r"|(?<!\s)\s++/\s++|(?<!\s)\s++(?:&|and)\s++(?=the\s|[A-Z])"
)
# A quick look: most addresses have none of these.
_MAY_END = re.compile(r"[;|\n+/&]|\sand\s")
_PIECE = re.compile(r"[^,()]+")
_CAMEL = re.compile(r"[A-Z][a-z]+[A-Z][A-Za-z]*$")
_JOINED = re.compile(r" (?:and|&) ")
# "Ada Holm is Oslo Univ"
_SAYS = re.compile(r"\b(?:is|are|was|were|has|have|works?)\b")
_EDGES = " \t.*∗⋆†‡§¶#^~$()[]{}\"'“”‘’:–-"
# What an address is made of.
_ADDRESS = re.compile(
    r"\b(?:address|street|avenue|road|ave|rue|via|viale|calle|str|avda|carretera|edificio|plaza"
    r"|piazza|platz|blvd|boulevard|drive|lane"
    r"|parkway|pkwy|highway|p\.?o|box|building|bldg|floor|cedex|zip|private\sbag|room"
    r"|suite|e-?mail|tel|fax)\b|@|https?:|www\.|\d{3,}|^\W*\d|\s\d+$|\d-\d"
    r"|\b[A-Z]{1,2}\d{1,2}[A-Z]?(?=\s|$)",
    re.IGNORECASE,
)
# Departments, and what people are, do and get.
_PART = re.compile(
    r"\b(?:dep(?:artmen)?ts?|departments?|departamento|dipartimento|d[ée]partement|dpto?"
    r"|depto|abteilung|afdeling|servicio|servizio|serviço|katedra|unidad|unidade|unità"
    r"|faculty|facult[éà]|fakultät|school\sof|division|div|section|units?|program(?:me)?|chair"
    r"|college\sof|(?:research|working|study|interest)\sgroup|group\sof|team|area|área"
    r"|lehrstuhl|ufr|unité|umr|upr|campus|lab\sof|laboratory\s(?:of|for)|service|supported|funded"
    r"|author|work|correspond\w*|student|professor|postdoc|phd|award\w*|scholarships?"
    r"|fellowships?|fellow|scholars?|prize|grants?|contributed|equal\w*)\b",
    re.IGNORECASE,
)
# A part of an organisation leads, so the whole of it has another name.
_UNIT_FIRST = re.compile(
    r"^(?:Department|Faculty|School|Division|Section|Unit|Group|Laboratory|Graduate|Program"
    r"|College of|Chair|Team|Doctoral|Lab)\b"
)
# "Norwegian Department of Fisheries" is no part of a university.
_GOVERNMENT = re.compile(r"(?:[A-Z][\w-]+\s){1,3}Department\sof\s")
# An organisation by its legal form, whatever its other words.
_COMPANY = re.compile(
    r"\b(?:Inc|Ltd|LLC|Corp|Co|GmbH|AG|SE|SpA|SRL|BV|NV|AB|Oy|Technologies|Labs?)\b",
)
_LONGEST, _MOST_BLANKS = 80, 6
_LEAST_OF_LONG, _LEAST_OF_CITY = 3, 4
# What is left over where an acronym behind it was cut off.
_SMALL_AT_END = re.compile(r"(?: (?:of|for|and|&|in|the)){1,9}$")


class Piece(NamedTuple):
    """What stands at `start:end`, between two commas."""

    start: int
    end: int


def segments_of(
    text: str, names: Sequence[Candidate], *, at_and: bool = True
) -> Iterator[tuple[int, int]]:
    """Cut at ; + | and, if `at_and`, at "and" or "&" outside of names."""
    start = 0
    for match in _SEGMENT_END.finditer(text) if _MAY_END.search(text) else ():
        inside = any(c.start < match.start() and match.end() < c.end for c in names)
        loose = match[0].strip() not in ("&", "and")
        before = any(start <= c.start and c.end <= match.start() for c in names)
        begins = any(0 <= c.start - match.end() <= len("the ") for c in names)
        if not inside and (loose or (at_and and before and begins)):
            yield start, match.start()
            start = match.end()
    yield start, len(text)


def pieces_of(text: str, start: int, end: int) -> list[Piece]:
    """Return what stands between the commas and parentheses of a segment.

    The signs around it are left out.
    """
    found = []
    for match in _PIECE.finditer(text, start, end):
        surface = match[0].strip(_EDGES)
        if surface:
            begin = match.start() + match[0].find(surface)
            found.append(Piece(begin, begin + len(surface)))
    return found


def first_of_address(text: str, pieces: Sequence[Piece]) -> Piece | None:
    """Return the first piece that may be an organisation; a city is none.

    What stands right before the country and is not the first, is a city unless it has
    an organisation's form.
    """
    possible = [p for p in pieces if may_be_organisation(text[p.start : p.end])]
    of_known = [p for p in possible if _begins_with_known(text[p.start : p.end])]
    if not of_known and (acronym := _acronym_with_address(text, pieces)):
        return acronym
    for piece in of_known or possible:  # "CAD Solutions, Siemens Medical Solutions"
        number = pieces.index(piece)
        surface = text[piece.start : piece.end]
        rest = [text[p.start : p.end] for p in pieces[number + 1 :]]
        before_country = number > 0 and all(map(_is_place_or_number, rest))
        if not before_country or known(surface) or _has_form(surface):
            return piece
    return None


@lru_cache(maxsize=20_000)
def may_be_organisation(surface: str) -> bool:
    """Tell whether an unknown phrase may name an organisation."""
    if not 2 <= len(surface.strip()) <= _LONGEST:
        return False
    if not (any(map(str.isupper, surface.split()[0])) or known(surface)):
        return False
    if _ADDRESS.search(surface) or (
        _PART.search(surface) and not _GOVERNMENT.match(surface)
    ):
        return False
    if is_place(surface) or is_generic(surface) or _joins_countries(surface):
        return False
    return surface.count(" ") <= _MOST_BLANKS


def _joins_countries(surface: str) -> bool:
    """Tell "USA and Switzerland"."""
    parts = _JOINED.split(surface)
    return len(parts) > 1 and all(map(countries_of, parts))


def without_acronym(text: str, piece: Piece, *, any_letters: bool = False) -> Piece:
    """Leave the acronym out that a name ends with: "Basque Research Alliance BRA".

    With `any_letters` also one that is of the name in another tongue: "… IIS".
    """
    surface = text[piece.start : piece.end]
    name, _, last = surface.rpartition(" ")
    camel = bool(name and _CAMEL.match(last)) and _is_spelt(last, name)  # "SeoulTech"
    short = (_is_acronym(last) or camel) and " " in name
    if short and (_is_spelt(last, name) or (any_letters and _is_long(name))):
        longer = without_acronym(name, Piece(0, len(name)), any_letters=any_letters)
        rest = _SMALL_AT_END.sub("", name[: longer.end])
        return Piece(piece.start, piece.start + len(rest))
    for count in (1, 2):  # "Delft University of Technology TU Delft"
        own = surface.rsplit(" ", count)[0]
        first, second = known(own), known(surface[len(own) + 1 :])
        if first and second and first.name == second.name:
            return Piece(piece.start, piece.start + len(own))
    return piece


def _is_acronym(word: str) -> bool:
    capitals = sum(map(str.isupper, word))
    return capitals > 1 and capitals * 2 >= len(word) and word[0].isupper()


def _is_spelt(acronym: str, name: str) -> bool:
    letters = iter(name.casefold())
    return acronym[0] == name[0] and all(c in letters for c in acronym.casefold())


def _is_long(name: str) -> bool:
    own = name.split()
    heads = grammar("university") | grammar("institute")
    return len(own) >= _LEAST_OF_LONG and not heads.isdisjoint(own)


@lru_cache(maxsize=20_000)
def may_begin_address(surface: str) -> bool:
    """Tell whether a database may mean an organisation by the first piece of a string."""
    if is_place(surface) or is_generic(surface) or len(surface) > _LONGEST:
        return False
    return not any(
        pattern.search(surface) for pattern in (_UNIT_FIRST, _ADDRESS, _SAYS)
    )


def _acronym_with_address(text: str, pieces: Sequence[Piece]) -> Piece | None:
    """Return a known acronym that an address follows: "RIKEN Hirosawa 2-1"."""
    for piece in pieces:
        first, _, rest = text[piece.start : piece.end].partition(" ")
        long = len(first) > _LEAST_OF_LONG and first.isupper()
        if long and known(first) and any(map(str.isdigit, rest)):
            return Piece(piece.start, piece.start + len(first))
    return None


def _begins_with_known(surface: str) -> bool:
    first, _, rest = surface.partition(" ")
    return bool(rest) and known(first) is not None


def _is_place_or_number(surface: str) -> bool:
    short = len(surface) < _LEAST_OF_CITY or surface[-1].isdigit()
    return short or is_place(surface) or bool(countries_of(surface))


def _has_form(surface: str) -> bool:
    own = set(surface.lower().split())
    listed = word_list("institutions/institution_words")
    return bool(own & listed) or _COMPANY.search(surface) is not None
