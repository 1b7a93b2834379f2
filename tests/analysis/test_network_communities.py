import networkx as nx
import numpy as np

from kg.analysis.arrays import edge_arrays
from kg.analysis.incidence import Incidence, count_together
from kg.analysis.network_communities import (
    counted_weight,
    network_communities,
    network_in_communities,
)
from kg.graph import network


def _graph(name, arrays):
    graph = nx.Graph(name=name)
    graph.add_nodes_from(arrays.nodes)
    return graph


def test_terms_are_in_regions_of_like_meaning(planted):
    arrays = count_together(planted)
    groups, shares = network_communities(_graph("terms", arrays), arrays, planted)
    topics = [label[:2] for label in planted.labels if label != "results"]
    at_home = [
        g for g, label in zip(groups, planted.labels, strict=True) if label != "results"
    ]
    assert len(set(zip(topics, at_home, strict=True))) == len(set(topics))
    assert 0 <= shares.min() < shares.max() <= 1


def test_others_are_cut_from_edges():
    graph = nx.Graph(name="people")
    graph.add_edges_from([("a", "b"), ("c", "d"), ("d", "e")])
    arrays = edge_arrays(graph, weight="weight")
    nothing = Incidence((), arrays.nodes, arrays.nodes, (), None)
    groups, shares = network_communities(graph, arrays, nothing)
    assert groups.tolist() == [1, 1, 0, 0, 0]
    assert (shares == np.ones(5)).all()


def test_a_network_says_how_it_is_weighed(connection):
    graph = network(connection, "coauthor")
    assert counted_weight(graph) == "weight"
    graph.graph["thresholds"]["counting"] = "full"
    assert counted_weight(graph) == "counted"
    graph = network_in_communities(connection, "people")
    assert {group for _, group in graph.nodes(data="community")} == {0}
