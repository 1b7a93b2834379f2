"""Logistic regression by Newton's method, for the few weights that kg ships."""

from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import sparse  # type: ignore[import-untyped]
from scipy.special import expit  # type: ignore[import-untyped]

Floats = NDArray[np.float64]
STEPS = 30  # of Newton's method, at the most; it needs some five to ten
CONVERGED = 1e-12  # a step that moves no weight further than this is the last one


def logistic(log_odds: Floats) -> Floats:
    """Return the probabilities of log odds, in nats, however large these are."""
    probabilities: Floats = expit(log_odds)
    return probabilities


def regression(
    evidence: Floats | sparse.sparray, truth: Floats, *, ridge: float = 0.0
) -> Floats:
    """Return the most likely weights (columns,), in nats, of `truth` (rows,).

    With a `ridge`, weights are held to be near 0 (Hoerl & Kennard 1970). A sparse
    table of evidence (scipy's) is never laid out in full; its columns may be thousands.
    """
    table: Any = evidence
    weights = np.zeros(table.shape[1])
    for _ in range(STEPS):
        chance = logistic(table @ weights)
        slope = table.T @ (truth - chance) - ridge * weights
        step = np.linalg.solve(_curvature(table, chance, ridge), slope)
        weights += step
        if np.abs(step).max(initial=0.0) <= CONVERGED:
            break
    return weights


def _curvature(table: Any, chance: Floats, ridge: float) -> Floats:  # noqa: ANN401
    """Return the second derivatives (columns, columns) of the log-likelihood."""
    spread = chance * (1 - chance)
    if sparse.issparse(table):
        products = (table.T @ sparse.diags_array(spread) @ table).toarray()
    else:
        products = (table * spread[:, None]).T @ table
    held: Floats = products + ridge * np.eye(table.shape[1])
    return held
