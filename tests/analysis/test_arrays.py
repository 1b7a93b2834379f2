import networkx as nx
import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.analysis.arrays import (
    adjacency,
    edge_arrays,
    indicator_matrix,
    membership_matrix,
)

NODE = st.sampled_from("abcdef")
EDGES = st.lists(st.tuples(NODE, NODE, st.integers(1, 9)), max_size=15)


@settings(max_examples=50, deadline=None)
@given(EDGES)
def test_edges_are_sorted_places_without_loops(edges):
    graph = nx.Graph()
    graph.add_weighted_edges_from(edges)
    arrays = edge_arrays(graph, weight="weight")
    found = {
        frozenset((arrays.nodes[a], arrays.nodes[b])): weight
        for a, b, weight in zip(
            arrays.sources, arrays.targets, arrays.weights, strict=True
        )
    }
    assert found == {
        frozenset((a, b)): w for a, b, w in graph.edges(data="weight") if a != b
    }
    pairs = list(zip(arrays.sources.tolist(), arrays.targets.tolist(), strict=True))
    assert pairs == sorted(pairs)
    assert all(a < b for a, b in pairs)


@settings(max_examples=30, deadline=None)
@given(EDGES)
def test_the_matrix_is_that_of_networkx(edges):
    graph = nx.Graph()
    graph.add_nodes_from("abcdef")
    graph.add_weighted_edges_from(edge for edge in edges if edge[0] != edge[1])
    ours = adjacency(edge_arrays(graph, weight="weight")).toarray()
    theirs = nx.to_numpy_array(graph, nodelist="abcdef", weight="weight")
    assert np.array_equal(ours, theirs)


def test_an_edge_without_a_weight_above_zero_counts_one():
    graph = nx.Graph()
    graph.add_weighted_edges_from([("a", "b", 0), ("b", "c", -2), ("c", "d", None)])
    graph.add_edge("d", "e")
    assert edge_arrays(graph, weight="weight").weights.tolist() == [1.0] * 4


def test_a_graph_without_nodes():
    arrays = edge_arrays(nx.Graph(), weight="weight")
    assert arrays.nodes == ()
    assert adjacency(arrays).shape == (0, 0)


@given(st.sets(st.tuples(NODE, NODE)), st.sets(NODE), st.sets(NODE))
def test_a_one_stands_for_each_pair_of_a_row_and_a_column(pairs, rows, columns):
    ordered = sorted(rows), sorted(columns)
    matrix = indicator_matrix(sorted(pairs), *ordered)
    assert matrix.shape == (len(rows), len(columns))
    cells = zip(*matrix.nonzero(), strict=True)
    found = {(ordered[0][i], ordered[1][j]) for i, j in cells}
    assert found == {(a, b) for a, b in pairs if a in rows and b in columns}
    assert matrix.sum() == len(found)


def test_each_node_is_in_its_group():
    matrix = membership_matrix(np.array([0, 2, 2]))
    assert matrix.toarray().tolist() == [[1, 0, 0], [0, 0, 1], [0, 0, 1]]
    assert membership_matrix(np.array([], dtype=np.int64)).shape == (0, 0)
