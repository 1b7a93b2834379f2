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
from kg.text.names.name_parts import PARTICLES, PersonName

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

COMMON = 100
"""So many of 100,000 authors make a family name common."""

NONE: Differences = frozenset()
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
class Form:
    """A name as it is compared.

    Given names with hyphens `opened` and `closed`, the `family` name's words without
    particles, the `whole` of it in one. A bare surname has no given names.
    """

    opened: tuple[str, ...]
    closed: tuple[str, ...]
    family: tuple[str, ...]
    whole: str
    suffix: str

    @property
    def is_short(self) -> bool:
        """Whether nothing of the given names is written out."""
        return all(len(word) == 1 for word in self.opened)

    @property
    def colleague(self) -> tuple[str, str]:
        """What tells a co-author: the family name's last word, the given names."""
        return self.family[-1], "".join(self.closed)


@lru_cache(maxsize=500_000)
def form(name: PersonName) -> Form:
    """Bring a name into the form in which it is compared."""
    given, particles = _without_particles(name.given, name.family)
    words = [*particles, *name.family.replace("-", " ").split()] or [""]
    full = [word for word in words if word not in PARTICLES] or words
    opened = [part for word in given for part in word.split("-")]
    return Form(
        tuple(map(_plain, opened)),
        tuple(_plain(word.replace("-", "")) for word in given),
        tuple(map(_plain, full)),
        "".join(map(_plain, words)),
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
        or int(mapping("people/family_names").get(family, 0)) >= COMMON
    ):
        end = len(given)
    return given[:end], list(given[end:])


def differences(a: Form, b: Form) -> Differences | None:
    """Name what tells `a` from `b`; None where they cannot be one person's.

    Bare surnames are like nothing but themselves.
    """
    if not (a.opened and b.opened):
        return NONE if a == b else None
    if a.suffix and b.suffix and a.suffix != b.suffix:
        return None
    found = _in_words(a, b)
    if found is None or {"initial", "spelling"} <= found:
        return None
    return found if a.suffix == b.suffix else found | {"suffix"}


def nicknames(word: str) -> frozenset[str]:
    """Give the full forms of a nickname and the nicknames of a full form."""
    return _nicknames().get(word, frozenset())


@cache
def _nicknames() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for line in word_rows("people/nicknames"):
        full, *short = map(_plain, line)
        for nickname in short:
            found.setdefault(full, set()).add(nickname)
            found.setdefault(nickname, set()).add(full)
    return {word: frozenset(others) for word, others in found.items()}


def _plain(word: str) -> str:
    """Write ü as u also where it is written v (Lv for Lü)."""
    return word[0] + "u" if word in ("lv", "nv") else word


def _transliterated(a: str, b: str) -> bool:
    """Tell whether ä, ö or ü in one word is ae, oe or ue in the other."""
    if abs(len(a) - len(b)) != 1 or max(len(a), len(b)) < _SHORTEST_UMLAUT:
        return False
    return _UMLAUT.sub("", a) == b or _UMLAUT.sub("", b) == a


def _in_words(a: Form, b: Form) -> Differences | None:
    if a.whole == b.whole or "".join(a.family) == "".join(b.family):
        return _in_given(a, b)
    compound = [
        found
        for longer, shorter in ((a, b), (b, a))
        if (found := _in_compound(longer, shorter)) is not None
    ]
    if compound:
        return min(compound, key=lambda said: (len(said), sorted(said))) | {"family"}
    if _transliterated("".join(a.family), "".join(b.family)):
        found = _in_given(a, b)
        return None if found is None else found | {"umlaut"}
    if _misspelt("".join(a.family), "".join(b.family)):
        found = _in_given(a, b)
        return None if found is None or "spelling" in found else found | {"spelling"}
    same = sorted((*a.opened, *a.family)) == sorted((*b.opened, *b.family))
    return frozenset({"order"}) if same else None


def _in_compound(longer: Form, shorter: Form) -> Differences | None:
    """Compare names of which one has a further family name.

    It may be parsed as such ("Mollá", "Mollá-Aliod") or as what makes the first one a
    given name ("Ahmed Hassan", "Ahmed Hassan Awadallah").
    """
    size = len(shorter.family)
    ends = longer.family[:size], longer.family[-size:]
    if len(longer.family) > size and shorter.family in ends:
        return _in_given(longer, shorter)
    last = longer.closed[-1]
    if len(longer.closed) > 1 and len(last) > 1 and last == "".join(shorter.family):
        cut = replace(longer, opened=longer.opened[:-1], closed=longer.closed[:-1])
        return _in_given(cut, shorter)
    return None


def _in_given(a: Form, b: Form) -> Differences | None:
    if len(a.opened) == len(b.opened) == 1:  # as most are
        return _in_word(a.opened[0], b.opened[0])
    if "".join(a.closed) == "".join(b.closed) and a.is_short == b.is_short:
        return NONE
    spelt = [(a.closed, b.closed)]
    if a.opened != a.closed or b.opened != b.closed:
        spelt.append((a.opened, b.opened))
    found = [said for x, y in spelt if (said := _aligned(x, y)) is not None]
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


def _aligned(a: tuple[str, ...], b: tuple[str, ...]) -> Differences | None:
    """Match first names to each other, and the shorter list's others in order."""
    first = _in_word(a[0], b[0])
    if first is None:
        return None
    found = set(first)
    short, long = sorted((a[1:], b[1:]), key=len)
    rest = iter(long)
    for word in short:
        said = next(_told(word, rest), None)
        if said is None:
            return None
        found |= said
    if len(a) != len(b):
        found.add("middle")
    return frozenset(found)


def _told(word: str, rest: Iterator[str]) -> Iterator[Differences]:
    """Yield how a word differs from those of the rest that it may stand for."""
    for other in rest:
        said = _in_word(word, other)
        if said is not None:
            yield said


@lru_cache(maxsize=200_000)
def _in_word(a: str, b: str) -> Differences | None:
    if a == b:
        return NONE
    if len(a) == 1 or len(b) == 1:
        return frozenset({"initial"}) if a[0] == b[0] else None
    if _transliterated(a, b):
        return frozenset({"umlaut"})
    if b in nicknames(a):
        return frozenset({"nickname"})
    short, long = sorted((a, b), key=len)
    if len(short) >= _SHORTEST_CLIPPED and long.startswith(short):
        return frozenset({"clipped"})
    return frozenset({"spelling"}) if _misspelt(a, b) else None


def _misspelt(a: str, b: str) -> bool:
    """Tell whether one slip makes one word of the other (Damerau 1964)."""
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
