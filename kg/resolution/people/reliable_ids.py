"""Which identifiers of people to rely on, and which are slips of whoever typed them.

An ORCID that a record gives to two of its authors (whose names cannot be one person's),
that stands on names without a word in common, or beside another one on one name of one
work, joins nobody: it is a doubt, which resolution notes for a person to review.
"""

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, field
from itertools import combinations

from rapidfuzz.distance import OSA

from kg.resolution.people.name_comparison import name_differences
from kg.resolution.people.name_comparison_form import NameForm, name_form
from kg.resolution.people.profiles import NameInWork, Profile
from kg.resolution.person_ids import ORCID, PersonId
from kg.sources.records.record_ids import parse_orcid
from kg.text.names.name_parts import parse_name

_SHORTEST_WORD = 2  # letters; an initial in common is nothing
_SLIP = 1  # digits of an ORCID, or two that changed places


@dataclass(frozen=True, slots=True)
class Doubt:
    """An ORCID that is not relied on for a name in a work, and why."""

    unit: NameInWork
    orcid: str
    reason: str


@dataclass(frozen=True, slots=True)
class ReliableIds:
    """The identifiers of each name in a work that has some, and the doubtful ones."""

    of: dict[NameInWork, frozenset[PersonId]] = field(default_factory=dict)
    doubts: list[Doubt] = field(default_factory=list)


def find_reliable_ids(
    known: Mapping[NameInWork, Profile],
) -> ReliableIds:
    """Return the identifiers of profiles that can be relied on, and doubts of others."""
    claimed = {unit: profile.ids for unit, profile in known.items() if profile.ids}
    forms = {unit: name_form(parse_name(unit[0])) for unit in claimed}
    reasons: dict[tuple[NameInWork, PersonId], str] = {}
    for unit, identifier in _contradicting(claimed, forms):
        reasons[unit, identifier] = "One work gives the name several"
    for unit, identifier in _mistyped(claimed, forms):
        reasons[unit, identifier] = "It is the name's own but for a slip"
    carriers: dict[PersonId, list[NameInWork]] = {}
    for unit in claimed:
        for identifier in claimed[unit]:
            if identifier[0] == ORCID and (unit, identifier) not in reasons:
                carriers.setdefault(identifier, []).append(unit)
    for identifier, units in sorted(carriers.items()):
        shared = _of_one_record(units, forms, known)
        reasons |= {
            (u, identifier): "One record gives it to two authors" for u in shared
        }
        left = [unit for unit in units if unit not in shared]
        reasons |= {
            (unit, identifier): "It stands on names without a word in common"
            for unit in _of_another_name(left, forms)
        }
    return _without_doubtful(claimed, reasons)


def _without_doubtful(
    claimed: Mapping[NameInWork, Set[PersonId]],
    reasons: Mapping[tuple[NameInWork, PersonId], str],
) -> ReliableIds:
    """Leave out the identifiers that there is a reason to doubt."""
    reliable = ReliableIds()
    for unit, identifiers in claimed.items():
        kept = {each for each in identifiers if (unit, each) not in reasons}
        if kept:
            reliable.of[unit] = frozenset(kept)
        for scheme, value in sorted(identifiers - kept):
            if scheme == ORCID:
                reason = f"{reasons[unit, (scheme, value)]}: ORCID {value}."
                reliable.doubts.append(Doubt(unit, value, reason))
    return reliable


def _contradicting(
    claimed: Mapping[NameInWork, Set[PersonId]],
    forms: Mapping[NameInWork, NameForm],
) -> list[tuple[NameInWork, PersonId]]:
    """Return what gives one name in one work two identifiers of a scheme."""
    values: dict[tuple[NameForm, int, str], set[str]] = {}
    for unit, identifiers in claimed.items():
        for scheme, value in identifiers:
            values.setdefault((forms[unit], unit[1], scheme), set()).add(value)
    return [
        (unit, identifier)
        for unit, identifiers in claimed.items()
        for identifier in identifiers
        if len(values[forms[unit], unit[1], identifier[0]]) > 1
    ]


def _mistyped(
    claimed: Mapping[NameInWork, Set[PersonId]],
    forms: Mapping[NameInWork, NameForm],
) -> list[tuple[NameInWork, PersonId]]:
    """Return the ORCIDs that are no ORCID, and are one of the same name but for a slip."""
    of_name: dict[NameForm, set[str]] = {}
    for unit, identifiers in claimed.items():
        own = {value for scheme, value in identifiers if scheme == ORCID}
        of_name.setdefault(forms[unit], set()).update(filter(parse_orcid, own))
    return [
        (unit, (scheme, value))
        for unit, identifiers in claimed.items()
        for scheme, value in sorted(identifiers)
        if scheme == ORCID and not parse_orcid(value)
        if any(OSA.distance(value, o) <= _SLIP for o in of_name[forms[unit]])
    ]


def _of_one_record(
    units: Iterable[NameInWork],
    forms: Mapping[NameInWork, NameForm],
    known: Mapping[NameInWork, Profile],
) -> set[NameInWork]:
    """Return the units of which one author line has names of two people.

    "John Kowalski" and "J. Kowalski" are one author, listed twice.
    """
    in_line: dict[int, list[NameInWork]] = {}
    for unit in units:
        for document in known[unit].author_lines:
            in_line.setdefault(document, []).append(unit)
    return {
        unit
        for together in in_line.values()
        if any(
            name_differences(a, b) is None
            for a, b in combinations(dict.fromkeys(forms[u] for u in together), 2)
        )
        for unit in together
    }


def _of_another_name(
    units: Iterable[NameInWork], forms: Mapping[NameInWork, NameForm]
) -> list[NameInWork]:
    """Return the units whose names are unlike the one that most works have.

    Where as many works have names unlike it, all are returned: nobody knows whose the
    identifier is.
    """
    works: dict[NameForm, list[NameInWork]] = {}
    for unit in units:
        works.setdefault(forms[unit], []).append(unit)
    if len(works) < 2:
        return []
    main = min(works, key=lambda name: (-len(works[name]), repr(name)))
    unlike = [u for name in works if not can_be_one(main, name) for u in works[name]]
    total = sum(map(len, works.values()))
    if 2 * len(unlike) >= total:
        return [unit for own in works.values() for unit in own]
    return unlike


def can_be_one(a: NameForm, b: NameForm) -> bool:
    """Tell whether one person may have both names in the course of a life.

    Names that differ as names of one person do; and, as people marry or take another
    given name beside their own, names with a word in common.

    >>> from kg.text.names.name_parts import parse_name
    >>> brandl, huber, klee = (
    ...     name_form(parse_name(n)) for n in ("Eva Brandl", "Eva Huber", "Jo Klee")
    ... )
    >>> can_be_one(brandl, huber), can_be_one(brandl, klee)
    (True, False)
    """
    if name_differences(a, b) is not None:
        return True
    first, second = ({*name.opened, *name.family} for name in (a, b))
    return any(len(word) >= _SHORTEST_WORD for word in first & second)
