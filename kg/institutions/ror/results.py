"""The institutions of a raw affiliation, as a user sees them: in the order of the text.

Without a registry, by our own table and the words for institutions; with one, by the
registry, and what it does not have stands there without an id.
"""

from collections.abc import Sequence

from kg.institutions.candidates import Candidate
from kg.institutions.gazetteer import country_of
from kg.institutions.linked_organisation import (
    LinkedOrganisation,
    matched_organisation,
    unmatched_organisation,
)
from kg.institutions.match_vetoes import lacks_place, names_award
from kg.institutions.ror.affiliation_parts import Span, parts
from kg.institutions.ror.cleaning import clean_affiliation
from kg.institutions.ror.normalization import name_key
from kg.institutions.ror.registry_matches import MIN_PROBABILITY, Match, RegistryMatcher
from kg.institutions.ror.registry_record import Organisation
from kg.institutions.ror.table_matches import (
    is_elsewhere,
    is_short,
    named_institutions,
    place_behind_name,
)
from kg.institutions.table import country_of_row, known, parents_of, without_country

# Of a full name that our table gives, the registry must be sure.
_LEAST_OF_FULL = 0.5


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
    return [
        unmatched_organisation(text, each, 0.0, end=_end(cut, each)) for each in found
    ]


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
    likely = any(each.score >= least for each in judged)
    full = matcher.match_whole(text, judged) if likely else None
    if full is not None and not lacks_place(text, full, matcher):
        return [matched_organisation(text, full, matcher)]
    named = named_institutions(text, guess=guess)
    matches = [
        each
        for each in judged
        if each.score >= least
        and not names_award(text, each.span)
        and not lacks_place(text, each, matcher)
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
    found = [
        (_part(cut, m.span.start), matched_organisation(text, m, matcher))
        for m in matches
    ]
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
                answer = unmatched_organisation(
                    text, each, max(near, default=0.0), end=_end(cut, each)
                )
            if answer.name not in {other.name for _, other in found}:
                found.append((part, answer))
    found.sort(key=lambda each: each[0])
    return [answer for _, answer in found]


def link_given(
    raw: str,
    number: int,
    found: Sequence[LinkedOrganisation],
    matcher: RegistryMatcher,
) -> list[LinkedOrganisation]:
    """Return an organisation that is known to be meant, and the others that are named.

    Args:
        raw: the affiliation.
        number: of the organisation in the registry. One that the words name in no way
            is what they name without an id, if that is one thing; else it has the text
            from end to end, and nothing stands beside it.
        found: whom the words name, read without the id.
        matcher: of the registry.
    """
    text = clean_affiliation(raw)
    organisation = matcher.index.organisation(number)
    span = _span_of(organisation, text, found, matcher)
    given = matched_organisation(text, Match(organisation, 1.0, span), matcher)
    others = [e for e in found if not span.meets(Span(e.start, e.end))]
    others = [each for each in others if each.ror != organisation.id]
    return sorted([given, *others], key=lambda each: each.start)


def _span_of(
    organisation: Organisation,
    text: str,
    found: Sequence[LinkedOrganisation],
    matcher: RegistryMatcher,
) -> Span:
    """Return where a text names an organisation that is known to be meant."""
    for each in found:
        if each.ror == organisation.id:
            return Span(each.start, each.end)
    for match in matcher.match(text, least=0.0):
        if match.organisation == organisation:
            return match.span
    unknown = [Span(each.start, each.end) for each in found if each.ror is None]
    return unknown[0] if len(unknown) == 1 else Span(0, len(text))


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
    for each in named:
        holds = each.start <= match.span.start and match.span.end <= each.end
        other = row is None or row.name != each.name
        other = other and not _is_whole_of(match, each)
        if holds and other and _is_tabled(text, each):
            whole = match.span == (each.start, each.end)
            surface = text[each.start : each.end]
            acronym = is_short(surface) and surface.isupper()
            if (not whole or acronym) and not _is_elsewhere(text, each, matcher):
                return True
    return False


def _is_whole_of(match: Match, each: Candidate) -> bool:
    """Tell whether our table has an institution for a part of a match: Google Brain."""
    name = match.organisation.name
    return not {name, without_country(name)}.isdisjoint(parents_of(each.name)[:1])


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
    return matched_organisation(
        text, full._replace(span=Span(each.start, each.end)), matcher
    )


def _part(cut: Sequence[Span], start: int) -> int:
    """Return the number of the part that a place lies in."""
    return sum(part.start <= start for part in cut) - 1


def _end(cut: Sequence[Span], each: Candidate) -> int:
    """Return where the part ends that a name stands in."""
    return cut[_part(cut, each.start)].end
