"""A network with what is needed to draw it: communities, places, measures of nodes."""

from typing import TYPE_CHECKING

import numpy as np

from kg.analysis.arrays import edge_arrays
from kg.analysis.communities import without_gaps
from kg.analysis.landscape.land_attributes import set_places
from kg.analysis.landscape.land_layers import LandLayers
from kg.analysis.landscape.network_places import (
    Ground,
    NodePlaces,
    place_network,
    read_ground,
)
from kg.analysis.named_network import read_network
from kg.analysis.network_communities import (
    BY_MEANING,
    counted_weight,
    network_communities,
)
from kg.analysis.network_description import describe_network
from kg.analysis.presence import read_presence
from kg.analysis.regions import FEWEST_TERMS
from kg.analysis.structure.node_measures import set_measures

if TYPE_CHECKING:
    import networkx as nx
    from duckdb import DuckDBPyConnection


def annotated_network(
    connection: "DuckDBPyConnection",
    name: str = "all",
    *,
    land: LandLayers | None = None,
    seed: int = 0,
    **ways: object,
) -> "nx.Graph[str]":
    """Return a network with community, place, region and measures on every node.

    Args:
        connection: an open store.
        name: one of `kg.network_kinds.NETWORKS`.
        land: that of the store, if it was asked for already.
        seed: of communities and regions.
        ways: as `kg.analysis.named_network.read_network` takes them.

    Raises:
        UnknownName: there is no network of that name, or no such way.

    Example:
        >>> from pathlib import Path
        >>> from kg.store.connection import connect
        >>> with connect(Path("outputs/examples")) as connection:
        ...     people = annotated_network(connection, "coauthor")
        >>> people.nodes["person:ada-byron"]["community"]
        0
    """
    graph = read_network(connection, name, **ways)  # type: ignore[arg-type]
    annotate(connection, graph, land=land, seed=seed)
    return graph


def annotate(
    connection: "DuckDBPyConnection",
    graph: "nx.Graph[str]",
    *,
    land: LandLayers | None = None,
    seed: int = 0,
) -> None:
    """Set communities, places and measures on every node of a network.

    They are those of `kg.analysis.landscape.land_attributes` and
    `kg.analysis.structure.node_measures`. `graph.graph["land"]` is what it stands on, a
    `kg.analysis.landscape.land.Land`, and "land_of" says of what; "description" says in
    sentences what is shown, and by which thresholds.

    Args:
        connection: an open store.
        graph: a network of it, of `kg.network_kinds`.
        land: that of the store, if it was asked for already.
        seed: of communities and regions.

    Example:
        >>> from pathlib import Path
        >>> from kg.store.connection import connect
        >>> with connect(Path("outputs/examples")) as connection:
        ...     graph = read_network(connection, "coauthor")
        ...     annotate(connection, graph)
        >>> graph.nodes["person:ada-byron"]["betweenness"]
        0.0
    """
    arrays = edge_arrays(graph, weight=counted_weight(graph))
    presence = read_presence(connection, graph)
    incidence = presence.incidence
    ground = read_ground(
        connection, graph.name, arrays, incidence, land=land, seed=seed
    )
    stands = place_network(arrays, incidence, ground)
    if _is_its_own_land(graph, ground, stands):
        groups = without_gaps(stands.regions)  # as below, which would find them anew
    else:
        groups, _ = network_communities(graph, arrays, incidence, seed=seed)
    set_places(graph, arrays, stands, ground.land, groups)
    set_measures(graph, arrays, presence)
    graph.graph.update(land=ground.land, land_of=ground.meaning)
    graph.graph["description"] = describe_network(graph)


def _is_its_own_land(
    graph: "nx.Graph[str]", ground: Ground, stands: NodePlaces
) -> bool:
    """Tell whether a network is one of terms that are all nodes of their land."""
    enough = ground.is_of_terms and len(ground.land.nodes) >= FEWEST_TERMS
    return graph.name == BY_MEANING and enough and bool(np.all(stands.own >= 0))
