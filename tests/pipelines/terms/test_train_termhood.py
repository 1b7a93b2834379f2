import numpy as np
import pytest

from kg.tagger.storage import PACKAGED, read
from pipelines.common.logistic import regression
from pipelines.terms.train_termhood import judged


def test_the_regression_finds_the_weights_that_made_the_data():
    random = np.random.default_rng(0)
    evidence = np.column_stack([random.normal(size=(20_000, 2)), np.ones(20_000)])
    chance = 1 / (1 + np.exp(-(evidence @ [0.8, 1.2, -0.5])))
    truth = (random.random(20_000) < chance).astype(float)
    assert regression(evidence, truth) == pytest.approx([0.8, 1.2, -0.5], abs=0.06)


def test_proposals_are_judged_by_the_gold():
    text = "Gradient descent minimizes the loss. We thank gradient descent."
    mentions = [{"start": 0, "end": 16, "kind": "method"}]
    rows = list(judged([{"text": text, "mentions": mentions}], read(PACKAGED)))
    assert [right for *_, right in rows].count(True) == 1
    assert all(constant == 1 for _, _, constant, _ in rows)
