import numpy as np
import pytest

from kg.tagger import weights
from kg.tagger.crf import Chain
from kg.tagger.labels import LABELS
from kg.tagger.neural_network import Shape, build_network, draw_weights, make_batch
from kg.tagger.step_layout import lay_out_steps
from kg.tagger.storage import TrainedTagger
from pipelines.tagger.fitting import (
    Example,
    clip_gradients,
    epochs_needed,
    fit,
    gradients,
)
from pipelines.tagger.train import gold_counts

METHOD = LABELS.index("B-method")
EXAMPLE = Example(["graph", "search"], np.array([METHOD, 0]))


@pytest.fixture
def start():
    vectors = np.random.default_rng(0).standard_normal((3, 4)).astype("f")
    shape = Shape(width=6, hidden=5)
    model = build_network(shape, vectors)
    draw_weights(model, seed=0)
    return TrainedTagger({"graph": 1, "search": 2}, vectors, shape, model)


@pytest.mark.parametrize(
    ("examples", "expected"), [(3200, 6), (320, 10), (16, 200), (1, 3200), (0, 3200)]
)
def test_few_examples_are_seen_more_often(examples, expected):
    assert epochs_needed(examples, 16, epochs=6, steps=200) == expected


def _scores(trained):
    return trained.model.predict(make_batch([EXAMPLE.words], trained.rows))


def test_scores_move_towards_the_target_and_the_start_stays(start):
    before = _scores(start).copy()
    fitted = fit(start, [EXAMPLE], gold_counts, seed=0, epochs=30, learning_rate=0.02)
    gained = (_scores(fitted) - before)[0]
    assert gained[METHOD] == gained.max() > 0
    assert np.array_equal(_scores(start), before)


def test_gradients_fall_back_on_the_order_of_the_sequences(start):
    labels = np.array([METHOD, 0, METHOD])
    size = len(LABELS)
    chain = Chain(*(np.zeros(s, dtype="f") for s in ((size, size), size, size)))
    layout = lay_out_steps(np.array([1, 2]))
    found, _ = gradients(chain, np.zeros((3, size), "f"), layout, labels, gold_counts)
    # Every label is as probable as any other: a ninth, less what is known.
    expected = np.full((3, size), 1 / size)
    expected[np.arange(3), labels] -= 1
    assert found == pytest.approx(expected / (20 * 2), abs=1e-6)


def test_gradients_are_scaled_to_one_common_norm(start):
    for layer, name in weights.all_weights(start.model):
        weights.add_gradient(layer, name, np.ones_like(weights.get(layer, name)))
    clip_gradients(start.model, 1.0)
    found = [weights.gradient(*where) for where in weights.all_weights(start.model)]
    assert sum(float((each**2).sum()) for each in found) == pytest.approx(1, abs=1e-4)
    assert len({round(float(each.flat[0]), 9) for each in found}) == 1


def test_small_gradients_stay_as_they_are(start):
    for layer, name in weights.all_weights(start.model):
        weights.add_gradient(layer, name, np.full_like(weights.get(layer, name), 1e-6))
    clip_gradients(start.model, 5.0)
    for where in weights.all_weights(start.model):
        assert weights.gradient(*where) == pytest.approx(1e-6)
