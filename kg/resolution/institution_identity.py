"""Which institution a name stands for, where several are called so.

There is a Ministry of Health in Peru and one in Kenya, a University of Engineering and
Technology in Hanoi and in Lahore; Northeastern University is in Boston and in Shenyang.
A registry's id tells them apart, or else the country, but not of a company, which has
sites in many; of hospitals and schools the city ("City Hospital").
"""

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import NamedTuple, TypeVar

from kg.datafiles import labelled_words, word_list
from kg.institutions.country_codes import code_of_country
from kg.institutions.generic_names import names_but_kinds
from kg.institutions.table import country_of_row, known
from kg.kinds import family_kinds
from kg.records import Extraction, InstitutionFacts, Mention
from kg.resolution.name_index import NameNodes, mention_name
from kg.text.folding import fold

T = TypeVar("T")
_MAJORITY = 1 / 2  # of the mentions that state a country or a city


class Identity(NamedTuple):
    """What tells an institution from others of its name, None where nothing does."""

    ror: str | None
    country: str | None
    city: str | None = None


NOBODY = Identity(None, None)


def identity_of(mention: Mention) -> Identity:
    """Return what a mention tells of which institution it means."""
    facts = mention.facts
    if not isinstance(facts, InstitutionFacts):
        return NOBODY
    return Identity(facts.ror, facts.country, facts.city)


def several_meant(
    extractions: Iterable[Extraction],
) -> dict[str, dict[Identity, Hashable]]:
    """Return the names that stand for several institutions, with a key for each.

    By name and by what a mention tells: mentions of one key mean one institution.
    """
    kinds = family_kinds("institution")
    counts: dict[str, Counter[Identity]] = {}
    for extraction in extractions:
        for mention in extraction.mentions:
            if mention.kind in kinds:
                own = counts.setdefault(mention_name(mention), Counter())
                own[identity_of(mention)] += 1
    keys = ((name, group_identities(name, own)) for name, own in counts.items())
    return {name: own for name, own in keys if len(set(own.values())) > 1}


def group_identities(
    name: str, counts: Mapping[Identity, int]
) -> dict[Identity, Hashable]:
    """Return a key for each of the identities that mentions of one name have.

    An id is a key. What has none goes with the id of its country; without a country, or
    of an institution with sites in many, with those that are most. So do, within a
    country, mentions without a city of what every city has.
    """
    order = sorted(counts, key=lambda own: -counts[own])  # stable: of equals the first
    linked = [own for own in order if own.ror]
    by_country = {own.country: own.ror for own in reversed(linked) if own.country}
    national = word_list("institutions/national_institution_kinds")
    apart = names_but_kinds(name) or not national.isdisjoint(fold(name).split())
    local = is_local(name)
    keys: dict[Identity, Hashable] = {}
    for own in order:
        if own.ror:
            keys[own] = own.ror
        elif own.country in by_country:
            keys[own] = by_country[own.country]
        elif own.country and local and own.city:
            keys[own] = own.country, fold(own.city)
        elif own.country and apart and not local:
            keys[own] = own.country
    for own in order if local else ():
        if own.country and own not in keys:
            same = (keys[o] for o in order if o.country == own.country and o in keys)
            keys[own] = next(same, own.country)
    main = next((keys[own] for own in order if own in keys), None)
    return {own: keys.get(own, main) for own in counts}


def is_local(name: str) -> bool:
    """Tell whether every city may have an institution that is called so.

    One that our table knows is where it is, whatever the suburb.

    >>> is_local("City Hospital"), is_local("Institute of Physics"), is_local("NASA")
    (True, True, False)
    """
    if known(name) is not None:
        return False
    kinds = labelled_words("institutions/local_institution_kinds")
    national = word_list("institutions/national_institution_kinds") - kinds["bare"]
    own = set(fold(name).split())
    if not own.isdisjoint(kinds["named"]):
        return True
    return (
        not own.isdisjoint(kinds["bare"])
        and names_but_kinds(name)
        and own.isdisjoint(national)
    )


def node_identities(
    extractions: Sequence[Extraction], nodes: NameNodes
) -> list[Counter[Identity]]:
    """Return how often the mentions of each node tell what."""
    found: list[Counter[Identity]] = [Counter() for _ in nodes.names]
    for (number, position), node in zip(nodes.places, nodes.node_at, strict=True):
        found[node][identity_of(extractions[number].mentions[position])] += 1
    return found


def common_facts(
    facts: Sequence[InstitutionFacts], names: Iterable[str] = ()
) -> InstitutionFacts:
    """Return what mentions of an institution tell, linked ones before others.

    Where they state several countries, as of a company with sites in many, it is that of
    the majority; without one, that of them which our table has for a name, or none.
    Cities are taken from mentions of that country, so that they agree.
    """
    linked = [each for each in facts if each.ror] or list(facts)
    country = _agreed(each.country for each in linked)
    if country is None:
        stated = {each.country for each in linked if each.country}
        country = next((c for c in map(_code_of_row, names) if c in stated), None)
    there = [each for each in linked if each.country == country]
    own = _most_frequent(
        (e.parent, e.parent_ror, e.ancestors) for e in linked if e.parent
    )
    parent, parent_ror, ancestors = own or (None, None, ())
    return InstitutionFacts(
        _most_frequent(each.ror for each in linked),
        country,
        _agreed(each.city for each in there),
        parent,
        parent_ror,
        ancestors=ancestors,
    )


def _code_of_row(name: str) -> str | None:
    """Return the country's code of an institution of our table."""
    row = known(name)
    country = country_of_row(row.name) if row is not None else None
    return country and code_of_country(country)


def _agreed(values: Iterable[T | None]) -> T | None:
    """Return what most of the mentions state that state one, if they agree so far."""
    counts = Counter(value for value in values if value)
    first = counts.most_common(1)
    return first[0][0] if first and first[0][1] > _MAJORITY * counts.total() else None


def _most_frequent(values: Iterable[T | None]) -> T | None:
    counts = Counter(value for value in values if value)
    return counts.most_common(1)[0][0] if counts else None
