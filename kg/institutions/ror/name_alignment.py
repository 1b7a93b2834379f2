"""A name of the registry laid over the stretch of an affiliation where it stands.

In full where it does, or else over the stretch that holds most of its words' weight.
"""

from dataclasses import dataclass

from kg.institutions.ror.index import Name, RegistryIndex
from kg.institutions.ror.parsed import Reading
from kg.institutions.ror.stretch import Stretch

_GAP = 3  # words that may stand between two of one name


@dataclass(frozen=True, slots=True)
class Laid:
    """A name over its stretch.

    Attributes:
        found: the words of the name that stand there, `cover` their share of it.
        exact: nothing else does, and in the order of the name, which is `ordered`.
        alike: weight in common over weight of either; `have` is the weight in common.
            Both are less in another order, or across parts of an address.
        breaks: between parts of the address, inside.
    """

    name: Name
    stretch: Stretch
    found: frozenset[str]
    cover: float
    exact: bool
    ordered: bool
    alike: float
    have: float
    breaks: int

    @property
    def whole(self) -> bool:
        """Tell whether all of the name stands there as one."""
        return self.exact or (self.cover > 0.999 and self.ordered and not self.breaks)


def lay(name: Name, reading: Reading, index: RegistryIndex) -> Laid:
    """Lay a name over where it stands in full, or else over most of its weight."""
    start = _in_full(name, reading)
    if start is None:
        stretch, found = _densest(set(name.key), reading, index)
        ordered = _is_ordered(name.key, stretch, reading)
    else:
        stretch = Stretch(start, start + len(name.key))
        found, ordered = frozenset(name.key), True
    have = sum(index.weights[key] for key in sorted(found))
    window = sum(reading.weights[stretch.start : stretch.end])
    breaks = reading.part[stretch.end - 1] - reading.part[stretch.start]
    # Words of two parts of an address in another order are two names by chance.
    trust = (1.0 if ordered else 0.6) * 0.85**breaks
    return Laid(
        name=name,
        stretch=stretch,
        found=found,
        cover=have / name.weight,
        exact=start is not None,
        ordered=ordered,
        alike=trust * have / max(name.weight + window - have, have),
        have=trust * have,
        breaks=breaks,
    )


def _in_full(name: Name, reading: Reading) -> int | None:
    """Return where a name stands word for word, with the fewest breaks."""
    best: tuple[int, int] | None = None
    for start in reading.at.get(name.key[0], ()):
        end = start + len(name.key)
        if end <= len(reading.words) and _stands(name, start, reading):
            breaks = reading.part[end - 1] - reading.part[start]
            best = min(best or (breaks, start), (breaks, start))
    return best[1] if best else None


def _stands(name: Name, start: int, reading: Reading) -> bool:
    """Tell whether a name begins at a word.

    "Northwestern University, Chicago" is no University of Chicago: no comma takes the
    place of a small word.
    """
    return all(
        word in reading.choices[place] for place, word in enumerate(name.key, start)
    ) and not any(reading.words[start + place].join == "," for place in name.joined)


def _densest(
    own: set[str], reading: Reading, index: RegistryIndex
) -> tuple[Stretch, frozenset[str]]:
    """Return the stretch that holds most weight of some words, and which."""
    runs: list[list[int]] = []
    for place in sorted({p for key in own for p in reading.at.get(key, ())}):
        if runs and place - runs[-1][-1] <= _GAP:
            runs[-1].append(place)
        else:
            runs.append([place])
    best: tuple[float, int, Stretch, frozenset[str]] | None = None
    for run in runs:
        found = frozenset(k for p in run for k in reading.choices[p] if k in own)
        first, last = _trimmed(run, own, reading)
        have = sum(index.weights[k] for k in sorted(found))
        if best is None or (have, first - last) > best[:2]:
            best = have, first - last, Stretch(first, last + 1), found
    assert best is not None  # a candidate shares a word
    return best[2], best[3]


def _is_ordered(key: tuple[str, ...], stretch: Stretch, reading: Reading) -> bool:
    """Tell whether the words of a name stand in its order."""
    last = -1
    for place in range(stretch.start, stretch.end):
        here = [key.index(k) for k in reading.choices[place] if k in key]
        if here:
            if min(here) < last and key.count(key[min(here)]) == 1:
                return False
            last = max(last, min(here))
    return True


def _trimmed(run: list[int], own: set[str], reading: Reading) -> tuple[int, int]:
    """Leave out words at the ends of a run that stand in it again."""

    def again(place: int, others: list[int]) -> bool:
        here = {k for k in reading.choices[place] if k in own}
        return any(here.issubset(reading.choices[p]) for p in others)

    run = list(run)
    # The last first: what stands twice is oftenest the city behind a name.
    while len(run) > 1 and again(run[-1], run[:-1]):
        run.pop()
    while len(run) > 1 and again(run[0], run[1:]):
        run.pop(0)
    return run[0], run[-1]
