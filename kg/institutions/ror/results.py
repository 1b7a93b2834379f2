"""The institutions of a raw affiliation, as a user sees them: in the order of the text.

Without a registry, by our own table and the words for institutions; with one, by the
registry, and what it does not have stands there without an id.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from kg.datafiles import mapping
from kg.institutions.candidates import Candidate
from kg.institutions.country_codes import code_of_country
from kg.institutions.gazetteer import country_of
from kg.institutions.location import (
    UNITED_STATES,
    city_at_end,
    city_in,
    country_of_row,
    names_state,
    place_behind,
)
from kg.institutions.ror.affiliation_parts import Span, parts
from kg.institutions.ror.cleaning import clean_affiliation
from kg.institutions.ror.normalization import name_key
from kg.institutions.ror.registry_matches import MIN_PROBABILITY, Match, RegistryMatcher
from kg.institutions.ror.table_matches import (
    is_elsewhere,
    is_short,
    named_institutions,
    place_behind_name,
)
from kg.institutions.table import known

# Of a full name that our table gives, the registry must be sure.
_LEAST_OF_FULL = 0.5
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
        start: where the words of the affiliation begin that name it.
        end: where they end: `raw[start:end]`.
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
    doubted: str | None = None


def link_by_table(raw: str, *, guess: bool = False) -> list[LinkedOrganisation]:
    """Return the institutions of an affiliation, without a registry.

    `guess` is that of `AffiliationLinker.link`, also below.

    Example:
        >>> [each.name for each in link_by_table("Dept. of CS, MIT; ETH Zurich")]
        ['Massachusetts Institute of Technology', 'ETH Zurich']
    """
    text = clean_affiliation(raw)
    found = named_institutions(text, guess=guess)
    cut = parts(text, [Span(each.start, each.end) for each in found])
    return [_unmatched(text, cut, each, 0.0) for each in found]


def link_by_registry(
    raw: str,
    matcher: RegistryMatcher,
    *,
    least: float = MIN_PROBABILITY,
    guess: bool = False,
) -> list[LinkedOrganisation]:
    """Return the institutions of an affiliation, with their ids in a registry.

    In the order of the parts that ; | or "and" set apart; within one, likeliest first.
    What the registry lacks stands there without an id, if our table has it, or its part
    has none with one.
    """
    text = clean_affiliation(raw)
    judged = matcher.match(text, least=0.0)
    named = named_institutions(text, guess=guess)
    matches = [
        each
        for each in judged
        if each.score >= least
        and not _joins(each, named)
        and not _is_part_of_other(text, each, named, matcher)
    ]
    spans = [each.span for each in matches]
    spans += [
        Span(each.start, each.end)
        for each in named
        if each.sure or _is_tabled(text, each)
    ]
    cut = parts(text, spans)
    found = [(_part(cut, m.span.start), _matched(text, m, matcher)) for m in matches]
    taken = {part for part, _ in found}
    for each in named:
        part = _part(cut, each.start)
        own = Span(each.start, each.end)
        tabled = _is_tabled(text, each)
        alone = part not in taken and (each.sure or not matches)
        free = not any(own.meets(match.span) for match in matches)
        if alone or (tabled and free):
            each = _without_other_country(text, each, matcher)
            near = (match.score for match in judged if match.span.meets(own))
            answer = _by_full_name(text, each, matcher, least)
            if answer is None:
                answer = _unmatched(text, cut, each, max(near, default=0.0))
            if answer.name not in {other.name for _, other in found}:
                found.append((part, answer))
    found.sort(key=lambda each: each[0])
    return [answer for _, answer in found]


def link_given(raw: str, number: int, matcher: RegistryMatcher) -> LinkedOrganisation:
    """Return an organisation that is known to be meant, where the text names it.

    Args:
        raw: the affiliation; one that does not name it has it from end to end.
        number: of the organisation in the registry.
        matcher: of the registry.
    """
    text = clean_affiliation(raw)
    organisation = matcher.index.organisation(number)
    judged = matcher.match(text, least=0.0)
    own = (each.span for each in judged if each.organisation == organisation)
    span = next(own, Span(0, len(text)))
    return _matched(text, Match(organisation, 1.0, span), matcher)


def _joins(match: Match, named: Sequence[Candidate]) -> bool:
    """Tell whether a match runs over two campuses of one university."""
    start, end = match.span
    inside = [c for c in named if c.sure and start <= c.start and c.end <= end]
    names = {each.name.rpartition(", ")[0] for each in inside}
    return len(inside) > 1 and len(names) == 1 and "" not in names


def _is_part_of_other(
    text: str, match: Match, named: Sequence[Candidate], matcher: RegistryMatcher
) -> bool:
    """Tell a match whose words are of a name that our table has for somebody else.

    "Toyota" and "Chicago" of the Toyota Technological Institute at Chicago; "CMU",
    which a university in Thailand is called as well. Google Brain is Google's.
    """
    row = known(match.organisation.name)
    bare = match.organisation.name.partition(" (")[0]  # as in "Google (United States)"
    for each in named:
        holds = each.start <= match.span.start and match.span.end <= each.end
        other = row is None or row.name != each.name
        other = other and _parent(each) not in (match.organisation.name, bare)
        if holds and other and _is_tabled(text, each):
            whole = match.span == (each.start, each.end)
            surface = text[each.start : each.end]
            acronym = is_short(surface) and surface.isupper()
            if (not whole or acronym) and not _is_elsewhere(text, each, matcher):
                return True
    return False


def _is_tabled(text: str, each: Candidate) -> bool:
    """Tell whether our table has a name, and means it here."""
    row = known(text[each.start : each.end]) or (
        known(each.name) if each.sure else None
    )
    return row is not None and row.name == each.name


def _without_other_country(
    text: str, each: Candidate, matcher: RegistryMatcher
) -> Candidate:
    """Leave an acronym as it stands if the city behind it is in another country."""
    surface = text[each.start : each.end]
    if is_short(surface) and _is_elsewhere(text, each, matcher):
        return each._replace(name=surface, sure=False)
    return each


def _is_elsewhere(text: str, each: Candidate, matcher: RegistryMatcher) -> bool:
    """Tell whether the place behind is in another country than our table has."""
    country = country_of_row(each.name)
    place = place_behind_name(text, each)
    if country is None or place.country:
        return is_elsewhere(each.name, place)
    cities = matcher.index.gazetteer.city_countries
    there = cities.get(name_key(place.city)) if place.city else None
    return there is not None and country_of(country) not in there


def _by_full_name(
    text: str, each: Candidate, matcher: RegistryMatcher, least: float
) -> LinkedOrganisation | None:
    """Match the full name that our table has for a short one (no town), and country."""
    short, country = known(text[each.start : each.end]), country_of_row(each.name)
    if known(each.name) is None or (short is not None and short.ambiguous):
        return None
    if country is None or _is_elsewhere(text, each, matcher):
        return None
    full = matcher.match_name(each.name, country)
    if full is None or full.score < max(least, _LEAST_OF_FULL):
        return None
    return _matched(text, full._replace(span=Span(each.start, each.end)), matcher)


def _part(cut: Sequence[Span], start: int) -> int:
    """Return the number of the part that a place lies in."""
    return sum(part.start <= start for part in cut) - 1


def _matched(text: str, match: Match, matcher: RegistryMatcher) -> LinkedOrganisation:
    each = match.organisation
    city, country = each.city or None, each.country or None
    if each.name.endswith(")"):  # "IBM (United States)": it has sites in many countries
        end = _PART_END.search(text, match.span.end)
        place = place_behind(text[match.span.end : end.start() if end else None])
        if place.country not in (None, country_of(each.country)):
            city, country = place
    parent = matcher.parent(each)
    return LinkedOrganisation(
        name=each.name,
        ror=each.id,
        probability=match.score,
        country_code=country and code_of_country(country),
        country=country,
        city=city,
        parent=parent and parent.name,
        parent_ror=parent and parent.id,
        start=match.span.start,
        end=match.span.end,
    )


def _unmatched(
    text: str, cut: Sequence[Span], each: Candidate, score: float
) -> LinkedOrganisation:
    rest = text[each.end : cut[_part(cut, each.start)].end]
    place = place_behind(rest)
    own = city_in(each.name) or city_at_end(text[each.start : each.end])
    country = place.country or _country(each, place.city, own, rest)
    return LinkedOrganisation(
        name=each.name,
        ror=None,
        probability=score,
        country_code=country and code_of_country(country),
        country=country,
        city=place.city or own,
        parent=_parent(each),
        parent_ror=None,
        start=each.start,
        end=each.end,
        sure=each.sure,
    )


def _parent(each: Candidate) -> str | None:
    """Return the institution of our table that another belongs to."""
    return mapping("institutions/institution_parents").get(each.name)


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
