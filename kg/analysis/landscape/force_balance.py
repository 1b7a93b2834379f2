"""Places of a few nodes: ties pull, all push apart, until both are in balance.

The mapping of VOSviewer (van Eck & Waltman 2007): squared distances of tied pairs,
weighed by their ties, are as small as can be while the mean distance stays one. It is
solved by majorization (Borg & Groenen 2005): each step is one product of matrices, and
none makes it worse, so small differences of the numbers die out. All pairs are looked
at, which is right for hundreds of nodes; `repulsion` is for more.
"""

import numpy as np

from kg.analysis.arrays import Floats
from kg.analysis.meaning import DIGITS
from kg.parallel import one_blas_thread

STEPS = 80
_BACKGROUND = 1e-3  # of the mean tie, between all: parts that no tie joins stay near


def balance(
    ties: Floats, starts: Floats, *, anchor: float = 0.0, steps: int = STEPS
) -> Floats:
    """Return places (nodes, 2) around the origin, at a mean distance of 1 from it.

    Args:
        ties: (nodes, nodes), symmetric, not below 0, zeros on the diagonal.
        starts: (nodes, 2), no two the same.
        anchor: how strongly each is held at its start, in the mean of all its ties.
        steps: of the search; each costs the square of the nodes.

    Example:
        >>> chain = np.diag([1.0, 1.0], k=1) + np.diag([1.0, 1.0], k=-1)
        >>> starts = np.array([[0.0, 0.0], [0.1, 1.0], [1.0, 0.0]])
        >>> a, b, c = balance(chain, starts)
        >>> bool(np.linalg.norm(a - c) > 1.5 * np.linalg.norm(a - b))
        True
    """
    size = len(starts)
    if size < 2:
        return np.zeros((size, 2))
    mean = ties.sum() / max(np.count_nonzero(ties), 1) or 1.0
    pulls = ties / mean + _BACKGROUND
    np.fill_diagonal(pulls, 0.0)
    hold = anchor * float(pulls.sum(axis=1).mean())
    with one_blas_thread():
        places = _majorize(pulls, hold, _normalized(starts), steps)
    # Libraries of linear algebra differ behind: what is made of it shall not.
    return places.round(DIGITS) + 0.0


def _majorize(pulls: Floats, hold: float, starts: Floats, steps: int) -> Floats:
    """Return places after so many steps of the search."""
    sums = pulls.sum(axis=1)
    # Of the Laplacian; one over all is added where it has no inverse, and where places
    # around the origin never are.
    solved = np.linalg.inv(np.diag(sums + hold) - pulls + 1.0 / len(pulls))
    places = starts
    for _ in range(steps):
        push = 1.0 / _distances(places)
        np.fill_diagonal(push, 0.0)
        moved = push.sum(axis=1)[:, None] * places - push @ places
        moved *= sums.mean() / push.sum(axis=1).mean()
        places = _normalized(solved @ (moved + hold * starts))
    return places


def _distances(places: Floats) -> Floats:
    x, y = places[:, 0], places[:, 1]
    square = (x[:, None] - x) ** 2 + (y[:, None] - y) ** 2
    distances: Floats = np.sqrt(square + 1e-6)  # none is 0
    return distances


def _normalized(places: Floats) -> Floats:
    centred = places - places.mean(axis=0)
    size = np.sqrt(np.square(centred).sum(axis=1).mean())
    normalized: Floats = centred / max(float(size), 1e-12)
    return normalized
