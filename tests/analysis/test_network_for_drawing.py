import networkx as nx
import pytest

from kg.analysis.communities import communities
from kg.analysis.layout import positions
from kg.analysis.network_for_drawing import annotate, annotated_network
from kg.analysis.presence import read_presence
from kg.analysis.structure.node_measures import MEASURES
from kg.errors import UnknownName
from kg.graph import network


def test_every_node_has_community_and_place(connection):
    graph = annotated_network(connection)
    plain = network(connection)
    assert list(graph) == list(plain)
    assert set(MEASURES) - {"mean_year", "growth"} <= set(
        graph.nodes["person:ada-byron"]
    )
    assert nx.utils.edges_equal(graph.edges(data=True), plain.edges(data=True))
    assert communities(plain) == dict(graph.nodes(data="community"))
    places = {node: (data["x"], data["y"]) for node, data in graph.nodes.items()}
    groups = dict(graph.nodes(data="community"))
    assert places == positions(plain, groups=groups)


def test_thresholds_reach_the_network(connection):
    graph = annotated_network(connection, min_documents=2, max_edges=1)
    assert graph.graph["thresholds"]["max_edges"] == 1
    assert min(documents for _, documents in graph.nodes(data="documents")) >= 2


def test_an_unknown_network_is_refused(connection):
    with pytest.raises(UnknownName, match="coauthor"):
        annotated_network(connection, "friends")


def test_an_empty_network_stays_empty(connection):
    graph = nx.Graph()
    annotate(graph, read_presence(connection, graph))
    assert len(graph) == 0


def test_the_seed_is_of_the_layout_too(connection):
    graphs = [nx.relabel_nodes(nx.cycle_graph(9), str) for _ in range(3)]
    for graph, seed in zip(graphs, (0, 0, 1), strict=True):
        annotate(graph, read_presence(connection, graph), seed=seed)
    same, other = graphs[0].nodes(data="x"), graphs[2].nodes(data="x")
    assert dict(same) == dict(graphs[1].nodes(data="x")) != dict(other)
