"""What a figure shows of a network: its nodes on the land, and the edges that are surest."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from kg.analysis.arrays import EdgeArrays, Flags, Floats, Ints, edge_arrays, edges_among
from kg.analysis.backbone import backbone
from kg.analysis.counted_salience import counted_salience
from kg.analysis.incidence import count_nodes
from kg.analysis.landscape.land import Land
from kg.analysis.landscape.network_places import (
    NodePlaces,
    place_network,
    read_ground,
)
from kg.analysis.named_network import read_network
from kg.analysis.network_communities import counted_weight
from kg.analysis.presence import read_presence
from kg.analysis.regions import HOME, MOST_REGIONS
from kg.figure.captions import describe_edges, describe_nodes, describe_regions
from kg.kinds import ENTITY_KINDS, family_kinds

if TYPE_CHECKING:
    import networkx as nx
    from duckdb import DuckDBPyConnection

MOST_NODES = 3_000  # on a page; the most salient of most works
# Of more edges a node, the surest are drawn, as of networks that come with a backbone.
_EDGES_A_NODE = 6


@dataclass(frozen=True, slots=True)
class Drawing:
    """A land, and the nodes and edges that are drawn on it.

    Attributes:
        land: regions, borders, names, ties.
        places: of the nodes drawn, (nodes, 2).
        radii: of these, in the unit of places, (nodes,).
        labels: of these.
        works: of how many works each is, (nodes,).
        salience: how much each says of what works are about, in [0, 1], (nodes,).
        regions: of each, −1 for one that is at home nowhere, (nodes,).
        rings: which are drawn as rings: of two sides, those that are no terms, (nodes,).
        edges: pairs of places among them, (edges, 2), strongest first.
        caption: what is shown, and of how much, in sentences.
    """

    land: Land
    places: Floats
    radii: Floats
    labels: tuple[str, ...]
    works: Ints
    salience: Floats
    regions: Ints
    rings: Flags
    edges: Ints
    caption: tuple[str, ...]


def draw_network(connection: "DuckDBPyConnection", name: str) -> Drawing:
    """Return what a figure of the network `name` shows.

    Raises:
        UnknownName: there is no network of that name; the message lists them.

    Example:
        >>> from pathlib import Path
        >>> from kg.store.connection import connect
        >>> with connect(Path("outputs/examples")) as connection:
        ...     draw_network(connection, "terms").labels
        ('least squares', 'punched cards')
    """
    graph = read_network(connection, name)
    arrays = edge_arrays(graph, weight=_surest_weight(graph))
    presence = read_presence(connection, graph)
    counted = edge_arrays(graph, weight=counted_weight(graph))
    ground = read_ground(connection, name, counted, presence.incidence)
    stands = place_network(counted, presence.incidence, ground)
    salience = _salience(graph, arrays)
    works = np.maximum(presence.incidence.counts, 1)  # some are only named by others
    chosen = _choose_nodes(works * salience, stands)
    edges = edges_among(arrays, chosen)
    is_thinned = len(edges.sources) > _EDGES_A_NODE * len(chosen)
    if is_thinned:
        edges = backbone(edges)
    kinds = np.array(presence.incidence.kinds, dtype=object)[chosen]
    rings = _rings(kinds)
    total = count_nodes(connection, sorted({*kinds} & ENTITY_KINDS.keys()))
    return Drawing(
        ground.land,
        stands.places[chosen],
        stands.radii[chosen],
        tuple(presence.incidence.labels[i] for i in chosen),
        works[chosen],
        salience[chosen],
        _at_home(stands, ground.land)[chosen],
        rings,
        _strongest_first(edges),
        (
            describe_nodes(
                kinds.tolist(),
                works[chosen],
                total=max(total, len(chosen)),
                works=len(presence.incidence.works),
            ),
            describe_edges(graph, len(edges.sources), is_thinned=is_thinned),
            describe_regions(ground),
        ),
    )


def _surest_weight(graph: "nx.Graph[str]") -> str:
    """Return the attribute of edges by which they are drawn first."""
    way = graph.graph.get("thresholds", {}).get("backbone")
    return "significance" if way == "significance" else counted_weight(graph)


def _salience(graph: "nx.Graph[str]", arrays: EdgeArrays) -> Floats:
    found = (counted_salience(graph.nodes[node]) for node in arrays.nodes)
    return np.fromiter(found, np.float64, len(arrays.nodes))


def _choose_nodes(prominence: Floats, stands: NodePlaces) -> Ints:
    """Return the places of the nodes to draw, in ascending order."""
    on_page = (stands.regions >= 0) & (stands.regions < MOST_REGIONS)
    chosen = np.flatnonzero(on_page & stands.prominent)
    best = np.lexsort((chosen, -prominence[chosen].round(6)))[:MOST_NODES]
    return np.sort(chosen[best])


def _at_home(stands: NodePlaces, land: Land) -> Ints:
    """Return the region of each node, −1 for terms that are at home nowhere: (nodes,)."""
    shares = np.append(land.shares, 1.0)  # the last is of all others, whose place is −1
    regions: Ints = np.where(shares[stands.own] < HOME, -1, stands.regions)
    return regions


def _rings(kinds: "np.ndarray") -> Flags:
    """Return which nodes are drawn as rings: (nodes,)."""
    is_term = np.isin(kinds.astype(str), family_kinds("term"))
    rings: Flags = ~is_term & bool(is_term.any())
    return rings


def _strongest_first(edges: EdgeArrays) -> Ints:
    """Return edges as pairs of places, strongest first: (edges, 2)."""
    order = np.argsort(-edges.weights, kind="stable")
    return np.stack([edges.sources[order], edges.targets[order]], axis=1)
