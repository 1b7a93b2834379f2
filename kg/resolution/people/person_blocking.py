"""Blocking of names: the pairs that may be one person's, and few others.

Names share a block by family name (each part of a compound) and initial (a nickname's
too), by the consonants of a family name, by their words in any order, or by a co-author
where the names begin alike.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from itertools import combinations

from kg.resolution.people.family_name_keys import family_name_keys
from kg.resolution.people.name_comparison import (
    Differences,
    name_differences,
    nicknames,
)
from kg.resolution.people.name_comparison_form import NameForm
from kg.resolution.people.profiles import Coauthor, Profile

# A larger block is so common a name that its pairs say nothing of each other.
LARGEST_BLOCK = 600
# Names beside one co-author; a collaboration's lists would give millions of pairs.
_LARGEST_COAUTHOR_BLOCK = 400
# From so many on, keys of family names cost less than the comparison of all pairs.
_LARGE_PART = 4
# Differ among transliterations and slips more than consonants: Hussein, Husain.
_VOWELS = re.compile(r"[aeiouyh]")
_DOUBLED = re.compile(r"(.)\1+")
# Letters; a shorter part of a name blocks half of a country together.
_SHORTEST_FAMILY = 3

CandidatePair = tuple[int, int]


def candidate_pairs(
    names: Sequence[NameForm], profiles: Sequence[Profile]
) -> dict[CandidatePair, Differences]:
    """Return the pairs of nodes whose names can be one person's, with what differs.

    Args:
        names: of each node; bare surnames pair with nothing.
        profiles: of each node.
    """
    found: dict[CandidatePair, Differences] = {}
    compared: set[CandidatePair] = set()
    for block in (*_blocks_by_name(names), *_blocks_by_coauthor(names, profiles)):
        for pair in combinations(block, 2):
            if pair in compared:
                continue
            compared.add(pair)
            one, other = names[pair[0]], names[pair[1]]
            # Whether two of exactly one name are one is settled before.
            differences = name_differences(one, other) if one != other else None
            if differences is not None:
                found[pair] = differences
    return found


def _blocks_by_name(names: Sequence[NameForm]) -> Iterator[list[int]]:
    """Yield the nodes that share a key of their names, no more than a block may have."""
    blocks: dict[object, list[int]] = {}
    for node, name in enumerate(names):
        for key in () if not name.opened else dict.fromkeys(_keys(name)):
            blocks.setdefault(key, []).append(node)
    yield from (b for b in blocks.values() if 1 < len(b) <= LARGEST_BLOCK)


def _keys(name: NameForm) -> Iterator[object]:
    """Yield the keys of a name under which it meets other names of one person.

    Each part of the family name with each initial that the person may use; its consonants,
    which survive misspellings; all words in alphabetical order.
    """
    given, family = name.opened, name.family
    families = {"".join(family), *(w for w in family if len(w) >= _SHORTEST_FAMILY)}
    if len(given) > 1 and len(given[-1]) >= _SHORTEST_FAMILY:
        families.add(given[-1])
    initials = {given[0][0], *(other[0] for other in nicknames(given[0]))}
    if len(given) > 1 and len(given[1]) > 1:
        initials.add(given[1][0])
        initials.update(other[0] for other in nicknames(given[1]))
    for one in sorted(families):
        yield from ((one, initial) for initial in sorted(initials))
    consonants = _DOUBLED.sub(r"\1", _VOWELS.sub("", "".join(family)))
    yield consonants, "consonants", given[0]
    yield tuple(sorted((*given, *family)))
    yield "".join((*given, *family))


def _blocks_by_coauthor(
    names: Sequence[NameForm], profiles: Sequence[Profile]
) -> Iterator[list[int]]:
    """Yield the nodes that share a co-author and begin alike."""
    by_coauthor: dict[Coauthor, list[int]] = {}
    for node, profile in enumerate(profiles):
        if names[node].opened:
            for key in {(family, given[:1]) for family, given in profile.coauthors}:
                by_coauthor.setdefault(key, []).append(node)
    keys_of = cache(lambda node: family_name_keys(names[node]))
    for block in by_coauthor.values():
        if 1 < len(block) <= _LARGEST_COAUTHOR_BLOCK:
            for part in _split_by_name_part(block, names):
                yield from _split_by_family(part, keys_of)


def _split_by_name_part(
    block: Iterable[int], names: Sequence[NameForm]
) -> Iterator[list[int]]:
    """Yield those of a block whose given names, or family names, begin alike."""
    parts: dict[tuple[str, str], list[int]] = {}
    for node in block:
        name = names[node]
        parts.setdefault(("given", name.opened[0][:2]), []).append(node)
        parts.setdefault(("family", name.family[-1][:3]), []).append(node)
    yield from (part for part in parts.values() if len(part) > 1)


def _split_by_family(
    part: list[int], keys_of: Callable[[int], frozenset[object]]
) -> Iterable[list[int]]:
    """Return parts in which all pairs lie that can be one person's: in linear time."""
    if len(part) < _LARGE_PART:
        return [part]
    nodes_of: dict[object, list[int]] = {}
    for node in part:
        for key in keys_of(node):
            nodes_of.setdefault(key, []).append(node)
    return [nodes for nodes in nodes_of.values() if len(nodes) > 1]
