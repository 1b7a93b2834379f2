"""Where the nodes of any network stand: on the land, the same for page, figure and exports.

That is where `land_layers` has them. What is on no layer stands beside what it is linked
to, or around the land. Co-authors and countries have lands of their own.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np
from scipy.sparse.csgraph import (  # type: ignore[import-untyped]
    connected_components,
)

from kg.analysis.arrays import (
    EdgeArrays,
    Flags,
    Floats,
    Ints,
    adjacency,
    edges_among,
)
from kg.analysis.incidence import Incidence
from kg.analysis.landscape.inner_layout import lay_out_groups
from kg.analysis.landscape.land import FEW_WORKS, Land, node_radii
from kg.analysis.landscape.land_layers import LandLayers, Layer, read_layers
from kg.analysis.landscape.network_land import OWN_NODES, land_of_network
from kg.analysis.landscape.overlay import place_on_land
from kg.analysis.landscape.people_land import people_land
from kg.analysis.landscape.starting_places import find_starts, starting_places
from kg.analysis.packing import GAP, pack_in_rings
from kg.kinds import ENTITY_KINDS

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

OF_COAUTHORS = "coauthor"  # who wrote with whom
OF_COUNTRIES = (
    "countries"  # each works on everything: places by terms would say nothing
)
_LITTLE = 1.0  # radius of what is shown where one looks closer


@dataclass(frozen=True, slots=True)
class Ground:
    """What a network stands on: a land, and the layers on it, if it has any."""

    land: Land
    layers: Mapping[str, Layer] = field(default_factory=dict)

    @property
    def is_of_terms(self) -> bool:
        """Tell whether it is the land of terms, on which all layers stand."""
        return bool(self.layers) and self.land.named_by == "terms"

    @property
    def meaning(self) -> str:
        """Return what is together in its regions, in words."""
        if self.is_of_terms:
            return "terms of like meaning"
        return "this network alone" if self.land.named_by == OWN_NODES else "co-authors"


@dataclass(frozen=True, slots=True)
class NodePlaces:
    """Where nodes stand, in the order of a network.

    Attributes:
        places: (nodes, 2), two decimals.
        radii: as discs, in the same unit, (nodes,).
        regions: of the land, −1 for nodes around it, (nodes,).
        own: the place of each among the nodes of the land, −1 if it is none of them,
            (nodes,).
        prominent: those to show at first sight, (nodes,).
    """

    places: Floats
    radii: Floats
    regions: Ints
    own: Ints
    prominent: Flags


def read_ground(
    connection: "DuckDBPyConnection",
    network: str,
    arrays: EdgeArrays,
    incidence: Incidence,
    *,
    land: LandLayers | None = None,
    seed: int = 0,
) -> Ground:
    """Return what a network of a store stands on.

    Args:
        connection: an open store.
        network: its name.
        arrays: its edges.
        incidence: which work has which of its nodes, in the same order.
        land: that of the store, if it was asked for already.
        seed: of regions that are cut from edges.

    Example:
        >>> from pathlib import Path
        >>> from kg.analysis.structure.study import read_study
        >>> from kg.store.connection import connect
        >>> with connect(Path("outputs/examples")) as connection:
        ...     study = read_study(connection, "people")
        ...     ground = read_ground(connection, "people", study.arrays, study.incidence)
        >>> list(ground.layers)
        ['terms', 'people', 'institutions', 'works']
    """
    if network == OF_COAUTHORS:
        return Ground(people_land(connection, seed=seed))
    if network == OF_COUNTRIES:
        return Ground(land_of_network(arrays, incidence, seed=seed))
    found = read_layers(connection) if land is None else land
    return Ground(found.land, found.layers)


def place_network(
    arrays: EdgeArrays, incidence: Incidence, ground: Ground
) -> NodePlaces:
    """Return where the nodes of a network stand.

    Args:
        arrays: the edges of the network.
        incidence: which work has which of its nodes, in the same order.
        ground: what it stands on.

    Example:
        >>> import networkx as nx
        >>> from scipy import sparse
        >>> from kg.analysis.arrays import edge_arrays
        >>> arrays = edge_arrays(nx.path_graph("abc"), weight="weight")
        >>> matrix = sparse.csr_array(np.ones((1, 3)))
        >>> found = Incidence(("w",), arrays.nodes, arrays.nodes, ("work",) * 3, matrix)
        >>> place_network(arrays, found, Ground(land_of_network(arrays, found))).own.tolist()
        [0, 1, 2]
    """
    works = np.maximum(incidence.counts, 1)  # who is named only is still somebody
    stands = NodePlaces(
        places=np.zeros((len(works), 2)),
        radii=_radii(works, _families(incidence.kinds)),
        regions=np.full(len(works), -1, dtype=np.int64),
        own=_find_among(ground.land.nodes, arrays.nodes),
        prominent=np.ones(len(works), dtype=bool),
    )
    for layer in ground.layers.values():
        _place_layer(stands, layer, arrays.nodes)
    _place_own(stands, ground.land)
    _place_beside(stands, arrays)
    _place_around(stands, arrays)
    return stands


def _families(kinds: Sequence[str]) -> list[str]:
    """Return what each node is, as far as discs of different sizes are concerned."""
    return [
        ENTITY_KINDS[kind].family if kind in ENTITY_KINDS else kind for kind in kinds
    ]


def _radii(works: Ints, families: Sequence[str]) -> Floats:
    """Return radii of nodes, (nodes,); areas compare within a family."""
    radii = np.zeros(len(works))
    for family in dict.fromkeys(families):
        among = np.flatnonzero([each == family for each in families])
        radii[among] = node_radii(works[among], most=FEW_WORKS)
    return radii


def _find_among(known: Sequence[str], nodes: Sequence[str]) -> Ints:
    """Return where each of `nodes` stands among the `known`, −1 for those that do not."""
    place = {node: number for number, node in enumerate(known)}
    return np.array([place.get(node, -1) for node in nodes], dtype=np.int64)


def _place_layer(stands: NodePlaces, layer: Layer, nodes: Sequence[str]) -> None:
    """Put the nodes of a layer where it has them."""
    place = _find_among(layer.nodes, nodes)
    chosen = np.flatnonzero(place >= 0)
    found = place[chosen]
    stands.places[chosen] = layer.places[found]
    stands.regions[chosen] = layer.regions[found]
    stands.prominent[chosen] = layer.prominent[found]
    little = chosen[~layer.prominent[found]]
    stands.radii[little] = _LITTLE


def _place_own(stands: NodePlaces, land: Land) -> None:
    """Put the nodes of the land where it has them."""
    chosen = np.flatnonzero(stands.own >= 0)
    own = stands.own[chosen]
    stands.places[chosen], stands.radii[chosen] = land.places[own], land.radii[own]
    stands.regions[chosen] = land.regions.coarse[own]
    stands.prominent[chosen] = True


def _place_beside(stands: NodePlaces, arrays: EdgeArrays) -> None:
    """Put what has no place where most of what it is linked to stands."""
    left = np.flatnonzero(stands.regions < 0)
    placed = np.flatnonzero(stands.regions >= 0)
    if not len(left) or not len(placed):
        return
    ones = np.ones(len(placed), dtype=np.int64)
    beside = place_on_land(
        adjacency(arrays)[left][:, placed],
        ones,
        ones.astype(float),
        stands.regions[placed],
        stands.places[placed],
        stands.radii[left],
    )
    # Off the middle of them, which of one is where that stands; always to the same side.
    away = starting_places([arrays.nodes[i] for i in left.tolist()])
    away /= np.maximum(np.linalg.norm(away, axis=1, keepdims=True), 1e-9)
    reach = stands.radii[left] + stands.radii[placed].max() + GAP
    places = beside.places + away * reach[:, None]
    stands.places[left], stands.regions[left] = places.round(2) + 0.0, beside.regions


def _place_around(stands: NodePlaces, arrays: EdgeArrays) -> None:
    """Put what is nowhere around all others: what is linked together, on rings."""
    left = np.flatnonzero(stands.regions < 0)
    if not len(left):
        return
    among = edges_among(arrays, left)
    _, parts = connected_components(adjacency(among), directed=False)
    radii = stands.radii[left]
    groups = parts.astype(np.int64)
    offsets, reaches = lay_out_groups(among, radii, groups, find_starts(among.nodes))
    placed = stands.places[stands.regions >= 0]
    middle = (placed.min(axis=0) + placed.max(axis=0)) / 2 if len(placed) else 0.0
    edge = float(np.linalg.norm(placed - middle, axis=1).max(initial=0.0))
    order = np.argsort(-reaches, kind="stable")
    rings = pack_in_rings([edge, *reaches[order].tolist()], gap=4 * GAP)[1:]
    centres = np.zeros((len(reaches), 2))
    centres[order] = rings
    stands.places[left] = (offsets + centres[groups] + middle).round(2) + 0.0
