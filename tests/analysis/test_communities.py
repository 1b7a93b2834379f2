import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.analysis.communities import communities

NODE = st.sampled_from("abcdefgh")
EDGES = st.lists(
    st.tuples(NODE, NODE, st.floats(allow_nan=False, allow_infinity=False)), max_size=20
)


def two_groups(weight):
    """Two squares with diagonals, joined by one edge, beside a loner and a pair."""
    graph = nx.Graph()
    for group in ("a", "b"):
        members = [f"{group}{n}" for n in range(4)]
        graph.add_edges_from(nx.complete_graph(members).edges(), weight=2)
    graph.add_edge("a0", "b0", weight=weight)
    graph.add_edge("z0", "z1", weight=1)
    graph.add_node("loner")
    return graph


def test_groups_are_found_and_numbered_by_size_then_id():
    found = communities(two_groups(1))
    assert {found[f"a{n}"] for n in range(4)} == {0}
    assert {found[f"b{n}"] for n in range(4)} == {1}
    assert (found["z0"], found["z1"], found["loner"]) == (2, 2, 3)


def test_weights_count():
    found = communities(two_groups(500))
    assert found["a0"] == found["b0"] != found["a1"]


def test_a_higher_resolution_gives_smaller_communities():
    graph = nx.relabel_nodes(nx.karate_club_graph(), str)
    few, many = communities(graph, resolution=0.3), communities(graph, resolution=4.0)
    assert max(few.values()) < max(many.values())


def test_order_of_insertion_does_not_matter():
    graph = nx.relabel_nodes(nx.gnm_random_graph(300, 900, seed=4), str)
    other = nx.Graph()
    other.add_nodes_from(reversed(list(graph)))
    other.add_edges_from((b, a) for a, b in reversed(list(graph.edges())))
    assert communities(other) == communities(graph)


def test_the_partition_is_as_good_as_networkx_finds():
    graph = nx.relabel_nodes(nx.les_miserables_graph(), str)
    found = communities(graph)
    groups = [{n for n in found if found[n] == c} for c in set(found.values())]
    theirs = nx.community.louvain_communities(graph, seed=1)
    ours = nx.community.modularity(graph, groups)
    assert ours >= nx.community.modularity(graph, theirs) - 0.01


@pytest.mark.parametrize("nodes", [[], ["only"], ["a", "b"]])
def test_without_edges_everyone_is_alone(nodes):
    graph = nx.Graph()
    graph.add_nodes_from(nodes)
    assert communities(graph) == {node: i for i, node in enumerate(nodes)}


@settings(max_examples=60, deadline=None)
@given(EDGES, st.integers(0, 3))
def test_any_graph_has_communities_numbered_by_size(edges, seed):
    graph = nx.Graph()
    graph.add_nodes_from("xyz")
    graph.add_weighted_edges_from(edges)
    found = communities(graph, seed=seed)
    members = [
        [n for n in found if found[n] == c] for c in range(len(set(found.values())))
    ]
    assert sorted(map(len, members), reverse=True) == [len(part) for part in members]
    assert set(found) == set(graph)
    assert all(nx.is_connected(graph.subgraph(part)) for part in members)


def test_planted_communities_are_found_again():
    sizes = [30, 25, 20, 15]
    graph = nx.random_partition_graph(sizes, 0.5, 0.01, seed=2)
    planted = {
        node: group
        for group, part in enumerate(graph.graph["partition"])
        for node in part
    }
    found = communities(nx.relabel_nodes(graph, str))
    assert found == {str(node): group for node, group in planted.items()}


@pytest.mark.parametrize("weight", [5e-324, 1e-310, 1e-9, 1e200, 1.7e308])
def test_only_the_shares_of_weights_count(weight):
    graph = two_groups(1)
    for _, _, data in graph.edges(data=True):
        data["weight"] = weight
    found = communities(graph)
    assert len({found[f"a{n}"] for n in range(4)}) == 1
    assert found["a1"] != found["b1"]
