"""Which pairs of names are looked at: those that may be one person's, and few others.

Names share a block by family name (each part of a compound) and initial (of a nickname
too), by the consonants of a family name, by their words in any order, or by a co-author
where all else but a letter or two is the same.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from kg.resolution.people.name_variants import (
    Differences,
    Form,
    differences,
    nicknames,
)
from kg.resolution.people.profiles import Colleague, Profile

# A larger block is so common a name that its pairs say nothing of each other.
LARGEST_BLOCK = 600
_LARGEST_CIRCLE = 400
_VOWELS = re.compile(r"[aeiouyh]")
_DOUBLED = re.compile(r"(.)\1+")
_SHORTEST_FAMILY = 3

Pair = tuple[int, int]


def candidates(
    names: Sequence[Form], known: Sequence[Profile]
) -> dict[Pair, Differences]:
    """Return the pairs of nodes whose names can be one person's, with what differs.

    Args:
        names: of each node; bare surnames pair with nothing.
        known: a profile a node.
    """
    found: dict[Pair, Differences] = {}
    looked_at: set[Pair] = set()
    for block in (*_by_name(names), *_by_colleague(names, known)):
        for pair in combinations(block, 2):
            if pair in looked_at:
                continue
            looked_at.add(pair)
            one, other = names[pair[0]], names[pair[1]]
            # Whether two of exactly one name are one is settled before.
            said = differences(one, other) if one != other else None
            if said is not None:
                found[pair] = said
    return found


def _by_name(names: Sequence[Form]) -> Iterator[list[int]]:
    blocks: dict[object, list[int]] = {}
    for node, name in enumerate(names):
        for key in () if not name.opened else dict.fromkeys(_keys(name)):
            blocks.setdefault(key, []).append(node)
    yield from (b for b in blocks.values() if 1 < len(b) <= LARGEST_BLOCK)


def _keys(name: Form) -> Iterator[object]:
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


def _by_colleague(
    names: Sequence[Form], known: Sequence[Profile]
) -> Iterator[list[int]]:
    """Yield those who have written with the same person and have names like enough."""
    circles: dict[Colleague, list[int]] = {}
    for node, profile in enumerate(known):
        if names[node].opened:
            for key in {(family, given[:1]) for family, given in profile.colleagues}:
                circles.setdefault(key, []).append(node)
    for circle in circles.values():
        if 1 < len(circle) <= _LARGEST_CIRCLE:
            yield from _alike(circle, names)


def _alike(circle: Iterable[int], names: Sequence[Form]) -> Iterator[list[int]]:
    parts: dict[tuple[str, str], list[int]] = {}
    for node in circle:
        name = names[node]
        parts.setdefault(("given", name.opened[0][:2]), []).append(node)
        parts.setdefault(("family", name.family[-1][:3]), []).append(node)
    yield from (part for part in parts.values() if len(part) > 1)
