import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.analysis.structure.periods import PERIODS, analyse, divide_years


@given(st.lists(st.integers(1900, 2030), max_size=60), st.integers(1, 8))
def test_spans_hold_every_work_once(years, periods):
    spans = divide_years(np.array(years, dtype=np.int64), periods=periods)
    assert len(spans) <= periods
    held = [sum(first <= year <= last for first, last in spans) for year in years]
    assert held == [1] * len(years)
    assert spans == sorted(spans)


def test_spans_have_about_equally_many_works():
    years = np.repeat(np.arange(2000, 2020), 10)
    sizes = [(last - first + 1) * 10 for first, last in divide_years(years)]
    assert sizes == [40] * PERIODS


def test_a_period_says_what_is_new_and_its_own(study_of):
    rows = [[1, 1, 0], [1, 1, 0], [0, 1, 1], [0, 1, 1]]
    study = study_of([("a", "b", 1), ("b", "c", 1)], rows, [2000, 2000, 2001, 2001])
    early, late = analyse(study)
    assert (early.first_year, early.last_year, early.works) == (2000, 2000, 2)
    assert (early.nodes, early.new, early.edges) == (2, 2, 1)
    assert (late.nodes, late.new, late.edges) == (2, 1, 1)
    assert (early.leading, late.leading) == (("A",), ("C",))


@pytest.mark.parametrize("years", [None, [0, 0]])
def test_without_years_there_are_no_periods(study_of, years):
    assert analyse(study_of([], [[1], [1]], years)) == []
