import networkx as nx
import pytest

from kg.analysis.arrays import edge_arrays
from kg.analysis.structure.centrality import (
    analyse,
    degrees_of,
    pagerank,
    weighted_degrees,
)


def test_pagerank_is_that_of_networkx():
    graph = nx.relabel_nodes(nx.karate_club_graph(), str)
    arrays = edge_arrays(graph, weight="weight")
    expected = nx.pagerank(graph, tol=1e-12, max_iter=500)
    for node, rank in zip(arrays.nodes, pagerank(arrays), strict=True):
        assert rank == pytest.approx(expected[node], abs=1e-7)


def test_lone_nodes_have_a_rank_and_no_edges():
    graph = nx.Graph([("a", "b")])
    graph.add_node("c")
    arrays = edge_arrays(graph, weight="weight")
    ranks = pagerank(arrays)
    assert ranks.sum() == pytest.approx(1)
    assert ranks[0] == ranks[1] > ranks[2] > 0
    assert degrees_of(arrays).tolist() == [1, 1, 0]


def test_weights_add_up():
    graph = nx.Graph()
    graph.add_weighted_edges_from([("a", "b", 2.5), ("b", "c", 1)])
    arrays = edge_arrays(graph, weight="weight")
    assert weighted_degrees(arrays).tolist() == [2.5, 3.5, 1.0]


def test_the_most_central_stands_first(study_of):
    study = study_of([("a", "b", 1), ("b", "c", 1)], [[1, 1, 0], [0, 1, 1]])
    rows = analyse(study)
    assert [row.node for row in rows] == ["b", "a", "c"]
    assert (rows[0].degree, rows[0].betweenness, rows[0].bound) == (2, 1.0, 0.0)
    assert (rows[0].name, rows[0].works) == ("B", 2)
