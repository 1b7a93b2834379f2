import numpy as np

from kg.analysis.structure.years import analyse, count_halves, growths, mean_years

OLD_AND_NEW = [[1, 0, 1], [1, 0, 1], [0, 1, 1], [0, 1, 1], [0, 0, 1]]
YEARS = [2000, 2001, 2010, 2011, 0]


def test_what_is_new_stands_first(study_of):
    rows = analyse(study_of([("a", "b", 1)], OLD_AND_NEW, YEARS))
    assert [row.node for row in rows] == ["b", "c", "a"]
    assert [(row.early, row.late) for row in rows] == [(0, 2), (2, 2), (2, 0)]
    assert [row.mean_year for row in rows] == [2010.5, 2005.5, 2000.5]
    assert rows[1].growth == 0.0
    assert rows[0].growth == -rows[2].growth > 0
    assert [row.dated for row in rows] == [2, 4, 2]


def test_without_years_nothing_is_said(study_of):
    study = study_of([("a", "b", 1)], OLD_AND_NEW)
    assert analyse(study) == []
    assert np.isnan(mean_years(study.presence)).all()


def test_one_year_has_no_halves(study_of):
    presence = study_of([], OLD_AND_NEW, [2000] * 5).presence
    early, late = count_halves(presence)
    assert (early.tolist(), late.tolist()) == ([2, 2, 5], [0, 0, 0])
    assert growths(presence).tolist() != [np.inf] * 3


def test_rare_nodes_grow_less(study_of):
    rows = [[0, 0, 1]] * 10 + [[1, 1, 1]] + [[1, 0, 1]] * 9
    years = [2000] * 10 + [2001] * 10
    often, once, always = growths(study_of([], rows, years).presence)
    assert often > once > always == 0
