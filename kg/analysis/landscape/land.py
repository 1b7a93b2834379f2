"""A land: nodes in named regions, each with a place; what a map, a page, a figure draw.

This is the one definition of region, name, place and drawn edge: whatever shows a
network asks for it here.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from kg.analysis.arrays import EdgeArrays, Floats, Ints
from kg.analysis.landscape.borders import draw_borders
from kg.analysis.landscape.layout_by_region import lay_out_regions
from kg.analysis.landscape.region_colours import colour_regions
from kg.analysis.landscape.region_ties import RegionTie, find_region_ties
from kg.analysis.regions import HOME, SMALLEST_REGION, Regions
from kg.appearance import COMMUNITY_COLOURS

_SMALLEST, _LARGEST = 2.0, 9.0  # radius of a node, in the unit of places
FEW_WORKS = 9  # of the largest node, at least: where all have one, none is large


@dataclass(frozen=True, slots=True)
class Land:
    """Nodes on a map, their regions, and the edges to draw.

    Attributes:
        nodes: ids, in ascending order.
        labels: what they are called.
        works: of how many works each is, (nodes,).
        regions: the region and sub-region of each, numbered from 0, the largest first.
        shares: how much each is at home in its region, (nodes,); below
            `kg.analysis.regions.HOME` it is at home nowhere.
        edges: the backbone, weighed by significance, or by works in common.
        places: (nodes, 2), two decimals.
        radii: of nodes as discs, in the same unit, (nodes,).
        names: of each region, best first: up to three.
        sub_names: of each sub-region, likewise.
        colours: of each region, places in `kg.appearance.COMMUNITY_COLOURS`.
        centres: of regions, (regions, 2).
        reaches: radii of the discs that regions lie in, (regions,).
        borders: the rings around each region.
        ties: pairs of regions that meet more often than by chance, strongest first.
        named_by: what the names are: "terms" or "institutions" or "people".
        pairs: how many edges there are, of which `edges` are the backbone.
        total: how many nodes of these kinds the store has, with those that are not here.
        salience: how much each node says of what works are about, in [0, 1], (nodes,); 1
            of what is no term.
    """

    nodes: tuple[str, ...]
    labels: tuple[str, ...]
    works: Ints
    regions: Regions
    shares: Floats
    edges: EdgeArrays
    places: Floats
    radii: Floats
    names: tuple[tuple[str, ...], ...]
    sub_names: tuple[tuple[str, ...], ...]
    colours: Ints
    centres: Floats
    reaches: Floats
    borders: tuple[tuple[Floats, ...], ...]
    ties: tuple[RegionTie, ...]
    named_by: str
    pairs: int
    total: int
    salience: Floats


def make_land(
    labels: Sequence[str],
    works: Ints,
    regions: Regions,
    shares: Floats,
    *,
    ties: EdgeArrays,
    pairs: EdgeArrays,
    edges: EdgeArrays,
    names: Sequence[Sequence[str]],
    sub_names: Sequence[Sequence[str]],
    named_by: str,
    total: int,
    salience: Floats | None = None,
    before: Mapping[str, tuple[float, float]] | None = None,
) -> Land:
    """Return nodes laid out, region by region, with borders and colours.

    Args:
        labels: names of the nodes.
        works: of how many works each is, (nodes,).
        regions: two levels of communities.
        shares: how much each node is at home, (nodes,).
        ties: by which nodes are placed.
        pairs: all edges, weighed by works in common.
        edges: those to draw.
        names: of each region.
        sub_names: of each sub-region.
        named_by: what these are.
        total: nodes there are.
        salience: of the nodes, (nodes,); by default 1.
        before: where nodes stood on an earlier map, by id.

    Example:
        >>> import networkx as nx
        >>> from kg.analysis.arrays import edge_arrays
        >>> ties = edge_arrays(nx.complete_graph(["a", "b", "c", "d"]), weight="weight")
        >>> zeros = np.zeros(4, np.int64)
        >>> land = make_land(
        ...     "abcd", np.ones(4), Regions(zeros, zeros), np.ones(4), ties=ties,
        ...     pairs=ties, edges=ties, names=[["a"]], sub_names=[["a"]], named_by="terms",
        ...     total=9,
        ... )
        >>> land.places.shape, len(land.borders), land.colours.tolist()
        ((4, 2), 1, [0])
    """
    radii = node_radii(works)
    layout = lay_out_regions(ties, radii, regions, before=before)
    return Land(
        nodes=ties.nodes,
        labels=tuple(labels),
        works=works,
        regions=regions,
        shares=shares,
        edges=edges,
        places=layout.places,
        radii=radii,
        names=tuple(map(tuple, names)),
        sub_names=tuple(map(tuple, sub_names)),
        colours=colour_regions(
            layout.centres, layout.reaches, colours=len(COMMUNITY_COLOURS)
        ),
        centres=layout.centres,
        reaches=layout.reaches,
        borders=draw_borders(layout.places, _bordered(regions.coarse, shares)),
        ties=find_region_ties(pairs, regions.coarse),
        named_by=named_by,
        pairs=len(pairs.sources),
        total=total,
        salience=np.ones(len(works)) if salience is None else salience,
    )


def node_radii(works: Ints, *, most: int = FEW_WORKS) -> Floats:
    """Return radii of discs whose areas grow with works: (nodes,).

    Args:
        works: of how many each node is, (nodes,).
        most: what the largest disc stands for, if no node has more.

    Example:
        >>> node_radii(np.array([1, 4, 16])).tolist()
        [3.75, 5.5, 9.0]
    """
    share = works / works.max(initial=most)
    radii: Floats = (_SMALLEST + (_LARGEST - _SMALLEST) * np.sqrt(share)).round(2)
    return radii


def _bordered(groups: Ints, shares: Floats) -> Ints:
    """Return groups, −1 for nodes that no border should go around.

    Those at home nowhere lie outside, unless nothing of a region would be left; and a
    pair of nodes is no region.
    """
    at_home = shares >= HOME
    counts = np.bincount(groups[at_home], minlength=int(groups.max(initial=-1)) + 1)
    kept = np.where(counts[groups] >= SMALLEST_REGION, at_home, True)
    large = np.bincount(groups)[groups] >= SMALLEST_REGION
    bordered: Ints = np.where(kept & large, groups, -1)
    return bordered
