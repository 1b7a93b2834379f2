"""An organisation that an affiliation names, with what is known of it.

The registry says most of one that it has; our table and the words around it say what
that leaves open.
"""

import re
from itertools import chain
from typing import NamedTuple

from kg.institutions.candidates import Candidate
from kg.institutions.country_codes import code_of_country
from kg.institutions.gazetteer import country_of
from kg.institutions.location import (
    UNITED_STATES,
    Place,
    city_at_end,
    city_in,
    names_state,
    place_behind,
)
from kg.institutions.ror.registry_matches import Match, RegistryMatcher
from kg.institutions.ror.registry_record import Organisation
from kg.institutions.table import country_of_row, parents_of, row_named

# Another institution may begin there: "Haifa, Israel / Oslo", "London, UK Center for …".
_NEXT = re.compile(r"[;|\n]|\s/\s|(?<=, UK) (?=[A-Z][a-z])|(?<=, USA) (?=[A-Z][a-z])")
_PART_END = re.compile(r"[;|\n]")


class LinkedOrganisation(NamedTuple):
    """An organisation that an affiliation names.

    Attributes:
        name: its normal name, the registry's where that has it.
        ror: its id in the registry; None without one, or where none of it is meant.
        probability: of that id; of none, the best that there was.
        country_code: where it is, as ISO 3166-1 alpha-2, as far as that is known.
        country: the same by its name; so for `city`.
        city: where it is in the country.
        parent: the name of the organisation that it belongs to, as far as that is known.
        parent_ror: the id of that in the registry.
        ancestors: the ids of all others that it belongs to, the nearest first.
        start: where the words of the affiliation begin that name it.
        end: where they end: `raw[start:end]`.
        known_as: its name in our table, if the registry's is another.
        sure: whether the words alone tell an institution, whatever stands around them.
        doubted: an id that a record gives, and that the words speak against.
    """

    name: str
    ror: str | None
    probability: float
    country_code: str | None
    country: str | None
    city: str | None
    parent: str | None
    parent_ror: str | None
    start: int
    end: int
    sure: bool = True
    ancestors: tuple[str, ...] = ()
    known_as: str | None = None
    doubted: str | None = None


def matched_organisation(
    text: str, match: Match, matcher: RegistryMatcher
) -> LinkedOrganisation:
    """Return an organisation of a registry, where the cleaned affiliation names it."""
    each = match.organisation
    city, country = each.city or None, each.country or None
    if each.name.endswith(")"):  # "IBM (United States)": it has sites in many countries
        end = _PART_END.search(text, match.span.end)
        place = place_behind(text[match.span.end : end.start() if end else None])
        if place.country not in (None, country_of(each.country)):
            city, country = place
    row = _row_of(each, matcher)
    if row is not None:  # what the registry leaves open
        country = country or country_of(country_of_row(row) or "") or None
        city = city or city_in(row)
    parents = parents_of(row) if row else ()
    above = matcher.ancestors(each)
    return LinkedOrganisation(
        name=each.name,
        ror=each.id,
        probability=match.score,
        country_code=country and code_of_country(country),
        country=country,
        city=city,
        parent=next(chain((one.name for one in above), parents), None),
        parent_ror=above[0].id if above else None,
        start=match.span.start,
        end=match.span.end,
        ancestors=tuple(one.id for one in above[1:]),
        known_as=row,
    )


def unmatched_organisation(
    text: str, each: Candidate, score: float, *, end: int
) -> LinkedOrganisation:
    """Return an institution without an id, as our table and its place tell of it.

    Args:
        text: the affiliation, cleaned.
        each: where it names the institution.
        score: the best probability of an id there was.
        end: of the part of the affiliation that it stands in.
    """
    rest = text[each.end : end]
    place = _nearest_place(rest)
    own = city_in(each.name) or city_at_end(text[each.start : each.end])
    country = place.country or _country(each, place.city, own, rest)
    return LinkedOrganisation(
        name=each.name,
        ror=None,
        probability=score,
        country_code=country and code_of_country(country),
        country=country,
        city=place.city or own,
        parent=next(iter(parents_of(each.name)), None),
        parent_ror=None,
        start=each.start,
        end=each.end,
        sure=each.sure,
    )


def _nearest_place(rest: str) -> Place:
    """Return the place of the first that stands behind a name, if it tells a country."""
    near = place_behind(_NEXT.split(rest, maxsplit=1)[0])
    return near if near.country else place_behind(rest)


def _row_of(organisation: Organisation, matcher: RegistryMatcher) -> str | None:
    """Return the name of our table for an organisation, by any name that leads there."""
    country = country_of(organisation.country or "")
    if country and matcher.index.number[organisation.id] not in matcher.index.known:
        return None
    for name in (organisation.name, *organisation.labels, *organisation.aliases):
        row = row_named(name)
        own = row and country_of_row(row)
        if own and country in ("", country_of(own)):
            return row
    return None


def _country(
    each: Candidate, city: str | None, own: str | None, rest: str
) -> str | None:
    """Return our table's country, if no other city than the institution's stands there.

    "Google, Zurich" is not in the United States.
    """
    country = country_of_row(each.name)
    if country is None:
        return None
    state = country_of(country) == UNITED_STATES and names_state(rest)
    return country_of(country) if state or city in (None, own) else None
