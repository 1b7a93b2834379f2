"""The names of a registry, found by their words.

An inverted index from a word to the names that hold it, each word weighed by how few
organisations are called by it (inverse document frequency). A registry has a hundred
thousand organisations: the index is arrays, and a name is looked at when it is asked.
"""

from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache
from itertools import chain, count, zip_longest
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import DamerauLevenshtein

from kg.institutions.gazetteer import Gazetteer, country_of
from kg.institutions.ror.normalization import Word, name_key, read_words
from kg.institutions.ror.registry_names import Names, collect_names
from kg.institutions.ror.registry_record import Organisation
from kg.parallel import without_cyclic_gc

# Words of more names than this lead to no candidate: names of nothing else are found
# only where they stand in full.
_COMMON = 1500
_LIKELY = 60  # names whose words are counted
_NEAREST = 20  # of them those that are looked at closely
_LEAST_COVER = 0.5  # of the weight of a name's words
_LONGEST = 9  # words of a name that is looked for in full
_ENDINGS = 12  # words that one cut short may stand for
_SHORTEST_SLIP = 6  # letters of a word that may be misspelt


class Name(NamedTuple):
    """A name of one organisation or more.

    Attributes:
        key: its words.
        joined: the places of those that a small word stands before.
        weight: the sum of what its different words weigh.
        bearers: the numbers of the organisations called so, the first of them first.
        called: the same as a set.
    """

    number: int
    key: tuple[str, ...]
    joined: tuple[int, ...]
    weight: float
    bearers: tuple[int, ...]
    called: frozenset[int]


