"""Where the nodes of any network stand: on the land, the same for page, figure and exports.

Terms stand where the land of terms has them; people, institutions, countries, works and
rare terms where the terms of their works are. What has no term there stands around the
land. A corpus of too few terms has none: then a network is a land of its own.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from scipy.sparse.csgraph import (  # type: ignore[import-untyped]
    connected_components,
)

from kg.analysis.arrays import EdgeArrays, Floats, Ints, adjacency, edges_among
from kg.analysis.incidence import Incidence, read_terms, select_nodes
from kg.analysis.landscape.inner_layout import lay_out_groups
from kg.analysis.landscape.land import Land, node_radii
from kg.analysis.landscape.layout_by_region import lay_out_regions
from kg.analysis.landscape.overlay import place_on_land
from kg.analysis.landscape.people_land import people_land
from kg.analysis.landscape.starting_places import find_starts
from kg.analysis.landscape.term_land import term_land
from kg.analysis.packing import GAP, pack_in_rings
from kg.analysis.regions import FEWEST_TERMS, find_regions
from kg.kinds import ENTITY_KINDS

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

FEW_WORKS = 9  # of the largest node of a family, at least
OF_COAUTHORS = "coauthor"  # the network that has a land of its own: who wrote with whom


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
        regions: of the land, −1 for nodes around it, and where there is none, (nodes,).
        own: the place of each among the nodes of the land, −1 if it is none of them,
            (nodes,).
    """

    places: Floats
    radii: Floats
    regions: Ints
    own: Ints


def read_ground(
    connection: "DuckDBPyConnection", network: str, *, seed: int = 0
) -> Ground | None:
    """Return what a network of a store stands on; None for a corpus of too few terms.

    Example:
        >>> from pathlib import Path
        >>> from kg.store.connection import connect
        >>> with connect(Path("outputs/examples")) as connection:
        ...     read_ground(connection, "all") is None  # two terms
        True
    """
    if network == OF_COAUTHORS:
        return Ground(people_land(connection, seed=seed))
    terms = read_terms(connection)
    if len(terms.nodes) < FEWEST_TERMS:
        return None
    return Ground(term_land(connection, terms, seed=seed), terms)


def place_network(
    arrays: EdgeArrays, incidence: Incidence, ground: Ground | None, *, seed: int = 0
) -> NodePlaces:
    """Return where the nodes of a network stand.

    Args:
        arrays: the edges of the network.
        incidence: which work has which of its nodes, in the same order.
        ground: what it stands on, if there is that.
        seed: of the communities of a network that is a land of its own.

    Example:
        >>> import networkx as nx
        >>> from scipy import sparse
        >>> from kg.analysis.arrays import edge_arrays
        >>> arrays = edge_arrays(nx.path_graph("abc"), weight="weight")
        >>> matrix = sparse.csr_array(np.ones((1, 3)))
        >>> found = Incidence(("w",), arrays.nodes, arrays.nodes, ("work",) * 3, matrix)
        >>> place_network(arrays, found, None).regions.tolist()
        [-1, -1, -1]
    """
    families = _families(incidence.kinds)
    if ground is None:
        radii = _radii(incidence.counts, families)
        placed = lay_out_regions(arrays, radii, find_regions(arrays, seed=seed))
        nowhere = np.full(len(radii), -1, dtype=np.int64)
        return NodePlaces(placed.places, radii, nowhere, nowhere)
    own = _places_among(arrays.nodes, ground.land.nodes)
    most = int(ground.land.works.max(initial=1))
    radii = _radii(incidence.counts, families, {"term": most})
    stands = NodePlaces(
        np.zeros((len(radii), 2)), radii, np.full(len(radii), -1, np.int64), own
    )
    _place_own(stands, ground.land)
    if ground.terms is not None:
        for family in dict.fromkeys(families):
            others = [f == family and n < 0 for f, n in zip(families, own, strict=True)]
            _place_others(stands, np.flatnonzero(others), incidence, ground)
    _place_around(stands, arrays)
    return stands


def _families(kinds: Sequence[str]) -> list[str]:
    """Return what each node is, as far as discs of different sizes are concerned."""
    return [
        ENTITY_KINDS[kind].family if kind in ENTITY_KINDS else kind for kind in kinds
    ]


def _radii(
    works: Ints, families: Sequence[str], most: dict[str, int] | None = None
) -> Floats:
    """Return radii of nodes, (nodes,); areas compare within a family.

    Args:
        works: of how many each node is, (nodes,).
        families: of nodes.
        most: works of the largest node of a family, if that may not be among these.
    """
    radii = np.zeros(len(works))
    for family in dict.fromkeys(families):
        among = np.flatnonzero([each == family for each in families])
        # Where all have one work, none is large.
        largest = (most or {}).get(family, FEW_WORKS)
        radii[among] = node_radii(np.append(works[among], largest))[:-1]
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
