"""The communities of a network: what they are about, who is in them, how apart they are."""

from dataclasses import dataclass

import numpy as np

from kg.analysis.arrays import Floats
from kg.analysis.structure.study import Study
from kg.analysis.structure.years import mean_years

MEANING = "the communities, with names, leading nodes, and how apart they are"
NETWORK = "terms"

_SHOWN = 5  # nodes named


@dataclass(frozen=True, slots=True)
class Community:
    """A community; the largest has the number 0 and stands first.

    `works` have any of its nodes; `mean_year` is None where no year is known.
    `conductance` is the share of its weight that leads out, `coherence` the mean
    normalised pointwise mutual information of its ten most frequent nodes.
    """

    community: int
    names: tuple[str, ...]
    nodes: int
    works: int
    mean_year: float | None
    conductance: float
    coherence: float
    leading: tuple[str, ...]


def analyse(study: Study) -> list[Community]:
    """Return the communities of a network that have an edge, the largest first.

    Example:
        >>> from pathlib import Path
        >>> from kg.analysis.structure.study import read_study
        >>> from kg.store.connection import connect
        >>> with connect(Path("outputs/examples")) as connection:
        ...     rows = analyse(read_study(connection, "terms"))
        >>> [(row.nodes, row.works, row.leading) for row in rows]
        [(2, 3, ('least squares', 'punched cards'))]
    """
    works = study.incidence.counts
    years = mean_years(study.presence)
    matrix = study.incidence.matrix.tocsc()
    return [
        Community(
            number,
            tuple(study.names[number]),
            len(members),
            int((matrix[:, np.sort(members)].sum(axis=1) > 0).sum()),
            _mean(years[members], works[members].astype(float)),
            round(float(study.conductances[number]), 4),
            round(float(study.coherences[number]), 4),
            tuple(study.labels[i] for i in members[:_SHOWN]),
        )
        for number, members in enumerate(study.ranked)
    ]


def _mean(years: Floats, works: Floats) -> float | None:
    known = ~np.isnan(years)
    if not known.any():
        return None
    return round(float((years * works)[known].sum() / works[known].sum()), 2)
