"""The names of a registry, found by their words.

An inverted index from a word to the names that hold it, each word weighed by how few
organisations are called by it (inverse document frequency). A name is looked at when
it is asked for.
"""

from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property, lru_cache
from itertools import zip_longest
from typing import NamedTuple

import numpy as np
from rapidfuzz.distance import DamerauLevenshtein

from kg.institutions.gazetteer import Gazetteer, country_of
from kg.institutions.ror.normalization import AffiliationWord, name_key, split_words
from kg.institutions.ror.registry_arrays import (
    COMMON,
    Floats,
    Integers,
    RegistryArrays,
    registry_arrays,
    weight_unknown,
)
from kg.institutions.ror.registry_record import Organisation, bare_id, from_json
from kg.parallel import without_cyclic_gc

_LIKELY = 60  # names whose words are counted
_NEAREST = 20  # of them those that are looked at closely
_LEAST_COVER = 0.5  # of the weight of a name's words
_LONGEST = 9  # words of a name that is looked for in full
_ENDINGS = 12  # words that one cut short may stand for
_SHORTEST_SLIP = 6  # letters of a word that may be misspelt
_KEPT = 1 << 16  # answers about words, names and organisations


class Name(NamedTuple):
    """A name of one organisation or more.

    Attributes:
        key: its words.
        joined: the places of those that a small word stands before.
        weight: the sum of what its different words weigh.
        bearers: the numbers of the organisations called so, the first of them first.
        called: the same as a set.
        main: those called so first, by no alias and in no other language.
        ours: those that our own table has the name for.
    """

    number: int
    key: tuple[str, ...]
    joined: tuple[int, ...]
    weight: float
    bearers: tuple[int, ...]
    called: frozenset[int]
    main: frozenset[int]
    ours: frozenset[int]


