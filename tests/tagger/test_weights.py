import numpy as np
from thinc.api import Linear, chain

from kg.tagger import weights


def _model(value):
    model = chain(Linear(2, 3), Linear(1, 2))
    for layer, name in [(layer, n) for layer in model.layers for n in ("W", "b")]:
        shape = {"W": (layer.get_dim("nO"), layer.get_dim("nI"))}.get(
            name, (layer.get_dim("nO"),)
        )
        weights.set_weights(layer, name, np.full(shape, value, dtype="f"))
    return model


def test_all_weights_come_in_the_order_of_the_layers():
    model = _model(1.0)
    first, second = model.layers
    found = list(weights.all_weights(model))
    assert [layer for layer, _ in found] == [first, first, second, second]
    assert [name for _, name in found] == ["W", "b", "W", "b"]


def test_gradients_are_summed():
    layer = _model(1.0).layers[0]
    for _ in range(2):
        weights.add_gradient(layer, "b", np.array([1.0, 2.0], dtype="f"))
    assert weights.gradient(layer, "b").tolist() == [2, 4]


def test_copied_weights_are_their_own():
    source, target = _model(1.0), _model(2.0)
    weights.copy_weights(source, target)
    weights.get(source.layers[0], "b")[:] = 5
    assert weights.get(target.layers[0], "b").tolist() == [1, 1]
