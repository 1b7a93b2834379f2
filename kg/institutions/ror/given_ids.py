"""Whether an id that a record gives an affiliation is what its words say.

Whoever fills in records slips: one row too far in a list, an id of another campus. The
words have the last word where they name somebody else for certain and nothing in them
is a name of the id's organisation, nor of one that it belongs to.
"""

from collections.abc import Iterable

from kg.institutions.linked_organisation import LinkedOrganisation
from kg.institutions.ror.candidate_generation import collect_evidence
from kg.institutions.ror.cleaning import clean_affiliation
from kg.institutions.ror.parsed_affiliation import parse_affiliation
from kg.institutions.ror.registry_matches import RegistryMatcher
from kg.institutions.ror.registry_record import bare_id

# From here on the words are taken to name somebody: an id is good evidence itself.
_CERTAIN = 0.6


def contradicts_words(
    raw: str,
    number: int,
    found: Iterable[LinkedOrganisation],
    matcher: RegistryMatcher,
) -> bool:
    """Tell whether the words of an affiliation speak against an id.

    Args:
        raw: the affiliation.
        number: of the id's organisation in the registry.
        found: whom the words name, read without the id.
        matcher: of the registry.
    """
    named = {e.ror for e in found if e.ror and e.probability >= _CERTAIN}
    if not named or not named.isdisjoint(_related_ids(number, matcher)):
        return False
    if any(number in _related_numbers(ror, matcher) for ror in named):
        return False
    parsed = parse_affiliation(clean_affiliation(raw), matcher.index)
    evidence = collect_evidence(parsed, matcher.index)
    return all(each.organisation != number for each in evidence)


def _related_ids(number: int, matcher: RegistryMatcher) -> set[str]:
    """Return the ids of an organisation and of all that it is related to."""
    organisation = matcher.index.organisation(number)
    return {organisation.id, *(other for _, other in organisation.relations)}


def _related_numbers(ror: str, matcher: RegistryMatcher) -> set[int | None]:
    """Return the numbers of an organisation and of all that it is related to."""
    number = matcher.index.number[ror]
    return {
        matcher.index.number_of(bare_id(other))
        for other in _related_ids(number, matcher)
    }
