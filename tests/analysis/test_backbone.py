import networkx as nx
import numpy as np
import pytest

from kg.analysis.arrays import EdgeArrays, edge_arrays
from kg.analysis.backbone import backbone


@pytest.fixture
def graph():
    random = np.random.default_rng(1)
    found = nx.relabel_nodes(nx.gnm_random_graph(60, 400, seed=2), str)
    for a, b in found.edges:
        found.edges[a, b]["weight"] = float(random.integers(1, 9))
    return found


def _edges(arrays):
    return set(zip(arrays.sources.tolist(), arrays.targets.tolist(), strict=True))


@pytest.mark.parametrize("strongest", [0, 1, 3])
def test_parts_stay_whole_and_nothing_falls_off(graph, strongest):
    arrays = edge_arrays(graph, weight="weight")
    kept = backbone(arrays, strongest=strongest)
    small = nx.Graph(_edges(kept))
    assert nx.number_connected_components(small) == nx.number_connected_components(
        graph
    )
    assert len(small) == len(graph)
    assert _edges(kept) <= _edges(arrays)
    assert len(kept.sources) <= (strongest + 1) * len(graph)


def test_without_others_it_is_a_maximum_spanning_forest(graph):
    arrays = edge_arrays(graph, weight="weight")
    kept = backbone(arrays, strongest=0)
    theirs = nx.maximum_spanning_tree(graph).size(weight="weight")
    assert len(kept.sources) == len(graph) - 1
    assert kept.weights.sum() == theirs


def test_each_node_keeps_its_strongest_edges(graph):
    arrays = edge_arrays(graph, weight="weight")
    kept = nx.Graph(_edges(backbone(arrays, strongest=3)))
    for node, name in enumerate(arrays.nodes):
        weights = sorted(data["weight"] for *_, data in graph.edges(name, data=True))
        surely = {
            other
            for other, far in enumerate(arrays.nodes)
            if graph.has_edge(name, far)
            and graph.edges[name, far]["weight"] > weights[-4]
        }
        assert surely <= set(kept[node])


def test_pairs_that_never_meet_by_more_than_chance_still_hold_parts_together():
    ends = np.array([0, 1]), np.array([1, 2])
    weak = EdgeArrays(("a", "b", "c"), *ends, np.zeros(2))
    assert len(backbone(weak, strongest=1).sources) == 2


def test_of_no_edges_there_is_no_backbone():
    assert len(backbone(edge_arrays(nx.empty_graph("ab"), weight="w")).sources) == 0
