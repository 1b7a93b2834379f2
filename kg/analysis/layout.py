"""Layout: where each node stands, so that what belongs together lies together.

ForceAtlas2 (Jacomy, Venturini, Heymann & Bastian 2014): linked nodes pull each
other, all push each other by their degrees, and the speed adapts: nothing swings.
"""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from scipy.sparse.csgraph import (  # type: ignore[import-untyped]
    connected_components,
)

from kg.analysis.arrays import EdgeArrays, adjacency, edge_arrays
from kg.analysis.communities import communities
from kg.analysis.packing import pack_in_rings, push_apart, separate_coincident
from kg.analysis.repulsion import Mesh
from kg.appearance import SMALLEST, node_size

if TYPE_CHECKING:
    import networkx as nx

Floats = NDArray[np.float64]

ROUNDS, FEWEST = 300, 30  # the most for small graphs, see `_count_rounds`
# Repulsion against attraction, ForceAtlas2's scaling: the larger, the wider the drawing.
PUSH = 2.0
# Keeps parts that no edge joins from drifting away.
GRAVITY = 1.0
GOLDEN = 2.399963  # the golden angle: neighbours on the spiral are far apart on it
ROOM = 5.0  # distance between neighbouring nodes, in radii, on average


def positions(
    graph: "nx.Graph[str]",
    *,
    seed: int = 0,
    weight: str = "weight",
    groups: Mapping[str, int] | None = None,
) -> dict[str, tuple[float, float]]:
    """Return a place for each node, by nodes, edges, weights and `seed` alone.

    The largest component stands in the middle, the others on rings around it; nodes are
    discs of `kg.appearance.node_size` and lie beside each other. Coordinates have two
    decimals. On other processors the last digits of sums may differ, and so may places.

    Args:
        graph: any network; its nodes may have `documents`, which make discs larger.
        seed: of where nodes stand before they are moved.
        weight: the edge attribute by whose square root an edge pulls.
        groups: the communities that start together, if they are known already.

    Example:
        >>> import networkx as nx
        >>> places = positions(nx.Graph([("a", "b")]))
        >>> places["a"][0] == -places["b"][0]
        True
    """
    if not len(graph):
        return {}
    arrays = edge_arrays(graph, weight=weight)
    if groups is None:
        groups = communities(graph, seed=seed, weight=weight)
    together = [groups[node] for node in arrays.nodes]
    documents = [int(graph.nodes[n].get("documents") or 0) for n in arrays.nodes]
    places = place_nodes(arrays, documents, together, seed=seed)
    return dict(zip(arrays.nodes, places, strict=True))


def place_nodes(
    arrays: EdgeArrays,
    documents: Sequence[int],
    groups: Sequence[int],
    *,
    seed: int = 0,
) -> list[tuple[float, float]]:
    """Return the place of each node, in order; see `positions`.

    Example:
        >>> import networkx as nx
        >>> arrays = edge_arrays(nx.empty_graph(["a"]), weight="weight")
        >>> place_nodes(arrays, documents=[3], groups=[0])
        [(0.0, 0.0)]
    """
    if not documents:
        return []
    most = max(documents)
    radii = np.array([node_size(number, most) for number in documents])
    places = apply_forces(arrays, _start_on_spiral(np.array(groups), seed))
    places = _pack_components(arrays, places, radii)
    return [(round(x, 2) + 0.0, round(y, 2) + 0.0) for x, y in places.tolist()]


def _start_on_spiral(groups: NDArray[np.int64], seed: int) -> Floats:
    """Start with each community at a place of its own, large ones inside."""
    random = np.random.default_rng(seed)
    distance = 10 * np.sqrt(len(groups)) * np.sqrt(groups / (groups.max() + 1))
    angle = GOLDEN * groups
    centres = np.stack([distance * np.cos(angle), distance * np.sin(angle)], axis=1)
    spread = 2 * np.sqrt(np.bincount(groups)[groups])
    scattered: Floats = centres + random.normal(size=(len(groups), 2)) * spread[:, None]
    return scattered


def _count_rounds(arrays: EdgeArrays) -> int:
    """Fewer rounds for a large graph: its shape stands early, details do not show."""
    size = len(arrays.nodes) + len(arrays.sources) / 5
    return int(np.clip(ROUNDS * (2000 / max(size, 1)) ** 0.5, FEWEST, ROUNDS))


