"""The countries and cities that an affiliation names."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

from kg.datafiles import mapping
from kg.institutions.ror.affiliation_parts import Stretch
from kg.institutions.ror.normalization import name_key, name_keys

Key = tuple[str, ...]
_LONGEST = 4  # words of a place's name


class NamedPlace(NamedTuple):
    """Words that name a place: its countries; its key, if it is a city, or ()."""

    stretch: Stretch
    countries: frozenset[str]
    city: Key


@dataclass(frozen=True, slots=True)
class Places:
    """What an affiliation says of where it is.

    `at` are the numbers of the words that name a place, `named` the places in order.
    """

    countries: frozenset[str]
    cities: frozenset[Key]
    at: frozenset[int]
    named: Sequence[NamedPlace] = ()


class Gazetteer:
    """The countries known, and the cities of a registry."""

    def __init__(self, cities: Iterable[tuple[str, str]]) -> None:
        """Collect cities, each with its country as a registry spells them."""
        found = sorted(cities)
        self._countries: dict[Key, frozenset[str]] = dict(_forms())
        for name in sorted({country for _, country in found}):
            country = country_of(name)
            if country:
                key = name_key(country)
                self._countries[key] = self._countries.get(key, frozenset()) | {country}
        in_: dict[Key, set[str]] = defaultdict(set)
        for read, (_, name) in zip(name_keys(c for c, _ in found), found, strict=True):
            if read.words:
                in_[read.words].add(country_of(name))
        self.city_countries = {key: frozenset(own) for key, own in in_.items()}

    def places(self, keys: Sequence[str]) -> Places:
        """Find the places among the words of an affiliation; the longest name wins.

        Args:
            keys: the words in their normal form (`name_key`); places are told by their
                numbers.

        Example:
            >>> gazetteer = Gazetteer([("York", "United Kingdom"), ("New York", "USA")])
            >>> sorted(gazetteer.places(("lab", "new", "york")).cities)
            [('new', 'york')]
        """
        countries: set[str] = set()
        cities: set[Key] = set()
        at: set[int] = set()
        named: list[NamedPlace] = []
        place = 0
        while place < len(keys):
            step = 1
            for length in range(min(_LONGEST, len(keys) - place), 0, -1):
                key = tuple(keys[place : place + length])
                country, city = self._countries.get(key), key in self.city_countries
                if country or city:
                    countries |= country or set()
                    cities |= {key} if city else set()
                    at.update(range(place, place + length))
                    stretch = Stretch(place, place + length)
                    own = country or frozenset()
                    named.append(NamedPlace(stretch, own, key if city else ()))
                    step = length
                    break
            place += step
        return Places(frozenset(countries), frozenset(cities), frozenset(at), named)


def countries_named(text: str) -> frozenset[str]:
    """Return the countries that a text names, of them or their states.

    Example:
        >>> sorted(countries_named("a lab in Scotland, and one in Oslo, Norway"))
        ['Norway', 'United Kingdom']
    """
    return Gazetteer(()).places(name_key(text)).countries


@lru_cache(maxsize=20_000)
def countries_of(phrase: str) -> frozenset[str]:
    """Return the countries that a phrase may name, or a state of which it names.

    Example:
        >>> sorted(countries_of("Georgia")), sorted(countries_of("Oslo"))
        (['Georgia', 'United States'], [])
    """
    return _forms().get(name_key(phrase), frozenset())


@cache
def us_states() -> dict[str, str]:
    """Return the codes of states, each with a country that has the same code, or ""."""
    return mapping("institutions/us_states")


@cache
def country_of(name: str) -> str:
    """Return a country's one name, whichever a registry calls it by.

    Example:
        >>> country_of("Holland"), country_of("Ruritania")
        ('The Netherlands', 'Ruritania')
    """
    found = countries_of(name)
    return next(iter(found)) if len(found) == 1 else name


@cache
def _forms() -> dict[Key, frozenset[str]]:
    found: dict[Key, frozenset[str]] = {}
    for country, forms in mapping("institutions/countries").items():
        for form in (country, *forms.split(";")):
            key = name_key(form)
            if key:
                found[key] = found.get(key, frozenset()) | {country}
    return found
