import os
import subprocess
import sys

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from thinc.api import Linear, Maxout, fix_random_seed

from kg.tagger.exact_sums import (
    add_in_order,
    predict_linear,
    predict_maxout,
    product_with,
)

SEEDS = st.integers(0, 2**32 - 1)


def _draw(seed, *shape):
    return np.random.default_rng(seed).normal(size=shape).astype("f")


@given(SEEDS)
def test_order_and_company_change_no_bit(seed):
    values, matrix = _draw(seed, 40, 128), _draw(seed + 1, 128, 24)
    whole = product_with(matrix)(values)
    order = np.random.default_rng(seed).permutation(128)
    assert np.array_equal(product_with(matrix[order])(values[:, order]), whole)
    alone = [product_with(matrix)(row[None])[0] for row in values]
    assert np.array_equal(np.stack(alone), whole)


@given(SEEDS)
def test_a_product_is_as_close_as_that_of_float32(seed):
    values, matrix = _draw(seed, 3, 2, 64), _draw(seed + 1, 3, 64, 5)
    true = values.astype(np.float64) @ matrix.astype(np.float64)
    assert np.allclose(product_with(matrix)(values), true, atol=1e-4)


@given(SEEDS)
def test_few_columns_are_added_up_in_order(seed):
    rows, matrix = _draw(seed, 30, 11), _draw(seed + 1, 11, 11)
    assert np.allclose(add_in_order(rows, matrix), rows @ matrix, atol=1e-4)
    assert np.array_equal(
        add_in_order(rows[7:8], matrix)[0], add_in_order(rows, matrix)[7]
    )


@pytest.mark.parametrize(
    ("layer", "predict"),
    [
        (Linear(6, 20), predict_linear),
        (Maxout(6, 20, nP=2, normalize=True), predict_maxout),
    ],
    ids=["linear", "maxout"],
)
def test_layers_say_what_those_of_thinc_say(layer, predict):
    fix_random_seed(3)
    layer.initialize()
    values = _draw(5, 9, 20)
    assert np.allclose(predict(layer, values), layer.predict(values), atol=1e-4)
    assert predict(layer, values).dtype == np.float32


_TAG = """
import hashlib
from kg.tagger.component import PROPOSED, load
text = "Samy Jelassi of Princeton University studies stochastic gradient descent. " * 9
spans = [doc.user_data[PROPOSED] for doc in load().pipe([text, text[:200], text[90:]])]
print(hashlib.sha256(repr(spans).encode()).hexdigest(), len(spans[0]))
"""


def test_other_kernels_of_linear_algebra_find_the_same():
    kernels = ("Prescott", "Haswell", "Nehalem")
    environments = [os.environ | {"OPENBLAS_CORETYPE": kernel} for kernel in kernels]
    found = {
        subprocess.check_output([sys.executable, "-c", _TAG], text=True, env=each)
        for each in (*environments, os.environ | {"OPENBLAS_NUM_THREADS": "1"})
    }
    assert len(found) == 1
    assert int(found.pop().split()[1]) > 9
