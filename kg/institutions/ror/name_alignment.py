"""A name of the registry aligned with the words of an affiliation where it stands.

With all of it where it does, or else with the stretch that holds most of its words' weight.
"""

from dataclasses import dataclass

from kg.institutions.ror.affiliation_parts import Stretch
from kg.institutions.ror.index import Name, RegistryIndex
from kg.institutions.ror.parsed_affiliation import ParsedAffiliation

_GAP = 3  # words that may stand between two of one name


@dataclass(frozen=True, slots=True)
class AlignedName:
    """A name over its stretch.

    Attributes:
        found: the words of the name that stand there, `cover` their share of it.
        exact: nothing else does, and in the order of the name, which is `ordered`.
        similarity: of the name and the words of its stretch: weight in common over the
            weight of both (IDF-weighted Jaccard); less in another order, or across parts
            of an address.
        shared_weight: the weight in common, less as for `similarity`.
        breaks: between parts of the address, inside.
    """

    name: Name
    stretch: Stretch
    found: frozenset[str]
    cover: float
    exact: bool
    ordered: bool
    similarity: float
    shared_weight: float
    breaks: int

    @property
    def whole(self) -> bool:
        """Tell whether all of the name stands there as one."""
        return self.exact or (self.cover > 0.999 and self.ordered and not self.breaks)


def align_name(
    name: Name, parsed: ParsedAffiliation, index: RegistryIndex
) -> AlignedName:
    """Align a name with where it stands in full, or else over most of its weight.

    Args:
        name: of the registry; it shares a word with the affiliation.
        parsed: the affiliation, by the words of the same registry.
        index: what the words weigh.

    Returns:
        The name with its stretch: of several in full that with the fewest breaks, of
        several in part the heaviest, and then the shortest.
    """
    start = _in_full(name, parsed)
    if start is None:
        stretch, found = _densest(set(name.key), parsed, index)
        ordered = _is_ordered(name.key, stretch, parsed)
    else:
        stretch = Stretch(start, start + len(name.key))
        found, ordered = frozenset(name.key), True
    shared = sum(index.weights[key] for key in sorted(found))
    window = sum(parsed.weights[stretch.start : stretch.end])
    breaks = parsed.part[stretch.end - 1] - parsed.part[stretch.start]
    # Words of two parts of an address in another order are two names by chance.
    trust = (1.0 if ordered else 0.6) * 0.85**breaks
    return AlignedName(
        name=name,
        stretch=stretch,
        found=found,
        cover=shared / name.weight,
        exact=start is not None,
        ordered=ordered,
        similarity=trust * shared / max(name.weight + window - shared, shared),
        shared_weight=trust * shared,
        breaks=breaks,
    )


def _in_full(name: Name, parsed: ParsedAffiliation) -> int | None:
    """Return where a name stands word for word, with the fewest breaks."""
    best: tuple[int, int] | None = None
    for start in parsed.at.get(name.key[0], ()):
        end = start + len(name.key)
        if end <= len(parsed.words) and _stands(name, start, parsed):
            breaks = parsed.part[end - 1] - parsed.part[start]
            best = min(best or (breaks, start), (breaks, start))
    return best[1] if best else None


def _stands(name: Name, start: int, parsed: ParsedAffiliation) -> bool:
    """Tell whether a name begins at a word.

    "Northwestern University, Chicago" is no University of Chicago: no comma takes the
    place of a small word.
    """
    return all(
        word in parsed.choices[place] for place, word in enumerate(name.key, start)
    ) and not any(parsed.words[start + place].join == "," for place in name.joined)


def _densest(
    own: set[str], parsed: ParsedAffiliation, index: RegistryIndex
) -> tuple[Stretch, frozenset[str]]:
    """Return the stretch that holds most weight of some words, and which."""
    runs: list[list[int]] = []
    for place in sorted({p for key in own for p in parsed.at.get(key, ())}):
        if runs and place - runs[-1][-1] <= _GAP:
            runs[-1].append(place)
        else:
            runs.append([place])
    best: tuple[float, int, Stretch, frozenset[str]] | None = None
    for run in runs:
        found = frozenset(k for p in run for k in parsed.choices[p] if k in own)
        first, last = _trimmed(run, own, parsed)
        shared_weight = sum(index.weights[k] for k in sorted(found))
        if best is None or (shared_weight, first - last) > best[:2]:
            best = shared_weight, first - last, Stretch(first, last + 1), found
    assert best is not None  # a candidate shares a word
    return best[2], best[3]


def _is_ordered(
    key: tuple[str, ...], stretch: Stretch, parsed: ParsedAffiliation
) -> bool:
    """Tell whether the words of a name stand in its order."""
    last = -1
    for place in range(stretch.start, stretch.end):
        here = [key.index(k) for k in parsed.choices[place] if k in key]
        if here:
            if min(here) < last and key.count(key[min(here)]) == 1:
                return False
            last = max(last, min(here))
    return True


def _trimmed(
    run: list[int], own: set[str], parsed: ParsedAffiliation
) -> tuple[int, int]:
    """Leave out words at the ends of a run that stand in it again."""

    def again(place: int, others: list[int]) -> bool:
        here = {k for k in parsed.choices[place] if k in own}
        return any(here.issubset(parsed.choices[p]) for p in others)

    run = list(run)
    # The last first: what stands twice is oftenest the city behind a name.
    while len(run) > 1 and again(run[-1], run[:-1]):
        run.pop()
    while len(run) > 1 and again(run[0], run[1:]):
        run.pop(0)
    return run[0], run[-1]