class RegistryIndex:
    """Organisations, found by the words and acronyms of their names."""

    def __init__(self, organisations: Sequence[Organisation]) -> None:
        """Index the names of organisations; those withdrawn are left out."""
        with without_cyclic_gc():
            self.organisations = [o for o in organisations if o.status != "withdrawn"]
            self.gazetteer = Gazetteer(self.organisations)
            self.number = {o.id: n for n, o in enumerate(self.organisations)}
            self.parents = {
                number: parents
                for number, each in enumerate(self.organisations)
                if (parents := self._related(each, "parent"))
            }
            self.names: Names = collect_names(self.organisations)
            self.exact = {key: n for n, key in enumerate(self.names.keys)}
            self._index(self.names)
            self._by_beginning: dict[str, list[str]] = defaultdict(list)
            for word in sorted(self.weights):
                self._by_beginning[word[:2]].append(word)
        self.readings = lru_cache(maxsize=1 << 16)(self._readings)
        self.name = lru_cache(maxsize=1 << 16)(self._name)
        self.city = lru_cache(maxsize=1 << 16)(self._city)

    def _related(self, organisation: Organisation, kind: str) -> frozenset[int]:
        if not organisation.relations:
            return frozenset()
        return frozenset(
            self.number[id_]
            for own, id_ in organisation.relations
            if own == kind and id_ in self.number
        )

    def _index(self, names: Names) -> None:
        """Weigh the words, and list the names of each."""
        ids: dict[str, int] = defaultdict(count().__next__)
        words = np.array([ids[word] for key in names.keys for word in key])
        own = np.repeat(np.arange(len(names.keys)), list(map(len, names.keys)))
        words, own = _distinct(words, own, len(names.keys))
        bearers = np.array(list(chain.from_iterable(names.bearers)))
        counts = np.array(list(map(len, names.bearers)))
        # The bearers of the name of each word: one list after another.
        first = (np.cumsum(counts) - counts)[own]
        counts = counts[own]
        before = np.repeat(np.cumsum(counts) - counts, counts)
        place = np.repeat(first, counts) + np.arange(counts.sum()) - before
        spread, _ = _distinct(
            np.repeat(words, counts), bearers[place], len(self.organisations)
        )
        called = np.bincount(spread, minlength=len(ids))
        size = len(self.organisations)
        weights = np.log((1 + size) / np.maximum(called, 1))
        self.unknown = float(np.log(1 + size))
        self.weights: dict[str, float] = dict(zip(ids, weights.tolist(), strict=True))
        borders = np.searchsorted(words, np.arange(len(ids) + 1))
        rare = np.diff(borders) <= _COMMON
        heavy = np.where(rare, weights, 0.0)
        self._rare = np.bincount(own, heavy[words], len(names.keys))
        self._whole = np.bincount(own, weights[words], len(names.keys))
        self._ids, self._own, self._borders = dict(ids), own, borders
        self._is_rare, self._weight = rare, weights

    def _name(self, number: int) -> Name:
        names = self.names
        return Name(
            number,
            names.keys[number],
            names.joined[number],
            float(self._whole[number]),
            tuple(names.bearers[number]),
            frozenset(names.bearers[number]),
        )

    def _city(self, number: int) -> tuple[str, ...]:
        """Return the words of an organisation's city."""
        return name_key(self.organisations[number].city)

    def country(self, number: int) -> str:
        """Return an organisation's country by its one name."""
        return country_of(self.organisations[number].country)

    def words(self, text: str) -> list[Word]:
        """Read an affiliation's words, pairs joined as in the registry's names."""
        found: list[Word] = []
        taken = False
        words = read_words(text)
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
                and (word.key, after.key) in self.names.pairs
            )
        return found

    def _readings(self, key: str, cut: bool) -> tuple[str, ...]:
        """Return the registry's words that a word may be, itself first if known."""
        known = (key,) if key in self.weights else ()
        if cut and len(key) > 2 and not key.isdigit():
            longer = [w for w in self._by_beginning[key[:2]] if w.startswith(key)]
            longer.sort(key=self.weights.__getitem__)
            return known or tuple(longer[:_ENDINGS])
        if known or len(key) < _SHORTEST_SLIP or not key.isalpha():
            return known
        near = (
            (DamerauLevenshtein.distance(key, w, score_cutoff=1), self.weights[w], w)
            for w in self._by_beginning[key[:2]]
            if abs(len(w) - len(key)) < 2
        )
        return tuple(w for d, _, w in sorted(near) if d == 1)[:2]

    def candidates(self, readings: Sequence[Sequence[str]]) -> list[int]:
        """Return the numbers of names of which enough stands in an affiliation."""
        present = {word for choice in readings for word in choice}
        found, have = self._counted(sorted(self._ids[word] for word in present))
        enough = have >= _LEAST_COVER * self._rare[found]
        found, have = found[enough], have[enough]
        likely = found[np.lexsort((found, -have))[:_LIKELY]].tolist()
        best: list[tuple[float, int]] = []
        for number in likely:
            whole = float(self._whole[number])
            shared = present.intersection(self.names.keys[number])
            own = sum(self.weights[word] for word in sorted(shared))
            if own >= _LEAST_COVER * whole:
                best.append((round(own * own / whole, 9), number))
        best.sort(key=lambda each: (-each[0], each[1]))
        in_full = self._in_full(readings)
        return list(dict.fromkeys([number for _, number in best[:_NEAREST]] + in_full))

    def _counted(
        self, words: Sequence[int]
    ) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
        """Return the names that hold rare ones of some words, and the words' weight."""
        rare = [word for word in words if self._is_rare[word]]
        borders = self._borders
        lists = [self._own[borders[w] : borders[w + 1]] for w in rare]
        if not lists:
            return np.zeros(0, dtype=np.int64), np.zeros(0)
        weights = np.repeat(self._weight[rare], list(map(len, lists)))
        found, place = np.unique(np.concatenate(lists), return_inverse=True)
        return found, np.bincount(place, weights, len(found)).astype(float)

    def _in_full(self, readings: Sequence[Sequence[str]]) -> list[int]:
        """Return the numbers of names that stand word for word."""
        keys = [choice[0] if choice else "" for choice in readings]
        return [
            self.exact[key]
            for start in range(len(keys))
            for end in range(start + 1, min(len(keys), start + _LONGEST) + 1)
            if (key := tuple(keys[start:end])) in self.exact
        ]


def _distinct(
    one: NDArray[np.int64], other: NDArray[np.int64], size: int
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return the different pairs, by the first and then the second, below `size`."""
    both = np.sort(one * size + other)
    both = both[np.diff(both, prepend=-1) > 0]
    return both // size, both % size
