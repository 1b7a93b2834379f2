"""A registry as plain arrays and texts: what its index looks into, and keeps on disk.

Lists of lists stand one after another with the borders between them, so that a hundred
thousand organisations load at once, and a name is looked at when it is asked for.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from kg.datafiles import mapping
from kg.institutions.ror.registry_names import Names, collect_names
from kg.institutions.ror.registry_record import Organisation, to_json
from kg.parallel import without_cyclic_gc

Integers = NDArray[np.int64]
Floats = NDArray[np.float64]

# Words of more names than this lead to no candidate: names of nothing else are found
# only where they stand in full.
COMMON = 1500
# Organisations of the registry that the trees were trained with. The words of a smaller
# one are weighed as if it were a part of one of this size: in a registry of ten, even
# "University" would be rare, and what trees know of rare words be wrong.
TYPICAL_SIZE = 49_996


@dataclass(frozen=True, slots=True)
class RegistryArrays:
    """Everything that is asked of a registry.

    `X_borders` has one entry more than there are lists in `X`: list n is
    `X[X_borders[n]:X_borders[n + 1]]`.

    Attributes:
        ids: of organisations, by their number; those withdrawn are left out.
        records: the fields of each organisation as JSON, one after another.
        parents: (pairs, 2): an organisation and one that it belongs to, sorted.
        places: each city with its country, as the registry spells them.
        keys: the words of each name, with blanks between them.
        joined: the places of a name's words that a small word stands before.
        bearers: the numbers of the organisations with a name, its first bearer first.
        main: of each of these, whether it is called so first: by no alias or label.
        ours: of each of these, whether our own table has the name for it.
        acronyms: with `called`, the numbers of those with each.
        known: the organisations that our table has.
        known_acronyms: with `known_called`, whom our table takes each one for.
        pairs: two words that some names write as one, with a blank between them.
        words: of all names, sorted; with the weight of each (inverse document
            frequency: how few organisations are called by it).
        postings: the names that hold each word.
        name_weights: the sum of what the different words of a name weigh;
            `rare_weights`, of those that are rare enough to be looked up by.
    """

    ids: list[str]
    records: NDArray[np.uint8]
    records_borders: Integers
    parents: Integers
    places: list[list[str]]
    keys: list[str]
    joined: Integers
    joined_borders: Integers
    bearers: Integers
    bearers_borders: Integers
    main: NDArray[np.bool_]
    ours: NDArray[np.bool_]
    acronyms: list[str]
    called: Integers
    called_borders: Integers
    known: Integers
    known_acronyms: list[str]
    known_called: Integers
    pairs: list[str]
    words: list[str]
    weights: Floats
    postings: Integers
    postings_borders: Integers
    name_weights: Floats
    rare_weights: Floats


def registry_arrays(organisations: Sequence[Organisation]) -> RegistryArrays:
    """Lay a registry out as arrays; the same one gives the same arrays."""
    with without_cyclic_gc():
        kept = [each for each in organisations if each.status != "withdrawn"]
        names = collect_names(kept)
        records = [to_json(each) for each in kept]
        words, postings, postings_borders, weights = _weighed(names, len(kept))
        own = np.repeat(np.arange(len(words)), np.diff(postings_borders))
        rare = np.diff(postings_borders) <= COMMON
        heavy = np.where(rare, weights, 0.0)
        bearers, bearers_borders = _listed(names.bearers)
        joined, joined_borders = _listed(names.joined)
        called, called_borders = _listed(names.acronyms.values())
        borne = [(n, b) for n, own in enumerate(names.bearers) for b in own]
        places = {(each.city, each.country) for each in kept}
        return RegistryArrays(
            ids=[each.id for each in kept],
            records=np.frombuffer(b"".join(records), dtype=np.uint8),
            records_borders=_borders(map(len, records)),
            parents=_parents(kept),
            places=[list(place) for place in sorted(places)],
            keys=[" ".join(key) for key in names.keys],
            joined=joined,
            joined_borders=joined_borders,
            bearers=bearers,
            bearers_borders=bearers_borders,
            main=np.array([each in names.main for each in borne], dtype=bool),
            ours=np.array([each in names.ours for each in borne], dtype=bool),
            acronyms=list(names.acronyms),
            called=called,
            called_borders=called_borders,
            known=np.array(sorted(names.known), dtype=np.int64),
            known_acronyms=list(names.known_acronyms),
            known_called=np.array([*names.known_acronyms.values()], dtype=np.int64),
            pairs=sorted(" ".join(pair) for pair in names.pairs),
            words=words,
            weights=weights,
            postings=postings,
            postings_borders=postings_borders,
            name_weights=_summed(postings, weights[own], len(names.keys)),
            rare_weights=_summed(postings, heavy[own], len(names.keys)),
        )


# Whose numbers an array holds, by the list of what it numbers; how long an array is.
_NUMBERS_OF = {
    **dict.fromkeys(("parents", "bearers", "called", "known", "known_called"), "ids"),
    "postings": "keys",
}
_AS_LONG_AS = {
    "main": "bearers",
    "ours": "bearers",
    "known_called": "known_acronyms",
    "weights": "words",
    "name_weights": "keys",
    "rare_weights": "keys",
}
_LISTS_FOR = {
    "records": "ids",
    "joined": "keys",
    "bearers": "keys",
    "called": "acronyms",
    "postings": "words",
}


def check_arrays(arrays: RegistryArrays) -> None:
    """Check that arrays fit together, so that no look into one goes astray.

    Raises:
        ValueError: they do not.
    """
    size = {each.name: len(getattr(arrays, each.name)) for each in fields(arrays)}
    for name, other in _NUMBERS_OF.items():
        values = getattr(arrays, name)
        if size[name] and not 0 <= values.min() <= values.max() < size[other]:
            raise ValueError(f"{name} are no numbers of {other}")
    for name, other in _AS_LONG_AS.items():
        if size[name] != size[other]:
            raise ValueError(f"{name} are not as many as {other}")
    for name, other in _LISTS_FOR.items():
        borders = getattr(arrays, f"{name}_borders")
        whole = len(borders) == size[other] + 1 and borders[-1] == size[name]
        if not whole or borders[0] != 0 or np.any(np.diff(borders) < 0):
            raise ValueError(f"{name} are no lists for {other}")


def _weighed(
    names: Names, organisations: int
) -> tuple[list[str], Integers, Integers, Floats]:
    """Return the words, the names that hold each with their borders, the weights."""
    words = sorted(set(chain.from_iterable(names.keys)))
    number = {word: n for n, word in enumerate(words)}
    holds, borders = _listed([number[word] for word in key] for key in names.keys)
    own = np.repeat(np.arange(len(names.keys)), np.diff(borders))
    holds, own = _distinct(holds, own, len(names.keys))
    bearers, borders = _listed(names.bearers)
    counts = np.diff(borders)[own]
    # The bearers of the name of each word: one list after another.
    before = np.repeat(np.cumsum(counts) - counts, counts)
    place = np.repeat(borders[own], counts) + np.arange(counts.sum()) - before
    spread, _ = _distinct(np.repeat(holds, counts), bearers[place], organisations)
    called = np.bincount(spread, minlength=len(words))
    weights = _weights(words, called, organisations)
    return words, own, np.searchsorted(holds, np.arange(len(words) + 1)), weights


def _weights(words: Sequence[str], called: Integers, organisations: int) -> Floats:
    """Return the inverse document frequency of words, those that are lacking expected."""
    lacking = max(TYPICAL_SIZE - organisations, 0) / TYPICAL_SIZE
    common = mapping("institutions/common_name_words") if lacking else {}
    expected = np.array([int(common.get(word, 0)) for word in words]) * lacking
    return weight_unknown(organisations) - np.log(np.maximum(called + expected, 1))


def weight_unknown(organisations: int) -> float:
    """Return what a word weighs that no name has, in a registry of so many."""
    return float(np.log(1 + max(organisations, TYPICAL_SIZE)))


def _parents(organisations: Sequence[Organisation]) -> Integers:
    number = {each.id: n for n, each in enumerate(organisations)}
    pairs = {
        (n, number[id_])
        for n, each in enumerate(organisations)
        for kind, id_ in each.relations
        if kind == "parent" and id_ in number
    }
    return np.array(sorted(pairs), dtype=np.int64).reshape(len(pairs), 2)


def _listed(lists: Iterable[Sequence[int]]) -> tuple[Integers, Integers]:
    lists = list(lists)
    values = np.array(list(chain.from_iterable(lists)), dtype=np.int64)
    return values, _borders(map(len, lists))


def _summed(numbers: Integers, values: Floats, size: int) -> Floats:
    return np.bincount(numbers, values, size).astype(float)


def _borders(lengths: Iterable[int]) -> Integers:
    return np.cumsum([0, *lengths], dtype=np.int64)


def _distinct(one: Integers, other: Integers, size: int) -> tuple[Integers, Integers]:
    """Return the different pairs, by the first and then the second, below `size`."""
    both = np.sort(one * size + other)
    both = both[np.diff(both, prepend=-1) > 0]
    return both // size, both % size
