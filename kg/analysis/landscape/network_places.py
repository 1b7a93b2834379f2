"""Where the nodes of any network stand: on the land, the same for page, figure and exports.

Terms stand where the land of terms has them; people, institutions, countries, works and
rare terms where the terms of their works are. What has no term there stands beside what it
is linked to, or around the land. Co-authors and countries have lands of their own, and so
has every network of a corpus of too few terms.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from scipy.sparse.csgraph import (  # type: ignore[import-untyped]
    connected_components,
)

from kg.analysis.arrays import (
    EdgeArrays,
    Floats,
    Ints,
    adjacency,
    edges_among,
)
from kg.analysis.incidence import Incidence, read_terms, select_nodes
from kg.analysis.landscape.inner_layout import lay_out_groups
from kg.analysis.landscape.land import FEW_WORKS, Land, node_radii
from kg.analysis.landscape.network_land import land_of_network
from kg.analysis.landscape.overlay import place_on_land
from kg.analysis.landscape.people_land import people_land
from kg.analysis.landscape.starting_places import find_starts, starting_places
from kg.analysis.landscape.term_land import term_land
from kg.analysis.packing import GAP, pack_in_rings
from kg.analysis.regions import FEWEST_TERMS
from kg.kinds import ENTITY_KINDS

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

OF_COAUTHORS = "coauthor"  # the network that has a land of its own: who wrote with whom
OF_COUNTRIES = (
    "countries"  # each works on everything: places by terms would say nothing
)


@dataclass(frozen=True, slots=True)
class Ground:
    """What a network stands on: a land, and of one of terms, which work has which.

    On the land of terms others stand as well, where the terms of their works are.
    """

    land: Land
    terms: Incidence | None = None


@dataclass(frozen=True, slots=True)
class NodePlaces:
    """Where nodes stand, in the order of a network.

    Attributes:
        places: (nodes, 2), two decimals.
        radii: as discs, in the same unit, (nodes,).
        regions: of the land, −1 for nodes around it, (nodes,).
        own: the place of each among the nodes of the land, −1 if it is none of them,
            (nodes,).
    """

    places: Floats
    radii: Floats
    regions: Ints
    own: Ints


def read_ground(
    connection: "DuckDBPyConnection",
    network: str,
    arrays: EdgeArrays,
    incidence: Incidence,
    *,
    seed: int = 0,
) -> Ground:
    """Return what a network of a store stands on.

    Args:
        connection: an open store.
        network: its name.
        arrays: its edges.
        incidence: which work has which of its nodes, in the same order.
        seed: of the regions.

    Example:
        >>> from pathlib import Path
        >>> from kg.analysis.structure.study import read_study
        >>> from kg.store.connection import connect
        >>> with connect(Path("outputs/examples")) as connection:
        ...     study = read_study(connection, "people")
        ...     ground = read_ground(connection, "people", study.arrays, study.incidence)
        >>> ground.land.named_by, ground.terms  # of two terms, there is no land
        ('nodes', None)
    """
    if network == OF_COAUTHORS:
        return Ground(people_land(connection, seed=seed))
    terms = read_terms(connection)
    if len(terms.nodes) >= FEWEST_TERMS and network != OF_COUNTRIES:
        return Ground(term_land(connection, terms, seed=seed), terms)
    return Ground(land_of_network(arrays, incidence, seed=seed))


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
    families = _families(incidence.kinds)
    own = _places_among(arrays.nodes, ground.land.nodes)
    works = np.maximum(incidence.counts, 1)  # who is named only is still somebody
    most = {"term": int(ground.land.works.max(initial=FEW_WORKS))}
    radii = _radii(works, families, most if ground.terms else {})
    stands = NodePlaces(
        np.zeros((len(radii), 2)), radii, np.full(len(radii), -1, np.int64), own
    )
    _place_own(stands, ground.land)
    if ground.terms is not None:
        for family in dict.fromkeys(families):
            others = [f == family and n < 0 for f, n in zip(families, own, strict=True)]
            _place_others(stands, np.flatnonzero(others), incidence, ground)
    _place_beside(stands, arrays)
    _place_around(stands, arrays)
    return stands


def _families(kinds: Sequence[str]) -> list[str]:
    """Return what each node is, as far as discs of different sizes are concerned."""
    return [
        ENTITY_KINDS[kind].family if kind in ENTITY_KINDS else kind for kind in kinds
    ]


def _radii(works: Ints, families: Sequence[str], most: dict[str, int]) -> Floats:
    """Return radii of nodes, (nodes,); areas compare within a family.

    Args:
        works: of how many each node is, (nodes,).
        families: of nodes.
        most: works of the largest node of a family, if that may not be among these.
    """
    radii = np.zeros(len(works))
    for family in dict.fromkeys(families):
        among = np.flatnonzero([each == family for each in families])
        largest = most.get(family, FEW_WORKS)
        radii[among] = node_radii(works[among], most=largest)
    return radii


def _places_among(nodes: Sequence[str], known: Sequence[str]) -> Ints:
    """Return where each of `nodes` stands among the `known`, −1 for those that do not."""
    place = {node: number for number, node in enumerate(known)}
    return np.array([place.get(node, -1) for node in nodes], dtype=np.int64)


def _place_own(stands: NodePlaces, land: Land) -> None:
    """Put the nodes of the land where it has them."""
    chosen = np.flatnonzero(stands.own >= 0)
    own = stands.own[chosen]
    stands.places[chosen], stands.radii[chosen] = land.places[own], land.radii[own]
    stands.regions[chosen] = land.regions.coarse[own]


def _place_others(
    stands: NodePlaces, chosen: Ints, incidence: Incidence, ground: Ground
) -> None:
    """Put some nodes where the terms of their works are."""
    if ground.terms is None or not len(chosen):
        return
    land = ground.land
    shared = select_nodes(incidence, chosen).matrix.T @ ground.terms.matrix
    placed = place_on_land(
        *(shared, land.works, land.shares, land.regions.coarse, land.places),
        stands.radii[chosen],
    )
    stands.places[chosen], stands.regions[chosen] = placed.places, placed.regions


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
