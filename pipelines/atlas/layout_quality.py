"""How well a map shows what it should: communities apart, neighbours near."""

from collections.abc import Iterator

import numpy as np
from scipy.spatial import cKDTree  # type: ignore[import-untyped]

from kg.analysis.arrays import EdgeArrays, Floats, Ints, adjacency

NEAREST = 10
_SMALLEST = 4  # nodes of a community that is looked at
_MOST = 4000  # nodes held against each other; of more, so many drawn at random


def silhouette(places: Floats, groups: Ints, *, seed: int = 0) -> float:
    """Return the mean silhouette (Rousseeuw 1987) of nodes on a map, in [−1, 1].

    1 where communities lie far apart, 0 where they touch, below where they lie over each
    other. Communities of fewer than four nodes are left out.
    """
    large = np.flatnonzero(np.bincount(groups)[groups] >= _SMALLEST)
    chosen = np.random.default_rng(seed).permutation(large)[:_MOST]
    places, groups = places[chosen], np.unique(groups[chosen], return_inverse=True)[1]
    sizes = np.bincount(groups)
    if len(sizes) < 2:
        return float("nan")
    sums = np.stack(
        [_distances(places, groups == each) for each in range(len(sizes))], 1
    )
    rows = np.arange(len(groups))
    within = sums[rows, groups] / np.maximum(sizes[groups] - 1, 1)
    others = sums / sizes
    others[rows, groups] = np.inf
    nearest = others.min(axis=1)
    values = (nearest - within) / np.maximum(np.maximum(within, nearest), 1e-12)
    return float(np.where(sizes[groups] > 1, values, 0.0).mean())


def _distances(places: Floats, chosen: np.ndarray) -> Floats:
    """Return the sum of the distances of each node to the chosen ones."""
    x, y = (each[:, None] - each[chosen] for each in places.T)
    summed: Floats = np.hypot(x, y).sum(axis=1)
    return summed


def nearest_kept(places: Floats, ties: EdgeArrays) -> float:
    """Return which share of its ten strongest ties each node has among its ten nearest."""
    near = cKDTree(places).query(places, min(NEAREST + 1, len(places)))[1][:, 1:]
    shares = [
        len(set(strongest) & set(around)) / len(strongest)
        for strongest, around in zip(_strongest(ties), near.tolist(), strict=True)
        if strongest
    ]
    return float(np.mean(shares)) if shares else float("nan")


def _strongest(ties: EdgeArrays) -> Iterator[list[int]]:
    """Yield the ten nodes to which each is tied most."""
    matrix = adjacency(ties)
    for start, end in zip(matrix.indptr[:-1], matrix.indptr[1:], strict=True):
        order = np.argsort(-matrix.data[start:end], kind="stable")[:NEAREST]
        yield matrix.indices[start:end][order].tolist()


def displacement(places: Floats, before: Floats) -> float:
    """Return how far nodes moved: the median, in diagonals of the map before.

    The map is laid on the one before by shifting, turning, mirroring and scaling it
    (Procrustes): what is left is change.
    """
    ours, theirs = places - places.mean(axis=0), before - before.mean(axis=0)
    left, values, right = np.linalg.svd(ours.T @ theirs)
    fitted = ours @ (left @ right) * values.sum() / max(np.square(ours).sum(), 1e-12)
    return shift(fitted, theirs)


def shift(places: Floats, before: Floats) -> float:
    """Return how far nodes moved as a reader sees it: nothing is turned or mirrored."""
    ours, theirs = places - places.mean(axis=0), before - before.mean(axis=0)
    diagonal = float(np.linalg.norm(np.ptp(before, axis=0))) or 1.0
    return float(np.median(np.linalg.norm(ours - theirs, axis=1))) / diagonal
