import pytest

from kg.analysis.structure.network_quality import analyse


def test_two_cliques_apart_are_good_communities(study_of):
    cliques = ["abcd", "efgh"]
    edges = [(a, b, 1) for part in cliques for a in part for b in part if a < b]
    rows = [[1] * 4 + [0] * 4] * 3 + [[0] * 4 + [1] * 4] * 3
    study = study_of(edges, rows, groups=[0] * 4 + [1] * 4)
    found = {row.measure: row.value for row in analyse(study)}
    assert found["nodes"] == 8
    assert found["edges"] == 12
    assert found["components"] == found["communities"] == 2
    assert found["modularity"] == 0.5
    assert found["conductance"] == 0
    assert found["coherence"] == found["stability"] == 1
    assert found["density"] == pytest.approx(12 / 28, abs=1e-6)
    assert found["largest component"] == 0.5
    assert all(row.meaning for row in analyse(study))


def test_nodes_of_more_works_stand_for_a_community(study_of):
    study = study_of([("a", "b", 1)], [[1, 1], [1, 0]])
    assert study.prominence.tolist() == pytest.approx([2**0.5, 1])


def test_an_empty_network_has_numbers_too(study_of):
    study = study_of([], [[0]])
    assert {row.measure: row.value for row in analyse(study)}["edges"] == 0
