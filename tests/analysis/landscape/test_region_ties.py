import numpy as np

from kg.analysis.arrays import EdgeArrays
from kg.analysis.incidence import count_together
from kg.analysis.landscape.region_ties import TIES, find_region_ties


def _pairs(*edges):
    a, b, weights = (np.array(each) for each in zip(*edges, strict=True))
    return EdgeArrays(tuple("abcdef"), a, b, weights.astype(float))


def test_those_that_meet_more_often_than_by_chance_stand_first():
    pairs = _pairs((0, 1, 9), (0, 2, 3), (1, 3, 3), (2, 3, 9), (4, 5, 50))
    found = find_region_ties(pairs, np.array([0, 1, 2, 3, 4, 4]))
    assert {(tie.first, tie.second) for tie in found[:2]} == {(0, 1), (2, 3)}
    strengths = [tie.strength for tie in found]
    assert strengths == sorted(strengths, reverse=True)
    assert min(strengths) > 1


def test_few_works_in_common_are_no_road():
    assert find_region_ties(_pairs((0, 1, 2)), np.array([0, 1, 2, 3, 4, 5])) == ()


def test_there_are_few(planted, planted_land):
    pairs = count_together(planted)
    found = find_region_ties(pairs, planted_land.regions.coarse)
    assert len(found) <= TIES * len(planted_land.names)
