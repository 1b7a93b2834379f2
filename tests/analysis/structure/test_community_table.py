from kg.analysis.structure.community_table import analyse

ROWS = [[1, 1, 0], [1, 1, 0], [1, 0, 0], [0, 0, 1]]


def test_a_community_is_named_and_counted(study_of):
    study = study_of([("a", "b", 2)], ROWS, [2000, 2001, 2002, 0], groups=[0, 0, 1])
    first, second = analyse(study)
    assert (first.nodes, first.works, first.leading) == (2, 3, ("A", "B"))
    assert first.mean_year == 2000.8  # three works of A, two of B
    assert (first.conductance, second.conductance) == (0.0, 1.0)
    assert first.coherence > 0
    assert second.mean_year is None
    assert second.names == ("C",)
