"""Where nodes start before they are laid out: where they stood, or by their ids alone.

So a node of a corpus that has grown starts where it did, and the map that a reader has
in mind stays, as far as what is on it does.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b

import numpy as np

from kg.analysis.arrays import Floats

HELD = 0.3  # how strongly what stood somewhere is held there, in the mean of its ties
_NEW = 1e-3  # what a node counts that stood nowhere, where others did


@dataclass(frozen=True, slots=True)
class Starts:
    """Where nodes start, (nodes, 2), how much each start counts, (nodes,), and the hold.

    `anchor` is how strongly nodes are held where they start; 0 where starts are by ids.
    """

    places: Floats
    weights: Floats
    anchor: float


def find_starts(
    nodes: Sequence[str], before: Mapping[str, tuple[float, float]] | None = None
) -> Starts:
    """Return where nodes start: where they stood on the map `before`, else by their ids.

    Example:
        >>> starts = find_starts(["a", "new"], {"a": (8.0, 4.0), "gone": (-8.0, -4.0)})
        >>> starts.places[0].tolist(), starts.weights.tolist(), starts.anchor
        ([1.0, 0.5], [1.0, 0.001], 0.3)
    """
    places = starting_places(nodes)
    known = [node in (before or {}) for node in nodes]
    if not before or not any(known):
        return Starts(places, np.ones(len(places)), 0.0)
    size = max(max(map(abs, place)) for place in before.values()) or 1.0
    for i in np.flatnonzero(known).tolist():
        x, y = before[nodes[i]]
        places[i] = x / size, y / size
    return Starts(places, np.where(known, 1.0, _NEW), HELD)


def starting_places(nodes: Sequence[str]) -> Floats:
    """Return a place in the unit disc for each id: (nodes, 2), evenly spread.

    Example:
        >>> both = starting_places(["term:a", "term:b"])
        >>> np.array_equal(both[1:], starting_places(["term:b"]))
        True
    """
    digests = b"".join(
        blake2b(node.encode("utf-8", "surrogatepass"), digest_size=8).digest()
        for node in nodes
    )
    numbers = np.frombuffer(digests, dtype="<u4").reshape(-1, 2) / 2**32
    radius, angle = np.sqrt(numbers[:, 0]), 2 * np.pi * numbers[:, 1]
    return np.stack([radius * np.cos(angle), radius * np.sin(angle)], axis=1)


def upright(places: Floats, starts: Floats, weights: Floats) -> Floats:
    """Return places mirrored so that they agree with where their nodes start.

    A layout has no left and right, no above and below of its own: the heaviest nodes
    say what they are, the same ones in a corpus that has grown.

    Example:
        >>> starts = np.array([[-1.0, 0.5], [1.0, -0.5]])
        >>> upright(np.array([[3.0, 1.0], [-3.0, -1.0]]), starts, np.ones(2)).tolist()
        [[-3.0, 1.0], [3.0, -1.0]]
    """
    centred = places - places.mean(axis=0)
    agreement = (centred * starts * weights[:, None]).sum(axis=0)
    mirrored: Floats = places * np.where(agreement < 0, -1.0, 1.0)
    return mirrored
