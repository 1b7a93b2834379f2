from kg.analysis.structure.node_measures import MEASURES, set_measures
from kg.exports.schema import NODE_TYPES


def test_every_node_has_what_exports_write(study_of):
    study = study_of([("a", "b", 1)], [[1, 1, 0], [1, 0, 1]], [2000, 0])
    set_measures(study.graph, study.arrays, study.presence)
    assert set(MEASURES) <= set(NODE_TYPES)
    assert set(MEASURES) <= set(study.graph.nodes["a"])
    assert study.graph.nodes["a"]["mean_year"] == 2000
    assert "mean_year" not in study.graph.nodes["c"]
    assert study.graph.nodes["c"]["weighted_degree"] == 0.0
    assert study.graph.graph["betweenness"] == {"sources": 3, "bound": 0.0}
