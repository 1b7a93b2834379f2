"""A raw affiliation → the organisations that it names, by a registry or by our table."""

import re
from functools import lru_cache

from kg.institutions.country_codes import country_by_code
from kg.institutions.former_names import without_former_names
from kg.institutions.gazetteer import countries_named
from kg.institutions.linked_organisation import LinkedOrganisation
from kg.institutions.ror.given_ids import contradicts_words
from kg.institutions.ror.index import RegistryIndex
from kg.institutions.ror.registry_matches import MIN_PROBABILITY, RegistryMatcher
from kg.institutions.ror.results import (
    link_by_registry,
    link_by_table,
    link_given,
)
from kg.records import Remark

_KEPT = 100_000  # answers: colleagues write the same, in one paper and in many
_LONGEST = 2_000  # characters; no affiliation is longer than some hundred
# The id proper, at the end of whatever address stands before it.
_ID = re.compile(r"(?:^|/)(?P<id>0[0-9a-z]{6}[0-9]{2})/?$")


class AffiliationLinker:
    """Links raw affiliations to organisations: the one way that all of kg takes.

    Make it by `kg.institutions.ror.registry_cache.load_linker(path, cache=…)`, or
    without a registry by `AffiliationLinker()`. It answers from memory what was asked
    before, and may be used in one thread at a time; other processes load their own,
    in a second, from what was kept.

    What a record carries beside the string is evidence:

    - `ror`: an id that the registry has decides, in whatever address it is written,
      unless the words name somebody else for certain: then it is `doubted`. One that
      the registry lacks (or without a registry) is taken over if the string names one
      organisation only.
    - `country`: an ISO 3166-1 alpha-2 code stands for a country behind the string, if
      the string names none itself.

    Attributes:
        remarks: on the records of the registry that could not be read.
        note: why a registry had to be read anew, or could not be kept, if so.

    Examples:
        >>> (found,) = AffiliationLinker().link("Dept. of CS, Univ. of Oxford, UK")
        >>> found.name, found.country_code, found.start, found.end
        ('University of Oxford', 'GB', 13, 28)
    """

    def __init__(
        self,
        index: RegistryIndex | None = None,
        *,
        remarks: tuple[Remark, ...] = (),
        note: Remark | None = None,
        least: float = MIN_PROBABILITY,
    ) -> None:
        """Link to a registry, or to our table alone.

        Args:
            index: the registry.
            remarks: on its records.
            note: on how it was loaded.
            least: probability below which "none of the registry" is the answer.
        """
        self._matcher = None if index is None else RegistryMatcher(index)
        self._least = least
        self._by_string = lru_cache(maxsize=_KEPT)(self._link)
        self._by_given_id = lru_cache(maxsize=_KEPT)(self._given)
        self.remarks = remarks
        self.note = note

    def link(
        self,
        raw: str,
        *,
        ror: str | None = None,
        country: str | None = None,
        guess: bool = False,
    ) -> tuple[LinkedOrganisation, ...]:
        """Return the organisations that an affiliation names, in the order of the text.

        A part of one that has an id of its own ("MIT Media Lab") may stand beside it.

        Args:
            raw: the affiliation, as a record or page has it.
            ror: the id that the record gives.
            country: the code of the country that the record gives.
            guess: the string is known to name an institution, as an author's field
                does: a name that does not show what it is counts too.
        """
        found = self._by_string(raw, country, guess)
        if ror is None or not _ID.search(ror.strip().lower()):
            return found
        return self._by_given_id(raw, ror.strip(), found)

    def _link(
        self, raw: str, country: str | None, guess: bool
    ) -> tuple[LinkedOrganisation, ...]:
        """Link a string by the registry, or by our table; a country put behind it is cut off."""
        text = _with_country(raw[:_LONGEST], country)
        if self._matcher is None:
            found = link_by_table(text, guess=guess)
        else:
            found = link_by_registry(
                text, self._matcher, least=self._least, guess=guess
            )
        found = without_former_names(text, found)
        return tuple(
            each._replace(end=_end(raw, each.start, each.end))
            for each in found
            if each.start < len(raw)
        )

    def _given(
        self, raw: str, ror: str, found: tuple[LinkedOrganisation, ...]
    ) -> tuple[LinkedOrganisation, ...]:
        """Return the organisation that a record gives the id of, and who else is named."""
        matcher = self._matcher
        number = None if matcher is None else matcher.index.number_of(ror)
        if matcher is not None and number is not None:
            if contradicts_words(raw[:_LONGEST], number, found, matcher):
                return tuple(each._replace(doubted=ror) for each in found)
            return tuple(link_given(raw[:_LONGEST], number, found, matcher))
        if any(each.ror for each in found):  # of others than the record says
            found = tuple(link_by_table(raw[:_LONGEST]))
        return (
            (found[0]._replace(ror=ror, probability=1.0),) if len(found) == 1 else found
        )


def _end(raw: str, start: int, end: int) -> int:
    """Return where a name ends in an affiliation, without the 's of a possessive."""
    surface = raw[start:end]
    return start + len(surface.removesuffix("'s").removesuffix("\u2019s"))


def _with_country(raw: str, code: str | None) -> str:
    """Return an affiliation with a country behind it, if it names none itself."""
    country = country_by_code(code) if code else None
    if country is None or not raw.strip() or countries_named(raw):
        return raw
    return f"{raw}, {country}"
