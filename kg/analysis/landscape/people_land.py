"""The land of people who wrote together: communities of co-authors, each with a name.

A community is named by the terms of its works, or, of a corpus with few terms, by the
institutions of its people; where there are neither, by the people of most works.
"""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from scipy import sparse  # type: ignore[import-untyped]
from scipy.sparse.csgraph import (  # type: ignore[import-untyped]
    connected_components,
)

from kg.analysis.arrays import (
    EdgeArrays,
    Ints,
    adjacency,
    edges_among,
    indicator_matrix,
    membership_matrix,
)
from kg.analysis.backbone import backbone
from kg.analysis.incidence import (
    Incidence,
    count_nodes,
    read_incidence,
    read_salience,
    read_terms,
    select_nodes,
)
from kg.analysis.landscape.land import Land, make_land
from kg.analysis.region_names import choose_names, rank_terms
from kg.analysis.regions import FEWEST_TERMS, SMALLEST_REGION, find_regions
from kg.analysis.significance import log_likelihood_ratios

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

# Share of a community's works that a name must be in: what is rare everywhere names none.
_COVERAGE = 0.04

# Fractional counting: a work of many authors ties each two of them less.
_COAUTHORS = """
SELECT source, target, fractional FROM edges WHERE kind = 'coauthor'
ORDER BY source, target
"""
_AFFILIATED = "SELECT DISTINCT person, institution FROM affiliated"


def people_land(
    connection: "DuckDBPyConnection",
    *,
    before: Mapping[str, tuple[float, float]] | None = None,
    seed: int = 0,
) -> Land:
    """Return the people of a store who wrote with at least three others, at some remove.

    Regions are communities of co-authors, edges the three strongest of each person.
    People of smaller groups are left out: of those, nothing can be seen.

    Args:
        connection: an open store.
        before: where people stood on an earlier map, by id.
        seed: of the communities.

    Example:
        >>> from pathlib import Path
        >>> from kg.store.connection import connect
        >>> with connect(Path("outputs/examples")) as connection:
        ...     people_land(connection).total
        2
    """
    people = read_incidence(connection, ["person"], authors=True)
    pairs = _without_small_parts(_read_coauthors(connection, people.nodes))
    people = select_nodes(people, np.searchsorted(people.nodes, pairs.nodes))
    regions = find_regions(pairs, seed=seed)
    named_by = _read_what_names(connection, people)
    return make_land(
        people.labels,
        people.counts,
        regions,
        np.ones(len(people.nodes)),
        ties=pairs,
        pairs=pairs,
        edges=backbone(pairs),
        names=_name(people, regions.coarse, named_by),
        sub_names=_name(people, regions.fine, named_by),
        named_by=named_by.plural,
        total=count_nodes(connection, ["person"]),
        before=before,
    )


def _read_coauthors(
    connection: "DuckDBPyConnection", nodes: Sequence[str]
) -> EdgeArrays:
    """Return the edges of co-authorship between `nodes`, which are sorted."""
    place = {node: i for i, node in enumerate(nodes)}
    rows = connection.execute(_COAUTHORS).fetchall()
    known = [(place[a], place[b], w) for a, b, w in rows if a in place and b in place]
    table = np.array(known, dtype=np.float64).reshape(-1, 3)
    ends = np.sort(table[:, :2].astype(np.int64), axis=1)
    order = np.lexsort((ends[:, 1], ends[:, 0]))
    weights = table[order, 2].round(9)
    return EdgeArrays(tuple(nodes), ends[order, 0], ends[order, 1], weights)


def _without_small_parts(pairs: EdgeArrays) -> EdgeArrays:
    """Return the network without components of too few nodes for a region."""
    if not pairs.nodes:
        return pairs
    _, labels = connected_components(adjacency(pairs), directed=False)
    kept = np.bincount(labels)[labels] >= SMALLEST_REGION
    return edges_among(pairs, np.flatnonzero(kept))


class _Namers(NamedTuple):
    """What regions of people are named by.

    `wrote` (people, works) and `has` (works, things) are sparse; without `labels`,
    people stand for themselves. `salience` (things,) is 1 of what is no term.
    """

    plural: str
    labels: tuple[str, ...] = ()
    wrote: Any = None
    has: Any = None
    salience: Any = 1.0


def _read_what_names(connection: "DuckDBPyConnection", people: Incidence) -> _Namers:
    """Return the terms of a corpus; where they are few, its institutions, if any."""
    terms = read_terms(connection)
    if len(terms.nodes) >= FEWEST_TERMS:
        salience = read_salience(connection, terms.nodes)
        return _Namers("terms", terms.labels, people.matrix.T, terms.matrix, salience)
    places = read_incidence(connection, ["institution"])
    belongs = _read_affiliations(connection, people.nodes, places.nodes)
    if not belongs.nnz:
        return _Namers("people")
    each = sparse.eye_array(len(people.nodes)).tocsr()
    return _Namers("institutions", places.labels, each, belongs)


def _name(people: Incidence, groups: Ints, by: _Namers) -> list[list[str]]:
    """Return the names of each region: what others have less often, else its people."""
    ranked = rank_terms(people.counts, groups, np.ones(len(groups)))
    own = [[people.labels[i] for i in each[:2]] for each in ranked]
    if not by.labels:
        return own
    works = (membership_matrix(groups).T.tocsr() @ by.wrote).minimum(1.0)
    counts = (works @ by.has).tocoo()
    ratios = log_likelihood_ratios(
        counts.data,
        by.has.sum(axis=0)[counts.col],
        works.sum(axis=1)[counts.row],
        by.has.shape[0],
    )
    salience = np.broadcast_to(by.salience, (by.has.shape[1],))
    order = np.lexsort((counts.col, -(ratios * salience[counts.col]).round(9)))
    common = counts.data >= _COVERAGE * works.sum(axis=1)[counts.row]
    order = order[(ratios[order] > 0) & common[order]]
    best: list[list[int]] = [[] for _ in own]
    for region, thing in zip(counts.row[order], counts.col[order], strict=True):
        best[region].append(int(thing))
    names = choose_names(by.labels, best, may_share=False)
    return [found or leading for found, leading in zip(names, own, strict=True)]


def _read_affiliations(
    connection: "DuckDBPyConnection", people: Sequence[str], institutions: Sequence[str]
) -> Any:  # noqa: ANN401 - scipy has no types
    """Return who belongs where, as zeros and ones: (people, institutions), sparse."""
    rows = connection.execute(_AFFILIATED).fetchall()
    return indicator_matrix(rows, people, institutions)
