"""Gaps between communities: pairs that few works join, though others stand between them.

A work is in each community of which it has two nodes. Two communities are apart where
fewer works are in both than by chance, and near where nodes of a third community go with
both.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy import sparse  # type: ignore[import-untyped]

from kg.analysis.arrays import membership_matrix
from kg.analysis.significance import log_likelihood_ratios
from kg.analysis.structure.gaps import SURE
from kg.analysis.structure.study import Study

MEANING = "pairs of communities that fewer works join than by chance"
NETWORK = "terms"

MOST = 1_000  # pairs returned
WITHIN = 2  # nodes of a community that a work has, to be in it
FEWEST_WORKS = 10  # of a community
_SHOWN = 5


@dataclass(frozen=True, slots=True)
class CommunityGap:
    """Two communities; those that are surest to avoid each other stand first.

    `both` works are in both, `expected` would be by chance; `significance` is the
    log-likelihood ratio of so few. `through` are nodes that go with both, surest first.
    """

    a: int
    b: int
    names_a: tuple[str, ...]
    names_b: tuple[str, ...]
    works_a: int
    works_b: int
    both: int
    expected: float
    significance: float
    through: tuple[str, ...]


def analyse(study: Study) -> list[CommunityGap]:
    """Return pairs with fewer works in common than by chance, at most `MOST`.

    Example:
        >>> from pathlib import Path
        >>> from kg.analysis.structure.study import read_study
        >>> from kg.store.connection import connect
        >>> with connect(Path("outputs/examples")) as connection:
        ...     analyse(read_study(connection, "terms"))  # there is one community
        []
    """
    if not len(study.groups):
        return []
    member = membership_matrix(study.groups)
    inside = (study.incidence.matrix @ member >= WITHIN).astype(float).tocsr()
    works = np.asarray(inside.sum(axis=0)).ravel()
    both = (inside.T @ inside).toarray()
    total = int((np.asarray(inside.sum(axis=1)).ravel() > 0).sum())
    a, b = np.triu_indices(len(works), k=1)
    enough = (works[a] >= FEWEST_WORKS) & (works[b] >= FEWEST_WORKS)
    a, b = a[enough], b[enough]
    # To avoid one is to meet what is not it.
    ratios = log_likelihood_ratios(
        works[a] - both[a, b], works[a], total - works[b], total
    )
    names = study.names
    ties = _ties_to_communities(study, member)
    order = np.lexsort((b, a, -ratios))
    return [
        CommunityGap(
            *(int(a[i]), int(b[i]), tuple(names[a[i]]), tuple(names[b[i]])),
            *(int(works[a[i]]), int(works[b[i]]), int(both[a[i], b[i]])),
            round(float(works[a[i]] * works[b[i]] / max(total, 1)), 2),
            round(float(ratios[i]), 3),
            _through(study, ties, int(a[i]), int(b[i])),
        )
        for i in order[ratios[order] > 0][:MOST].tolist()
    ]


def _ties_to_communities(study: Study, member: Any) -> Any:  # noqa: ANN401
    """Return how sure each node goes with each community: (nodes, communities)."""
    pairs, ratios = study.pairs, study.significances
    kept = np.where(ratios >= SURE, ratios, 0.0)
    ends = (pairs.sources, pairs.targets)
    half = sparse.coo_array((kept, ends), shape=(len(pairs.nodes),) * 2).tocsr()
    return ((half + half.T) @ member).tocsc()


def _through(study: Study, ties: Any, a: int, b: int) -> tuple[str, ...]:  # noqa: ANN401
    """Return the nodes of other communities that go with both."""
    both = ties[:, [a]].minimum(ties[:, [b]]).tocoo()
    others = (study.groups[both.row] != a) & (study.groups[both.row] != b)
    nodes = both.row[others]
    surest = (both.data[others] * study.salience[nodes]).round(6)
    order = np.lexsort((nodes, -surest))[:_SHOWN]
    return tuple(study.labels[i] for i in nodes[order].tolist())
