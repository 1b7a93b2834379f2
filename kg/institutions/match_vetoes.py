"""When words that a registry has a name for stand for no institution after all.

An award that is called after one, and a name that many countries have an organisation
for where the text does not say which is meant.
"""

import re

from kg.institutions.gazetteer import countries_named
from kg.institutions.generic_names import is_generic
from kg.institutions.ror.affiliation_parts import Span
from kg.institutions.ror.normalization import name_key
from kg.institutions.ror.parsed_affiliation import parse_affiliation
from kg.institutions.ror.registry_matches import Match, RegistryMatcher

# "Stanford Graduate Fellowship", "Fulbright Scholar", "Canada Research Chair in Logic",
# but not "Fellow, Stanford" or "Chair of Logic, TU Wien".
_AWARD = re.compile(
    r"(?<!of )(?:fellowships?|scholarships?|awards?|prizes?|medals?|grants?|fellows?|scholars?"
    r"|laureates?|(?<=research )chairs?)\b"
    r"(?=\s*(?:[,;.()|\n]|$|(?:in|of|for|at|from|holders?|recipients?|winners?|no)\b))",
    re.IGNORECASE,
)
_PIECE_END = re.compile(r"[,;()|\n]|\s(?:and|at|from)\s", re.IGNORECASE)


def names_award(text: str, span: Span) -> bool:
    """Tell whether what a span names is but whom an award is called after.

    >>> names_award("Stanford Graduate Fellowship", Span(0, 8))
    True
    >>> names_award("Fellow, Stanford", Span(8, 16))
    False
    """
    found = _AWARD.search(text, span.start)
    if found is None:
        return False
    between = text[min(span.end, found.start()) : found.start()]
    return _PIECE_END.search(between) is None


def lacks_place(text: str, match: Match, matcher: RegistryMatcher) -> bool:
    """Tell whether a generic name stands without the place of its organisation.

    "Universidad Nacional" alone is no university in Costa Rica.
    """
    span, organisation = match.span, match.organisation
    surface = text[span.start : span.end]
    key = name_key(surface)
    if not key or not (is_generic(surface) or is_generic(" ".join(key))):
        return False
    index = matcher.index
    number = index.number[organisation.id]
    if index.country(number) in countries_named(text):
        return False
    places = parse_affiliation(text, index).places
    return index.city(number) not in places.cities
