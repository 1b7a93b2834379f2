"""Oblivious trees, grown one after another on what those before left open.

Gradient boosting (Friedman 2001) with Newton steps; each level of a tree asks all rows
the same question (Prokhorenkova et al. 2018, CatBoost).
"""

import numpy as np
from numpy.typing import NDArray

from kg.institutions.ror.boosted_trees import Floats, ObliviousTrees
from pipelines.common.logistic import logistic

Integers = NDArray[np.int64]
TREES = 300
LEVELS = 4
RATE = 0.1  # of what a tree says, that is believed
BINS = 24  # thresholds that are tried for a feature
CAUTION = 8.0  # added to the weight of a leaf: few rows say little


def boost(
    table: Floats,
    truth: Floats,
    names: tuple[str, ...],
    *,
    weights: Floats | None = None,
) -> ObliviousTrees:
    """Grow trees that tell the probability of `truth` (rows,) from `table`.

    `weights` (rows,) say how much each row counts; by default all count the same.
    """
    weights = np.ones(len(truth)) if weights is None else weights
    thresholds = [_thresholds(column) for column in table.T]
    columns = zip(thresholds, table.T, strict=True)
    bins = np.stack([np.searchsorted(own, column) for own, column in columns])
    share = np.average(truth, weights=weights)
    start = float(np.log(share / (1 - share)))
    odds = np.full(len(truth), start)
    trees = []
    for _ in range(TREES):
        chance = logistic(odds)
        slope, bend = weights * (truth - chance), weights * chance * (1 - chance)
        asked, leaf, leaves = _tree(bins, slope, bend)
        odds += leaves[leaf]
        trees.append((asked, [thresholds[f][cut] for f, cut in asked], leaves))
    return ObliviousTrees(
        names=names,
        columns=np.array([[feature for feature, _ in asked] for asked, _, _ in trees]),
        thresholds=np.array([at for _, at, _ in trees]),
        leaves=np.array([leaves for _, _, leaves in trees]),
        start=start,
    )


def _thresholds(column: Floats) -> Floats:
    """Return the values that a feature may be compared with; at least one."""
    values = np.unique(column)
    if len(values) == 1:
        return values
    if len(values) > BINS:
        return np.unique(np.quantile(values, np.linspace(0, 1, BINS + 1)[1:-1]))
    middles: Floats = (values[1:] + values[:-1]) / 2
    return middles


def _tree(
    bins: Integers, slope: Floats, bend: Floats
) -> tuple[list[tuple[int, int]], Integers, Floats]:
    """Grow a tree: its questions, the leaf of each row, what each leaf adds."""
    leaf = np.zeros(len(slope), dtype=np.int64)
    asked = []
    for level in range(LEVELS):
        feature, cut = _question(bins, leaf, slope, bend, 1 << level)
        leaf |= (bins[feature] > cut).astype(np.int64) << level
        asked.append((feature, cut))
    size = 1 << LEVELS
    weight = np.bincount(leaf, bend, size) + CAUTION
    return asked, leaf, RATE * np.bincount(leaf, slope, size) / weight


def _question(
    bins: Integers, leaf: Integers, slope: Floats, bend: Floats, leaves: int
) -> tuple[int, int]:
    """Choose the feature and bound that part the rows of all leaves best."""
    best, question = -np.inf, (0, 0)
    for feature, own in enumerate(bins):
        wide = int(own.max()) + 1
        if wide == 1:
            continue
        cell = leaf * wide + own
        g = np.bincount(cell, slope, leaves * wide).reshape(leaves, wide)
        h = np.bincount(cell, bend, leaves * wide).reshape(leaves, wide)
        under_g, under_h = g.cumsum(axis=1)[:, :-1], h.cumsum(axis=1)[:, :-1]
        over_g = g.sum(axis=1, keepdims=True) - under_g
        over_h = h.sum(axis=1, keepdims=True) - under_h
        gain = under_g**2 / (under_h + CAUTION) + over_g**2 / (over_h + CAUTION)
        cut = int(gain.sum(axis=0).argmax())
        worth = float(gain.sum(axis=0)[cut])
        if worth > best + 1e-9:
            best, question = worth, (feature, cut)
    return question
