"""When: the mean year of each node's works, and whether it grows.

Growth is held against the corpus, which grows itself: by how many doublings a node's
share of all works is larger in the later half of dated works than in the earlier. Two works
as by chance are added to both halves, so that rare nodes do not lead.
"""

from dataclasses import dataclass

import numpy as np

from kg.analysis.arrays import Flags, Floats, Ints
from kg.analysis.presence import Presence
from kg.analysis.structure.study import Study

MEANING = "the mean year of nodes, and which of them grow"
NETWORK = "terms"

_ADDED = 2.0  # works, as by chance


@dataclass(frozen=True, slots=True)
class Trend:
    """A node in time; the one that grows most stands first.

    `dated` works have a year, `early` and `late` are those of both halves; `growth` is
    in doublings of its share of works.
    """

    node: str
    name: str
    kind: str
    works: int
    dated: int
    mean_year: float
    early: int
    late: int
    growth: float


def analyse(study: Study) -> list[Trend]:
    """Return the nodes with dated works, first those that grow most.

    Example:
        >>> from pathlib import Path
        >>> from kg.analysis.structure.study import read_study
        >>> from kg.store.connection import connect
        >>> with connect(Path("outputs/examples")) as connection:
        ...     rows = analyse(read_study(connection, "people"))
        >>> [(row.name, row.mean_year, row.early, row.late) for row in rows]
        [('Carl Gauss', 1840.0, 0, 1), ('Ada Byron', 1835.0, 1, 1)]
    """
    means, growth = mean_years(study.presence), growths(study.presence)
    early, late = count_halves(study.presence)
    order = np.lexsort((-study.works, -growth))
    return [
        Trend(
            *study.facts(i),
            int(early[i] + late[i]),
            float(means[i]),
            int(early[i]),
            int(late[i]),
            float(growth[i]),
        )
        for i in order.tolist()
        if early[i] + late[i]
    ]


def mean_years(presence: Presence) -> Floats:
    """Return the mean year of each node's dated works, NaN without any: (nodes,).

    Example:
        >>> from scipy import sparse
        >>> from kg.analysis.incidence import Incidence
        >>> matrix = sparse.csr_array(np.array([[1, 0], [1, 0], [0, 1]]))
        >>> found = Incidence(tuple("uvw"), tuple("ab"), tuple("ab"), (), matrix)
        >>> mean_years(Presence(found, np.array([1990, 1991, 0]))).tolist()
        [1990.5, nan]
    """
    turned = presence.incidence.matrix.T
    dated = turned @ (presence.years > 0).astype(float)
    sums = turned @ presence.years.astype(float)
    means: Floats = np.where(dated > 0, sums / np.maximum(dated, 1), np.nan).round(2)
    return means


def count_halves(presence: Presence) -> tuple[Ints, Ints]:
    """Return how many works each node has in the earlier and later half: (nodes,) each.

    Works of one year stay together, so the halves of a short time differ in size.

    Example:
        >>> from scipy import sparse
        >>> from kg.analysis.incidence import Incidence
        >>> matrix = sparse.csr_array(np.array([[1, 0], [1, 0], [0, 1]]))
        >>> found = Incidence(tuple("uvw"), tuple("ab"), tuple("ab"), (), matrix)
        >>> early, late = count_halves(Presence(found, np.array([1990, 1991, 1992])))
        >>> early.tolist(), late.tolist()
        ([1, 0], [1, 1])
    """
    turned, late = presence.incidence.matrix.T, _is_late(presence)
    early = (presence.years > 0) & ~late
    first, second = (
        (turned @ half.astype(float)).astype(np.int64) for half in (early, late)
    )
    return first, second


def growths(presence: Presence) -> Floats:
    """Return by how many doublings the share of each node has grown: (nodes,).

    Example:
        >>> from scipy import sparse
        >>> from kg.analysis.incidence import Incidence
        >>> matrix = sparse.csr_array(np.array([[1, 0], [1, 0], [0, 1], [0, 1]]))
        >>> found = Incidence(tuple("tuvw"), tuple("ab"), tuple("ab"), (), matrix)
        >>> growths(Presence(found, np.array([1990, 1990, 1991, 1991]))).tolist()
        [-1.585, 1.585]
    """
    early, late = count_halves(presence)
    is_late = _is_late(presence)
    dated = max(int((presence.years > 0).sum()), 1)
    of_late = max(int(is_late.sum()), 1) / dated
    of_early = max(dated - int(is_late.sum()), 1) / dated
    ratio = (late / of_late + _ADDED) / (early / of_early + _ADDED)
    grown: Floats = np.log2(ratio).round(3) + 0.0
    return grown


def _is_late(presence: Presence) -> Flags:
    """Tell of each work whether it is of the later half of dated ones."""
    years = np.sort(presence.years[presence.years > 0])
    if not len(years) or years[0] == years[-1]:  # one year has no halves
        return np.zeros(len(presence.years), dtype=bool)
    middle = max(int(years[len(years) // 2]), int(years[0]) + 1)
    late: Flags = presence.years >= middle
    return late