class RegistryIndex:
    """Organisations, found by the words and acronyms of their names.

    Attributes:
        number: of each organisation, by its id.
        known: the numbers of those that our own table has.
        known_acronyms: whom our table takes an acronym for.
        weights: how much each word tells; `unknown`, one that no name has.
        gazetteer: the cities of the registry, and all countries.
    """

    def __init__(self, arrays: RegistryArrays) -> None:
        """Look into the arrays of a registry."""
        self._arrays = arrays
        with without_cyclic_gc():
            self.number = {id_: n for n, id_ in enumerate(arrays.ids)}
            self.known = frozenset(arrays.known.tolist())
            called = arrays.known_called.tolist()
            self.known_acronyms: dict[str, int] = dict(
                zip(arrays.known_acronyms, called, strict=True)
            )
            self.weights: dict[str, float] = dict(
                zip(arrays.words, arrays.weights.tolist(), strict=True)
            )
            self.gazetteer = Gazetteer((city, own) for city, own in arrays.places)
            self._exact = {key: n for n, key in enumerate(arrays.keys)}
            self._acronyms = {each: n for n, each in enumerate(arrays.acronyms)}
            self._ids = {word: n for n, word in enumerate(arrays.words)}
            self._pairs = frozenset(arrays.pairs)
        self.unknown = weight_unknown(len(arrays.ids))
        self.readings = lru_cache(maxsize=_KEPT)(self._readings)
        self.name = lru_cache(maxsize=_KEPT)(self._name)
        self.city = lru_cache(maxsize=_KEPT)(self._city)
        self.parents = lru_cache(maxsize=_KEPT)(self._parents)
        self.organisation = lru_cache(maxsize=_KEPT)(self._organisation)

    def __len__(self) -> int:
        """Return the number of organisations."""
        return len(self._arrays.ids)

    def number_of(self, id_: str) -> int | None:
        """Return the number of an organisation by its id, in whatever address."""
        return self._by_id.get(_id_proper(id_))

    @cached_property
    def _by_id(self) -> dict[str, int]:
        return {_id_proper(id_): n for id_, n in self.number.items()}

    def _organisation(self, number: int) -> Organisation:
        first, end = self._arrays.records_borders[number : number + 2]
        return from_json(self._arrays.records[first:end].tobytes())

    def _parents(self, number: int) -> frozenset[int]:
        """Return the numbers of the organisations that one belongs to."""
        pairs = self._arrays.parents
        first, end = np.searchsorted(pairs[:, 0], [number, number + 1])
        return frozenset(pairs[first:end, 1].tolist())

    def _name(self, number: int) -> Name:
        """Return a name as the arrays hold it: its words, and who bears it how."""
        arrays = self._arrays
        first, end = arrays.bearers_borders[number : number + 2]
        bearers = arrays.bearers[first:end]
        return Name(
            number=number,
            key=tuple(arrays.keys[number].split(" ")),
            joined=_list(arrays.joined, arrays.joined_borders, number),
            weight=float(arrays.name_weights[number]),
            bearers=tuple(bearers.tolist()),
            called=frozenset(bearers.tolist()),
            main=frozenset(bearers[arrays.main[first:end]].tolist()),
            ours=frozenset(bearers[arrays.ours[first:end]].tolist()),
        )

    def exact(self, key: Sequence[str]) -> int | None:
        """Return the number of the name of just these words, if there is one.

        Words are in their normal form and in the order of the name (`name_key`).
        """
        return self._exact.get(" ".join(key))

    def acronym(self, raw: str) -> tuple[int, ...]:
        """Return the numbers of the organisations with an acronym."""
        number = self._acronyms.get(raw)
        if number is None:
            return ()
        return _list(self._arrays.called, self._arrays.called_borders, number)

    def _city(self, number: int) -> tuple[str, ...]:
        """Return the words of an organisation's city."""
        return name_key(self.organisation(number).city)

    def country(self, number: int) -> str:
        """Return an organisation's country by its one name."""
        return country_of(self.organisation(number).country)

    def words(self, text: str) -> list[AffiliationWord]:
        """Read an affiliation's words, pairs joined as in the registry's names."""
        found: list[AffiliationWord] = []
        taken = False
        words = split_words(text)
        for word, after in zip_longest(words, words[1:]):
            if taken:
                last = found[-1]
                key, raw = last.key + word.key, last.raw + word.raw
                found[-1] = last._replace(key=key, raw=raw, cut=word.cut)
                taken = False
                continue
            found.append(word)
            taken = (
                after is not None
                and after.join == ""
                and f"{word.key} {after.key}" in self._pairs
            )
        return found

    def _readings(self, key: str, cut: bool) -> tuple[str, ...]:
        """Return the registry's words that a word may be, itself first if known."""
        known = (key,) if key in self.weights else ()
        if cut and len(key) > 2 and not key.isdigit():
            longer = self._beginning(key)
            longer.sort(key=self.weights.__getitem__)
            return known or tuple(longer[:_ENDINGS])
        if known or len(key) < _SHORTEST_SLIP or not key.isalpha():
            return known
        near = (
            (DamerauLevenshtein.distance(key, w, score_cutoff=1), self.weights[w], w)
            for w in self._beginning(key[:2])
            if abs(len(w) - len(key)) < 2
        )
        return tuple(w for d, _, w in sorted(near) if d == 1)[:2]

    def _beginning(self, start: str) -> list[str]:
        """Return the words that begin so, sorted."""
        words = self._arrays.words
        first = bisect_left(words, start)
        return words[first : bisect_left(words, f"{start}\U0010ffff", lo=first)]

    def candidates(self, readings: Sequence[Sequence[str]]) -> list[int]:
        """Return the numbers of names of which enough stands in an affiliation.

        Args:
            readings: for each word of it the registry's words that it may be.

        Returns:
            The names that share the most weight, and then those that stand in full;
            each once. Words that too many names have lead to none of the first kind.
        """
        present = {word for choice in readings for word in choice}
        found, have = self._counted(sorted(self._ids[word] for word in present))
        arrays = self._arrays
        enough = have >= _LEAST_COVER * arrays.rare_weights[found]
        found, have = found[enough], have[enough]
        likely = found[np.lexsort((found, -have))[:_LIKELY]].tolist()
        best: list[tuple[float, int]] = []
        for number in likely:
            whole = float(arrays.name_weights[number])
            shared = present.intersection(arrays.keys[number].split(" "))
            own = sum(self.weights[word] for word in sorted(shared))
            if own >= _LEAST_COVER * whole:
                best.append((round(own * own / whole, 9), number))
        best.sort(key=lambda each: (-each[0], each[1]))
        in_full = self._in_full(readings)
        return list(dict.fromkeys([number for _, number in best[:_NEAREST]] + in_full))

    def _counted(self, words: Sequence[int]) -> tuple[Integers, Floats]:
        """Return the names that hold rare ones of some words, and the words' weight."""
        arrays = self._arrays
        borders = arrays.postings_borders
        lists = [arrays.postings[borders[word] : borders[word + 1]] for word in words]
        rare = [n for n, own in enumerate(lists) if len(own) <= COMMON]
        if not rare:
            return np.zeros(0, dtype=np.int64), np.zeros(0)
        weights = np.repeat(
            arrays.weights[[words[n] for n in rare]], [len(lists[n]) for n in rare]
        )
        holders = np.concatenate([lists[n] for n in rare])
        found, place = np.unique(holders, return_inverse=True)
        return found, np.bincount(place, weights, len(found)).astype(float)

    def _in_full(self, readings: Sequence[Sequence[str]]) -> list[int]:
        """Return the numbers of names that stand word for word."""
        keys = [choice[0] if choice else "" for choice in readings]
        numbers = (
            self.exact(keys[start:end])
            for start in range(len(keys))
            for end in range(start + 1, min(len(keys), start + _LONGEST) + 1)
        )
        return [number for number in numbers if number is not None]


def index_registry(organisations: Sequence[Organisation]) -> RegistryIndex:
    """Index the organisations of a registry, but for those withdrawn from it."""
    return RegistryIndex(registry_arrays(organisations))


def _id_proper(id_: str) -> str:
    return bare_id(id_).lower()


def _list(values: Integers, borders: Integers, number: int) -> tuple[int, ...]:
    first, end = borders[number : number + 2]
    return tuple(values[first:end].tolist())
