"""The weights of thinc's layers, under numpy's types (thinc has its own)."""

from collections.abc import Iterator
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray
from thinc.api import Model

Floats = NDArray[np.float32]
Layer = Model[Any, Any]


def get(layer: Layer, name: str) -> Floats:
    """Return a layer's weights of that name, not a copy of them."""
    return cast(Floats, layer.get_param(name))


def set_weights(layer: Layer, name: str, values: Floats) -> None:
    """Set a layer's weights of that name."""
    layer.set_param(name, cast(Any, values))


def gradient(layer: Layer, name: str) -> Floats:
    """Return the gradient that a layer's weights of that name have gathered so far."""
    return cast(Floats, layer.get_grad(name))


def add_gradient(layer: Layer, name: str, values: Floats) -> None:
    """Add to the gradient of a layer's weights of that name."""
    layer.inc_grad(name, cast(Any, values))


def all_weights(model: Layer) -> Iterator[tuple[Layer, str]]:
    """Yield each layer and name that has weights, always in the same order."""
    for layer in model.walk(order="dfs_pre"):
        for name in layer.param_names:
            yield layer, name


def copy_weights(source: Layer, target: Layer) -> None:
    """Give a model the weights of another of the same shape, which may then change."""
    pairs = zip(all_weights(source), all_weights(target), strict=True)
    for (layer, name), (other, _) in pairs:
        set_weights(other, name, get(layer, name).copy())
