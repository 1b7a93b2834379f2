import networkx as nx
import pytest

from kg.analysis.named_network import read_network
from kg.analysis.network_description import count_hidden, describe_network
from kg.network_kinds import NETWORKS


@pytest.mark.parametrize("name", NETWORKS)
def test_every_network_is_described(connection, name):
    graph = read_network(connection, name)
    said = describe_network(graph)
    assert said.startswith(f"{name}: {NETWORKS[name].meaning}")
    assert ("Backbone" in said) == bool(NETWORKS[name].sides)


def test_thresholds_and_what_they_hide_are_said(connection):
    graph = read_network(connection, "all", min_documents=2, min_weight=2, max_edges=3)
    said = describe_network(graph)
    assert "of at least 2 works; hidden are 5 of fewer works or in other roles" in said
    assert ", of at least 2 works, at most 3 of a kind" in said


def test_nodes_without_an_edge_are_counted(connection):
    graph = read_network(connection, "coauthor")
    graph.remove_node("person:ada-byron")
    assert count_hidden(connection, graph, 0, 1) == {"below": 0, "lone": 1}
    assert count_hidden(connection, graph, 1, 1) == {"below": 1, "lone": 0}


def test_a_bound_is_said_where_not_all_paths_were_followed():
    graph = nx.Graph([("a", "b")])
    graph.graph["betweenness"] = {"sources": 100, "bound": 0.247}
    assert describe_network(graph) == (
        "2 nodes. 1 edge. Betweenness: shortest paths from 100 nodes drawn at random, "
        "off by less than 0.25 in 19 cases of 20."
    )
    graph.graph["betweenness"] = {"sources": 2, "bound": 0.0}
    assert describe_network(graph).endswith("Betweenness: all shortest paths.")


def test_the_land_is_named(planted_land):
    graph = nx.Graph([("a", "b")])
    graph.graph.update(land=planted_land, land_of="terms of like meaning")
    regions = len(planted_land.centres)
    said = f"the land of terms of like meaning, {regions} regions named by terms."
    assert describe_network(graph).endswith(said)
