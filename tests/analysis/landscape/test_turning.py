import networkx as nx
import numpy as np

from kg.analysis.arrays import edge_arrays
from kg.analysis.landscape.turning import turn_to_ties


def _length(places, ties):
    ends = places[ties.sources] - places[ties.targets]
    return (np.square(ends).sum(axis=1) * ties.weights).sum()


def test_ties_get_shorter_and_groups_keep_their_shape():
    random = np.random.default_rng(0)
    graph = nx.relabel_nodes(nx.gnm_random_graph(40, 160, seed=1), lambda n: f"{n:02}")
    ties = edge_arrays(graph, weight="weight")
    inner = np.repeat(np.arange(4), 10)
    centres = np.array([[0.0, 0], [20, 0], [0, 20], [20, 20]])
    offsets = random.normal(size=(40, 2)) * 4
    for group in range(4):
        offsets[inner == group] -= offsets[inner == group].mean(axis=0)
    turned = turn_to_ties(offsets, centres, inner, np.zeros(4, np.int64), ties)
    before, after = (_length(each + centres[inner], ties) for each in (offsets, turned))
    assert after < before
    for group in range(4):
        one, other = offsets[inner == group], turned[inner == group]
        assert np.allclose(one @ one.T, other @ other.T)


def test_ties_that_leave_the_outer_group_count_for_nothing():
    ties = edge_arrays(nx.Graph([("a", "c"), ("b", "d")]), weight="weight")
    offsets = np.array([[-1.0, 0.0], [1.0, 0.0], [1.0, 0.0], [-1.0, 0.0]])
    inner, apart = np.array([0, 0, 1, 1]), np.array([0, 1])
    turned = turn_to_ties(offsets, np.zeros((2, 2)), inner, apart, ties)
    assert np.array_equal(turned, offsets)
