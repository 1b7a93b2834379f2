"""How many people of one name there are to expect: rare names meet by chance hardly.

From counts of family and given names among authors of papers, of two learned fields and
all countries (`pipelines.people.name_counts`). A name that is in no table is rare.
"""

import math
from functools import cache, lru_cache

from kg.datafiles import mapping
from kg.resolution.people.name_variants import COMMON, Form

AUTHORS = 100_000
"""Among so many, people are counted."""

_UNSEEN = 4  # people of a name that is in no table


@lru_cache(maxsize=500_000)
def namesakes(name: Form) -> float:
    """Return how many of 100,000 authors have this name, as far as it goes.

    Of an initial, all who have a given name that begins so.
    """
    family = "".join(name.family)
    bearers = int(mapping("people/family_names").get(family, _UNSEEN))
    words = name.opened
    if name.is_short:
        # Beside common family names stand given names that are rare else.
        kind = "common" if bearers >= COMMON else "other"
        shares = (_initials(kind).get(letter, 0.01) for letter in words)
        return bearers * math.prod(shares)
    spelt = {"".join(name.closed), words[0]}
    fewest = min(_bearers_of_given(word) for word in spelt if len(word) > 1)
    return bearers * fewest / AUTHORS


def _bearers_of_given(word: str) -> int:
    """Take the count of those among whom the name is commoner."""
    tables = (mapping(f"people/given_names_{kind}") for kind in ("common", "other"))
    return max(int(table.get(word, _UNSEEN)) for table in tables)


def rarity(name: Form) -> float:
    """Return the negative logarithm, base 2, of `namesakes`: positive where rare."""
    return -math.log2(namesakes(name)) if name.opened else 0.0


@lru_cache(maxsize=500_000)
def rarity_of(family: str, given: str) -> float:
    """Return the rarity of a name of one family and one given name, or an initial."""
    return rarity(Form((given,), (given,), (family,), family, ""))


@cache
def _initials(kind: str) -> dict[str, float]:
    """The share of each letter among the first ones of given names."""
    counts: dict[str, int] = {}
    for word, count in mapping(f"people/given_names_{kind}").items():
        counts[word[0]] = counts.get(word[0], 0) + int(count)
    total = sum(counts.values())
    return {letter: count / total for letter, count in counts.items()}
