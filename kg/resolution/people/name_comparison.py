"""How two names differ, where they can be one person's at all.

Accents, particles, hyphens and blanks make no difference. Every other one has a name,
and says something of how likely the two are one.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache, lru_cache
from typing import Literal

from kg.datafiles import word_rows
from kg.resolution.people.name_comparison_form import NameForm, normalize_u
from kg.resolution.people.ordinary_names import NamePart, are_two_names
from kg.resolution.people.syllable_names import (
    are_other_syllables,
    initials_are_whole,
)
from kg.text.names.name_parts import is_initial

Difference = Literal[
    "middle",  # a later given name is left out
    "initial",  # a given name is cut to its initial
    "nickname",  # Bill for William
    "clipped",  # Dani for Daniela
    "umlaut",  # Schuetze for Schütze
    "spelling",  # one letter more, less or other, or two exchanged
    "first",  # the first given name is left out: Detmar for W. Detmar
    "family",  # a part of a compound family name is left out
    "order",  # the same words in another order
    "suffix",  # Jr. is left out
]
Differences = frozenset[Difference]


NO_DIFFERENCE: Differences = frozenset()
# Not in Yue, nor in Michael.
_UMLAUT = re.compile(r"(?<=[aou])e(?!l\b)")
# Letters: "Möller" and "Moeller", but "Su" and "Sue" are two names.
_SHORTEST_UMLAUT = 5
# Letters: "Rob" is cut from "Robert", "Jo" from too many names.
_SHORTEST_CLIPPED = 3
SHORTEST_MISSPELT = 4
"""Letters: of shorter names one letter makes another name."""


def name_differences(a: NameForm, b: NameForm) -> Differences | None:
    """Return what differs between two names; None where no person can have both.

    A bare surname is compatible with nothing but itself, nor is a name in characters.

    >>> from kg.resolution.people.name_comparison_form import name_form
    >>> from kg.text.names.name_parts import parse_name
    >>> names = ("J. Smith", "John A. Smith", "Jane Smith")
    >>> initial, john, jane = (name_form(parse_name(name)) for name in names)
    >>> sorted(name_differences(initial, john))
    ['initial', 'middle']
    >>> name_differences(john, jane) is None
    True
    """
    if not (a.opened and b.opened) or a.is_of_characters or b.is_of_characters:
        return NO_DIFFERENCE if a == b else None
    if a.suffix and b.suffix and a.suffix != b.suffix:
        return None
    found = _compare_names(a, b)
    if found is None or {"initial", "spelling"} <= found:
        return None
    return found if a.suffix == b.suffix else found | {"suffix"}


def nicknames(word: str) -> frozenset[str]:
    """Return the full forms of a nickname, or the nicknames of a full form.

    >>> "william" in nicknames("bill")
    True
    """
    return _nicknames().get(word, frozenset())


@cache
def _nicknames() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for line in word_rows("people/nicknames"):
        full, *short = map(normalize_u, line)
        for nickname in short:
            found.setdefault(full, set()).add(nickname)
            found.setdefault(nickname, set()).add(full)
    return {word: frozenset(others) for word, others in found.items()}


def _is_transliteration(a: str, b: str) -> bool:
    """Tell whether ä, ö or ü in one word is ae, oe or ue in the other.

    >>> _is_transliteration("schutze", "schuetze")
    True
    """
    if abs(len(a) - len(b)) != 1 or max(len(a), len(b)) < _SHORTEST_UMLAUT:
        return False
    return without_umlauts(a) == b or without_umlauts(b) == a


def without_umlauts(word: str) -> str:
    """Return a word with a, o, u for ae, oe, ue.

    >>> without_umlauts("schuetze")
    'schutze'
    """
    return _UMLAUT.sub("", word)


def _compare_names(a: NameForm, b: NameForm) -> Differences | None:
    """Return what differs between two names that have given names, by family name first."""
    if a.whole == b.whole or "".join(a.family) == "".join(b.family):
        return _compare_given_names(a, b)
    if _are_cut_elsewhere(a, b):
        return NO_DIFFERENCE
    compound = [
        found
        for longer, shorter in ((a, b), (b, a))
        if (found := _compare_compound(longer, shorter)) is not None
    ]
    if compound:
        return min(
            compound,
            key=lambda differences: (
                len(differences),
                sorted(differences),
            ),
        ) | {"family"}
    if _is_transliteration("".join(a.family), "".join(b.family)):
        found = _compare_given_names(a, b)
        return None if found is None else found | {"umlaut"}
    if _is_slip("".join(a.family), "".join(b.family), "family"):
        found = _compare_given_names(a, b)
        return None if found is None or "spelling" in found else found | {"spelling"}
    same = sorted((*a.opened, *a.family)) == sorted((*b.opened, *b.family))
    return frozenset({"order"}) if same else None


def _are_cut_elsewhere(a: NameForm, b: NameForm) -> bool:
    """Tell whether one name joins to its family name what the other sets before it.

    "Yann LeCun" and "Yann Le Cun", "Mc Gill" and "McGill", "L' Homme" and "L'Homme".
    """
    short, long = sorted((a, b), key=lambda name: len(name.closed))
    given = len(short.closed)
    joined = "".join((*long.closed[given:], *long.family))
    return long.closed[:given] == short.closed and joined == "".join(short.family)


def _compare_compound(longer: NameForm, shorter: NameForm) -> Differences | None:
    """Compare names of which one has a further family name.

    It may be parsed as such ("Mollá", "Mollá-Aliod") or as what makes the first one a
    given name ("Ahmed Hassan", "Ahmed Hassan Awadallah").
    """
    size = len(shorter.family)
    ends = longer.family[:size], longer.family[-size:]
    if len(longer.family) > size and shorter.family in ends:
        return _compare_given_names(longer, shorter)
    last = longer.closed[-1]
    if len(longer.closed) > 1 and len(last) > 1 and last == "".join(shorter.family):
        cut = replace(longer, opened=longer.opened[:-1], closed=longer.closed[:-1])
        return _compare_given_names(cut, shorter)
    return None


def _compare_given_names(a: NameForm, b: NameForm) -> Differences | None:
    """Return what differs between the given names of two people of one family name.

    Hyphens are compared both ways, opened and closed; the fewest differences count.
    """
    if are_other_syllables(a, b):
        return None
    if len(a.opened) == len(b.opened) == 1:  # as most are
        return _compare_words(a.opened[0], b.opened[0])
    if (
        "".join(a.closed) == "".join(b.closed)
        and a.has_only_initials == b.has_only_initials
    ):
        return NO_DIFFERENCE
    spelt = [(a.closed, b.closed)]
    if a.opened != a.closed or b.opened != b.closed:
        spelt.append((a.opened, b.opened))
    found = [
        differences
        for x, y in spelt
        if (differences := _align_given_names(x, y)) is not None
    ]
    if found:
        fewest = min(found, key=len)
        whole = {"initial", "middle"} <= fewest and initials_are_whole(a, b)
        return fewest - {"middle"} if whole else fewest
    for x, y in spelt:
        short, long = sorted((x, y), key=len)
        if (
            len(short) < len(long)
            and len(short[0]) > 1
            and long[-len(short) :] == short
        ):
            return frozenset({"first"})
    return None


def _align_given_names(a: tuple[str, ...], b: tuple[str, ...]) -> Differences | None:
    """Match first names to each other, and the shorter list's others in order."""
    first = _compare_words(a[0], b[0])
    if first is None:
        return None
    found = set(first)
    short, long = sorted((a[1:], b[1:]), key=len)
    rest = iter(long)
    for word in short:
        differences = next(_differences_from_rest(word, rest), None)
        if differences is None:
            return None
        found |= differences
    if len(a) != len(b):
        found.add("middle")
    return frozenset(found)


