import networkx as nx
import numpy as np
import pytest

from kg.analysis.arrays import edge_arrays
from kg.analysis.landscape import inner_layout
from kg.analysis.landscape.inner_layout import lay_out_groups
from kg.analysis.landscape.starting_places import find_starts


@pytest.mark.parametrize("many", [5, 300])
def test_nodes_lie_beside_each_other_in_the_disc_of_their_group(monkeypatch, many):
    monkeypatch.setattr(inner_layout, "MANY", many)
    graph = nx.relabel_nodes(nx.caveman_graph(3, 30), str)
    ties = edge_arrays(graph, weight="weight")
    groups = np.array([int(node) // 30 for node in ties.nodes])
    radii = np.random.default_rng(0).uniform(2, 9, len(groups))
    offsets, reaches = lay_out_groups(ties, radii, groups, find_starts(ties.nodes))
    assert (np.linalg.norm(offsets, axis=1) + radii <= reaches[groups]).all()
    for group in range(3):
        inside, size = offsets[groups == group], radii[groups == group]
        distances = np.linalg.norm(inside[:, None] - inside, axis=2)
        gaps = distances - size - size[:, None] + 1e9 * np.eye(len(size))
        assert gaps.min() > 0


def test_a_node_alone_stands_in_the_middle():
    ties = edge_arrays(nx.empty_graph(["a", "b"]), weight="weight")
    groups = np.array([1, 0])
    found = lay_out_groups(ties, np.array([3.0, 4.0]), groups, find_starts("ab"))
    assert found[0].tolist() == [[0, 0], [0, 0]]
    assert found[1].tolist() == [5.0, 4.0]
