"""Long short-term memory in both directions, many sequences at a time, in numpy.

Hochreiter & Schmidhuber 1997, with forget gates that are open at first (Gers et al.
2000). What a word by itself adds to the gates is computed once a type of word, not once
a token: abstracts repeat themselves.
"""

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray
from thinc.api import Model

from kg.tagger import weights
from kg.tagger.exact_sums import product_with
from kg.tagger.step_layout import StepLayout, lay_out_steps
from kg.tagger.training import (
    LstmTrace,
    gate_gradients,
    of_previous_step,
    sum_by_type,
)

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]
Sequences = tuple[Floats, Ints, Ints]
"""Vectors of types (types, inputs), types of tokens (tokens,), lengths (sequences,)."""


def bilstm(width: int, inputs: int) -> Model[Sequences, Floats]:
    """Return two LSTMs, one a direction, over words of which many are alike.

    Takes the vectors of the distinct words (types, inputs), the type of each token
    (tokens,) and the lengths of the sequences; gives (tokens, 2·width).
    """

    def init(model: Model[Any, Any], **_: object) -> None:
        # As thinc's own layers do: from the global generator, which training seeds.
        random = np.random.default_rng(np.random.randint(2**32))
        bound = (6.0 / (inputs + width)) ** 0.5  # Glorot & Bengio 2010
        squares = random.standard_normal((2, 4, width, width))
        rotations = np.linalg.qr(squares)[0].transpose(0, 2, 1, 3)
        bias = np.zeros((2, 4 * width), dtype="f")
        # Open forget gates: what is read lasts until the network learns to forget.
        bias[:, width : 2 * width] = 1.0
        inward = random.uniform(-bound, bound, (2, inputs, 4 * width))
        weights.set_weights(model, "W", inward.astype("f"))
        weights.set_weights(
            model, "U", rotations.reshape(2, width, 4 * width).astype("f")
        )
        weights.set_weights(model, "b", bias)

    return Model(
        "bilstm",
        _forward,
        init=init,
        dims={"nO": 2 * width, "nI": inputs, "nH": width},
        params={"W": None, "U": None, "b": None},
    )


def gate_inputs(
    model: Model[Any, Any], vectors: Floats, *, learning: bool = False
) -> Floats:
    """Return what types of words add to the gates, (2, types, 4·width).

    Args:
        model: what `bilstm` made.
        vectors: (types, inputs) of the distinct words.
        learning: quickly, rather than the same on every machine.
    """
    inward = weights.get(model, "W")
    added: Floats = (
        np.matmul(vectors, inward)
        if learning
        else product_with(inward)(vectors).astype(np.float32)
    )
    added += weights.get(model, "b")[:, None]
    return added


def read_sequences(
    model: Model[Any, Any], added: Floats, types: Ints, lengths: Ints
) -> Floats:
    """Return the outputs (tokens, 2·width) of words of which `gate_inputs` is known.

    Args:
        model: what `bilstm` made.
        added: (2, types, 4·width) what `gate_inputs` gave.
        types: (tokens,) the type of each token.
        lengths: (sequences,) of the sequences, whose tokens stand one after the other.
    """
    layout = lay_out_steps(lengths)
    order = np.stack([layout.forwards, layout.backwards])
    trace = _run(added, types[order], weights.get(model, "U"), layout, keep=False)
    return _side_by_side(trace, order)


def _forward(
    model: Model[Any, Any], given: Sequences, is_train: bool
) -> tuple[Floats, Callable[[Floats], Floats]]:
    vectors, types, lengths = given
    layout = lay_out_steps(lengths)
    order = np.stack([layout.forwards, layout.backwards])
    added = gate_inputs(model, vectors, learning=is_train)
    recurrent = weights.get(model, "U")
    trace = _run(added, types[order], recurrent, layout, keep=is_train)

    def backprop(gradient: Floats) -> Floats:
        width = recurrent.shape[1]
        d_outputs = [gradient[order[0], :width], gradient[order[1], width:]]
        d_gates = gate_gradients(trace, recurrent, layout, np.stack(d_outputs))
        before = of_previous_step(trace.outputs, layout)
        weights.add_gradient(model, "U", np.matmul(before.transpose(0, 2, 1), d_gates))
        by_direction = zip(d_gates, types[order], strict=True)
        d_types = np.stack([sum_by_type(d, t, len(vectors)) for d, t in by_direction])
        weights.add_gradient(model, "W", np.matmul(vectors.T, d_types))
        weights.add_gradient(model, "b", d_types.sum(axis=1))
        inward = weights.get(model, "W")
        back: Floats = np.matmul(d_types, inward.transpose(0, 2, 1)).sum(axis=0)
        return back

    return _side_by_side(trace, order), backprop


def _side_by_side(trace: LstmTrace, order: Ints) -> Floats:
    """Put the outputs of both directions side by side, where their tokens stand."""
    _, tokens, width = trace.outputs.shape
    outputs = np.empty((tokens, 2 * width), dtype="f")
    outputs[order[0], :width] = trace.outputs[0]
    outputs[order[1], width:] = trace.outputs[1]
    return outputs


def _run(
    added: Floats, types: Ints, recurrent: Floats, layout: StepLayout, *, keep: bool
) -> LstmTrace:
    """Read step by step; without `keep` only the outputs of all steps are kept.

    Takes what each type of word adds to the gates (2, types, 4·width), and the types of
    the words in the order of either direction (2, tokens).
    """
    width = recurrent.shape[1]
    # The logistic function is a tanh of half its argument, which numpy is quick at.
    half = np.repeat(np.array([0.5, 0.5, 0.5, 1.0], dtype="f"), width)
    added, multiply = added * half, _multiplier(recurrent * half, learning=keep)
    # Reading needs the gates of one step at a time, learning those of all of them.
    room = types.shape[1] if keep else layout.sequences
    gates = np.empty((2, room, 4 * width), dtype="f")
    cells, squashed = (np.empty((2, room, width), dtype="f") for _ in range(2))
    outputs = np.empty((2, types.shape[1], width), dtype="f")
    # The state of the sequences that go on; they only get fewer, from the end.
    h, c = (np.zeros((2, layout.sequences, width), dtype="f") for _ in range(2))
    for here in layout.slices():
        size = here.stop - here.start
        place = here if keep else slice(0, size)
        g = gates[:, place]
        multiply(h[:, :size], g)
        # A direction at a time: `take` is quicker than an index of two arrays.
        for direction in range(2):
            g[direction] += added[direction].take(types[direction, here], axis=0)
        i, f, o, u = _squash(g, width)
        c = np.multiply(f, c[:, :size], out=cells[:, place])
        c += i * u
        t = np.tanh(c, out=squashed[:, place])
        h = np.multiply(o, t, out=outputs[:, here])
    return LstmTrace(gates, cells, squashed, outputs)


def _multiplier(
    recurrent: Floats, *, learning: bool
) -> Callable[[Floats, Floats], object]:
    """Return a function that writes the product of its first argument into the other."""
    if learning:
        return lambda values, out: np.matmul(values, recurrent, out=out)
    product = product_with(recurrent)
    return lambda values, out: np.copyto(out, product(values))


def _squash(gates: Floats, width: int) -> tuple[Floats, Floats, Floats, Floats]:
    """Squash halved gates in place; return input, forget, output and update."""
    np.tanh(gates, out=gates)
    logistic = gates[..., : 3 * width]
    logistic += 1
    logistic *= 0.5
    i, f, o, u = (gates[..., k * width : (k + 1) * width] for k in range(4))
    return i, f, o, u
