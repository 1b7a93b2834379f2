"""People who work on the same, and never wrote together.

Each person is what their works are about or use, a work shared out among its authors, rare terms
for more (inverse document frequency); two are alike by the cosine. Two who may be one
person under two names, or two of one name, are left out: they prove nothing.
"""

from collections import Counter
from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy import sparse  # type: ignore[import-untyped]

from kg.analysis.arrays import Floats, Ints
from kg.analysis.counting import count_across
from kg.analysis.incidence import Incidence
from kg.analysis.sides import MOST_WORKS, read_authors_side, read_subjects_side
from kg.analysis.structure.study import Study
from kg.text.names.name_parts import parse_name

MEANING = "people who share terms and never wrote together"
NETWORK = "people"

FEWEST_WORKS, FEWEST_SHARED = 2, 3  # works of either, terms of both
MOST = 1_000  # pairs returned
_SHOWN = 5  # terms named
_ROWS = 500  # compared with all others at a time


@dataclass(frozen=True, slots=True)
class Unmet:
    """Two people; those who share most stand first.

    `similarity` is the cosine of their terms, `shared` how many terms both have,
    `coauthors` how many people wrote with both, `terms` what they share most of.
    """

    a: str
    b: str
    name_a: str
    name_b: str
    works_a: int
    works_b: int
    similarity: float
    shared: int
    coauthors: int
    terms: tuple[str, ...]


def analyse(study: Study) -> list[Unmet]:
    """Return pairs of people who share terms and no work, at most `MOST`.

    Example:
        >>> from pathlib import Path
        >>> from kg.analysis.structure.study import read_study
        >>> from kg.store.connection import connect
        >>> with connect(Path("outputs/examples")) as connection:
        ...     analyse(read_study(connection, "people"))  # both wrote together
        []
    """
    people = read_authors_side(study.connection, 1)
    terms = read_subjects_side(study.connection, 2)
    weights = _weigh_terms(count_across(people, terms, "fractional"), terms.incidence)
    wrote = people.incidence.matrix
    together = (wrote.T @ wrote).tocsr()
    names = people.incidence.labels
    able = _who_is_certain(names, people.incidence.counts)
    found = _compare(weights, together, able)
    return [
        _unmet(people.incidence, terms.incidence.labels, weights, together, *each)
        for each in found
        if not _may_be_one(names[each[0]], names[each[1]])
    ][:MOST]


def _weigh_terms(shares: Any, terms: Incidence) -> Any:  # noqa: ANN401 - scipy has no types
    """Return people as terms, in rows of length 1; terms of many works count nothing."""
    counts = np.maximum(terms.counts, 1)
    rarity = np.log(max(len(terms.works), 1) / counts) * (counts <= MOST_WORKS)
    # The root: one's fifth work on a term says less than the first.
    weights = shares.sqrt() @ sparse.diags_array(np.maximum(rarity, 0.0))
    weights = weights.tocsr()
    weights.eliminate_zeros()
    lengths = np.sqrt(np.asarray(weights.power(2).sum(axis=1)).ravel())
    return (
        sparse.diags_array(1 / np.where(lengths > 0, lengths, 1.0)) @ weights
    ).tocsr()


def _who_is_certain(names: tuple[str, ...], counts: Ints) -> Ints:
    """Return the places of people of enough works whose name is theirs alone."""
    parts = [parse_name(name) for name in names]
    bearers = Counter(each.words for each in parts)
    return np.array(
        [
            place
            for place, each in enumerate(parts)
            if counts[place] >= FEWEST_WORKS
            and bearers[each.words] == 1
            and not (each.bare or each.initialled)
        ],
        dtype=np.int64,
    )


def _may_be_one(one: str, other: str) -> bool:
    """Tell whether two names may be one person's: one family and initial, or all words."""
    a, b = parse_name(one), parse_name(other)
    if set(a.words) == set(b.words):
        return True
    return a.family == b.family and a.given[0][0] == b.given[0][0]


def _compare(
    weights: Any,  # noqa: ANN401
    together: Any,  # noqa: ANN401
    able: Ints,
) -> list[tuple[int, int, float, int]]:
    """Return pairs without a work, with similarity and shared terms, best first."""
    found: list[tuple[int, int, float, int]] = []
    links = weights.sign().tocsr()
    for first in range(0, len(able), _ROWS):
        rows = able[first : first + _ROWS]
        similarities = (weights[rows] @ weights[able].T).toarray()
        shared = (links[rows] @ links[able].T).toarray()
        similarities[shared < FEWEST_SHARED] = 0.0
        similarities[together[rows][:, able].toarray() > 0] = 0.0
        similarities[able[np.newaxis, :] <= rows[:, np.newaxis]] = 0.0
        found += _best(similarities, shared, rows, able)
    return sorted(found, key=lambda each: (-each[2], each[:2]))


def _best(
    similarities: Floats, shared: Floats, rows: Ints, columns: Ints
) -> list[tuple[int, int, float, int]]:
    """Return the best pairs of a block: twice as many as are returned in all."""
    flat = np.flatnonzero(similarities.ravel() > 0)
    values = similarities.ravel()[flat].round(6)
    chosen = flat[np.lexsort((flat, -values))[: 2 * MOST]]
    a, b = np.divmod(chosen, similarities.shape[1])
    kept = similarities[a, b].round(6).tolist(), shared[a, b].astype(np.int64).tolist()
    return list(zip(rows[a].tolist(), columns[b].tolist(), *kept, strict=True))


def _unmet(
    people: Incidence,
    terms: tuple[str, ...],
    weights: Any,  # noqa: ANN401
    together: Any,  # noqa: ANN401
    a: int,
    b: int,
    similarity: float,
    shared: int,
) -> Unmet:
    both = weights[[a]].multiply(weights[[b]]).tocoo()
    order = np.lexsort((both.col, -both.data.round(6)))[:_SHOWN]
    coauthors = together[[a]].sign().multiply(together[[b]].sign()).nnz
    return Unmet(
        *(people.nodes[a], people.nodes[b], people.labels[a], people.labels[b]),
        *(int(people.counts[a]), int(people.counts[b])),
        round(similarity, 4),
        shared,
        int(coauthors),
        tuple(terms[i] for i in both.col[order].tolist()),
    )
