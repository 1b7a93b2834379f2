"""The network in slices of time: how large it was, and what each period led with."""

from dataclasses import dataclass

import numpy as np

from kg.analysis.arrays import Floats, Ints
from kg.analysis.significance import log_likelihood_ratios
from kg.analysis.structure.study import Study

MEANING = "the network in periods, and what is particular to each"
NETWORK = "terms"

PERIODS = 5
_SHOWN = 8  # nodes named


@dataclass(frozen=True, slots=True)
class Period:
    """Years of about as many works as any other period's; the first stands first.

    `nodes` stand in a work of these years, `new` in none before; `edges` are those drawn
    that a work of these years has. `leading` nodes are the surest to stand in more works
    of this period than of the others (log-likelihood ratio).
    """

    first_year: int
    last_year: int
    works: int
    nodes: int
    new: int
    edges: int
    leading: tuple[str, ...]


def analyse(study: Study) -> list[Period]:
    """Return the periods of a network; none, if no work has a year.

    Example:
        >>> from pathlib import Path
        >>> from kg.analysis.structure.study import read_study
        >>> from kg.store.connection import connect
        >>> with connect(Path("outputs/examples")) as connection:
        ...     rows = analyse(read_study(connection, "terms"))
        >>> [(row.first_year, row.works, row.nodes, row.new, row.edges) for row in rows]
        [(1830, 1, 1, 1, 0), (1840, 1, 2, 1, 1)]
    """
    years = study.presence.years
    matrix = study.incidence.matrix
    if not matrix.shape[1]:
        return []
    seen = np.zeros(matrix.shape[1], dtype=bool)
    found = []
    for first, last in divide_years(years[years > 0]):
        works = np.flatnonzero((years >= first) & (years <= last))
        within = matrix[works]
        counts = within.sum(axis=0)
        shared = within[:, study.arrays.sources].multiply(
            within[:, study.arrays.targets]
        )
        edges = int((np.asarray(shared.sum(axis=0)).ravel() > 0).sum())
        new = int(((counts > 0) & ~seen).sum())
        seen |= counts > 0
        leading = _leading(study, counts, len(works))
        found.append(
            Period(
                first, last, len(works), int((counts > 0).sum()), new, edges, leading
            )
        )
    return found


def divide_years(years: Ints, *, periods: int = PERIODS) -> list[tuple[int, int]]:
    """Return spans of years that have about equally many works.

    Args:
        years: of dated works, in any order.
        periods: how many spans, or fewer: a year is not divided.

    Example:
        >>> divide_years(np.array([1990, 1991, 1991, 2000, 2000, 2001]), periods=3)
        [(1990, 1990), (1991, 1991), (2000, 2001)]
    """
    if not len(years):
        return []
    ordered = np.sort(years)
    spans, taken = [], 0
    for left in range(periods, 0, -1):
        rest = ordered[taken:]
        if not len(rest):
            break
        share = len(rest) / left
        # Up to the end of the year that brings the span nearest to its share.
        ends = np.unique(rest)
        sizes = np.searchsorted(rest, ends, side="right")
        end = ends[int(np.argmin(np.abs(sizes - share)))] if left > 1 else ends[-1]
        spans.append((int(rest[0]), int(end)))
        taken += int(np.searchsorted(rest, end, side="right"))
    return spans


def _leading(study: Study, counts: Floats, works: int) -> tuple[str, ...]:
    """Return the names of what stands in more works of a period than of the others."""
    dated = study.presence.years > 0
    every = study.incidence.matrix[np.flatnonzero(dated)].sum(axis=0)
    inside = np.full(len(counts), float(works))
    ratios = log_likelihood_ratios(counts, every, inside, int(dated.sum()))
    order = np.lexsort((np.arange(len(ratios)), -ratios))
    kept = order[ratios[order] > 0][:_SHOWN]
    return tuple(study.labels[i] for i in kept.tolist())
