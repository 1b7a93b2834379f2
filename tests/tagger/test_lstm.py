"""The recurrent layer: its gradients, and that sequences do not mix."""

import numpy as np
import pytest

from kg.tagger.lstm import bilstm, gate_inputs, read_sequences

LENGTHS = np.array([3, 6, 1, 4])
# The type of each of the 14 words: the sequences share them.
WORDS = np.array([0, 1, 2, 0, 3, 3, 4, 1, 0, 2, 4, 3, 2, 1])


def test_a_sequence_alone_reads_the_same() -> None:
    layer = bilstm(4, 5)
    layer.initialize()
    x = np.random.default_rng(0).standard_normal((5, 5), dtype="f")
    together = layer.predict((x, WORDS, LENGTHS))
    alone = layer.predict((x, WORDS[3:9], LENGTHS[1:2]))
    np.testing.assert_allclose(together[3:9], alone, atol=1e-6)


def test_training_and_reading_compute_the_same() -> None:
    layer = bilstm(4, 5)
    layer.initialize()
    x = np.random.default_rng(0).standard_normal((5, 5), dtype="f")
    learning, _ = layer((x, WORDS, LENGTHS), True)
    reading = layer.predict((x, WORDS, LENGTHS))
    # Learning adds quickly, reading in a way that is the same on every machine.
    np.testing.assert_allclose(learning, reading, atol=1e-5)


def test_words_embedded_before_are_read_the_same() -> None:
    layer = bilstm(4, 5)
    layer.initialize()
    x = np.random.default_rng(0).standard_normal((5, 5), dtype="f")
    found = read_sequences(layer, gate_inputs(layer, x), WORDS, LENGTHS)
    np.testing.assert_array_equal(found, layer.predict((x, WORDS, LENGTHS)))


@pytest.mark.parametrize("name", ["W", "U", "b"])
def test_gradients_of_weights(name: str) -> None:
    layer = bilstm(4, 5)
    layer.initialize()
    random = np.random.default_rng(0)
    x = random.standard_normal((5, 5), dtype="f")
    direction = random.standard_normal((14, 8), dtype="f")
    _, backprop = layer((x, WORDS, LENGTHS), True)
    backprop(direction)
    weights = layer.get_param(name)
    place = (1,) * weights.ndim
    values = []
    for shift in (0.01, -0.01):
        moved = weights.copy()
        moved[place] += shift
        layer.set_param(name, moved)
        values.append(float((layer.predict((x, WORDS, LENGTHS)) * direction).sum()))
    slope = (values[0] - values[1]) / 0.02
    assert layer.get_grad(name)[place] == pytest.approx(slope, abs=1e-3)


def test_gradient_of_the_input() -> None:
    layer = bilstm(4, 5)
    layer.initialize()
    random = np.random.default_rng(0)
    x = random.standard_normal((5, 5), dtype="f")
    direction = random.standard_normal((14, 8), dtype="f")
    _, backprop = layer((x, WORDS, LENGTHS), True)
    gradient = backprop(direction)
    values = []
    for shift in (0.01, -0.01):
        moved = x.copy()
        moved[3, 2] += shift
        values.append(float((layer.predict((moved, WORDS, LENGTHS)) * direction).sum()))
    assert gradient[3, 2] == pytest.approx((values[0] - values[1]) / 0.02, abs=1e-3)
