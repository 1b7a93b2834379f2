import networkx as nx
import numpy as np
import pytest

from kg.analysis.arrays import edge_arrays
from kg.analysis.partition_quality import (
    coherences,
    conductances,
    modularity,
    rand_index,
    stability,
)

GRAPH = nx.relabel_nodes(nx.les_miserables_graph(), str)
ARRAYS = edge_arrays(GRAPH, weight="weight")
GROUPS = np.random.default_rng(3).integers(0, 4, len(ARRAYS.nodes))
SETS = [
    {node for node, group in zip(ARRAYS.nodes, GROUPS, strict=True) if group == g}
    for g in range(4)
]


def test_modularity_is_that_of_networkx():
    assert modularity(ARRAYS, GROUPS) == pytest.approx(
        nx.community.modularity(GRAPH, SETS), abs=1e-6
    )


def test_conductance_is_that_of_networkx():
    theirs = [nx.conductance(GRAPH, each, weight="weight") for each in SETS]
    assert conductances(ARRAYS, GROUPS) == pytest.approx(theirs)


def test_a_group_apart_and_one_without_edges():
    graph = nx.Graph([("a", "b"), ("c", "d")])
    graph.add_node("e")
    arrays = edge_arrays(graph, weight="weight")
    assert conductances(arrays, np.array([0, 0, 1, 1, 2])).tolist() == [0, 0, 1]


def test_topics_are_coherent_and_mixtures_are_not(planted):
    topics = np.unique([label[:2] for label in planted.labels], return_inverse=True)[1]
    mixed = np.random.default_rng(0).permutation(topics)
    ones = np.ones(len(topics))
    assert coherences(planted, topics, ones)[1:].min() > 0
    assert coherences(planted, mixed, ones)[1:].mean() < 0


def test_the_index_does_not_look_at_numbers_of_groups():
    other = (GROUPS + 1) % 4
    assert rand_index(GROUPS, other) == pytest.approx(1)
    assert abs(rand_index(GROUPS, np.random.default_rng(9).permutation(GROUPS))) < 0.1


def test_one_group_in_both_is_the_same():
    assert rand_index(np.zeros(5, np.int64), np.zeros(5, np.int64)) == 1
    assert stability([GROUPS]) == 1