def apply_forces(
    arrays: EdgeArrays, places: Floats, *, most_rounds: int = ROUNDS
) -> Floats:
    """Let the forces move `places` (nodes, 2) until the rounds are over.

    Example:
        >>> import networkx as nx
        >>> arrays = edge_arrays(nx.path_graph("ab"), weight="weight")
        >>> apply_forces(arrays, np.array([[0.0, 0.0], [90.0, 0.0]])).shape
        (2, 2)
    """
    n = len(places)
    # Counts are skewed: by their root a pair of 25 papers pulls five times, not 25.
    pull = np.sqrt(arrays.weights)
    places = places.copy()
    # Hubs are heavy, so that what hangs on them spreads out.
    ends = np.concatenate([arrays.sources, arrays.targets])
    masses: Floats = (1 + np.bincount(ends, minlength=n)).astype(np.float64)
    mesh = Mesh(64 if n < 600 else 128 if n < 4000 else 256)
    before, speed = np.zeros_like(places), 1.0
    for _ in range(min(most_rounds, _count_rounds(arrays))):
        force = PUSH * mesh.forces(places, masses)
        _add_attraction(force, arrays, places, pull)
        force -= GRAVITY * masses[:, None] * _unit_vectors(places - places.mean(axis=0))
        swing = np.linalg.norm(force - before, axis=1)
        traction = np.linalg.norm(force + before, axis=1) / 2
        # Not `@`: BLAS adds in an order that depends on the number of its threads.
        wanted = (masses * traction).sum() / max((masses * swing).sum(), 1e-9)
        speed = min(wanted, 1.5 * speed)
        places += force * (speed / (1 + speed * np.sqrt(swing)))[:, None]
        before = force
    return places


def _add_attraction(
    force: Floats, arrays: EdgeArrays, places: Floats, pull: Floats
) -> None:
    """Add to `force` (nodes, 2) the pull of each edge on its ends, by its length."""
    a, b = arrays.sources, arrays.targets
    along = (places[b] - places[a]) * pull[:, None]
    for axis in (0, 1):
        force[:, axis] += np.bincount(a, along[:, axis], minlength=len(places))
        force[:, axis] -= np.bincount(b, along[:, axis], minlength=len(places))


def _unit_vectors(vectors: Floats) -> Floats:
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    turned: Floats = vectors / np.maximum(lengths, 1e-9)
    return turned


def _pack_components(arrays: EdgeArrays, places: Floats, radii: Floats) -> Floats:
    """Give each component its room: discs apart, components on rings by size."""
    _, labels = connected_components(adjacency(arrays), directed=False)
    members = _members(labels)
    spread = np.zeros_like(places)
    for part in members:
        spread[part] = _scale_to_room(places[part], radii[part])
    spread = push_apart(spread, radii, labels.astype(np.int64))
    shapes = [_move_to_middle(spread[part]) for part in members]
    reach = [
        float((np.linalg.norm(shape, axis=1) + radii[part]).max())
        for shape, part in zip(shapes, members, strict=True)
    ]
    order = sorted(range(len(members)), key=lambda i: -reach[i])
    centres = pack_in_rings([reach[i] for i in order], gap=3 * SMALLEST)
    result = np.empty_like(places)
    for i, centre in zip(order, centres, strict=True):
        result[members[i]] = shapes[i] + np.array(centre)
    return result


def _members(labels: NDArray[np.int64]) -> list[NDArray[np.int64]]:
    """Return the nodes of each component, the largest first."""
    ends = np.cumsum(np.bincount(labels))[:-1]
    parts = np.split(np.argsort(labels, kind="stable"), ends)
    return sorted(parts, key=lambda part: (-len(part), int(part[0])))


def _scale_to_room(places: Floats, radii: Floats) -> Floats:
    """Return one component around the origin, scaled so that its discs have room."""
    if len(places) == 1:
        return np.zeros((1, 2))
    places = places - places.mean(axis=0)
    # That of a square in which they lie evenly: however a pair is turned, the same.
    area = 6 * float(np.square(places).sum(axis=1).mean())
    wanted = (ROOM * float(radii.mean())) ** 2 * len(places)
    scale = np.sqrt(wanted / area) if area > 1e-6 else 1.0
    return separate_coincident(places * scale)


def _move_to_middle(places: Floats) -> Floats:
    middle: Floats = (places.min(axis=0) + places.max(axis=0)) / 2
    return places - middle
