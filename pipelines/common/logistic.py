"""Logistic regression by Newton's method, for the few weights that kg ships."""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
STEPS = 30  # of Newton's method; it needs some five


def regression(evidence: Floats, truth: Floats, *, ridge: float = 0.0) -> Floats:
    """Return the most likely weights (columns,), in nats, of `truth` (rows,).

    With a `ridge`, weights are held to be near 0 (Hoerl & Kennard 1970).
    """
    weights = np.zeros(evidence.shape[1])
    held = ridge * np.eye(len(weights))
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-(evidence @ weights)))
        slope = evidence.T @ (truth - chance) - ridge * weights
        bend = (evidence * (chance * (1 - chance))[:, None]).T @ evidence
        weights += np.linalg.solve(bend + held, slope)
    return weights
