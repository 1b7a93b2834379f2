from dataclasses import replace

import networkx as nx
import numpy as np

from kg.analysis.arrays import edge_arrays
from kg.analysis.landscape.land_attributes import name_of, set_places
from kg.analysis.landscape.network_places import Ground, place_network
from kg.analysis.regions import HOME
from kg.appearance import COMMUNITY_COLOURS, GREY, kind_colour


def _placed(incidence, ground):
    graph = nx.Graph()
    for node, kind in zip(incidence.nodes, incidence.kinds, strict=True):
        graph.add_node(node, kind=kind)
    arrays = edge_arrays(graph, weight="weight")
    stands = place_network(arrays, incidence, ground)
    set_places(graph, arrays, stands, ground.land, stands.regions)
    return graph


def test_regions_on_nodes_are_those_of_the_land(planted, planted_land):
    graph = _placed(planted, Ground(planted_land))
    for number, node in enumerate(planted_land.nodes):
        data = graph.nodes[node]
        region = planted_land.regions.coarse[number]
        assert data["region"] == data["community"] == region
        assert data["region_name"] == " · ".join(planted_land.names[region])
        assert data["sub_region"] == planted_land.regions.fine[number]
        assert data["home_share"] == planted_land.shares[number]
        at_home = COMMUNITY_COLOURS[planted_land.colours[region]]
        assert data["colour"] in (at_home, GREY)


def test_what_is_at_home_nowhere_is_grey(planted, planted_land):
    shares = np.where(np.array(planted.labels) == "results", HOME / 2, 1.0)
    land = replace(planted_land, shares=shares)
    graph = _placed(planted, Ground(land))
    greys = {node for node, colour in graph.nodes(data="colour") if colour == GREY}
    assert greys == {"concept:results"}


def test_of_several_kinds_each_has_its_colour(planted, planted_land):
    kinds = ("person", *planted.kinds[1:])
    graph = _placed(replace(planted, kinds=kinds), Ground(planted_land))
    colours = {graph.nodes[node]["colour"] for node in planted.nodes}
    assert colours == {kind_colour("person"), kind_colour("concept")}


def test_names_stand_in_one_line():
    assert name_of((("a",), ("b", "c")), 1) == "b · c"
