"""A person's name in its parts, and whether two names can be one person's."""

import re
from dataclasses import dataclass
from functools import lru_cache

from kg.datafiles import word_list
from kg.text.folding import fold
from kg.text.latex import decode_latex
from kg.text.names.group_authors import is_group

_SUFFIXES = {
    "jr": "jr", "junior": "jr", "sr": "sr", "senior": "sr",
    "ii": "ii", "2nd": "ii", "iii": "iii", "3rd": "iii", "iv": "iv",
}  # fmt: skip
# Words of a family name that are written before it: "van der Vaart", "El Ghaoui".
PARTICLES = frozenset(
    [
        "al", "bin", "d", "da", "das", "de", "degli", "del", "della", "den", "der",
        "des", "di", "dos", "du", "el", "ibn", "la", "las", "le", "los", "ten", "ter",
        "van", "vom", "von", "zu", "zum", "zur",
    ]
)  # fmt: skip
_TWO_CAPITALS = re.compile(r"[A-Z]{2}")
_DOTTED = re.compile(r"(?:[^\W\d_]\.-?){1,4}[^\W\d_]?")
_CAPITALS = re.compile(r"[B-DF-HJ-NP-TV-XZ]{2,3}")


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
    """Tell whether a given name is only initials: "j", "j-p"."""
    return all(len(part) == 1 for part in word.split("-"))


@lru_cache(maxsize=500_000)
def parse_name(name: str) -> PersonName:
    """Take a name apart, written "Given Family" or "Family, Given"."""
    if is_group(name):
        return PersonName((), fold(name).removeprefix("the "))
    text, suffix = _without_suffix(decode_latex(name))
    head, comma, tail = text.partition(",")
    words = _words(tail) + _words(head) if comma else _words(text)
    if not comma:
        words = _initials_first(words)
    if not words:
        return PersonName((), fold(name), suffix)
    # Only small letters tell Aad van der Vaart's particle from Le Song's given name.
    particles = PARTICLES.intersection(text.split())
    start = len(words) - 1
    while start > 1 and words[start - 1] in particles:
        start -= 1
    if start == 1 and (words[0] in particles or words[0] == "el"):
        start = 0
    return PersonName(tuple(words[:start]), " ".join(words[start:]), suffix)


def _without_suffix(text: str) -> tuple[str, str]:
    """Cut "Jr.", "III" and the like, wherever a comma or the end allows them."""
    parts = text.replace(",", " , ").split()
    for position in range(len(parts) - 1, 1, -1):
        mark = _SUFFIXES.get(parts[position].rstrip(".").casefold())
        last = position == len(parts) - 1 or parts[position + 1] == ","
        # "Neymar Junior" has a surname; behind two words it is a suffix.
        if mark and last and len([p for p in parts[:position] if p != ","]) > 1:
            rest = parts[:position] + parts[position + 1 :]
            return " ".join(_comma_trimmed(rest)).replace(" ,", ","), mark
    return text, ""


def _comma_trimmed(parts: list[str]) -> list[str]:
    """Drop the commas that enclosed a suffix: at the end, or doubled."""
    kept: list[str] = []
    for part in parts:
        if part != "," or (kept and kept[-1] != ","):
            kept.append(part)
    return kept[:-1] if kept and kept[-1] == "," else kept


def _words(text: str) -> list[str]:
    found: list[str] = []
    all_capitals = text.isupper()
    split = text.split()
    for position, word in enumerate(split):
        last = 0 < position == len(split) - 1
        if _DOTTED.fullmatch(word):
            letters = fold(word).split()
            found.extend(["-".join(letters)] if "-" in word else list("".join(letters)))
        elif not all_capitals and (
            _CAPITALS.fullmatch(word) or (last and _two_initials(word))
        ):
            found.extend(word.casefold())
        else:
            parts = [fold(part).replace(" ", "") for part in word.split("-")]
            made = "-".join(part for part in parts if part)
            if made:
                found.append(made)
    return found


def _two_initials(word: str) -> bool:
    return bool(_TWO_CAPITALS.fullmatch(word)) and word.lower() not in word_list(
        "people/two_letter_surnames"
    )


def _initials_first(words: list[str]) -> list[str]:
    """Turn "Siliciano R F" round: initials never end a name."""
    full = [word for word in words if not is_initial(word)]
    if not words or not full or not is_initial(words[-1]) or is_initial(words[0]):
        return words
    end = len(words)
    while is_initial(words[end - 1]):
        end -= 1
    return words[end:] + words[:end]
