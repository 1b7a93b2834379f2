"""Gaps: terms that go with the same terms, and never stand in one work.

What Swanson (1986) found ideas by: A goes with B, B with C, and nobody wrote of A and C.
How many works would have both is known from a neighbour that they share: the works of B,
times the shares of them that have A, and C. Two names of one thing have the same neighbours
and no work, too, so pairs that share a word, or of which one is the other's initials, are
left out.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy import sparse  # type: ignore[import-untyped]

from kg.analysis.arrays import EdgeArrays, Floats, adjacency
from kg.analysis.region_names import content_words
from kg.analysis.structure.study import Study

MEANING = "pairs of nodes that share neighbours and no work"
NETWORK = "terms"

SURE = 6.63  # log-likelihood ratio of a tie that counts: a chance of one in a hundred
FEWEST_TOGETHER = 2  # works of such a tie: one proves nothing
FEWEST_SHARED = 3  # neighbours of both
LEAST_EXPECTED = 1.0  # works, by the neighbour that tells of most
MOST = 1_000  # pairs returned
_CANDIDATES = 20_000
_SHOWN = 5  # neighbours named
_ROWS = 500  # compared with all others at a time


@dataclass(frozen=True, slots=True)
class Gap:
    """Two nodes without a work in common; those of which most is expected stand first.

    `expected` works would have both, if they were independent among the works of
    the first of `through`; `shared` is how many neighbours go with both, `through` those
    that tell of most. `salience` is the product of both: what they order by is what is
    expected, times that, for two words of all works are no gap.
    """

    a: str
    b: str
    name_a: str
    name_b: str
    works_a: int
    works_b: int
    expected: float
    shared: int
    salience: float
    through: tuple[str, ...]


def analyse(study: Study) -> list[Gap]:
    """Return the pairs that share neighbours and no work, at most `MOST`.

    Example:
        >>> from pathlib import Path
        >>> from kg.analysis.structure.study import read_study
        >>> from kg.store.connection import connect
        >>> with connect(Path("outputs/examples")) as connection:
        ...     analyse(read_study(connection, "terms"))  # two terms, which share a work
        []
    """
    counts = study.incidence.counts
    ties = _sure_ties(study.pairs, study.significances)
    # With a work of B in both counts, its works are divided by once.
    shares = (ties @ sparse.diags_array(1 / np.sqrt(np.maximum(counts, 1)))).tocsr()
    found = [
        _gap(study, shares, a, b)
        for a, b in _candidates(adjacency(study.pairs), ties, shares)
        if _are_two_things(study, a, b)
    ]
    found = [gap for gap in found if gap.expected >= LEAST_EXPECTED]
    return sorted(found, key=_order)[:MOST]


def _order(gap: Gap) -> tuple[float, int, str, str]:
    return -gap.expected * gap.salience, -gap.shared, gap.a, gap.b


def _sure_ties(pairs: EdgeArrays, ratios: Floats) -> Any:  # noqa: ANN401
    """Return the works of each tie that is no chance: (nodes, nodes), sparse."""
    kept = (ratios >= SURE) & (pairs.weights >= FEWEST_TOGETHER)
    ends = pairs.sources[kept], pairs.targets[kept]
    return adjacency(EdgeArrays(pairs.nodes, *ends, pairs.weights[kept]))


def _candidates(
    together: Any,  # noqa: ANN401
    ties: Any,  # noqa: ANN401
    shares: Any,  # noqa: ANN401
) -> list[tuple[int, int]]:
    """Return pairs without a work whose neighbours tell of enough, taken together."""
    links = ties.sign().tocsr()
    found: list[Floats] = []
    for first in range(0, ties.shape[0], _ROWS):
        rows = slice(first, first + _ROWS)
        told = (shares[rows] @ shares.T).tocsr()
        told = told - told.multiply(together[rows].sign())
        told = told.multiply((links[rows] @ links.T) >= FEWEST_SHARED).tocoo()
        a, b = told.row + first, told.col
        kept = (told.data >= LEAST_EXPECTED) & (a < b)
        found.append(np.stack([a[kept], b[kept], told.data[kept].round(6)], axis=1))
    table = np.concatenate(found) if found else np.zeros((0, 3))
    order = np.lexsort((table[:, 1], table[:, 0], -table[:, 2]))[:_CANDIDATES]
    return [(int(a), int(b)) for a, b, _ in table[order].tolist()]


def _are_two_things(study: Study, a: int, b: int) -> bool:
    """Tell whether two names share no word, and neither is the other's initials."""
    names = study.labels[a], study.labels[b]
    one, other = (content_words(name) for name in names)
    initials = ["".join(w[0] for w in name.lower().split()) for name in names]
    return not (
        one & other
        or initials[0] == names[1].lower().rstrip("s")
        or initials[1] == names[0].lower().rstrip("s")
    )


def _gap(study: Study, shares: Any, a: int, b: int) -> Gap:  # noqa: ANN401
    both = shares[[a]].multiply(shares[[b]]).tocoo()
    told = both.data.round(6)
    order = np.lexsort((both.col, -told))
    counts = study.incidence.counts
    return Gap(
        *(study.arrays.nodes[a], study.arrays.nodes[b]),
        *(study.labels[a], study.labels[b]),
        *(int(counts[a]), int(counts[b])),
        round(float(told[order[0]]), 2),
        len(order),
        round(float(study.salience[a] * study.salience[b]), 4),
        tuple(study.labels[i] for i in both.col[order[:_SHOWN]].tolist()),
    )
