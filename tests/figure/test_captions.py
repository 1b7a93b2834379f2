import networkx as nx
import numpy as np
import pytest

from kg.analysis.landscape.land_layers import Layer
from kg.analysis.landscape.network_places import Ground
from kg.analysis.named_network import read_network
from kg.figure.captions import describe_edges, describe_nodes, describe_regions
from kg.network_kinds import NETWORKS


@pytest.mark.parametrize(
    ("kinds", "counts", "said"),
    [
        (["method", "concept"], [1, 2], "2 of 9 terms of 40 works"),
        (["method", "person"], [3, 2], "2 of 9 terms and people of 40 works, in 2 or"),
        (["work"], [1], "1 of 9 works"),
        (["country"], [1], "1 of 9 countries of 40 works"),
        ([], [], "0 of 9 nodes of 40 works"),
    ],
)
def test_nodes_are_named_by_what_they_are(kinds, counts, said):
    counts = np.array(counts, dtype=np.int64)
    assert describe_nodes(kinds, counts, total=9, works=40).startswith(said)


@pytest.mark.parametrize("name", NETWORKS)
def test_edges_are_said_with_how_they_were_chosen(connection, name):
    graph = read_network(connection, name)
    size = graph.number_of_edges()
    said = describe_edges(graph, size, is_thinned=False)
    assert said.startswith(f"{size} of {size + graph.graph['dropped']} edge")
    assert ("log-likelihood" in said) == (NETWORKS[name].backbone == "significance")


def test_what_is_thinned_for_the_page_is_said():
    graph = nx.Graph([("a", "b")], name="all")
    said = describe_edges(graph, 1, is_thinned=True)
    assert said.endswith(
        "the three strongest of each node, and a maximum spanning forest"
    )


def test_regions_are_counted(planted_land):
    layer = Layer((), np.zeros((0, 2)), np.zeros(0), np.zeros(0))
    said = describe_regions(Ground(planted_land, {"works": layer}))
    assert said.endswith(" regions: terms of like meaning, named by terms")
