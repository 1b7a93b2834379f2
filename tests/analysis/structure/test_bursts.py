import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.analysis.structure.bursts import analyse, bursting, count_by_year


def _cheapest(gains):
    """Return the best gain of any sequence of states, by trying all."""
    entry, best = np.log(max(len(gains), 2)), 0.0
    for number in range(2 ** len(gains)):
        states = [number >> year & 1 for year in range(len(gains))]
        entries = sum(b > a for a, b in zip([0, *states], states, strict=False))
        value = sum(g for g, s in zip(gains, states, strict=True) if s)
        best = max(best, value - entries * entry)
    return best


@settings(max_examples=40, deadline=None)
@given(st.lists(st.floats(-5, 5).map(lambda x: round(x, 3)), min_size=1, max_size=8))
def test_the_cheapest_sequence_is_found(gains):
    states = bursting(np.array([gains]))[0].tolist()
    entries = sum(b > a for a, b in zip([False, *states], states, strict=False))
    value = sum(g for g, s in zip(gains, states, strict=True) if s)
    found = value - entries * np.log(max(len(gains), 2))
    assert abs(found - _cheapest(gains)) < 1e-9


def test_a_planted_burst_is_found_and_nothing_else(study_of):
    rows, years = [], []
    for year in range(2000, 2020):
        for work in range(10):
            bursts = 2008 <= year <= 2010 and work < 6
            rows.append([int(bursts or work == 9), int(work % 2 == 0)])
            years.append(year)
    (burst,) = analyse(study_of([("a", "b", 1)], rows, years))
    assert (burst.node, burst.first_year, burst.last_year) == ("a", 2008, 2010)
    assert burst.within == 21
    assert burst.weight > 0


def test_two_works_are_no_burst(study_of):
    rows = [[1]] * 2 + [[0]] * 30
    assert analyse(study_of([], rows, [2000, 2000, *range(2001, 2031)])) == []


def test_without_years_there_are_no_bursts(study_of):
    study = study_of([], [[1], [1]])
    first, counts, works = count_by_year(study.presence)
    assert (first, counts.shape, works.shape) == (0, (1, 0), (0,))
    assert analyse(study) == []
