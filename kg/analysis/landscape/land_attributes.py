"""What every export says of where a node stands: its place, its region, its colour."""

from typing import TYPE_CHECKING, Any

from kg.analysis.arrays import EdgeArrays, Ints
from kg.analysis.landscape.land import Land
from kg.analysis.landscape.network_places import NodePlaces
from kg.analysis.regions import HOME
from kg.appearance import COMMUNITY_COLOURS, GREY, kind_colour
from kg.kinds import ENTITY_KINDS

if TYPE_CHECKING:
    import networkx as nx


def set_places(
    graph: "nx.Graph[str]",
    arrays: EdgeArrays,
    stands: NodePlaces,
    land: Land,
    groups: Ints,
) -> None:
    """Set community, x, y, radius, colour and region on every node.

    Of nodes of the land itself also the sub-region, and how much they are at home.
    Colours are those of regions; of kinds, where there are several.

    Args:
        graph: a network.
        arrays: its nodes, in the order of all that follows.
        stands: where they are.
        land: what they stand on.
        groups: their communities, (nodes,).

    Example:
        >>> import networkx as nx
        >>> from scipy import sparse
        >>> from kg.analysis.arrays import edge_arrays
        >>> from kg.analysis.incidence import Incidence
        >>> from kg.analysis.landscape.network_land import land_of_network
        >>> from kg.analysis.landscape.network_places import Ground, place_network
        >>> graph = nx.path_graph(["a", "b"])
        >>> arrays = edge_arrays(graph, weight="weight")
        >>> matrix = sparse.csr_array([[1.0, 1.0]])
        >>> found = Incidence(("w",), arrays.nodes, arrays.nodes, ("work",) * 2, matrix)
        >>> land = land_of_network(arrays, found)
        >>> stands = place_network(arrays, found, Ground(land))
        >>> set_places(graph, arrays, stands, land, [0, 0])
        >>> graph.nodes["a"]["colour"], graph.nodes["a"]["region_name"]
        ('#4477aa', 'a · b')
    """
    kinds = [str(graph.nodes[node].get("kind")) for node in arrays.nodes]
    families = {ENTITY_KINDS[k].family if k in ENTITY_KINDS else k for k in kinds}
    for number, node in enumerate(arrays.nodes):
        found = _on_land(land, stands, number)
        x, y = stands.places[number].tolist()
        graph.nodes[node].update(
            community=int(groups[number]),
            x=x,
            y=y,
            radius=float(stands.radii[number]),
            **found,
        )
        if len(families) > 1:
            graph.nodes[node]["colour"] = kind_colour(kinds[number])


def _on_land(land: Land, stands: NodePlaces, number: int) -> dict[str, Any]:
    """Return what a land says of a node, by attribute."""
    region, own = int(stands.regions[number]), int(stands.own[number])
    if region < 0:
        return {"colour": GREY}
    found: dict[str, Any] = {
        "region": region,
        "region_name": name_of(land.names, region),
        "colour": COMMUNITY_COLOURS[land.colours[region]],
    }
    if own < 0:
        return found
    share, part = float(land.shares[own]), int(land.regions.fine[own])
    if share < HOME:
        found["colour"] = GREY
    return {
        **found,
        "home_share": share,
        "sub_region": part,
        "sub_region_name": name_of(land.sub_names, part),
    }


def name_of(names: tuple[tuple[str, ...], ...], region: int) -> str:
    """Return what a region is called, in one line.

    >>> name_of((("bandits", "regret"),), 0)
    'bandits · regret'
    """
    return " · ".join(names[region])
