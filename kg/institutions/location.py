"""Where an institution is, by what stands behind it in an affiliation.

"…, Universität Bielefeld, 33615 Bielefeld, Germany" is in Bielefeld, Germany. No list
of cities is needed: what stands before the country, and is no department, is one.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from kg.datafiles import word_list
from kg.institutions.abbreviation_expansion import has_cut_words
from kg.institutions.address_pieces import may_be_organisation
from kg.institutions.gazetteer import countries_of, us_states
from kg.text.detached_accents import DETACHED, accented_letter
from kg.text.latex import decode_latex_field
from kg.text.places import is_place

# "Oslo - Norway" too, but not "Aix-en-Provence".
_PIECE_END = re.compile(
    r"(?:(?<!\s)\s++)?[,;()\[\]]\s*+|(?<!\s)[^\S\n]*+\n\s*+"
    r"|(?<!\s)\s++[-–—]\s++"
)
# "CA 94720", "D-14482", "F-91405 Orsay Cedex", "OX1 3RH", "NL-5600 MB Eindhoven": what
# only post offices read.
_POSTAL = re.compile(
    r"\b[A-Z]{1,2} \d{4}(?= [A-Z][a-z])|\b(?:NL-)?\d{4} (?-i:[A-Z]{2}(?= [A-Z][a-z]|$))"
    r"|\b(?:[A-Z]{1,3}[-–])?\w*\d[\w-]*"
    r"|\bcedex\b|\.$",
    re.IGNORECASE,
)
# "Hangzhou 310018", "D-80333 Munich": a city has a number, its province has none.
_NUMBERED = re.compile(r"\b\d{5,7}$|^[A-Z]{1,2}-\d{4,8}\b")
# "1925 N. 12 St. Philadelphia"
_STREET = re.compile(r"\d.{0,80}\b(?:St|Str|Ave|Rd|Blvd|Hwy)\b\.?")
_JOINS = re.compile(r"[&/]")
# "T.B.H."
_INITIALS = re.compile(r"(?:\w\.)+\w?")
# Parts of a country or of a city: "Miaoli County", "Gyeonggi Do", "Nada-ku", "Co Cork".
_DISTRICT = re.compile(
    r".*\b(?:Prov\w*|Prefecture|Pref|County|Cty|State|Oblast|Krai|Region|Governorate"
    r"|District|Dist|Canton|Voivodeship)|.*[ -](?:do|ken|gun|ku|gu|dong|eup|myeon)"
    r"|(?:Co|County|Province of|State of) [A-Z].*",
    re.IGNORECASE,
)
# State codes of America, Canada and Australia.
_STATE = re.compile(r"[A-Z]{2,3}\.?$")
# "CA 94720": a number of five digits makes CA California, not Canada.
_ZIP = re.compile(r"\b[A-Z]{2} \d{5}(?:-\d{4})?$")
# With a code of its own, and with "China" behind it or not.
_OF_CHINA = frozenset(("Hong Kong", "Macao"))
UNITED_STATES = "United States"
_WITH_CODES = frozenset((UNITED_STATES, "Canada"))  # of their states
_MOST_WORDS = 4  # of a city's name
# Cities that tell a country, too; other names that tell one are states and countries.
_CITIES = frozenset(
    (
        *("beijing", "hong kong", "kowloon", "luxembourg", "macao", "macau", "monaco"),
        *("moscow", "new york", "quebec", "québec", "shanghai", "singapore", "taipei"),
    )
)
# "University of Oxford", "Bielefeld University", "University of California, Berkeley".
_IN_NAME = re.compile(
    r"(?:University of|ETH|TU|Technical University of) (?P<of>[^\W\d_][\w' .-]*)"
    r"|(?P<first>[^\W\d_][\w' -]*) University|[^,]+, (?P<last>[^,]+)"
)


# Called after a state, not the city.
_NOT_CALLED_AFTER_CITY = frozenset(
    ("University of Washington", "Washington University")
)


class Place(NamedTuple):
    """A city and a country, by their names; None where they are unknown."""

    city: str | None
    country: str | None


@lru_cache(maxsize=20_000)  # the same addresses stand behind many names
def place_behind(text: str) -> Place:
    """Read the city and country of what stands behind an institution's name."""
    country: str | None = None
    cities: list[str] = []
    numbered: list[str] = []
    if "\\" in text:
        text = decode_latex_field(text)
    for piece in _PIECE_END.split(DETACHED.sub(accented_letter, text)):
        plain, countries, is_city = _read_piece(piece)
        if not plain:
            continue
        if not _OF_CHINA.isdisjoint(countries):
            (country,) = countries & _OF_CHINA
        elif len(countries) == 1 and country not in _OF_CHINA:
            (country,) = countries
        elif cities and _is_state(plain, piece):
            country = UNITED_STATES
        if is_city:
            cities.append(plain)
            numbered += [plain] if _NUMBERED.search(piece) else []
    cities = _without_provinces(cities, country)
    numbered = _without_provinces(numbered, country)
    return Place(_likeliest(cities, numbered, sure=country is not None), country)


