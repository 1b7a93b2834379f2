"""A person's name in its parts, and whether two names can be one person's."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from kg.text.folding import fold
from kg.text.latex import decode_latex
from kg.text.names.character_names import (
    is_character_name,
    split_character_name,
)
from kg.text.names.group_authors import is_group
from kg.text.names.name_affixes import PARTICLES, SUFFIXES, is_suffix
from kg.text.names.trailing_initials import are_leading_initials, are_trailing_initials

# Initials with full stops: "J.A.", "J.-P.".
_DOTTED = re.compile(r"(?:[^\W\d_]\.-?){1,4}[^\W\d_]?")


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name's words without case and accents; an initial is a word of one letter.

    A hyphened given name is one word with its hyphen ("jean-pierre"). `family` is the
    last word with the particles before it. A bare surname has no `given`, nor has a
    group ("The ATLAS Collaboration"), whose words without the article are its `family`.
    """

    given: tuple[str, ...]
    family: str
    suffix: str = ""

    @property
    def words(self) -> tuple[str, ...]:
        """All words in order, hyphens opened."""
        return tuple(" ".join((*self.given, self.family)).replace("-", " ").split())

    @property
    def bare(self) -> bool:
        """Whether it is a surname alone."""
        return not self.given

    @property
    def initialled(self) -> bool:
        """Whether the first given name is no more than an initial."""
        return bool(self.given) and is_initial(self.given[0])


def is_initial(word: str) -> bool:
    """Tell whether a given name is only initials; one Chinese character is a name.

    >>> is_initial("j"), is_initial("j-p"), is_initial("jo")
    (True, True, False)
    """
    return all(len(part) == 1 and part < "\u3000" for part in word.split("-"))


class DividedName(NamedTuple):
    """A name as it is written, divided: "King Jr., Martin" → Martin, King, Jr.

    `given` is the whole of a name without a comma, which has no `family` then.
    """

    given: str
    family: str
    suffix: str


def divide_name(text: str) -> DividedName:
    """Divide a name at its comma, and cut its suffixes off.

    A suffix is cut where a comma or the end of a part follows; "Neymar Junior" and
    "Petrov IV" have a surname and initials behind one word, not a suffix.

    >>> divide_name("Carter, John, Jr.")
    DividedName(given='John', family='Carter', suffix='Jr.')
    """
    parts: list[str] = []
    suffixes: list[str] = []
    for part in filter(None, (part.strip() for part in text.split(","))):
        if parts and (is_suffix(part) or (_is_known(part) and _count(parts) > 1)):
            suffixes.append(part)
        else:
            parts.append(part)
    for position, part in enumerate(parts):
        words, _, last = part.rpartition(" ")
        if words and _is_known(last) and _count(parts) > 2:
            suffixes.append(last)
            parts[position] = words
    family = parts.pop(0) if len(parts) > 1 else ""
    return DividedName(" ".join(parts), family, " ".join(suffixes))


def _is_known(word: str) -> bool:
    """Tell whether a word may be a suffix."""
    return word.rstrip(".").lower() in SUFFIXES


def _count(parts: list[str]) -> int:
    """Return how many words there are in parts of a name."""
    return sum(len(part.split()) for part in parts)


@lru_cache(maxsize=500_000)
def parse_name(name: str) -> PersonName:
    """Return the parts of a name written "Given Family" or "Family, Given".

    >>> parse_name("van der Berg, Willem")
    PersonName(given=('willem',), family='van der berg', suffix='')
    """
    if is_group(name):
        return PersonName((), fold(name).removeprefix("the "))
    if is_character_name(name):
        family, given = split_character_name(name)
        return PersonName((given,), family)
    written = divide_name(decode_latex(name))
    suffix = (
        SUFFIXES[written.suffix.split()[0].rstrip(".").lower()]
        if written.suffix
        else ""
    )
    words = _words(written.given, written.family.split())
    words = words + _words(written.family) if written.family else _initials_first(words)
    if not words:
        return PersonName((), fold(name), suffix)
    # Only small letters tell Aad van der Vaart's particle from Le Song's given name.
    particles = PARTICLES.intersection(f"{written.given} {written.family}".split())
    start = len(words) - 1
    while start > 1 and words[start - 1] in particles:
        start -= 1
    if start == 1 and (words[0] in particles or words[0] == "el"):
        start = 0
    return PersonName(tuple(words[:start]), " ".join(words[start:]), suffix)


def _words(text: str, family: Sequence[str] = ()) -> list[str]:
    """Return the words of a name folded, initials one by one, hyphens kept.

    Capitals that stand together are initials, unless all of the name is in capitals;
    behind a family name, which may stand before a comma, see `are_trailing_initials`.
    """
    found: list[str] = []
    all_capitals = text.isupper()
    split = text.split()
    for position, word in enumerate(split):
        last = position == len(split) - 1
        before = [*family, *split[:position]]
        if _DOTTED.fullmatch(word):
            letters = fold(word).split()
            found.extend(["-".join(letters)] if "-" in word else list("".join(letters)))
        elif (last and are_trailing_initials(word, before)) or (
            not (all_capitals or last) and are_leading_initials(word)
        ):
            found.extend([word.casefold()] if "-" in word else word.casefold())
        else:
            parts = [fold(part).replace(" ", "") for part in word.split("-")]
            made = "-".join(part for part in parts if part)
            if made:
                found.append(made)
    return found


def _initials_first(words: list[str]) -> list[str]:
    """Turn "Siliciano R F" round: initials never end a name."""
    full = [word for word in words if not is_initial(word)]
    if not words or not full or not is_initial(words[-1]) or is_initial(words[0]):
        return words
    end = len(words)
    while is_initial(words[end - 1]):
        end -= 1
    return words[end:] + words[:end]
