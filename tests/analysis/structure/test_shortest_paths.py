import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.analysis.arrays import edge_arrays
from kg.analysis.structure.shortest_paths import follow_paths, hoeffding_bound


def _named(graph):
    return nx.relabel_nodes(graph, {n: f"n{n:04}" for n in graph})


@settings(max_examples=30, deadline=None)
@given(st.integers(3, 30), st.integers(0, 60), st.integers(0, 10))
def test_all_paths_give_what_networkx_gives(nodes, edges, seed):
    graph = _named(nx.gnm_random_graph(nodes, edges, seed=seed))
    arrays = edge_arrays(graph, weight="weight")
    found = follow_paths(arrays, np.arange(nodes))
    between = nx.betweenness_centrality(graph)
    harmonic = nx.harmonic_centrality(graph)
    for place, node in enumerate(arrays.nodes):
        assert found.betweenness[place] == pytest.approx(between[node], abs=1e-8)
        assert found.crossing[place] == pytest.approx(between[node], abs=1e-8)
        assert found.harmonic[place] * (nodes - 1) == pytest.approx(
            harmonic[node], abs=1e-6
        )
    assert (found.sources, found.bound) == (nodes, 0.0)


def test_sampled_paths_are_off_by_less_than_the_bound():
    graph = _named(nx.barabasi_albert_graph(300, 2, seed=3))
    arrays = edge_arrays(graph, weight="weight")
    groups = np.zeros(300, dtype=int)
    whole = follow_paths(arrays, groups)
    some = follow_paths(arrays, groups, exact=0, sources=60)
    assert some.sources == 60
    assert some.bound == hoeffding_bound(300, 60) > 0
    assert np.abs(some.betweenness - whole.betweenness).max() < some.bound
    again = follow_paths(arrays, groups, exact=0, sources=60)
    assert (again.betweenness == some.betweenness).all()
    other = follow_paths(arrays, groups, exact=0, sources=60, seed=1)
    assert (other.betweenness != some.betweenness).any()


def test_only_paths_between_groups_cross():
    arrays = edge_arrays(nx.path_graph("abcde"), weight="weight")
    found = follow_paths(arrays, np.array([0, 0, 0, 1, 1]))
    assert found.betweenness[1] > found.crossing[1] > 0
    alone = follow_paths(arrays, np.zeros(5, dtype=int))
    assert alone.crossing.tolist() == [0.0] * 5


@pytest.mark.parametrize("nodes", ["", "a", "ab"])
def test_the_smallest_networks_have_nothing_between(nodes):
    arrays = edge_arrays(nx.path_graph(nodes), weight="weight")
    found = follow_paths(arrays, np.zeros(len(nodes), dtype=int))
    assert found.betweenness.tolist() == [0.0] * len(nodes)
