"""How alike the works are that use a term: those of a subject are, those of "accuracy" not.

A generic word stands in works that have nothing else in common, whatever their field. The
likeness of works is the cosine of their other terms, weighed by inverse frequency (Salton
& Buckley 1988): two works that share "accuracy" are hardly more alike for it.
"""

import math
from collections.abc import Mapping, Set
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import sparse  # type: ignore[import-untyped]

# A term of one work is in no two works.
_FEWEST = 2
# So many works are assumed, as alike as those of other terms, before any is compared.
_PRIOR = 1.0
_LEAST = 1 / 16  # of the usual likeness, whose logarithm is taken
_ROWS = 1_000  # terms that are compared with all others at a time

Floats = NDArray[np.float64]


def likeness_of_works(uses: Mapping[str, Set[str]], works: int) -> dict[str, float]:
    """Return by how many doublings each term's works are more alike than is usual.

    The usual is the mean of all terms of two works or more. Terms of one work are left
    out: of them nothing is known.

    Args:
        uses: the works that use each term.
        works: how many there are.

    Example:
        >>> uses = {"a": {"v", "w"}, "b": {"v", "w"}, "c": {"w", "x"}, "d": {"x", "y"}}
        >>> found = likeness_of_works(uses, 5)
        >>> found["a"] > 0 > found["c"]
        True
    """
    terms = sorted(term for term, found in uses.items() if len(found) >= _FEWEST)
    counts = np.array([len(uses[term]) for term in terms], dtype=np.float64)
    means, compared = _mean_cosines(_which_works(uses, terms), counts, works)
    usual = float(means[compared > 1].mean()) if np.any(compared > 1) else 0.0
    if not usual:
        return dict.fromkeys(terms, 0.0)
    smoothed = (means * compared + _PRIOR * usual) / (compared + _PRIOR) / usual
    doublings = [math.log2(max(value, _LEAST)) for value in smoothed.tolist()]
    return dict(zip(terms, doublings, strict=True))


def _which_works(uses: Mapping[str, Set[str]], terms: list[str]) -> Any:  # noqa: ANN401
    """Return which term stands in which work: (terms, works), zeros and ones."""
    known = sorted(set().union(*(uses[term] for term in terms)))
    place = {work: number for number, work in enumerate(known)}
    columns = [sorted(place[work] for work in uses[term]) for term in terms]
    starts = np.cumsum([0, *map(len, columns)])
    indices = np.array([n for each in columns for n in each], dtype=np.int64)
    shape = (len(terms), len(known))
    return sparse.csr_array((np.ones(len(indices)), indices, starts), shape=shape)


def _mean_cosines(
    which: Any,  # noqa: ANN401
    counts: Floats,
    works: int,
) -> tuple[Floats, Floats]:
    """Return the mean cosine of each two works of a term, and of how many: (terms,) each.

    Works count that have other terms to be compared by; of fewer than two, none does.
    The sum of the cosines of all pairs is the squared length of the sum of the works, as
    vectors of length 1, less their own squares.
    """
    rarity = np.log(works / np.maximum(counts, 1))
    weights = (sparse.diags_array(rarity) @ which).T.tocsr()
    squares = np.asarray(weights.power(2).sum(axis=1)).ravel()
    cells = which.tocoo()
    # The length of each work without the term in question.
    rest = squares[cells.col] - rarity[cells.row] ** 2
    scales = np.where(rest > 1e-9, 1 / np.sqrt(np.maximum(rest, 1e-9)), 0.0)
    scaled = sparse.csr_array((scales, (cells.row, cells.col)), shape=which.shape)
    others = np.bincount(cells.row, scales > 0, minlength=len(counts))
    sums = np.zeros(len(counts))
    for first in range(0, len(counts), _ROWS):
        summed = (scaled[first : first + _ROWS] @ weights).tocoo()
        row = summed.row + first
        kept = row != summed.col
        sums += np.bincount(row[kept], summed.data[kept] ** 2, minlength=len(counts))
    pairs = np.maximum(others * (others - 1), 1.0)
    means: Floats = np.where(others > 1, (sums - others) / pairs, 0.0)
    return np.maximum(means, 0.0).round(9), np.where(others > 1, others, 0.0)
