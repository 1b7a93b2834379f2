"""Bursts: years in which a node stands in many more works than usual (Kleinberg 2002).

Two states for batches of documents: in the usual one a node has its share of all works, in
the bursting one `RATIO` times that; to enter a burst costs the logarithm of the number of
years. The cheapest sequence of states (Viterbi) says which years are bursts.
"""

from dataclasses import dataclass

import numpy as np

from kg.analysis.arrays import Flags, Floats
from kg.analysis.presence import Presence
from kg.analysis.structure.study import Study

MEANING = "the years in which nodes stand in many more works than usual"
NETWORK = "terms"

RATIO = 2.0  # of the shares in both states
FEWEST = 3  # works of a burst; two of one year are no movement


@dataclass(frozen=True, slots=True)
class Burst:
    """Years of a node; the strongest burst stands first.

    `within` are its works of these years; `weight` is by how much less it costs to be in
    the bursting state in these years, in nats, before what entering costs.
    """

    node: str
    name: str
    kind: str
    works: int
    first_year: int
    last_year: int
    within: int
    weight: float


def analyse(study: Study) -> list[Burst]:
    """Return the bursts of a network's nodes, the strongest first.

    Example:
        >>> from pathlib import Path
        >>> from kg.analysis.structure.study import read_study
        >>> from kg.store.connection import connect
        >>> with connect(Path("outputs/examples")) as connection:
        ...     analyse(read_study(connection, "people"))  # three works have no bursts
        []
    """
    first, counts, works = count_by_year(study.presence)
    gains = _gains(counts, works)
    states = bursting(gains)
    found = []
    for node, begin, end in _runs(states):
        within = int(counts[node, begin:end].sum())
        if within >= FEWEST:
            years = first + begin, first + end - 1
            weight = round(float(gains[node, begin:end].sum()), 3)
            found.append(Burst(*study.facts(node), *years, within, weight))
    return sorted(
        found, key=lambda burst: (-burst.weight, burst.node, burst.first_year)
    )


def count_by_year(presence: Presence) -> tuple[int, Floats, Floats]:
    """Return the first year, each node's works by year, and all works by year.

    Works without a year do not count: (nodes, years), (years,).

    Example:
        >>> from scipy import sparse
        >>> from kg.analysis.incidence import Incidence
        >>> matrix = sparse.csr_array(np.array([[1], [1], [0]]))
        >>> found = Incidence(tuple("uvw"), ("a",), ("a",), (), matrix)
        >>> first, counts, works = count_by_year(Presence(found, np.array([1990, 1992, 1992])))
        >>> first, counts.tolist(), works.tolist()
        (1990, [[1.0, 0.0, 1.0]], [1.0, 0.0, 2.0])
    """
    dated = np.flatnonzero(presence.years > 0)
    years = presence.years[dated]
    first = int(years.min(initial=9999)) if len(years) else 0
    length = int(years.max(initial=first - 1)) - first + 1
    by_year = np.zeros((length, presence.incidence.matrix.shape[1]))
    rows = presence.incidence.matrix[dated].tocoo()
    np.add.at(by_year, (years[rows.row] - first, rows.col), rows.data)
    works = np.bincount(years - first, minlength=length).astype(float)
    return first, by_year.T, works


def _gains(counts: Floats, works: Floats) -> Floats:
    """Return how much less the bursting state costs than the usual one: (nodes, years)."""
    usual = counts.sum(axis=1, keepdims=True) / max(float(works.sum()), 1.0)
    usual = np.clip(usual, 1e-12, 1 - 1e-9)
    # A node of more than half of all works cannot burst.
    more = np.clip(usual * RATIO, None, (1 + usual) / 2)
    rest = works[np.newaxis, :] - counts
    gains: Floats = counts * np.log(more / usual)
    gains += rest * np.log((1 - more) / (1 - usual))
    return gains.round(9)


def bursting(gains: Floats) -> Flags:
    """Tell of each node and year whether the cheapest sequence is in a burst.

    Args:
        gains: how much less the bursting state costs in each year, (nodes, years).

    Example:
        >>> bursting(np.array([[-1.0, 3.0, -0.5, 3.0, -1.0]])).astype(int).tolist()
        [[0, 1, 1, 1, 0]]
    """
    nodes, years = gains.shape
    entry = np.log(max(years, 2))
    usual, burst = (
        np.zeros(nodes),
        np.full(nodes, -entry),
    )  # what either state has gained
    came_from = np.zeros((2, nodes, years), dtype=bool)
    for year in range(years):
        if year:
            came_from[0, :, year] = burst > usual
            came_from[1, :, year] = burst >= usual - entry
            usual, burst = np.maximum(usual, burst), np.maximum(burst, usual - entry)
        burst = burst + gains[:, year]
    state = burst > usual
    states = np.zeros((nodes, years), dtype=bool)
    for year in range(years - 1, -1, -1):
        states[:, year] = state
        state = np.where(state, came_from[1, :, year], came_from[0, :, year])
    return states


def _runs(states: Flags) -> list[tuple[int, int, int]]:
    """Return each run of years in a burst: node, first place, place behind the last."""
    padded = np.pad(states.astype(np.int8), ((0, 0), (1, 1)))
    steps = np.diff(padded, axis=1)
    nodes, begins = np.nonzero(steps == 1)
    _, ends = np.nonzero(steps == -1)
    return list(zip(nodes.tolist(), begins.tolist(), ends.tolist(), strict=True))
