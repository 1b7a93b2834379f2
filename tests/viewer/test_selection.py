"""Which nodes of a large network are shown."""

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.viewer.selection import SHOWN, strongest


def network(*nodes, edges=()):
    """Make a network of (name, documents, kind) and (name, name, strength)."""
    graph = nx.Graph()
    for name, documents, kind in nodes:
        graph.add_node(name, documents=documents, kind=kind)
    for a, b, strength in edges:
        graph.add_edge(a, b, strength=strength)
    return graph


THREE = [("a", 1, "person"), ("b", 5, "person"), ("c", 3, "concept")]


@pytest.mark.parametrize(
    ("most", "shown"), [(0, set()), (1, {"b"}), (2, {"b", "c"}), (9, {"a", "b", "c"})]
)
def test_nodes_of_many_documents_come_first(most, shown):
    assert set(strongest(network(*THREE), most=most)) == shown


def test_equal_ones_go_by_the_strength_of_their_edges():
    equal = [(name, 2, "person") for name in "abcd"]
    graph = network(*equal, edges=[("c", "d", 0.5), ("b", "d", 0.25)])
    assert set(strongest(graph, most=1)) == {"d"}
    assert set(strongest(graph, most=2)) == {"d", "c"}


def test_ids_decide_at_last_so_that_the_page_is_always_the_same():
    equal = [(name, 2, "person") for name in "dbca"]
    assert set(strongest(network(*equal), most=2)) == {"a", "b"}


def test_works_are_shown_only_where_room_is_left():
    graph = network(("w", 9, "work"), ("a", 1, "person"), ("x", 8, "work"))
    assert set(strongest(graph, most=1)) == {"a"}
    assert set(strongest(graph, most=2)) == {"a", "w"}


def test_a_node_without_a_number_of_documents_comes_last():
    graph = network(("a", None, "person"), ("b", 1, "person"))
    graph.add_node("c")
    assert set(strongest(graph, most=1)) == {"b"}
    assert set(strongest(graph, most=2)) == {"a", "b"}


def test_edges_between_shown_nodes_stay_as_they_are():
    graph = network(*THREE, edges=[("b", "c", 0.5), ("a", "b", 0.75)])
    shown = strongest(graph, most=2)
    assert list(shown.edges(data="strength")) == [("b", "c", 0.5)]
    assert set(graph) == {"a", "b", "c"}  # the whole network is left as it was


def test_without_a_number_a_page_takes_as_many_as_it_can_show():
    graph = network(*((f"n{i:04}", i, "person") for i in range(SHOWN + 20)))
    shown = strongest(graph)
    assert len(shown) == SHOWN
    assert "n0019" not in shown
    assert "n0020" in shown


@given(
    st.lists(st.integers(0, 5), max_size=12),
    st.integers(0, 12),
    st.randoms(use_true_random=False),
)
def test_the_order_of_nodes_changes_nothing_and_none_left_out_has_more(
    documents, most, chooser
):
    nodes = [(f"n{i}", count, "person") for i, count in enumerate(documents)]
    shown = set(strongest(network(*nodes), most=most))
    chooser.shuffle(nodes)
    assert set(strongest(network(*nodes), most=most)) == shown
    assert len(shown) == min(most, len(nodes))
    inside = [count for name, count, _ in nodes if name in shown]
    outside = [count for name, count, _ in nodes if name not in shown]
    assert not inside or not outside or min(inside) >= max(outside)
