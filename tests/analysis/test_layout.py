import os
import subprocess
import sys
from itertools import combinations
from math import dist

import networkx as nx
import pytest

from kg.analysis.layout import positions
from kg.appearance import node_size

PROGRAM = """
import networkx as nx
from kg.analysis.communities import communities
from kg.analysis.layout import positions
graph = nx.relabel_nodes(nx.gnm_random_graph(120, 260, seed=3), str)
names = {"x" + name for name in graph}
graph.add_nodes_from(names)
print(sorted(positions(graph).items()), sorted(communities(graph).items()))
"""


def example():
    graph = nx.relabel_nodes(nx.connected_caveman_graph(6, 8), str)
    graph = nx.union(graph, nx.path_graph(["p1", "p2", "p3"]))
    graph.add_nodes_from(["q1", "q2"])
    for number, node in enumerate(sorted(graph)):
        graph.nodes[node]["documents"] = number % 9
    return graph


def test_discs_do_not_lie_on_each_other():
    graph = example()
    places = positions(graph)
    size = {n: node_size(d, 8) for n, d in graph.nodes(data="documents")}
    for a, b in combinations(graph, 2):
        assert dist(places[a], places[b]) > 0.95 * (size[a] + size[b])


def test_linked_nodes_are_nearer_than_others():
    graph = nx.relabel_nodes(nx.connected_caveman_graph(6, 8), str)
    places = positions(graph)
    linked = [dist(places[a], places[b]) for a, b in graph.edges()]
    apart = [dist(places[a], places[b]) for a, b in nx.non_edges(graph)]
    assert 2 * sum(linked) / len(linked) < sum(apart) / len(apart)


def test_components_stand_beside_each_other():
    graph = example()
    places = positions(graph)
    discs = []
    for part in nx.connected_components(graph):
        middle = [sum(places[n][axis] for n in part) / len(part) for axis in (0, 1)]
        discs.append((middle, max(dist(places[n], middle) for n in part)))
    largest, *others = sorted(discs, key=lambda disc: -disc[1])
    assert all(dist(largest[0], middle) > largest[1] * 0.8 for middle, _ in others)


@pytest.mark.parametrize("nodes", [[], ["a"], ["a", "b", "c"]])
def test_networks_without_edges_have_places(nodes):
    graph = nx.Graph()
    graph.add_nodes_from(nodes)
    places = positions(graph)
    assert set(places) == set(nodes)
    assert len(set(places.values())) == len(nodes)


def test_places_and_communities_are_the_same_in_every_process():
    printed = {
        subprocess.run(
            [sys.executable, "-c", PROGRAM],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for seed in ("1", "2", "77")
    }
    assert len(printed) == 1


def test_thousands_of_small_components_have_places_of_their_own():
    graph = nx.Graph((f"a{n}", f"b{n}") for n in range(3000))
    places = positions(graph)
    assert len(set(places.values())) == len(graph)
    assert all(dist(places[a], places[b]) < 100 for a, b in graph.edges())
