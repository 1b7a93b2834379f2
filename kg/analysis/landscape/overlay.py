"""People, institutions and works on the land of terms: each where its terms are.

Of what somebody works on, the terms of one region have most of the weight, as a rule.
There they stand, at the mean place of these: between two regions, where a mean of all
would put them, nothing is at home.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy import sparse  # type: ignore[import-untyped]

from kg.analysis.arrays import Floats, Ints
from kg.analysis.packing import push_apart, separate_coincident

_OUTER, _WIDEST = 0.9, 3.0  # share of nodes that lie further in; most that they spread
_HEAP = 8  # nodes; of fewer each stands where its terms are
_DIGITS = 9  # of sums by which a region is chosen


@dataclass(frozen=True, slots=True)
class Overlay:
    """Where each node stands on a land, and in which region.

    `places` (nodes, 2) have two decimals; `regions` (nodes,) are −1 for nodes that have
    no term on the land, whose places are 0, 0.
    """

    places: Floats
    regions: Ints


def place_on_land(
    shared: Any,  # noqa: ANN401 - scipy has no types
    term_works: Ints,
    shares: Floats,
    regions: Ints,
    places: Floats,
    radii: Floats,
) -> Overlay:
    """Return where nodes stand, by the works that they share with terms.

    Args:
        shared: works of each node that have each term, (nodes, terms), sparse.
        term_works: of how many works each term is, (terms,): a term counts less by the
            square root of them.
        shares: how much each term is at home in its region, (terms,); squared.
        regions: of the terms, (terms,).
        places: of the terms, (terms, 2).
        radii: of the nodes as discs, (nodes,); they are pushed off each other.

    Example:
        >>> shared = sparse.csr_array(np.array([[2, 1, 0], [0, 0, 1], [0, 0, 0]]))
        >>> places = np.array([[0.0, 0.0], [3.0, 0.0], [90.0, 0.0]])
        >>> found = place_on_land(
        ...     shared, np.ones(3), np.ones(3), np.array([0, 0, 1]), places, np.ones(3)
        ... )
        >>> found.regions.tolist(), found.places.round().tolist()
        ([0, 1, -1], [[1.0, 0.0], [90.0, 0.0], [0.0, 0.0]])
    """
    weights = shares**2 / np.sqrt(np.maximum(term_works, 1))
    weighted = sparse.csr_array(shared * weights[None, :]).tocoo()
    size = int(regions.max(initial=-1)) + 1
    keys = weighted.row.astype(np.int64) * size + regions[weighted.col]
    sums = np.bincount(keys, weighted.data, minlength=shared.shape[0] * size)
    sums = sums.reshape(shared.shape[0], size).round(_DIGITS)
    total = sums.max(axis=1, initial=0.0)
    chosen = np.where(total > 0, sums.argmax(axis=1) if size else -1, -1)
    inside = regions[weighted.col] == chosen[weighted.row]
    row, column = weighted.row[inside], weighted.col[inside]
    means = np.zeros((shared.shape[0], 2))
    for axis in (0, 1):
        pulls = weighted.data[inside] * places[column, axis]
        means[:, axis] = np.bincount(row, pulls, minlength=len(means))
    means /= np.maximum(total, 1e-12)[:, None]
    means = _fill_regions(means, chosen, regions, places)
    return Overlay(_spread(means, radii, chosen >= 0), chosen)


def _fill_regions(means: Floats, chosen: Ints, regions: Ints, places: Floats) -> Floats:
    """Return means moved away from the middle of each region, as far out as its terms.

    A mean of many terms lies near the middle of them all: unmoved, who works on a region
    would be a heap in its heart.
    """
    filled = means.copy()
    for region in np.unique(chosen[chosen >= 0]).tolist():
        own, terms = chosen == region, places[regions == region]
        if np.count_nonzero(own) < _HEAP:
            continue
        middle = terms.mean(axis=0)
        reach = np.quantile(np.hypot(*(terms - middle).T), _OUTER)
        far = np.quantile(np.hypot(*(means[own] - middle).T), _OUTER)
        factor = min(max(float(reach / max(far, 1e-9)), 1.0), _WIDEST)
        filled[own] = middle + (means[own] - middle) * factor
    return filled


def _spread(means: Floats, radii: Floats, on_land: Any) -> Floats:  # noqa: ANN401
    """Return places off each other, of those that are on the land."""
    places = np.zeros_like(means)
    chosen = np.flatnonzero(on_land)
    if len(chosen):
        apart = separate_coincident(means[chosen])
        plane = np.zeros(len(chosen), dtype=np.int64)
        places[chosen] = push_apart(apart, radii[chosen], plane)
    spread: Floats = places.round(2) + 0.0
    return spread
