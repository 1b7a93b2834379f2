"""The network: how words become arrays, and what its parts promise."""

import numpy as np
import pytest

from kg.tagger.labels import FORBIDDEN, LABELS
from kg.tagger.neural_network import (
    Shape,
    build_network,
    draw_weights,
    embed_types,
    label_chain,
    make_batch,
    score_labels,
)

ROWS = {"graph": 1, "a": 2}
TEXTS = [["A", "graph", "is", "a", "graph"], [], ["Graph"]]
VECTORS = np.random.default_rng(0).standard_normal((3, 4)).astype("f")


@pytest.fixture
def model():
    built = build_network(Shape(width=6, hidden=5), VECTORS)
    draw_weights(built, seed=0)
    return built


def test_each_different_word_is_a_type():
    batch = make_batch(TEXTS, ROWS)
    assert batch.types.tolist() == [0, 1, 2, 3, 1, 4]
    assert batch.lengths.tolist() == [5, 0, 1]
    assert batch.keys[:, -1].tolist() == [2, 1, 0, 2, 1]


def test_of_no_words_there_is_no_type():
    batch = make_batch([[]], ROWS)
    assert (len(batch.keys), len(batch.types)) == (0, 0)


def test_words_embedded_before_are_scored_the_same(model):
    batch = make_batch(TEXTS, ROWS)
    added = embed_types(model, batch.keys)
    assert added.shape == (2, 5, 4 * 5)
    scores = score_labels(model, added, batch.types, batch.lengths)
    assert scores.shape == (6, len(LABELS))
    np.testing.assert_allclose(scores, model.predict(batch), atol=1e-6)


def test_a_seed_draws_the_same_weights(model):
    again = build_network(Shape(width=6, hidden=5), VECTORS)
    draw_weights(again, seed=0)
    batch = make_batch(TEXTS, ROWS)
    np.testing.assert_array_equal(model.predict(batch), again.predict(batch))


def test_the_vectors_are_told_their_gradients_and_not_changed():
    seen = []
    before = VECTORS.copy()
    model = build_network(
        Shape(width=6, hidden=5), VECTORS, learn=lambda rows, d: seen.append((rows, d))
    )
    draw_weights(model, seed=0)
    scores, backprop = model.begin_update(make_batch(TEXTS, ROWS))
    backprop(np.ones_like(scores))
    ((rows, gradient),) = seen
    assert rows.tolist() == [2, 1, 0, 2, 1]
    assert gradient.any()
    np.testing.assert_array_equal(VECTORS, before)


def test_forbidden_transitions_stay_forbidden(model):
    chain = label_chain(model)
    outside, inside = LABELS.index("O"), LABELS.index("I-method")
    assert chain.transitions[outside, inside] == FORBIDDEN
    assert chain.first[inside] == FORBIDDEN


def test_the_layer_that_holds_the_transitions_is_no_layer_to_call(model):
    with pytest.raises(TypeError, match=r"kg\.tagger\.crf"):
        model.layers[-1].predict(None)
