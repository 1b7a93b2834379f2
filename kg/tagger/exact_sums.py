"""Products of matrices that are the same to the last bit, whoever adds them up.

A library of linear algebra adds in an order that depends on the processor, on the number
of threads and on how many rows there are, and each order rounds otherwise. Here nothing
is rounded while it is added: values and weights are brought to whole multiples of
2**-20 first, so that a product of two is a whole multiple of 2**-40, and a float64 holds
a sum of such products exactly up to 8,192. Of a network of 128 units, with values and
weights of a few units at most, sums stay far below. It is as close to the true product
as float32 is, and takes the time of float64.
"""

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray
from thinc.api import Model

from kg.tagger import weights

Floats = NDArray[np.float32]
Doubles = NDArray[np.float64]
Product = Callable[[Floats], Doubles]
"""Takes values (…, rows, inputs), gives their product with a matrix (…, rows, outputs)."""

_STEPS = 2.0**20  # a unit


def product_with(matrix: Floats) -> Product:
    """Return the function that multiplies values with this matrix.

    Args:
        matrix: (…, inputs, outputs).

    Example:
        >>> product = product_with(np.array([[0.5], [2.0]], dtype="f"))
        >>> product(np.array([[1.0, 0.25]], dtype="f")).tolist()
        [[1.0]]
    """
    # To multiply with a power of two loses nothing.
    whole = np.rint(matrix.astype(np.float64) * _STEPS) / _STEPS**2

    def multiply(values: Floats) -> Doubles:
        steps = np.multiply(values, _STEPS, dtype=np.float64)
        np.rint(steps, out=steps)
        product: Doubles = np.matmul(steps, whole)
        return product

    return multiply


def add_in_order(rows: Floats, matrix: Floats) -> Floats:
    """Return `rows @ matrix`, for few columns: added up column by column.

    Example:
        >>> add_in_order(np.ones((1, 2), dtype="f"), np.eye(2, dtype="f")).tolist()
        [[1.0, 1.0]]
    """
    total: Floats = rows[:, :1] * matrix[0]
    for number in range(1, len(matrix)):
        total += rows[:, number : number + 1] * matrix[number]
    return total


def predict_linear(layer: Model[Any, Any], values: Floats) -> Floats:
    """Return what thinc's `Linear` makes of values (rows, inputs)."""
    product = product_with(weights.get(layer, "W").T)(values).astype(np.float32)
    scores: Floats = product + weights.get(layer, "b")
    return scores


def predict_maxout(layer: Model[Any, Any], values: Floats) -> Floats:
    """Return what thinc's `Maxout`, normalised, makes of values (rows, inputs)."""
    pieces, norm = layer.layers
    matrix = weights.get(pieces, "W")
    outputs, of_each, inputs = matrix.shape
    product = product_with(matrix.reshape(outputs * of_each, inputs).T)(values)
    rows = product.astype(np.float32).reshape(len(values), outputs, of_each)
    rows += weights.get(pieces, "b")
    made: Floats = norm.predict(rows.max(axis=2))
    return made
