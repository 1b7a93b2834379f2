import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.log_odds import bits, probability_from_bits, probability_from_nats

NUMBERS = st.floats(allow_nan=False, allow_infinity=False)


@given(NUMBERS)
def test_any_log_odds_are_a_probability_and_its_counterpart(value):
    for probability in (probability_from_bits, probability_from_nats):
        assert 0 <= probability(value) <= 1
        assert probability(value) + probability(-value) == pytest.approx(1)


@given(st.floats(min_value=-40, max_value=40))
def test_bits_and_nats_differ_by_the_logarithm_of_two(value):
    expected = probability_from_nats(value * math.log(2))
    assert probability_from_bits(value) == pytest.approx(expected)


@given(st.floats(min_value=-30, max_value=30))
def test_bits_of_a_probability_lead_back_to_it(value):
    assert bits(probability_from_bits(value)) == pytest.approx(value, abs=1e-5)


@pytest.mark.parametrize("impossible", [0.0, 1.0, -0.5, 2.0])
def test_certainty_has_no_odds(impossible):
    with pytest.raises(ValueError, match="expected a probability"):
        bits(impossible)
