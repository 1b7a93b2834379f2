"""The land of people who wrote together: communities of co-authors, each with a name.

A community is named by the terms of its works, or, of a corpus with few terms, by the
institutions of its people; where there are neither, by the people of most works.
"""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from scipy import sparse  # type: ignore[import-untyped]
from scipy.sparse.csgraph import (  # type: ignore[import-untyped]
    connected_components,
)

from kg.analysis.arrays import (
    EdgeArrays,
    Ints,
    adjacency,
    indicator_matrix,
    membership_matrix,
)
from kg.analysis.backbone import backbone
from kg.analysis.incidence import (
    Incidence,
    count_nodes,
    read_incidence,
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
    names = [
        _name(connection, people, groups) for groups in (regions.coarse, regions.fine)
    ]
    return make_land(
        people.labels,
        people.counts,
        regions,
        np.ones(len(people.nodes)),
        ties=pairs,
        pairs=pairs,
        edges=backbone(pairs),
        names=names[0][1],
        sub_names=names[1][1],
        named_by=names[0][0],
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
    place = np.cumsum(kept) - 1
    inside = kept[pairs.sources]
    nodes = tuple(pairs.nodes[i] for i in np.flatnonzero(kept))
    a, b = place[pairs.sources[inside]], place[pairs.targets[inside]]
    return EdgeArrays(nodes, a, b, pairs.weights[inside])


def _name(
    connection: "DuckDBPyConnection", people: Incidence, groups: Ints
) -> tuple[str, list[list[str]]]:
    """Return what regions are named by, and the names of each."""
    ranked = rank_terms(people.counts, groups, np.ones(len(groups)))
    own = [[people.labels[i] for i in each[:2]] for each in ranked]
    terms = read_terms(connection)
    if len(terms.nodes) >= FEWEST_TERMS:
        wrote = people.matrix.T
        return "terms", _name_by(terms.labels, wrote, terms.matrix, groups, own)
    places = read_incidence(connection, ["institution"])
    belongs = _read_affiliations(connection, people.nodes, places.nodes)
    if not belongs.nnz:
        return "people", own
    each = sparse.eye_array(len(people.nodes)).tocsr()
    return "institutions", _name_by(places.labels, each, belongs, groups, own)


def _name_by(
    labels: Sequence[str],
    wrote: Any,  # noqa: ANN401 - scipy has no types
    has: Any,  # noqa: ANN401
    groups: Ints,
    otherwise: Sequence[list[str]],
) -> list[list[str]]:
    """Return for each region what is its own: what others have less often.

    Args:
        labels: of what regions are named by.
        wrote: whose each work is, (people, works), sparse.
        has: what each work has, (works, things), sparse.
        groups: the region of each person.
        otherwise: names of regions that have nothing of their own.
    """
    works = (membership_matrix(groups).T.tocsr() @ wrote).minimum(1.0)
    counts = (works @ has).tocoo()
    ratios = log_likelihood_ratios(
        counts.data,
        has.sum(axis=0)[counts.col],
        works.sum(axis=1)[counts.row],
        has.shape[0],
    )
    order = np.lexsort((counts.col, -ratios))
    common = counts.data >= _COVERAGE * works.sum(axis=1)[counts.row]
    order = order[(ratios[order] > 0) & common[order]]
    ranked: list[list[int]] = [[] for _ in otherwise]
    for region, thing in zip(counts.row[order], counts.col[order], strict=True):
        ranked[region].append(int(thing))
    names = choose_names(labels, ranked, may_share=False)
    return [found or own for found, own in zip(names, otherwise, strict=True)]


def _read_affiliations(
    connection: "DuckDBPyConnection", people: Sequence[str], institutions: Sequence[str]
) -> Any:  # noqa: ANN401 - scipy has no types
    """Return who belongs where, as zeros and ones: (people, institutions), sparse."""
    rows = connection.execute(_AFFILIATED).fetchall()
    return indicator_matrix(rows, people, institutions)
