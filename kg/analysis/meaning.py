"""What terms mean, by the company that they keep: vectors, and nearest neighbours.

Terms are alike that occur beside the same terms, whether or not they ever meet
themselves: positive pointwise mutual information of co-occurrence, of which a truncated
singular value decomposition keeps the few directions that count (Levy & Goldberg 2014;
Bullinaria & Levy 2012). Communities of such neighbours stay the same from seed to seed
where those cut from counts do not (`pipelines.atlas.layouts` measures both).
"""

from itertools import pairwise
from typing import Any

import numpy as np
from scipy import sparse  # type: ignore[import-untyped]
from scipy.sparse.linalg import svds  # type: ignore[import-untyped]

from kg.analysis.arrays import EdgeArrays, Floats, Ints, adjacency
from kg.parallel import one_blas_thread

DIMENSIONS = 25
NEIGHBOURS = 10
DIGITS = 6  # libraries of linear algebra differ far behind them
_EQUAL = 1e-9  # singular values so near, as shares of the largest, are one
_BLOCK = 1000  # rows compared with all others at a time
_CHUNK = 32  # columns of which first only the largest is looked at


def meaning_vectors(pairs: EdgeArrays, *, dimensions: int = DIMENSIONS) -> Floats:
    """Return a vector of length 1 for each term: (nodes, at most `dimensions`).

    A term that meets none more often than by chance has zeros. The same pairs give the
    same numbers, to `DIGITS`, whatever library multiplies.

    Args:
        pairs: terms that occur together, weighed by works in common.
        dimensions: kept of the decomposition; of few terms, fewer.

    Example:
        >>> import networkx as nx
        >>> from kg.analysis.arrays import edge_arrays
        >>> pairs = edge_arrays(nx.complete_bipartite_graph(2, 3), weight="weight")
        >>> vectors = meaning_vectors(pairs)
        >>> bool(vectors[0] @ vectors[1] > 0.99 > vectors[0] @ vectors[2])
        True
    """
    information = _mutual_information(pairs)
    wanted = min(dimensions, len(pairs.nodes) // 2)
    if not information.nnz or not wanted:
        return np.zeros((len(pairs.nodes), max(wanted, 1)))
    with one_blas_thread():
        directions, values = _decompose(information, wanted)
    vectors = directions * np.sqrt(np.maximum(values, 0.0))
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    # What is left of a term without information is noise.
    unit = np.where(lengths > 1e-8, vectors / np.maximum(lengths, 1e-8), 0.0)
    rounded: Floats = unit.round(DIGITS) + 0.0
    return rounded


def _mutual_information(pairs: EdgeArrays) -> Any:  # noqa: ANN401 - scipy has no types
    """Return the positive pointwise mutual information of pairs: (nodes, nodes)."""
    counts = adjacency(pairs).tocoo()
    sums = counts.sum(axis=1)
    expected = sums[counts.row] * sums[counts.col] / max(sums.sum(), 1.0)
    information = np.maximum(np.log(counts.data / expected), 0.0)
    matrix = sparse.csr_array((information, (counts.row, counts.col)), counts.shape)
    matrix.eliminate_zeros()
    return matrix


def _decompose(matrix: Any, wanted: int) -> tuple[Floats, Floats]:  # noqa: ANN401
    """Return left singular vectors (nodes, ≤ wanted) and their values, largest first.

    Directions of one value are any basis of what they span, so they are kept all or
    none, and turned to a basis that does not depend on the library.
    """
    size = matrix.shape[0]
    if size <= 4 * wanted:  # the sparse way needs more rows than it is asked for
        directions, values, _ = np.linalg.svd(matrix.toarray())
    else:
        start = np.random.default_rng(0).normal(size=size)
        directions, values, _ = svds(matrix, k=wanted + 1, v0=start)
        directions, values = directions[:, ::-1], values[::-1]
    groups = _equal_values(values)
    whole = [(a, b) for a, b in groups if b <= wanted and values[a] > 0]
    if not whole:
        return np.zeros((size, 1)), np.zeros(1)
    turned = [_own_basis(directions[:, a:b]) for a, b in whole]
    return np.concatenate(turned, axis=1), values[: whole[-1][1]]


def _equal_values(values: Floats) -> list[tuple[int, int]]:
    """Return where runs of equal values begin and end; values are in descending order."""
    near = values[:-1] - values[1:] <= _EQUAL * max(
        float(values.max(initial=0.0)), 1e-12
    )
    begins = [0, *(np.flatnonzero(~near) + 1).tolist(), len(values)]
    return list(pairwise(begins))


def _own_basis(directions: Floats) -> Floats:
    """Return a basis of what some directions span (nodes, k), whatever basis they are.

    Each in turn is the projection of the node that most is left of, as Cholesky's
    decomposition of the projector with pivots finds them.
    """
    left, found = directions.copy(), []
    for _ in range(directions.shape[1]):
        lengths = np.square(left).sum(axis=1)
        pivot = int(lengths.round(DIGITS).argmax())
        toward = left[pivot] / np.sqrt(lengths[pivot])
        direction = left @ toward
        found.append(direction)
        left = left - np.outer(direction, toward)
    return np.stack(found, axis=1)


def nearest_neighbours(
    nodes: tuple[str, ...], vectors: Floats, *, most: int = NEIGHBOURS
) -> EdgeArrays:
    """Return each pair of which one is among the `most` nearest of the other.

    Nearest by cosine; weights are its square, so that near ones bind. Pairs of no
    likeness are left out. Exact, and in blocks: 100,000 vectors need no square matrix.

    Args:
        nodes: ids of the rows.
        vectors: (nodes, dimensions), of length 1 or 0.
        most: neighbours looked for.

    Example:
        >>> vectors = np.array([[1.0, 0.0], [0.8, 0.6], [0.0, 1.0]])
        >>> near = nearest_neighbours(("a", "b", "c"), vectors, most=1)
        >>> near.sources.tolist(), near.targets.tolist(), near.weights.tolist()
        ([0, 1], [1, 2], [0.64, 0.36])
    """
    size = len(vectors)
    found: dict[int, float] = {}
    with one_blas_thread():
        for start in range(0, size, _BLOCK):
            rows = np.arange(start, min(start + _BLOCK, size))
            columns, cosines = _nearest(vectors, rows, most)
            ends = np.sort(
                np.stack([np.repeat(rows, columns.shape[1]), columns.ravel()]), 0
            )
            keys = ends[0] * size + ends[1]
            near = cosines.ravel() > 0
            found.update(
                zip(keys[near].tolist(), cosines.ravel()[near].tolist(), strict=True)
            )
    keys = np.array(sorted(found), dtype=np.int64)
    weights = np.array([found[key] for key in keys.tolist()]) ** 2
    sources, targets = np.divmod(keys, max(size, 1))
    return EdgeArrays(nodes, sources, targets, weights.round(DIGITS))


def _nearest(vectors: Floats, rows: Ints, most: int) -> tuple[Ints, Floats]:
    """Return columns and cosines of the nearest of each row: both (rows, most).

    The nearest `most` stand in those `most` chunks whose largest cosines are largest,
    so only these are sorted.
    """
    size = len(vectors)
    chunks = -(-size // _CHUNK)
    cosines = np.full((len(rows), chunks * _CHUNK), -2.0)
    cosines[:, :size] = (vectors[rows] @ vectors.T).round(DIGITS)
    cosines[np.arange(len(rows)), rows] = -2.0
    largest = cosines.reshape(len(rows), chunks, _CHUNK).max(axis=2)
    best = np.sort(np.argsort(-largest, axis=1, kind="stable")[:, :most], axis=1)
    columns = (best[:, :, None] * _CHUNK + np.arange(_CHUNK)).reshape(len(rows), -1)
    candidates = np.take_along_axis(cosines, columns, axis=1)
    order = np.argsort(-candidates, axis=1, kind="stable")[:, :most]
    return (
        np.take_along_axis(columns, order, axis=1),
        np.take_along_axis(candidates, order, axis=1),
    )
