"""The organisations that an affiliation may name, each with what speaks for it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.institutions.ror.constraints import Refusals
from kg.institutions.ror.index import RegistryIndex
from kg.institutions.ror.match_features import (
    Features,
    among,
    of_acronym,
    of_name,
    of_organisation,
)
from kg.institutions.ror.name_alignment import Laid, lay
from kg.institutions.ror.parsed import Reading
from kg.institutions.ror.stretch import Stretch

_KEPT = 12  # names whose features are worked out
_MOST_BEARERS = 30  # of a name or acronym; of more, none can be told


@dataclass(frozen=True, slots=True)
class Evidence:
    """An organisation, where it may be named, and the features of it by name."""

    organisation: int
    stretch: Stretch
    features: Features


@dataclass(frozen=True, slots=True)
class _Named:
    """What else an affiliation names: organisations in full, by acronym, universities.

    `parents` are those of organisations named in full; `spelt` is in full by more
    than a word.
    """

    in_full: frozenset[int]
    spelt: frozenset[int]
    parents: frozenset[int]
    short: frozenset[int]
    universities: Sequence[Stretch]


def collect_evidence(reading: Reading, index: RegistryIndex) -> list[Evidence]:
    """Collect the evidence for every organisation that may be named."""
    candidates = index.candidates(reading.choices)
    laid = _best([lay(index.name(number), reading, index) for number in candidates])
    short = list(_short(reading, index))
    whole = [each for each in laid if each.whole]
    in_full = frozenset(number for each in whole for number in each.name.bearers)
    refusals = Refusals(reading, index, laid)
    named = _Named(
        in_full,
        frozenset(n for e in whole if len(e.name.key) > 1 for n in e.name.bearers),
        frozenset(p for number in in_full for p in index.parents(number)),
        frozenset(number for _, numbers in short for number in numbers),
        [each.stretch for each in whole if "university" in each.name.key],
    )
    found = [
        e
        for n, each in enumerate(laid)
        if not refusals.name(each)
        for e in _by_name(n, laid, named, refusals)
    ]
    for place, numbers in short:
        found += _by_acronym(place, numbers, named, refusals)
    return found


def _best(laid: list[Laid]) -> list[Laid]:
    """Return the names that fit best, the best first, and all that stand in full."""
    ranked = sorted(laid, key=lambda e: (-round(e.alike * e.have, 9), e.name.number))
    return [e for n, e in enumerate(ranked) if n < _KEPT or e.exact]


def _short(
    reading: Reading, index: RegistryIndex
) -> Iterator[tuple[int, tuple[int, ...]]]:
    """Yield the places of acronyms, with the organisations called so."""
    for place, word in enumerate(reading.words):
        if reading.is_acronym(place):
            numbers = index.acronym(word.raw)
            if 0 < len(numbers) <= _MOST_BEARERS:
                yield place, numbers


def _by_name(
    rank: int, laid: Sequence[Laid], named: _Named, refusals: Refusals
) -> Iterator[Evidence]:
    reading, index = refusals.reading, refusals.index
    each = laid[rank]
    bearers = each.name.bearers[:_MOST_BEARERS]
    bearers = tuple(n for n in bearers if not refusals.bearer(each, n))
    if not bearers:
        return
    shared = of_name(each, reading, index) | among(each, laid)
    shared["rank"] = min(rank, 10)
    shared["university_elsewhere"] = float(
        any(not stretch.meets(each.stretch) for stretch in named.universities)
    )
    missing = [key for key in each.name.key if key not in each.found]
    for number in bearers:
        own = of_organisation(number, each.name.bearers, reading, index)
        parents = index.parents(number)
        city = index.city(number)
        own["main"] = float(number in each.name.main)
        own["parent_named"] = float(not named.in_full.isdisjoint(parents))
        own["child_named"] = float(number in named.parents)
        own["acronym_too"] = float(number in named.short)
        own["missing_city"] = float(
            bool(missing) and all(key in city for key in missing)
        )
        yield Evidence(number, each.stretch, shared | own)


def _by_acronym(
    place: int,
    numbers: Sequence[int],
    named: _Named,
    refusals: Refusals,
) -> Iterator[Evidence]:
    reading, index = refusals.reading, refusals.index
    shared = of_acronym(place, numbers, reading)
    shared["acronym_university_elsewhere"] = float(bool(named.universities))
    known = index.known_acronyms.get(reading.words[place].raw)
    for number in numbers:
        if number not in named.spelt and refusals.acronym(place, number):
            continue
        own = of_organisation(number, numbers, reading, index)
        parents = index.parents(number)
        own["named"] = float(number in named.in_full)
        own["parent_named"] = float(not named.in_full.isdisjoint(parents))
        own["ours"] = float(number == known)
        own["others"] = float(known is not None and number != known)
        features = {f"acronym_{key}": value for key, value in own.items()}
        yield Evidence(number, Stretch(place, place + 1), shared | features)
