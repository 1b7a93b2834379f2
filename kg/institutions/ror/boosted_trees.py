"""A sum of small trees that gives a probability: read, and worked out by numpy.

Each tree asks the same questions of all rows, one a level (oblivious trees, as in
Prokhorenkova et al. 2018, CatBoost), so that all trees are one look into a table.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.special import expit  # type: ignore[import-untyped]

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class ObliviousTrees:
    """ObliviousTrees over named features.

    Attributes:
        names: of the features, in the order of columns.
        columns: (trees, levels): the feature that each level asks about.
        thresholds: (trees, levels): whether it is more than this.
        leaves: (trees, 2 ** levels): log-odds to add.
        start: log-odds to begin with.
    """

    names: tuple[str, ...]
    columns: NDArray[np.int64]
    thresholds: Floats
    leaves: Floats
    start: float

    def predict_proba(self, table: Floats) -> Floats:
        """Return the probability (rows,) for each row of features."""
        answers = table[:, self.columns] > self.thresholds
        leaf = answers @ (1 << np.arange(self.columns.shape[1]))
        trees = np.arange(len(self.columns))
        odds = self.start + self.leaves[trees, leaf].sum(axis=1)
        probabilities: Floats = expit(odds)
        return probabilities

    def feature_table(self, rows: Sequence[dict[str, float]]) -> Floats:
        """Lay out features by name as a table; those that are missing are 0."""
        nothing = dict.fromkeys(self.names, 0.0)
        picked = itemgetter(*self.names, self.names[0])  # two at least: a tuple
        return np.array([picked(nothing | row) for row in rows], dtype=float).reshape(
            len(rows), len(self.names) + 1
        )[:, :-1]


def from_json(value: Mapping[str, Any]) -> ObliviousTrees:
    """Read trees as `to_json` gives them."""
    return ObliviousTrees(
        names=tuple(value["names"]),
        columns=np.array(value["columns"], dtype=np.int64),
        thresholds=np.array(value["thresholds"], dtype=float),
        leaves=np.array(value["leaves"], dtype=float),
        start=float(value["start"]),
    )


def to_json(trees: ObliviousTrees) -> dict[str, Any]:
    """Return trees as JSON holds them."""
    return {
        "names": list(trees.names),
        "columns": trees.columns.tolist(),
        "thresholds": trees.thresholds.round(4).tolist(),
        "leaves": trees.leaves.round(4).tolist(),
        "start": round(trees.start, 4),
    }
