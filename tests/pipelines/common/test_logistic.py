import numpy as np
import pytest
from scipy import sparse

from pipelines.common.logistic import logistic, regression


def test_the_logistic_function_has_no_overflow():
    probabilities = logistic(np.array([-1e4, 0.0, 1e4]))
    assert probabilities.tolist() == [0.0, 0.5, 1.0]


def test_a_constant_alone_is_the_log_odds_of_the_share():
    (weight,) = regression(np.ones((4, 1)), np.array([1.0, 1.0, 1.0, 0.0]))
    assert weight == pytest.approx(np.log(3))


def test_weights_that_made_the_truth_are_found_again():
    chooser = np.random.default_rng(5)
    evidence = chooser.normal(size=(20_000, 3))
    weights = np.array([1.0, -2.0, 0.5])
    truth = (chooser.random(20_000) < logistic(evidence @ weights)).astype(float)
    assert regression(evidence, truth) == pytest.approx(weights, abs=0.1)


def test_a_ridge_holds_weights_of_separable_rows_near_0():
    evidence = np.array([[1.0], [-1.0]])
    truth = np.array([1.0, 0.0])
    loose, tight = (regression(evidence, truth, ridge=r)[0] for r in (0.1, 10.0))
    assert 0 < tight < loose < 10


def test_a_sparse_table_gives_the_weights_of_the_full_one():
    chooser = np.random.default_rng(6)
    evidence = (chooser.random((300, 8)) < 0.2).astype(float)
    truth = (chooser.random(300) < 0.4).astype(float)
    full = regression(evidence, truth, ridge=1.0)
    assert regression(sparse.csr_array(evidence), truth, ridge=1.0) == pytest.approx(
        full
    )
