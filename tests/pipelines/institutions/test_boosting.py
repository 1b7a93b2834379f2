import numpy as np
import pytest

from pipelines.institutions import boosting
from pipelines.institutions.boosting import boost


@pytest.fixture
def few(monkeypatch):
    monkeypatch.setattr(boosting, "TREES", 20)


def example():
    table = np.random.default_rng(1).random((300, 2))
    return table, (table[:, 1] > 0.5).astype(float)


def test_they_ask_about_what_decides(few):
    table, truth = example()
    trees = boost(table, truth, ("noise", "signal"))
    assert set(trees.columns[:, 0].tolist()) == {1}
    assert abs(trees.thresholds[0, 0] - 0.5) < 0.05
    assert ((trees.predict_proba(table) > 0.5) == (truth > 0.5)).mean() > 0.95


def test_the_same_table_gives_the_same_trees(few):
    one, other = (boost(*example(), ("a", "b")) for _ in range(2))
    assert np.array_equal(one.leaves, other.leaves)


def test_rows_of_no_weight_teach_nothing(few):
    table, truth = example()
    weights = np.ones(len(truth))
    wrong = np.concatenate([truth, 1 - truth])
    nothing = np.concatenate([weights, 0 * weights])
    own = boost(table, truth, ("a", "b"), weights=weights)
    both = boost(np.concatenate([table, table]), wrong, ("a", "b"), weights=nothing)
    assert np.allclose(own.predict_proba(table), both.predict_proba(table), atol=1e-6)


def test_a_column_of_one_value_is_not_asked_about(few):
    table, truth = example()
    table[:, 0] = 3.0
    assert set(boost(table, truth, ("same", "b")).columns[:, 0].tolist()) == {1}
