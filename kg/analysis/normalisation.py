"""Counts of large and small nodes made comparable (van Eck & Waltman 2009)."""

import numpy as np

from kg.analysis.arrays import Floats

_DIGITS = 9


def normalise(
    shared: Floats, first: Floats, second: Floats, total: float, way: str
) -> Floats:
    """Return the similarity of each pair: (pairs,).

    Args:
        shared: what both share, above 0, (pairs,).
        first: what the first has in all, (pairs,): its works, or the sum of its pairs.
        second: what the second has, (pairs,).
        total: for the association strength, by which chance is known: the sum of what
            all nodes have.
        way: one of `kg.network_kinds.NORMALISATIONS`.

    Example:
        >>> both, one, other = np.array([2.0]), np.array([2.0]), np.array([8.0])
        >>> ways = ("none", "association", "jaccard", "cosine", "inclusion")
        >>> [float(normalise(both, one, other, 16, way)[0]) for way in ways]
        [2.0, 2.0, 0.25, 0.5, 1.0]
    """
    held_against = {
        "none": np.ones_like(shared),
        "association": first * second / max(total, 1e-12),
        "jaccard": first + second - shared,
        "cosine": np.sqrt(first * second),
        "inclusion": np.minimum(first, second),
    }
    made: Floats = (shared / held_against[way]).round(_DIGITS)
    return made
