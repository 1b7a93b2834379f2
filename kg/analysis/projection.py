"""A network made from who or what shares works: counted, made comparable, thinned."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np
from scipy import sparse  # type: ignore[import-untyped]

from kg.analysis.arrays import EdgeArrays, Floats, Ints, as_edges, sum_by
from kg.analysis.backbone import backbone
from kg.analysis.counting import count_across, count_pairs
from kg.analysis.normalisation import normalise
from kg.analysis.sides import SIDES, Side
from kg.analysis.significance import disparity_levels, weigh_by_significance

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

LEVEL = 0.05  # of the disparity filter


@dataclass(frozen=True, slots=True)
class Ways:
    """How a network is counted, made comparable and thinned; names of `kg.network_kinds`."""

    counting: str = "full"
    normalisation: str = "none"
    backbone: str = "none"
    min_weight: int = 1
    max_edges: int = 100_000


@dataclass(frozen=True, slots=True)
class Projection:
    """Nodes of one or two sides, and the edges between them.

    Attributes:
        sides: who or what stands in which work.
        labels: of all nodes, in the order of `edges.nodes`.
        kinds: of these.
        edges: those to draw, weighed by the counting asked for.
        works: how many works each edge is, (edges,).
        fractional: by fractional counting, (edges,).
        strength: association strength of works in common, (edges,).
        significance: log-likelihood ratio, (edges,).
        measure: as counted and normalised, (edges,).
        pairs: how many there are, of which `edges` are some.
    """

    sides: tuple[Side, ...]
    labels: tuple[str, ...]
    kinds: tuple[str, ...]
    edges: EdgeArrays
    works: Ints
    fractional: Floats
    strength: Floats
    significance: Floats
    measure: Floats
    pairs: int


def project(
    connection: "DuckDBPyConnection", sides: tuple[str, ...], least: int, ways: Ways
) -> Projection:
    """Return the network of what shares works.

    Args:
        connection: an open store.
        sides: one or two names of `kg.analysis.sides.SIDES`.
        least: nodes of fewer works are left out.
        ways: how it is counted and thinned.

    Example:
        >>> from pathlib import Path
        >>> from kg.store.connection import connect
        >>> with connect(Path("outputs/examples")) as connection:
        ...     found = project(connection, ("authors",), 1, Ways())
        >>> found.edges.nodes, found.works.tolist()
        (('person:ada-byron', 'person:carl-gauss'), [1])
    """
    read = tuple(
        SIDES[name](connection, 1 if name == "works" else least) for name in sides
    )
    if sides == ("works", "terms"):
        read = (_works_themselves(read[1]), read[1])
    return thin(read, ways)


def thin(sides: tuple[Side, ...], ways: Ways) -> Projection:
    """Return what the nodes of sides share, and of that what is to be drawn.

    Example:
        >>> from kg.analysis.incidence import Incidence
        >>> matrix = sparse.csr_array(np.array([[1, 1, 0], [1, 1, 1]]))
        >>> found = Incidence(("v", "w"), tuple("abc"), tuple("abc"), ("x",) * 3, matrix)
        >>> made = thin((Side(found, matrix.sum(axis=1)),), Ways(normalisation="jaccard"))
        >>> made.measure.tolist()
        [1.0, 0.5, 0.5]
    """
    order = _order_of_nodes(sides)
    names = [_in_order(sides, order, key) for key in ("nodes", "labels", "kinds")]
    made = {
        counting: as_edges(names[0], _count(sides, order, counting))
        for counting in dict.fromkeys(("full", "fractional", ways.counting))
    }
    full, counted, shares = made["full"], made[ways.counting], made["fractional"]
    counts = np.concatenate([side.incidence.counts for side in sides])[order]
    modes = len(sides)
    strength = _normalise(full, _sums(full), modes, "association")
    sizes = counts.astype(float)
    if ways.counting != "full" or ways.normalisation == "association":
        sizes = _sums(counted)
    measure = _normalise(counted, sizes, modes, ways.normalisation)
    total = len(sides[0].incidence.works)
    surest = weigh_by_significance(full, counts, total).weights
    kept = _choose(full, counted, measure, surest, ways)
    edges = EdgeArrays(
        *(full.nodes, full.sources[kept], full.targets[kept], counted.weights[kept])
    )
    return Projection(
        sides,
        names[1],
        names[2],
        edges,
        full.weights[kept].astype(np.int64),
        shares.weights[kept],
        strength[kept],
        surest[kept],
        measure[kept],
        len(full.sources),
    )


def _works_themselves(terms: Side) -> Side:
    """Return the side of works, each of which is in itself."""
    found, size = terms.incidence, len(terms.incidence.works)
    same = sparse.eye_array(size).tocsr()
    works = replace(
        found,
        nodes=found.works,
        labels=found.works,
        kinds=("work",) * size,
        matrix=same,
    )
    return Side(works, np.ones(size))


def _order_of_nodes(sides: tuple[Side, ...]) -> Ints:
    """Return the order in which the nodes of all sides are sorted by id."""
    nodes = [node for side in sides for node in side.incidence.nodes]
    return np.array(sorted(range(len(nodes)), key=nodes.__getitem__), dtype=np.int64)


def _in_order(sides: tuple[Side, ...], order: Ints, key: str) -> tuple[str, ...]:
    names = [name for side in sides for name in getattr(side.incidence, key)]
    return tuple(names[i] for i in order.tolist())


def _count(sides: tuple[Side, ...], order: Ints, counting: str) -> Any:  # noqa: ANN401
    """Return what nodes share, in their order: (nodes, nodes), symmetric."""
    if len(sides) == 1:
        return count_pairs(sides[0], counting)
    first, second = sides
    across = count_across(first, second, counting)
    both = sparse.block_array([[None, across], [across.T, None]]).tocsr()
    return both[order][:, order]


def _sums(edges: EdgeArrays) -> Floats:
    """Return the sum of the weights at each node: (nodes,)."""
    size = len(edges.nodes)
    sums = sum_by(edges.sources, edges.weights, size)
    return sums + sum_by(edges.targets, edges.weights, size)


def _normalise(edges: EdgeArrays, sizes: Floats, modes: int, way: str) -> Floats:
    # Between two sides, what the one side has in all is half of what all nodes have.
    total = float(sizes.sum()) / modes
    first, second = sizes[edges.sources], sizes[edges.targets]
    return normalise(edges.weights, first, second, total, way)


def _choose(
    full: EdgeArrays, counted: EdgeArrays, measure: Floats, surest: Floats, ways: Ways
) -> Ints:
    """Return the places of the edges to draw, in ascending order."""
    enough = np.flatnonzero(full.weights >= ways.min_weight)
    by = surest if ways.backbone == "significance" else measure
    among = EdgeArrays(
        full.nodes, full.sources[enough], full.targets[enough], by[enough]
    )
    if ways.backbone in ("significance", "strongest"):
        kept = backbone(among)
        keys = among.sources * len(full.nodes) + among.targets
        enough = enough[
            np.searchsorted(keys, kept.sources * len(full.nodes) + kept.targets)
        ]
    elif ways.backbone == "disparity":
        weights = counted.weights[enough]
        some = EdgeArrays(full.nodes, among.sources, among.targets, weights)
        enough = enough[disparity_levels(some) < LEVEL]
    strongest = np.lexsort((enough, -by[enough]))[: ways.max_edges]
    return np.sort(enough[strongest])
