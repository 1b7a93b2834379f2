"""How two names differ, where they can be one person's at all.

Accents, particles, hyphens and blanks make no difference. Every other one has a name,
and says something of how likely the two are one.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import Literal

from kg.datafiles import mapping, word_rows
from kg.text.names.name_affixes import PARTICLES
from kg.text.names.name_parts import PersonName

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

COMMON_FAMILY_NAME = 100
"""A family name of so many of 100,000 authors is common."""

NO_DIFFERENCE: Differences = frozenset()
# Not in Yue, nor in Michael.
_UMLAUT = re.compile(r"(?<=[aou])e(?!l\b)")
_SHORTEST_UMLAUT = 5
_CAPITAL_PARTICLES = frozenset(
    ["de", "del", "della", "den", "der", "di", "dos", "du", "ten", "ter", "van", "von"]
)
_VIETNAMESE = frozenset(
    ["bui", "dang", "dao", "dinh", "do", "duong", "ho", "hoang", "huynh", "le", "ly",
     "ngo", "nguyen", "pham", "phan", "tran", "trinh", "vo", "vu"]
)  # fmt: skip
_SHORTEST_CLIPPED = 3
_SHORTEST_MISSPELT = 4


@dataclass(frozen=True, slots=True)
class NameForm:
    """A name in the form in which it is compared.

    Given names are there twice, with hyphens `opened` into words and `closed`. `family`
    has the words of the family name without particles, `whole` all of it in one. A bare
    surname has no given names.
    """

    opened: tuple[str, ...]
    closed: tuple[str, ...]
    family: tuple[str, ...]
    whole: str
    suffix: str

    @property
    def has_only_initials(self) -> bool:
        """Whether nothing of the given names is written out."""
        return all(len(word) == 1 for word in self.opened)

    @property
    def coauthor_key(self) -> tuple[str, str]:
        """The family name's last word and the given names, by which co-authors are told."""
        return self.family[-1], "".join(self.closed)


@lru_cache(maxsize=500_000)
def name_form(name: PersonName) -> NameForm:
    """Return the form in which a name is compared."""
    given, particles = _without_particles(name.given, name.family)
    words = [*particles, *name.family.replace("-", " ").split()] or [""]
    full = [word for word in words if word not in PARTICLES] or words
    opened = [part for word in given for part in word.split("-")]
    return NameForm(
        tuple(map(_normalize_u, opened)),
        tuple(_normalize_u(word.replace("-", "")) for word in given),
        tuple(map(_normalize_u, full)),
        "".join(map(_normalize_u, words)),
        name.suffix,
    )


def _without_particles(
    given: tuple[str, ...], family: str
) -> tuple[tuple[str, ...], list[str]]:
    """Take particles in capitals ("De", "Van") off the end of the given names.

    Before a family name that is common among authors, as Zhang, and behind a Vietnamese
    one, they are given names.
    """
    end = len(given)
    while end > 1 and given[end - 1] in _CAPITAL_PARTICLES:
        end -= 1
    if end < len(given) and (
        given[0] in _VIETNAMESE
        or int(mapping("people/family_names").get(family, 0)) >= COMMON_FAMILY_NAME
    ):
        end = len(given)
    return given[:end], list(given[end:])


def name_differences(a: NameForm, b: NameForm) -> Differences | None:
    """Return what differs between two names; None where no person can have both.

    A bare surname is compatible with nothing but itself.
    """
    if not (a.opened and b.opened):
        return NO_DIFFERENCE if a == b else None
    if a.suffix and b.suffix and a.suffix != b.suffix:
        return None
    found = _compare_names(a, b)
    if found is None or {"initial", "spelling"} <= found:
        return None
    return found if a.suffix == b.suffix else found | {"suffix"}


def nicknames(word: str) -> frozenset[str]:
    """Return the full forms of a nickname, or the nicknames of a full form."""
    return _nicknames().get(word, frozenset())


@cache
def _nicknames() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for line in word_rows("people/nicknames"):
        full, *short = map(_normalize_u, line)
        for nickname in short:
            found.setdefault(full, set()).add(nickname)
            found.setdefault(nickname, set()).add(full)
    return {word: frozenset(others) for word, others in found.items()}


def _normalize_u(word: str) -> str:
    """Return a word with u for the ü that is written v (Lv for Lü)."""
    return word[0] + "u" if word in ("lv", "nv") else word


def _is_transliteration(a: str, b: str) -> bool:
    """Tell whether ä, ö or ü in one word is ae, oe or ue in the other."""
    if abs(len(a) - len(b)) != 1 or max(len(a), len(b)) < _SHORTEST_UMLAUT:
        return False
    return _UMLAUT.sub("", a) == b or _UMLAUT.sub("", b) == a


def _compare_names(a: NameForm, b: NameForm) -> Differences | None:
    if a.whole == b.whole or "".join(a.family) == "".join(b.family):
        return _compare_given_names(a, b)
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
    if _is_misspelling("".join(a.family), "".join(b.family)):
        found = _compare_given_names(a, b)
        return None if found is None or "spelling" in found else found | {"spelling"}
    same = sorted((*a.opened, *a.family)) == sorted((*b.opened, *b.family))
    return frozenset({"order"}) if same else None


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
        return min(found, key=len)
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
    if a == b:
        return NO_DIFFERENCE
    if len(a) == 1 or len(b) == 1:
        return frozenset({"initial"}) if a[0] == b[0] else None
    if _is_transliteration(a, b):
        return frozenset({"umlaut"})
    if b in nicknames(a):
        return frozenset({"nickname"})
    short, long = sorted((a, b), key=len)
    if len(short) >= _SHORTEST_CLIPPED and long.startswith(short):
        return frozenset({"clipped"})
    return frozenset({"spelling"}) if _is_misspelling(a, b) else None


def _is_misspelling(a: str, b: str) -> bool:
    """Tell whether one typing error makes one word of the other (Damerau 1964)."""
    short, long = sorted((a, b), key=len)
    if len(short) < _SHORTEST_MISSPELT or len(long) - len(short) > 1:
        return False
    begin = 0
    while begin < len(short) and short[begin] == long[begin]:
        begin += 1
    end = 0
    while end < len(short) - begin and short[-1 - end] == long[-1 - end]:
        end += 1
    x, y = short[begin : len(short) - end], long[begin : len(long) - end]
    return len(y) <= 1 or (len(x) == len(y) == 2 and x == y[::-1])
