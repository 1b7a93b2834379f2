import json

import numpy as np
import pytest

from kg.institutions.ror.boosted_trees import from_json, to_json
from pipelines.institutions.boosting import boost


@pytest.fixture(scope="module")
def trees():
    chance = np.random.default_rng(1)
    table = chance.random((400, 3))
    truth = ((table[:, 0] > 0.5) & (table[:, 2] > 0.3)).astype(float)
    return boost(table, truth, ("a", "b", "c"))


def test_they_learn_what_holds_of_two_features_at_once(trees):
    rows = [{"a": 0.9, "c": 0.9}, {"a": 0.9}, {"c": 0.9}, {"b": 1.0, "unknown": 5.0}]
    chances = trees.predict_proba(trees.feature_table(rows))
    assert chances[0] > 0.9
    assert (chances[1:] < 0.1).all()


def test_they_stay_the_same_as_json(trees):
    again = from_json(json.loads(json.dumps(to_json(trees))))
    table = np.random.default_rng(2).random((50, 3)).round(2)
    assert np.allclose(
        again.predict_proba(table), trees.predict_proba(table), atol=0.02
    )


def test_no_rows(trees):
    assert trees.feature_table([]).shape == (0, 3)