def _differences_from_rest(word: str, rest: Iterator[str]) -> Iterator[Differences]:
    """Yield how a word differs from each of the rest that it may stand for."""
    for other in rest:
        differences = _compare_words(word, other)
        if differences is not None:
            yield differences


@lru_cache(maxsize=200_000)
def _compare_words(a: str, b: str) -> Differences | None:
    """Return what differs between two words of given names; None: too much."""
    if a == b:
        return NO_DIFFERENCE
    if is_initial(a) or is_initial(b):
        return frozenset({"initial"}) if a[0] == b[0] else None
    if _is_transliteration(a, b):
        return frozenset({"umlaut"})
    if b in nicknames(a):
        return frozenset({"nickname"})
    short, long = sorted((a, b), key=len)
    if len(short) >= _SHORTEST_CLIPPED and long.startswith(short):
        return None if are_two_names(a, b, "given") else frozenset({"clipped"})
    return frozenset({"spelling"}) if _is_slip(a, b, "given") else None


def _is_slip(a: str, b: str, part: NamePart) -> bool:
    """Tell whether one word may be the other mistyped, and no name of its own."""
    return _is_misspelling(a, b) and not are_two_names(a, b, part)


def _is_misspelling(a: str, b: str) -> bool:
    """Tell whether one typing error makes one word of the other (Damerau 1964).

    >>> _is_misspelling("eldan", "eldna"), _is_misspelling("eldan", "elder")
    (True, False)
    """
    short, long = sorted((a, b), key=len)
    if len(short) < SHORTEST_MISSPELT or len(long) - len(short) > 1:
        return False
    begin = 0
    while begin < len(short) and short[begin] == long[begin]:
        begin += 1
    end = 0
    while end < len(short) - begin and short[-1 - end] == long[-1 - end]:
        end += 1
    x, y = short[begin : len(short) - end], long[begin : len(long) - end]
    return len(y) <= 1 or (len(x) == len(y) == 2 and x == y[::-1])
