import networkx as nx
import pytest

from kg.analysis.communities import communities
from kg.analysis.network_for_drawing import annotate, annotated_network
from kg.analysis.structure.node_measures import MEASURES
from kg.errors import UnknownName
from kg.graph import network


def test_every_node_has_community_place_and_measures(connection):
    graph = annotated_network(connection)
    plain = network(connection)
    assert list(graph) == list(plain)
    assert set(MEASURES) - {"mean_year", "growth"} <= set(
        graph.nodes["person:ada-byron"]
    )
    assert nx.utils.edges_equal(graph.edges(data=True), plain.edges(data=True))
    assert communities(plain) == dict(graph.nodes(data="community"))
    places = {(data["x"], data["y"]) for _, data in graph.nodes(data=True)}
    assert len(places) == len(graph)


def test_a_network_says_what_it_shows(connection):
    graph = annotated_network(connection, "people")
    said = graph.graph["description"]
    assert said.startswith("people: People who are authors of one work. 2 nodes.")
    assert "Counting fractional: " in said
    assert graph.graph["land"].named_by == "terms"


def test_thresholds_reach_the_network(connection):
    graph = annotated_network(connection, min_documents=2, max_edges=1)
    assert graph.graph["thresholds"]["max_edges"] == 1
    assert min(documents for _, documents in graph.nodes(data="documents")) >= 2


def test_an_unknown_network_is_refused(connection):
    with pytest.raises(UnknownName, match="coauthor"):
        annotated_network(connection, "friends")


def test_an_empty_network_stays_empty(connection):
    graph = nx.Graph()
    annotate(connection, graph)
    assert len(graph) == 0


def test_places_are_the_same_each_time(connection):
    graphs = [nx.relabel_nodes(nx.cycle_graph(9), str) for _ in range(2)]
    for graph in graphs:
        annotate(connection, graph)
    assert graphs[0].nodes(data=True) == graphs[1].nodes(data=True)
