"""Communities first: a layout in which each community has a place of its own.

Forces on all nodes at once pull communities through each other: every edge between two
of them counts there. Here each sub-region is laid out alone, sub-regions are placed as
discs in their region, regions as discs on the land, and each is turned towards what it
is tied to. Measured by `pipelines.atlas.layouts` beside other ways.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from kg.analysis.arrays import EdgeArrays, Floats, Ints, sum_by, sum_places
from kg.analysis.landscape.disc_placement import place_discs
from kg.analysis.landscape.inner_layout import lay_out_groups
from kg.analysis.landscape.starting_places import Starts, find_starts, upright
from kg.analysis.landscape.turning import turn_to_ties, turn_towards
from kg.analysis.regions import Regions

ASPECT = 1.5  # width over height: that of a screen, and of a figure over two columns


@dataclass(frozen=True, slots=True)
class Layout:
    """Places of nodes, and the disc that each region lies in.

    `places` (nodes, 2) have two decimals; `centres` (regions, 2) and `reaches`
    (regions,) are those of discs, of which no two overlap. Nor do nodes, as discs of
    the radii that were asked for.
    """

    places: Floats
    centres: Floats
    reaches: Floats


def lay_out_regions(
    ties: EdgeArrays,
    radii: Floats,
    regions: Regions,
    *,
    aspect: float = ASPECT,
    before: Mapping[str, tuple[float, float]] | None = None,
) -> Layout:
    """Return a place for each node, by ids, ties, radii and regions alone.

    Args:
        ties: what belongs together, weighed; need not be what is drawn.
        radii: of the discs that nodes are drawn as, (nodes,).
        regions: two levels of communities of the nodes.
        aspect: width of the whole over its height.
        before: where nodes stood on an earlier map, by id; they stay near there.

    Example:
        >>> import networkx as nx
        >>> from kg.analysis.arrays import edge_arrays
        >>> from kg.analysis.regions import find_regions
        >>> graph = nx.relabel_nodes(nx.ring_of_cliques(4, 6), str)
        >>> ties = edge_arrays(graph, weight="weight")
        >>> layout = lay_out_regions(ties, np.ones(24), find_regions(ties))
        >>> layout.places.shape, layout.centres.shape
        ((24, 2), (4, 2))
    """
    if not len(radii):
        return Layout(np.zeros((0, 2)), np.zeros((0, 2)), np.zeros(0))
    starts = find_starts(ties.nodes, before)
    places, reaches = lay_out_groups(ties, radii, regions.fine, starts)
    parent = np.zeros(len(reaches), dtype=np.int64)
    parent[regions.fine] = regions.coarse
    places, reaches, _ = _place_in_outer(
        places, reaches, regions.fine, parent, ties, starts, aspect=1.0
    )
    whole = np.zeros(len(reaches), dtype=np.int64)
    places, _, centres = _place_in_outer(
        places, reaches, regions.coarse, whole, ties, starts, aspect=aspect
    )
    both = np.concatenate([places, centres])
    weights = np.concatenate([radii**2 * starts.weights, np.zeros(len(centres))])
    begin = np.concatenate([starts.places, np.zeros_like(centres)])
    both = upright(both, begin, weights).round(2) + 0.0
    return Layout(both[: len(places)], both[len(places) :], reaches.round(2))


def _place_in_outer(
    offsets: Floats,
    reaches: Floats,
    inner: Ints,
    parent: Ints,
    ties: EdgeArrays,
    starts: Starts,
    *,
    aspect: float,
) -> tuple[Floats, Floats, Floats]:
    """Place inner groups, as discs, in their outer ones, and turn them.

    Args:
        offsets: of nodes from the middle of their inner group, (nodes, 2).
        reaches: radii of the inner groups, (inner,).
        inner: the inner group of each node, (nodes,).
        parent: the outer group of each inner one, (inner,).
        ties: between nodes.
        starts: of nodes: an inner group starts where its nodes do.
        aspect: of each outer group.

    Returns:
        Offsets of nodes from the middle of their outer group, the radii of outer groups,
        and the centres of inner groups in their outer ones.
    """
    size = len(reaches)
    sizes = np.maximum(np.bincount(inner, minlength=size), 1)
    begin = sum_places(inner, starts.places * starts.weights[:, None], size)
    begin /= np.maximum(sum_by(inner, starts.weights, size), 1e-12)[:, None]
    centres, outer_reaches = (
        np.zeros((size, 2)),
        np.zeros(int(parent.max(initial=-1)) + 1),
    )
    order = np.argsort(parent, kind="stable")
    ends = np.cumsum(np.bincount(parent))[:-1]
    pulls = _ties_between(ties, inner, parent, sizes)
    for outer, members in enumerate(np.split(order, ends)):
        matrix = _dense(pulls, members)
        placed = place_discs(
            matrix,
            reaches[members],
            begin[members],
            aspect=aspect,
            anchor=starts.anchor,
        )
        centres[members] = placed
        reach = np.linalg.norm(placed, axis=1) + reaches[members]
        outer_reaches[outer] = reach.max(initial=0.0)
    if starts.anchor:  # as on the map before
        stood = (starts.places - begin[inner]) * starts.weights[:, None]
        turned = turn_towards(offsets, stood, inner, size)
    else:
        turned = turn_to_ties(offsets, centres, inner, parent, ties)
    return centres[inner] + turned, outer_reaches, centres


def _ties_between(
    ties: EdgeArrays, inner: Ints, parent: Ints, sizes: Ints
) -> tuple[Ints, Ints, Floats]:
    """Return pairs of inner groups of one outer group, with how much binds them.

    Ties over the geometric mean of sizes: large groups have more of them anyway.
    """
    a, b = inner[ties.sources], inner[ties.targets]
    kept = (a != b) & (parent[a] == parent[b])
    first, second = np.minimum(a, b)[kept], np.maximum(a, b)[kept]
    keys, which = np.unique(first * len(sizes) + second, return_inverse=True)
    first, second = np.divmod(keys, len(sizes))
    sums = np.bincount(which, ties.weights[kept], minlength=len(keys))
    return first, second, sums / np.sqrt(sizes[first] * sizes[second])


def _dense(pulls: tuple[Ints, Ints, Floats], members: Ints) -> Floats:
    """Return the pulls between members as a matrix (members, members)."""
    first, second, weights = pulls
    place = np.full(int(max(members.max(initial=0), second.max(initial=0))) + 1, -1)
    place[members] = np.arange(len(members))
    a, b = place[first], place[second]
    inside = (a >= 0) & (b >= 0)
    matrix = np.zeros((len(members), len(members)))
    matrix[a[inside], b[inside]] = weights[inside]
    return matrix + matrix.T
