"""Hard constraints that veto a candidate whatever its model score.

A city alone is not its university; the place that the text states wins over an acronym
or an alias; "York University" is not the University of York.
"""

from collections.abc import Sequence
from functools import cached_property

from kg.datafiles import mapping
from kg.institutions.gazetteer import NamedPlace, us_states
from kg.institutions.location import UNITED_STATES
from kg.institutions.ror.affiliation_parts import Stretch
from kg.institutions.ror.index import RegistryIndex
from kg.institutions.ror.kind_words import HOSPITALS, SORTS
from kg.institutions.ror.name_alignment import AlignedName
from kg.institutions.ror.name_constraints import is_of_another, specific_words
from kg.institutions.ror.parsed_affiliation import ParsedAffiliation
from kg.institutions.table import known
from kg.text.places import is_place


class Constraints:
    """Hard constraints that an affiliation puts on its candidates."""

    def __init__(
        self,
        parsed: ParsedAffiliation,
        index: RegistryIndex,
        aligned: Sequence[AlignedName] = (),
    ) -> None:
        """Prepare to judge the candidates of an affiliation."""
        self.parsed, self.index = parsed, index
        self.exact = [each for each in aligned if each.exact and not each.breaks]
        self._agreed: dict[tuple[Stretch, int, bool], bool] = {}

    def vetoes_name(self, each: AlignedName) -> bool:
        """Tell whether a name is not meant, whoever bears it."""
        return (
            self._is_place_alone(each)
            or self._is_torn(each)
            or self._is_in_other_order(each)
            or is_of_another(each, self.parsed)
        )

    def vetoes_bearer(self, each: AlignedName, number: int) -> bool:
        """Tell whether an organisation called so is not meant: it is elsewhere."""
        main = number in each.name.main
        if main:
            return self._is_namesake(each, number) or self._is_abroad(each, number)
        own = number in each.name.ours
        return self.is_elsewhere(each.stretch, number, strict=not own)

    def _is_namesake(self, each: AlignedName, number: int) -> bool:
        """Tell whether our table means another one, where the text has no place."""
        known_here = self.index.known
        return (
            number not in known_here
            and not self.parsed.places.at.difference(range(*each.stretch))
            and not known_here.isdisjoint(each.name.main)
        )

    def _is_abroad(self, each: AlignedName, number: int) -> bool:
        """Tell whether the text states another country, and names nobody else there.

        "National Cancer Institute, Aviano, Italy" is not that of the United States; in
        "Harvard University and University of Tokyo, Japan", the country is Tokyo's.
        """
        index = self.index
        organisation = index.organisation(number)
        if organisation.name.endswith(")"):  # "IBM (United States)" is anywhere
            return False
        country = index.country(number)
        stated = self._countries_outside(each.stretch)
        if not stated or not country or not stated.isdisjoint(_states_of(country)):
            return False
        return not any(
            index.country(bearer) in stated
            for other in self.exact
            if not other.stretch.meets(each.stretch)
            for bearer in other.name.bearers
        )

    def vetoes_acronym(self, place: int, number: int) -> bool:
        """Tell whether an organisation with this acronym is in another country."""
        return self.is_elsewhere(Stretch(place, place + 1), number, strict=False)

    def is_elsewhere(self, stretch: Stretch, number: int, *, strict: bool) -> bool:
        """Tell whether the text, outside a stretch, says another place.

        By its countries and states; without any by its cities, which must be the
        organisation's own if `strict`, or else in its country.
        """
        key = stretch, number, strict
        if key not in self._agreed:
            self._agreed[key] = self._is_elsewhere(stretch, number, strict=strict)
        return self._agreed[key]

    def _is_elsewhere(self, stretch: Stretch, number: int, *, strict: bool) -> bool:
        """Tell whether the places outside of a name contradict an organisation's.

        Countries decide where any is stated. Without, a city alone in its part does: `strict`
        asks for the organisation's own city, else one of its country is enough.
        """
        outside = [p for p in self._places if not p.stretch.meets(stretch)]
        stated = self._countries_outside(stretch)
        country = self.index.country(number)
        if stated or not country:
            return bool(stated) and bool(country) and country not in stated
        alone = [p for p in outside if p.city and self._is_own_part(p.stretch)]
        if not alone:
            return False
        if strict:
            return all(p.city != self.index.city(number) for p in alone)
        gazetteer = self.index.gazetteer
        return not any(country in gazetteer.city_countries[p.city] for p in alone)

    def _countries_outside(self, stretch: Stretch) -> frozenset[str]:
        """Return the countries that the text states, outside a stretch."""
        outside = (p for p in self._places if not p.stretch.meets(stretch))
        return self._states.union(*(place.countries for place in outside))

    @cached_property
    def _places(self) -> list[NamedPlace]:
        return list(self.parsed.places.named)

    @cached_property
    def _states(self) -> frozenset[str]:
        """Return the United States if a state's code stands behind a city there."""
        words = self.parsed.words
        cities = self.index.gazetteer.city_countries
        for place in self._places:
            at = place.stretch.end
            if not place.city or at >= len(words) or words[at].raw not in us_states():
                continue
            own = cities[place.city]
            other = us_states()[words[at].raw]  # the country with that code, if any
            if UNITED_STATES in own and other not in own:
                return frozenset([UNITED_STATES])
        return frozenset()

    def _is_own_part(self, stretch: Stretch) -> bool:
        """Tell whether words fill a part of the address, numbers aside."""
        part, keys = self.parsed.part, self.parsed.keys
        number = part[stretch.start]
        return number == part[stretch.end - 1] and all(
            stretch.start <= p < stretch.end or keys[p].isdigit()
            for p, own in enumerate(part)
            if own == number
        )

    def _is_place_alone(self, each: AlignedName) -> bool:
        """Tell whether a city stands there, without the word for its institution."""
        if each.cover > 0.999:
            return self._is_city_behind(each)
        if each.found >= SORTS.intersection(each.name.key) != set():
            return False
        at = self.parsed.places.at
        own = specific_words(each, self.parsed)
        if not own or any(p not in at for p in own):
            return False
        part = self.parsed.part
        parts = {part[p] for p in own}
        whole = [p for p, number in enumerate(part) if number in parts]
        if any(p not in at and not self.parsed.keys[p].isdigit() for p in whole):
            return False
        surface = " ".join(self.parsed.words[p].raw for p in own)
        row = known(surface)
        address = len(at) == len(part) > len(own)  # "Leeds, UK" is no university
        called = row is not None and row.name == f"University of {surface}"
        return is_place(surface) or row is None or (address and called)

    def _is_city_behind(self, each: AlignedName) -> bool:
        """Tell whether a name is but a city's, and stands where one does.

        "Trinity College, Hartford" is not The Hartford, an insurance company.
        """
        start = each.stretch.start
        return (
            self.parsed.part[start] > 0
            and each.exact
            and self._is_own_part(each.stretch)
            and any(p.city and p.stretch == each.stretch for p in self._places)
        )

    def _is_torn(self, each: AlignedName) -> bool:
        """Tell whether an institution's word and a city are of two names.

        "York University, Toronto", "University College Hospital, Ibadan".
        """
        if each.exact or not each.breaks:
            return False
        at = self.parsed.places.at
        own = specific_words(each, self.parsed)
        if not own or any(p not in at for p in own):
            return False
        start, end = each.stretch
        words, keys = self.parsed.words, self.parsed.keys
        begun = start > 0 and words[start].join == ""
        other = any(
            keys[p] in HOSPITALS and keys[p] not in each.name.key
            for p in range(start, end)
        )
        return begun or other

    def _is_in_other_order(self, each: AlignedName) -> bool:
        """Tell whether another name stands there in just the order of the text."""
        return not each.exact and any(
            other.stretch.meets(each.stretch)
            and other.name.number != each.name.number
            and sorted(other.name.key) == sorted(each.name.key)
            for other in self.exact
        )


def _states_of(country: str) -> frozenset[str]:
    """Return a country, and the state that it belongs to if that is another."""
    state = mapping("institutions/territories").get(country, country)
    return frozenset([country, state])
