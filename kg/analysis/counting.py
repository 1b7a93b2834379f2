"""How often two nodes share a work, by four ways of counting.

Each is a product of sparse matrices: which work has which node, weighed by work.
"""

from typing import Any

import numpy as np
from scipy import sparse  # type: ignore[import-untyped]

from kg.analysis.arrays import Floats
from kg.analysis.sides import Side
from kg.errors import KGError

_DIGITS = 9  # libraries add in different orders


def count_pairs(side: Side, counting: str) -> Any:  # noqa: ANN401 - scipy has no types
    """Return what the nodes of a side share, pair by pair: (nodes, nodes), symmetric.

    Institutions that are all one person's share nothing by that. A work of one node
    gives no pair.

    Args:
        side: who or what stands in which work.
        counting: one of `kg.network_kinds.COUNTINGS`.

    Raises:
        KGError: "position" of a side that has no order.

    Example:
        >>> from kg.analysis.incidence import Incidence
        >>> matrix = sparse.csr_array(np.array([[1, 1, 1], [1, 1, 0]]))
        >>> nodes = tuple("abc")
        >>> side = Side(Incidence(("v", "w"), nodes, nodes, (), matrix), np.array([3, 2]))
        >>> count_pairs(side, "full").toarray().tolist()
        [[0.0, 2.0, 1.0], [2.0, 0.0, 1.0], [1.0, 1.0, 0.0]]
        >>> count_pairs(side, "fractional").toarray().tolist()
        [[0.0, 1.5, 0.5], [1.5, 0.0, 0.5], [0.5, 0.5, 0.0]]
    """
    matrix = side.incidence.matrix
    shares = _shares_of_works(side.sizes, counting)
    if counting == "position":
        # (n/2)(c_i + c_j) shares: in all as much as by fractional counting.
        half = matrix.T @ _scale_rows(_credits(side), shares * side.sizes / 2)
        pairs = half + half.T
    else:
        pairs = matrix.T @ _scale_rows(matrix, shares)
    if side.alone is not None:
        own = side.alone.matrix
        pairs = pairs - own.T @ _scale_rows(own, shares[side.alone.works])
    return _tidy(pairs, counting)


def count_across(first: Side, second: Side, counting: str) -> Any:  # noqa: ANN401
    """Return what nodes of two sides share: (nodes of the first, of the second).

    Example:
        >>> from kg.analysis.incidence import Incidence
        >>> people = sparse.csr_array(np.array([[1, 1], [1, 0]]))
        >>> terms = sparse.csr_array(np.array([[1], [1]]))
        >>> sides = [
        ...     Side(Incidence(("v", "w"), names, names, (), matrix), matrix.sum(axis=1))
        ...     for names, matrix in ((("p", "q"), people), (("t",), terms))
        ... ]
        >>> count_across(*sides, "fractional").toarray().tolist()
        [[1.5], [0.5]]
    """
    matrix = first.incidence.matrix
    if counting == "position":
        matrix = _credits(first)
    elif counting == "fractional":
        matrix = _scale_rows(matrix, 1 / np.maximum(first.sizes, 1.0))
    shared = (matrix.T @ second.incidence.matrix).tocsr()
    if counting == "binary":
        shared.data = np.ones_like(shared.data)
    shared.data = shared.data.round(_DIGITS)
    return shared


def _shares_of_works(sizes: Floats, counting: str) -> Floats:
    """Return what each work adds to each of its pairs: (works,); 0 where it has none."""
    pairs = sizes > 1
    if counting in ("full", "binary"):
        return pairs.astype(float)
    return pairs / np.maximum(sizes - 1, 1.0)


def _credits(side: Side) -> Any:  # noqa: ANN401
    """Return the harmonic credit of each place in a work; they sum to 1 a work."""
    if side.places is None:
        raise KGError(
            "position-aware counting goes by the order of authors: of terms and works "
            "there is none; use full, fractional or binary"
        )
    shares = side.places.copy()
    shares.data = 1 / shares.data
    most = int(side.sizes.max(initial=1))
    sums = np.concatenate([[1.0], np.cumsum(1 / np.arange(1, most + 1))])
    return _scale_rows(shares, 1 / sums[side.sizes.astype(np.int64)])


def _scale_rows(matrix: Any, factors: Floats) -> Any:  # noqa: ANN401
    return sparse.diags_array(factors) @ matrix


def _tidy(pairs: Any, counting: str) -> Any:  # noqa: ANN401
    """Return pairs without loops, rounded, without those that share nothing."""
    pairs = (pairs - sparse.diags_array(pairs.diagonal())).tocsr()
    pairs.data = pairs.data.round(_DIGITS)
    pairs.eliminate_zeros()
    if counting == "binary":
        pairs.data = np.ones_like(pairs.data)
    return pairs