@lru_cache(maxsize=20_000)
def _read_piece(piece: str) -> tuple[str, frozenset[str], bool]:
    """Return a piece without codes, the countries it may name, whether it is a city."""
    plain = _without_province(_without_postal_codes(_STREET.sub(" ", piece)))
    if not plain:
        return plain, frozenset(), False
    countries = countries_of(plain) or _country_at_end(plain)
    is_city = _is_known_city(plain) or (not countries and _may_be_city(plain))
    return plain, countries, is_city and not _DISTRICT.fullmatch(plain)


def _without_province(plain: str) -> str:
    """Return a city without the code of a province behind it: "Clayton VIC"."""
    city, _, last = plain.rpartition(" ")
    coded = last.isupper() and last.lower() in word_list("institutions/provinces")
    return city if city and coded else plain


def _without_provinces(cities: Sequence[str], country: str | None) -> list[str]:
    """Leave the provinces out; Avon is a town where codes tell states: "Avon, CT"."""
    if country in _WITH_CODES:
        return list(cities)
    provinces = word_list("institutions/provinces")
    return [c for c in cities if c.lower().replace(" ", "_") not in provinces]


def _without_postal_codes(piece: str) -> str:
    return " ".join(_POSTAL.sub(" ", piece).split()).strip(" .,:-–#*†‡")


def _country_at_end(plain: str) -> frozenset[str]:
    """Return the country that stands behind a state: "MA USA"."""
    state, _, last = plain.rpartition(" ")
    return countries_of(last) if _STATE.fullmatch(state) else frozenset()


def _is_state(plain: str, piece: str) -> bool:
    """Tell the code of a state; if a country has it too, by the number behind."""
    rival = us_states().get(plain)
    return rival == "" or (rival is not None and _ZIP.search(piece) is not None)


def names_state(behind: str) -> bool:
    """Tell whether the code of one of the United States stands there, or may."""
    return any(piece.strip(" .") in us_states() for piece in behind.split(","))


def city_in(name: str) -> str | None:
    """Return the city that an institution is called after, if all know it."""
    if name in _NOT_CALLED_AFTER_CITY:
        return None
    match = _IN_NAME.fullmatch(name)
    city = (match["of"] or match["first"] or match["last"]) if match else ""
    return city if city and _is_known_city(city) else None


def city_at_end(surface: str) -> str | None:
    """Return the city behind a comma inside of a name: "…, Seattle"."""
    city = surface.rpartition(", ")[2] if ", " in surface else ""
    return city if city and _is_known_city(city) else None


@lru_cache(maxsize=20_000)
def _is_known_city(phrase: str) -> bool:
    state = bool(countries_of(phrase)) and phrase.lower() not in _CITIES
    code = _STATE.match(phrase) or phrase.upper() in us_states()  # "Fog Co"
    return is_place(phrase) and not state and not code


def _may_be_city(plain: str) -> bool:
    return (
        plain[0].isupper()
        and not _JOINS.search(plain)
        and not has_cut_words(plain)
        and plain.count(" ") < _MOST_WORDS
        and not _STATE.match(plain)
        and not _INITIALS.fullmatch(plain)
        and may_be_organisation(plain)
        and not word_list("institutions/institution_words") & set(plain.lower().split())
    )


def _likeliest(
    cities: Sequence[str], numbered: Sequence[str], *, sure: bool
) -> str | None:
    """Return a city known to all, else one with a postal code, or that before a country."""
    known = [city for city in cities if _is_known_city(city)]
    if known:
        return known[-1]
    return [*cities, *numbered][-1] if cities and sure else None
