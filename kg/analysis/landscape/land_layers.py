"""All that a store has, on one land: terms, people, institutions, works as layers.

One geography: what stands near each other is near in meaning, whatever layer is looked
at. A corpus of few terms has no such land; there people in communities of co-authors
are the ground, and all else stands where its people are.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from scipy import sparse  # type: ignore[import-untyped]

from kg.analysis.arrays import Flags, Floats, Ints
from kg.analysis.incidence import Incidence, read_incidence, read_terms, select_nodes
from kg.analysis.landscape.land import Land, node_radii
from kg.analysis.landscape.overlay import place_on_land
from kg.analysis.landscape.people_land import people_land
from kg.analysis.landscape.term_land import term_land
from kg.analysis.regions import FEWEST_TERMS
from kg.kinds import family_kinds

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

LAYERS = {
    "terms": "term",
    "people": "person",
    "institutions": "institution",
    "works": "work",
}
"""The family of the kinds of node of each layer, in the order in which people read them."""

# Nodes of one work say little: they are not shown at first sight where that leaves as
# many as can be told apart; nor are more than this shown.
WORKS, ENOUGH, MOST = 2, 60, 3_000
_LITTLE = 0.3  # radius of what is not: it finds its place between the others

_ALL_WORKS = "SELECT id, name FROM nodes WHERE kind = 'work' ORDER BY id"


@dataclass(frozen=True, slots=True)
class Layer:
    """The nodes of a layer that stand on the land.

    Attributes:
        nodes: ids, in ascending order.
        places: (nodes, 2), two decimals.
        regions: of each, (nodes,); −1 for one that is at home in none.
        prominent: those to show at first sight, (nodes,); others where one looks closer.
    """

    nodes: tuple[str, ...]
    places: Floats
    regions: Ints
    prominent: Flags


@dataclass(frozen=True, slots=True)
class LandLayers:
    """A land, and what stands on it, by the names of `LAYERS`.

    `ground` is the layer whose own land it is: "terms" or "people".
    """

    land: Land
    ground: str
    layers: dict[str, Layer]


def layer_kinds(name: str) -> tuple[str, ...]:
    """Return the kinds of node of a layer.

    Example:
        >>> layer_kinds("terms")
        ('method', 'concept')
    """
    return tuple(family_kinds(LAYERS[name]))


def read_layers(connection: "DuckDBPyConnection") -> LandLayers:
    """Return the land of a store with all its layers.

    Example:
        >>> from pathlib import Path
        >>> from kg.store.connection import connect
        >>> with connect(Path("outputs/examples")) as connection:
        ...     found = read_layers(connection)
        >>> found.ground, len(found.layers["people"].nodes)
        ('terms', 2)
    """
    ground, land, base = _find_ground(connection)
    layers = {}
    for name in LAYERS:
        standing = _stand_on(land, base, _read_layer(connection, name))
        layers[name] = _with_ground(land, standing) if name == ground else standing
    return LandLayers(land, ground, layers)


def _find_ground(connection: "DuckDBPyConnection") -> tuple[str, Land, Incidence]:
    """Return the layer that all others stand on, its land, and the works of its nodes.

    Terms; of a corpus of few terms people, if enough of them wrote together.
    """
    terms = read_terms(connection)
    if len(terms.nodes) < FEWEST_TERMS:
        land = people_land(connection)
        if land.nodes:
            people = _read_layer(connection, "people")
            chosen = np.searchsorted(people.nodes, land.nodes)
            return "people", land, select_nodes(people, chosen)
    return "terms", term_land(connection, terms), terms


def _read_layer(connection: "DuckDBPyConnection", name: str) -> Incidence:
    """Return which work has which node of a layer; of works, each has itself."""
    if name != "works":
        return read_incidence(connection, layer_kinds(name), authors=name == "people")
    named = dict(connection.execute(_ALL_WORKS).fetchall())
    rows = connection.execute("SELECT work FROM sizes ORDER BY work").fetchall()
    works = tuple(work for (work,) in rows)
    labels = tuple(named.get(work, work) for work in works)
    each = sparse.csr_array(sparse.eye_array(len(works)))
    return Incidence(works, works, labels, ("work",) * len(works), each)


def _stand_on(land: Land, base: Incidence, others: Incidence) -> Layer:
    """Return where nodes stand by the works that they share with those of the land."""
    shared = sparse.csr_array(others.matrix.T @ base.matrix)
    chosen = np.flatnonzero(np.asarray(shared.sum(axis=1)).ravel() > 0)
    counts = others.counts[chosen]
    prominent = _choose_prominent(counts)
    radii = np.where(prominent, node_radii(counts), _LITTLE)
    ground = (land.works, land.shares, land.regions.coarse, land.places)
    stands = place_on_land(shared[chosen], *ground, radii)
    nodes = tuple(others.nodes[i] for i in chosen.tolist())
    return Layer(nodes, stands.places, stands.regions, prominent)


def _choose_prominent(counts: Ints) -> Flags:
    """Tell which nodes to show at first sight, by the works of each: (nodes,)."""
    several = counts >= WORKS
    least = WORKS if np.count_nonzero(several) >= ENOUGH else 1
    order = np.argsort(-counts, kind="stable")[:MOST]
    prominent = np.zeros(len(counts), dtype=bool)
    prominent[order] = counts[order] >= least
    return prominent


def _with_ground(land: Land, layer: Layer) -> Layer:
    """Return the layer of the land's own nodes: these stand where the land has them.

    Others of the layer, terms of a single work, stay where their works put them.
    """
    place = {node: i for i, node in enumerate(land.nodes)}
    others = [i for i, node in enumerate(layer.nodes) if node not in place]
    nodes = [*land.nodes, *(layer.nodes[i] for i in others)]
    order = np.array(sorted(range(len(nodes)), key=nodes.__getitem__), dtype=np.int64)
    none = np.zeros(len(others), dtype=bool)
    own = np.ones(len(land.nodes), dtype=bool)
    regions = np.concatenate([land.regions.coarse, layer.regions[others]])
    return Layer(
        tuple(nodes[i] for i in order.tolist()),
        np.concatenate([land.places, layer.places[others]])[order],
        regions[order],
        np.concatenate([own, none])[order],
    )
