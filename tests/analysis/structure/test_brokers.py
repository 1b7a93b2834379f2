import networkx as nx
import numpy as np
import pytest

from kg.analysis.arrays import edge_arrays
from kg.analysis.structure.brokers import (
    analyse,
    constraints,
    effective_sizes,
    participations,
)

TWO_TRIANGLES = [("a", "b", 1), ("b", "c", 1), ("a", "c", 1), ("c", "d", 1)]
TWO_TRIANGLES += [("d", "e", 1), ("e", "f", 1), ("d", "f", 1)]


def test_constraint_and_effective_size_are_those_of_networkx():
    graph = nx.relabel_nodes(nx.karate_club_graph(), str)
    arrays = edge_arrays(graph, weight="weight")
    constraint, sizes = constraints(arrays), effective_sizes(arrays)
    expected = nx.constraint(graph, weight="weight")
    unweighted = nx.effective_size(nx.Graph(graph.edges))
    for place, node in enumerate(arrays.nodes):
        assert constraint[place] == pytest.approx(expected[node], abs=1e-5)
        assert sizes[place] == pytest.approx(unweighted[node], abs=1e-5)


def test_edges_into_many_groups_take_part_in_more():
    star = edge_arrays(nx.star_graph(["x", "a", "b", "c"]), weight="weight")
    spread, reached = participations(star, np.array([0, 1, 2, 3]))
    assert spread.tolist() == [0, 0, 0, pytest.approx(2 / 3, abs=1e-6)]
    assert reached.tolist() == [2, 2, 2, 4]


def test_who_joins_two_groups_stands_first(study_of):
    rows = analyse(study_of(TWO_TRIANGLES, [[1] * 6] * 2, groups=[0, 0, 0, 1, 1, 1]))
    assert [row.node for row in rows] == ["c", "d"]
    assert rows[0].crossing > 0
    assert rows[0].communities == 2


def test_a_term_of_two_works_is_no_bridge(study_of):
    works, groups = [[1] * 6] * 2, [0, 0, 0, 1, 1, 1]
    few = study_of(TWO_TRIANGLES, works, groups=groups, kind="concept")
    assert analyse(few) == []
    more = study_of(TWO_TRIANGLES, [*works, [1] * 6], groups=groups, kind="concept")
    assert len(analyse(more)) == 2
