"""Each group of nodes laid out alone: its own ties and nothing else.

Small groups are brought into balance (`force_balance`, all pairs), large ones by the
forces of `kg.analysis.layout` (on a mesh). Then discs are moved off each other.
"""

import numpy as np
from scipy.spatial import cKDTree  # type: ignore[import-untyped]

from kg.analysis.arrays import EdgeArrays, Floats, Ints
from kg.analysis.landscape.force_balance import STEPS, balance
from kg.analysis.landscape.starting_places import Starts
from kg.analysis.layout import apply_forces
from kg.analysis.packing import GAP, push_apart, separate_coincident

MANY = 300  # nodes of a group; above, a mesh is faster than all pairs
_ROUNDS = 50  # of these forces: a group has no parts that have to find their place
ROOM = 2.6  # of a group, over the area of its discs with a gap around: for labels
_FEW_STEPS = 3_000_000  # squared nodes times steps: larger groups make fewer


def lay_out_groups(
    ties: EdgeArrays, radii: Floats, groups: Ints, starts: Starts
) -> tuple[Floats, Floats]:
    """Return the offset of each node from the middle of its group, and groups' radii.

    No two nodes of a group overlap, as discs of `radii`, and all lie in the disc of
    their group.

    Args:
        ties: between nodes; those between groups count for nothing.
        radii: of nodes, (nodes,).
        groups: the group of each node, numbered from 0, (nodes,).
        starts: of the nodes.

    Returns:
        Offsets (nodes, 2) and radii (groups,).

    Example:
        >>> import networkx as nx
        >>> from kg.analysis.arrays import edge_arrays
        >>> from kg.analysis.landscape.starting_places import find_starts
        >>> ties = edge_arrays(nx.path_graph("abc"), weight="weight")
        >>> groups, starts = np.zeros(3, np.int64), find_starts("abc")
        >>> offsets, reaches = lay_out_groups(ties, np.ones(3), groups, starts)
        >>> offsets.shape, len(reaches)
        ((3, 2), 1)
    """
    size = int(groups.max(initial=-1)) + 1
    offsets = np.zeros((len(radii), 2))
    for members, inside in _split(ties, groups, size):
        begin = starts.places[members], starts.anchor
        offsets[members] = _lay_out_alone(inside, radii[members], *begin)
    offsets = push_apart(offsets, radii, groups)
    offsets = _without_overlap(offsets, radii, groups, size)
    return _centred(offsets, radii, groups, size)


def _split(ties: EdgeArrays, groups: Ints, size: int) -> list[tuple[Ints, EdgeArrays]]:
    """Return the nodes of each group, and its inner ties by places among these."""
    order = np.argsort(groups, kind="stable")
    bounds = np.concatenate([[0], np.cumsum(np.bincount(groups, minlength=size))])
    place = np.empty(len(groups), dtype=np.int64)
    place[order] = np.arange(len(groups)) - bounds[groups[order]]
    inside = np.flatnonzero(groups[ties.sources] == groups[ties.targets])
    inside = inside[np.argsort(groups[ties.sources[inside]], kind="stable")]
    cuts = np.searchsorted(groups[ties.sources[inside]], np.arange(size + 1))
    parts = []
    for group in range(size):
        members = order[bounds[group] : bounds[group + 1]]
        edges = inside[cuts[group] : cuts[group + 1]]
        ends = place[ties.sources[edges]], place[ties.targets[edges]]
        nodes = tuple(ties.nodes[i] for i in members.tolist())
        parts.append((members, EdgeArrays(nodes, *ends, ties.weights[edges])))
    return parts


def _lay_out_alone(
    ties: EdgeArrays, radii: Floats, starts: Floats, anchor: float
) -> Floats:
    """Return places of one group, as wide as its discs and their labels need."""
    size = len(radii)
    if size == 1:
        return np.zeros((1, 2))
    if size > MANY:
        places = _tame(
            apply_forces(ties, starts * 10 * np.sqrt(size), most_rounds=_ROUNDS)
        )
    else:
        matrix = np.zeros((size, size))
        matrix[ties.sources, ties.targets] = ties.weights
        steps = int(np.clip(_FEW_STEPS // size**2, 20, STEPS))
        begin = separate_coincident(starts)
        places = balance(matrix + matrix.T, begin, anchor=anchor, steps=steps)
    reach = np.sqrt(ROOM * np.square(2 * radii + GAP).sum() / 4)
    # Of an even disc, the mean square of distances to the middle is half its radius'.
    spread = np.sqrt(2 * np.square(places).sum(axis=1).mean())
    return separate_coincident(places * (reach / max(float(spread), 1e-9)))


def _tame(places: Floats) -> Floats:
    """Return places around the origin, with those that strayed far brought near."""
    places = places - np.median(places, axis=0)
    distances = np.linalg.norm(places, axis=1)
    usual = float(np.quantile(distances, 0.97)) or 1.0
    share = distances / usual
    nearer = np.minimum(share, 1 + 0.1 * np.tanh(share - 1)) / np.maximum(share, 1e-9)
    tamed: Floats = places * nearer[:, None]
    return tamed


def _without_overlap(offsets: Floats, radii: Floats, groups: Ints, size: int) -> Floats:
    """Return offsets of which those of a group where discs still overlap are stretched."""
    tree = cKDTree(np.column_stack([offsets, groups * (4.0 * radii.max(initial=1.0))]))
    pairs = tree.query_pairs(2 * radii.max(initial=1.0), output_type="ndarray")
    a, b = pairs.T
    distances = np.hypot(*(offsets[a] - offsets[b]).T)
    # Two decimals of the places that come of it: a little more than the radii.
    ratios = (radii[a] + radii[b] + 0.05) / np.maximum(distances, 1e-3)
    stretch = np.ones(size)
    np.maximum.at(stretch, groups[a], ratios)
    return offsets * stretch[groups][:, None]


def _centred(
    offsets: Floats, radii: Floats, groups: Ints, size: int
) -> tuple[Floats, Floats]:
    """Return offsets from the middle of each group's box, and the radii of groups."""
    low, high = np.full((size, 2), np.inf), np.full((size, 2), -np.inf)
    np.minimum.at(low, groups, offsets - radii[:, None])
    np.maximum.at(high, groups, offsets + radii[:, None])
    centred = offsets - ((low + high) / 2)[groups]
    reaches = np.zeros(size)
    np.maximum.at(reaches, groups, np.linalg.norm(centred, axis=1) + radii + GAP / 2)
    return centred, reaches
