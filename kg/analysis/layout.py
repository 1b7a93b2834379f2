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
from kg.analysis.packing import in_rings, push_apart, told_apart
from kg.analysis.repulsion import Mesh
from kg.appearance import SMALLEST, node_size

if TYPE_CHECKING:
    import networkx as nx

Floats = NDArray[np.float64]

ROUNDS, FEWEST = 300, 30  # the most for small graphs, see `_rounds`
PUSH = 2.0
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
    """Place each node; the answer depends on nodes, edges, weights and `seed` alone.

    `groups` are the communities that start together, if they are known already.

    The largest component stands in the middle, the others on rings around it; nodes are
    discs of `kg.appearance.node_size` and lie beside each other. Coordinates have two
    decimals. On other processors the last digits of sums may differ, and so may places.
    """
    if not len(graph):
        return {}
    arrays = edge_arrays(graph, weight=weight)
    if groups is None:
        groups = communities(graph, seed=seed, weight=weight)
    together = [groups[node] for node in arrays.nodes]
    documents = [int(graph.nodes[n].get("documents") or 0) for n in arrays.nodes]
    places = placed(arrays, documents, together, seed=seed)
    return dict(zip(arrays.nodes, places, strict=True))


def placed(
    arrays: EdgeArrays,
    documents: Sequence[int],
    groups: Sequence[int],
    *,
    seed: int = 0,
) -> list[tuple[float, float]]:
    """Return the place of each node, in order; see `positions`."""
    if not documents:
        return []
    most = max(documents)
    radii = np.array([node_size(number, most) for number in documents])
    places = _forces(arrays, _spiral(np.array(groups), seed))
    places = _packed(arrays, places, radii)
    return [(round(x, 2) + 0.0, round(y, 2) + 0.0) for x, y in places.tolist()]


def _spiral(groups: NDArray[np.int64], seed: int) -> Floats:
    """Start with each community at a place of its own, large ones inside."""
    random = np.random.default_rng(seed)
    distance = 10 * np.sqrt(len(groups)) * np.sqrt(groups / (groups.max() + 1))
    angle = GOLDEN * groups
    centres = np.stack([distance * np.cos(angle), distance * np.sin(angle)], axis=1)
    spread = 2 * np.sqrt(np.bincount(groups)[groups])
    scattered: Floats = centres + random.normal(size=(len(groups), 2)) * spread[:, None]
    return scattered


def _rounds(arrays: EdgeArrays) -> int:
    """Fewer rounds for a large graph: its shape stands early, details do not show."""
    size = len(arrays.nodes) + len(arrays.sources) / 5
    return int(np.clip(ROUNDS * (2000 / max(size, 1)) ** 0.5, FEWEST, ROUNDS))


def _forces(arrays: EdgeArrays, places: Floats) -> Floats:
    """Let the forces move `places` (nodes, 2) until the rounds are over."""
    n, a, b = len(places), arrays.sources, arrays.targets
    # Counts are skewed: by their root a pair of 25 papers pulls five times, not 25.
    pull = np.sqrt(arrays.weights)
    places = places.copy()
    links = np.bincount(np.concatenate([a, b]), minlength=n)
    masses: Floats = (1 + links).astype(np.float64)
    mesh = Mesh(64 if n < 600 else 128 if n < 4000 else 256)
    before, speed = np.zeros_like(places), 1.0
    for _ in range(_rounds(arrays)):
        force = PUSH * mesh.forces(places, masses)
        along = (places[b] - places[a]) * pull[:, None]
        for axis in (0, 1):
            force[:, axis] += np.bincount(a, along[:, axis], minlength=n)
            force[:, axis] -= np.bincount(b, along[:, axis], minlength=n)
        force -= GRAVITY * masses[:, None] * _direction(places - places.mean(axis=0))
        swing = np.linalg.norm(force - before, axis=1)
        traction = np.linalg.norm(force + before, axis=1) / 2
        # Not `@`: BLAS adds in an order that depends on the number of its threads.
        wanted = (masses * traction).sum() / max((masses * swing).sum(), 1e-9)
        speed = min(wanted, 1.5 * speed)
        places += force * (speed / (1 + speed * np.sqrt(swing)))[:, None]
        before = force
    return places


def _direction(vectors: Floats) -> Floats:
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    turned: Floats = vectors / np.maximum(lengths, 1e-9)
    return turned


def _packed(arrays: EdgeArrays, places: Floats, radii: Floats) -> Floats:
    """Give each component its room: discs apart, components on rings by size."""
    _, labels = connected_components(adjacency(arrays), directed=False)
    members = [
        part
        for part in np.split(
            np.argsort(labels, kind="stable"), np.cumsum(np.bincount(labels))[:-1]
        )
        if len(part)
    ]
    members.sort(key=lambda part: (-len(part), int(part[0])))
    spread = np.zeros_like(places)
    for part in members:
        spread[part] = _spread(places[part], radii[part])
    spread = push_apart(spread, radii, labels.astype(np.int64))
    shaped = [_centred(spread[part]) for part in members]
    reach = [
        float((np.linalg.norm(shape, axis=1) + radii[part]).max())
        for shape, part in zip(shaped, members, strict=True)
    ]
    order = sorted(range(len(members)), key=lambda i: -reach[i])
    centres = in_rings([reach[i] for i in order], gap=3 * SMALLEST)
    result = np.empty_like(places)
    for i, centre in zip(order, centres, strict=True):
        result[members[i]] = shaped[i] + np.array(centre)
    return result


def _spread(places: Floats, radii: Floats) -> Floats:
    """Return one component around the origin, scaled so that its discs have room."""
    if len(places) == 1:
        return np.zeros((1, 2))
    places = places - places.mean(axis=0)
    # That of a square in which they lie evenly: however a pair is turned, the same.
    area = 6 * float(np.square(places).sum(axis=1).mean())
    wanted = (ROOM * float(radii.mean())) ** 2 * len(places)
    scale = np.sqrt(wanted / area) if area > 1e-6 else 1.0
    return told_apart(places * scale)


def _centred(places: Floats) -> Floats:
    middle: Floats = (places.min(axis=0) + places.max(axis=0)) / 2
    return places - middle
