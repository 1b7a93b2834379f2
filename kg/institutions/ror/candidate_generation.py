"""The organisations that an affiliation may name, each with what speaks for it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.institutions.ror.affiliation_parts import Stretch
from kg.institutions.ror.constraints import Constraints
from kg.institutions.ror.index import Name, RegistryIndex
from kg.institutions.ror.leftover_features import (
    leftover_features,
    shared_word_features,
)
from kg.institutions.ror.match_features import (
    Features,
    acronym_features,
    name_features,
    organisation_features,
    rival_features,
)
from kg.institutions.ror.name_alignment import AlignedName, align_name
from kg.institutions.ror.parsed_affiliation import ParsedAffiliation

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


def collect_evidence(
    parsed: ParsedAffiliation,
    index: RegistryIndex,
    *,
    absent: frozenset[int] = frozenset(),
) -> list[Evidence]:
    """Collect the evidence for every organisation that may be named.

    Args:
        parsed: the affiliation.
        index: the registry.
        absent: organisations to leave out, as of a registry that lacks them.

    Returns:
        One entry for each name or acronym that may be an organisation's; those of
        names first, the best of them first. What a constraint vetoes is not there.
    """
    names = (index.name(number) for number in index.candidates(parsed.choices))
    present = (_without_bearers(name, absent) for name in names)
    aligned = _best(
        [align_name(name, parsed, index) for name in present if name.bearers]
    )
    short = list(_short(parsed, index, absent))
    whole = [each for each in aligned if each.whole]
    in_full = frozenset(number for each in whole for number in each.name.bearers)
    constraints = Constraints(parsed, index, aligned)
    named = _Named(
        in_full,
        frozenset(n for e in whole if len(e.name.key) > 1 for n in e.name.bearers),
        frozenset(p for number in in_full for p in index.parents(number)),
        frozenset(number for _, numbers in short for number in numbers),
        [each.stretch for each in whole if "university" in each.name.key],
    )
    found = [
        e
        for n, each in enumerate(aligned)
        if not constraints.vetoes_name(each)
        for e in _by_name(n, aligned, named, constraints)
    ]
    for place, numbers in short:
        found += _by_acronym(place, numbers, named, constraints)
    return found


def _without_bearers(name: Name, absent: frozenset[int]) -> Name:
    """Return a name without some of its bearers."""
    if name.called.isdisjoint(absent):
        return name
    return name._replace(
        bearers=tuple(number for number in name.bearers if number not in absent),
        called=name.called - absent,
        main=name.main - absent,
        ours=name.ours - absent,
    )


def _best(aligned: list[AlignedName]) -> list[AlignedName]:
    """Return the names that fit best, the best first, and all that stand in full."""

    def rank(each: AlignedName) -> tuple[float, int]:
        return -round(each.similarity * each.shared_weight, 9), each.name.number

    ranked = sorted(aligned, key=rank)
    return [e for n, e in enumerate(ranked) if n < _KEPT or e.exact]


def _short(
    parsed: ParsedAffiliation, index: RegistryIndex, absent: frozenset[int]
) -> Iterator[tuple[int, tuple[int, ...]]]:
    """Yield the places of acronyms, with the organisations called so."""
    for place, word in enumerate(parsed.words):
        if parsed.is_acronym(place):
            numbers = tuple(n for n in index.acronym(word.raw) if n not in absent)
            if 0 < len(numbers) <= _MOST_BEARERS:
                yield place, numbers


def _by_name(
    rank: int, aligned: Sequence[AlignedName], named: _Named, constraints: Constraints
) -> Iterator[Evidence]:
    """Yield evidence for each organisation that an aligned name may mean.

    What the name shows is the same for all who bear it; what tells them apart is where they
    are, whether it is their main name, and which parents or acronyms stand beside it.
    """
    parsed, index = constraints.parsed, constraints.index
    each = aligned[rank]
    bearers = each.name.bearers[:_MOST_BEARERS]
    bearers = tuple(n for n in bearers if not constraints.vetoes_bearer(each, n))
    if not bearers:
        return
    shared = name_features(each, parsed, index) | rival_features(each, aligned)
    shared |= leftover_features(each.stretch, parsed)
    shared |= shared_word_features(each, parsed)
    shared["rank"] = min(rank, 10)
    shared["university_elsewhere"] = float(
        any(not stretch.meets(each.stretch) for stretch in named.universities)
    )
    missing = [key for key in each.name.key if key not in each.found]
    for number in bearers:
        own = organisation_features(number, each.name.bearers, parsed, index)
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
    constraints: Constraints,
) -> Iterator[Evidence]:
    """Yield evidence for each organisation that an acronym may mean.

    Its features have names of their own: an acronym says less than the same words in full,
    and the trees learn how much less.
    """
    parsed, index = constraints.parsed, constraints.index
    shared = acronym_features(place, numbers, parsed)
    rest = leftover_features(Stretch(place, place + 1), parsed)
    shared |= {f"acronym_{key}": value for key, value in rest.items()}
    shared["acronym_university_elsewhere"] = float(bool(named.universities))
    known = index.known_acronyms.get(parsed.words[place].raw)
    for number in numbers:
        if number not in named.spelt and constraints.vetoes_acronym(place, number):
            continue
        own = organisation_features(number, numbers, parsed, index)
        parents = index.parents(number)
        own["named"] = float(number in named.in_full)
        own["parent_named"] = float(not named.in_full.isdisjoint(parents))
        own["ours"] = float(number == known)
        own["others"] = float(known is not None and number != known)
        features = {f"acronym_{key}": value for key, value in own.items()}
        yield Evidence(number, Stretch(place, place + 1), shared | features)
