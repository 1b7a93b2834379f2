"""How many homonyms a name has: two people rarely share a rare name by chance.

From counts of family and given names among authors of papers, of two learned fields and
all countries (`pipelines.people.name_counts`). A name that is in no table is rare.
"""

import math
from functools import cache, lru_cache

from kg.datafiles import mapping
from kg.resolution.people.name_comparison_form import COMMON_FAMILY_NAME, NameForm

AUTHORS_COUNTED_AMONG = 100_000
"""Homonyms are counted among so many authors."""

_UNLISTED = 4  # authors of a name that is in no table
_OF_CHARACTERS = -2.0  # bits


@lru_cache(maxsize=500_000)
def expected_homonyms(name: NameForm) -> float:
    """Return how many of 100,000 authors have this name, as far as it is given.

    Of an initial, all who have a given name that begins so.
    """
    family = "".join(name.family)
    family_count = int(mapping("people/family_names").get(family, _UNLISTED))
    words = name.opened
    if name.has_only_initials:
        # Beside common family names stand given names that are rare else.
        kind = "common" if family_count >= COMMON_FAMILY_NAME else "other"
        shares = (_initial_shares(kind).get(letter, 0.01) for letter in words)
        return family_count * math.prod(shares)
    spelt = {"".join(name.closed), words[0]}
    fewest = min(_count_given_name(word) for word in spelt if len(word) > 1)
    return family_count * fewest / AUTHORS_COUNTED_AMONG


def _count_given_name(word: str) -> int:
    """Return the higher count: beside common family names, or beside others."""
    tables = (mapping(f"people/given_names_{kind}") for kind in ("common", "other"))
    return max(int(table.get(word, _UNLISTED)) for table in tables)


def rarity(name: NameForm) -> float:
    """Return the bits by which a name is rarer than one in 100,000 authors.

    Many people have each name in Chinese characters or hangul, and no table counts them.
    """
    if name.is_of_characters:
        return _OF_CHARACTERS
    return -math.log2(expected_homonyms(name)) if name.opened else 0.0


@lru_cache(maxsize=500_000)
def rarity_of_parts(family: str, given: str) -> float:
    """Return the rarity of a name of one family and one given name, or an initial."""
    return rarity(NameForm((given,), (given,), (family,), family, ""))


@cache
def _initial_shares(kind: str) -> dict[str, float]:
    """Return the share of each letter among the initials of given names."""
    counts: dict[str, int] = {}
    for word, count in mapping(f"people/given_names_{kind}").items():
        counts[word[0]] = counts.get(word[0], 0) + int(count)
    total = sum(counts.values())
    return {letter: count / total for letter, count in counts.items()}
