"""The names of a registry's organisations, by the words that they are compared by.

What our own table of institutions knows of an organisation (aliases and acronyms that
the registry lacks or gives to many) is added to it.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from kg.institutions.gazetteer import country_of
from kg.institutions.ror.normalization import Key, name_keys
from kg.institutions.ror.registry_record import Organisation
from kg.institutions.table import listed, table_rows

# "Microsoft (United States)": where it is, in a name.
_COUNTRY_AT_END = re.compile(r"(?:(?<!\s)\s++)?\([^()]++\)\s*+$")
# "MIT", "CNRS", "TUe", "AT&T"; "Inria" is written as a word.
_ACRONYM = re.compile(r"[A-Z][A-Za-z0-9&]{0,3}[A-Z0-9][A-Za-z0-9]{0,6}$")
_SHORTEST = 6  # letters of two words that may be written as one

Words = tuple[str, ...]


class Names(NamedTuple):
    """Every name once, with those who are called so by their number.

    Attributes:
        keys: the words of each.
        joined: the places of words that a small word stands before.
        bearers: the numbers of organisations.
        main: names and organisations called so first: by no alias, in no other tongue.
        ours: the same of names that our table has for them.
        acronyms: those called by each acronym.
        known: the organisations that our table has.
        known_acronyms: whom our table takes an acronym for.
        pairs: words that stand together and are one word in other names.
    """

    keys: list[Words]
    joined: list[tuple[int, ...]]
    bearers: list[list[int]]
    main: set[tuple[int, int]]
    ours: set[tuple[int, int]]
    acronyms: Mapping[str, tuple[int, ...]]
    known: frozenset[int]
    known_acronyms: Mapping[str, int]
    pairs: frozenset[tuple[str, str]]


class _Called(NamedTuple):
    """A name as it stands in the registry."""

    text: str
    organisation: int
    main: bool


def collect_names(organisations: Sequence[Organisation]) -> Names:
    """Collect the names of organisations, from the registry and from our table.

    Names and aliases that look like acronyms are acronyms. A row of our table and an
    organisation are the same where the country agrees and one name leads to it alone;
    the row's other names are added to it.
    """
    acronyms: dict[str, set[int]] = defaultdict(set)
    called = list(_called(organisations, acronyms))
    keys = name_keys(each.text for each in called)
    linked = dict(sorted(_linked(organisations, called, keys)))
    own = _of_one_row()
    known_acronyms: dict[str, int] = {}
    more: list[_Called] = []
    for number, row in linked.items():
        for name in _row_names(row):
            if _is_acronym(name):
                acronyms[name].add(number)
                if name in own:
                    known_acronyms[name] = number
            else:
                more.append(_Called(name, number, main=False))
    keys += name_keys(each.text for each in more)
    pairs = written_as_one([key.words for key in keys])
    names = Names(
        [],
        [],
        [],
        set(),
        set(),
        {a: tuple(sorted(n)) for a, n in acronyms.items() if len(a) > 1},
        frozenset(linked),
        known_acronyms,
        pairs,
    )
    _gather(names, called, more, keys)
    return names


def _gather(
    names: Names,
    called: Sequence[_Called],
    more: Sequence[_Called],
    keys: Sequence[Key],
) -> None:
    """Add every name once, with all who are called so; `more` are from our table."""
    firsts = frozenset(a for a, _ in names.pairs)
    number_of: dict[Words, int] = {}
    for place, key in enumerate(keys):
        ours = place >= len(called)
        each = more[place - len(called)] if ours else called[place]
        organisation = each.organisation
        words = key.words
        if not firsts.isdisjoint(words):
            words = join_pairs(words, names.pairs)
        if not words or (len(words[0]) == len(words) == 1 and words[0].isascii()):
            continue  # "X" alone stands for nobody
        number = number_of.setdefault(words, len(names.keys))
        if number == len(names.keys):
            names.keys.append(words)
            names.bearers.append([])
            # Places count only where no words were put together.
            joined = key.joined if len(words) == len(key.words) else ()
            names.joined.append(joined)
        if organisation not in names.bearers[number]:
            names.bearers[number].append(organisation)
        if each.main:
            names.main.add((number, organisation))
        if ours:
            names.ours.add((number, organisation))


def _called(
    organisations: Sequence[Organisation], acronyms: dict[str, set[int]]
) -> Iterator[_Called]:
    """Yield the names of organisations; those that are acronyms go to `acronyms`."""
    for number, each in enumerate(organisations):
        main = each.name
        yield _Called(main, number, main=True)
        seen = {main}
        if main.endswith(")"):
            main = _COUNTRY_AT_END.sub("", main)
            if main not in seen:
                seen.add(main)
                yield _Called(main, number, main=True)
        if _is_acronym(main):
            acronyms[main].add(number)
        for acronym in each.acronyms:
            acronyms[acronym.strip()].add(number)
        for name in (*each.aliases, *each.labels):
            if name in seen:
                continue
            seen.add(name)
            if _is_acronym(name):
                acronyms[name].add(number)
            else:
                yield _Called(name, number, main=False)


def _is_acronym(name: str) -> bool:
    return len(name) < 14 and _ACRONYM.match(name) is not None


def _linked(
    organisations: Sequence[Organisation],
    called: Sequence[_Called],
    keys: Sequence[Key],
) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield organisations with their rows of our table: the name and country agree."""
    rows = [(row, [row["name"], *listed(row, "aliases")]) for row in table_rows()]
    own = iter(name_keys(name for _, names in rows for name in names))
    wanted = [(row, [next(own).words for _ in names]) for row, names in rows]
    asked = {words for _, choices in wanted for words in choices}
    found: dict[Words, list[_Called]] = defaultdict(list)
    for each, key in zip(called, keys, strict=True):
        if key.words in asked:
            found[key.words].append(each)
    taken: set[int] = set()
    for row, choices in wanted:
        country = country_of(row["country"])
        number = _single_organisation(
            each
            for words in choices
            for each in found.get(words, ())
            if country_of(organisations[each.organisation].country) == country
        )
        if number is not None and number not in taken:
            taken.add(number)
            yield number, row


def _row_names(row: dict[str, str]) -> list[str]:
    return [row["name"], *listed(row, "acronyms"), *listed(row, "aliases")]


def _of_one_row() -> frozenset[str]:
    """Return the acronyms that our table has for one institution only."""
    rows = Counter(name for row in table_rows() for name in set(_row_names(row)))
    return frozenset(n for n, count in rows.items() if count == 1 and _is_acronym(n))


def _single_organisation(candidates: Iterable[_Called]) -> int | None:
    """Return the one organisation that is called so first, or at all."""
    found = list(candidates)
    for some in ([each for each in found if each.main], found):
        numbers = {each.organisation for each in some}
        if numbers:
            return numbers.pop() if len(numbers) == 1 else None
    return None


def written_as_one(keys: Sequence[Words]) -> frozenset[tuple[str, str]]:
    """Return the words that some names write as one: "jiao tong", "jiaotong"."""
    vocabulary = {word for key in keys for word in key}
    return frozenset(
        (a, b)
        for key in keys
        for a, b in pairwise(key)
        if a + b in vocabulary and len(a) > 1 < len(b) and len(a) + len(b) >= _SHORTEST
    )


def join_pairs(key: Words, pairs: frozenset[tuple[str, str]]) -> Words:
    """Return the words of a name, such pairs put together."""
    found: list[str] = []
    taken = False
    for word, after in zip(key, [*key[1:], ""], strict=True):
        if taken:
            found[-1] += word
            taken = False
        else:
            found.append(word)
            taken = (word, after) in pairs
    return tuple(found)
