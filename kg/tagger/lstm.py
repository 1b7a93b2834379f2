"""Long short-term memory in both directions, many sequences at a time, in numpy.

Hochreiter & Schmidhuber 1997, forget gates open at first. Sequences are laid out in
steps: step t holds one token of each sequence longer than t, the longest sequence
first, so that no padding is computed and each step is one matrix product.
"""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray
from thinc.api import Model

from kg.tagger import weights

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Steps:
    """Where the tokens of flat sequences go.

    `forwards` (tokens,) has the tokens of all steps one after the other, `backwards`
    the same for reading from the end, and `active` (steps,) the size of each step.
    """

    forwards: Ints
    backwards: Ints
    active: Ints

    def slices(self) -> list[slice]:
        """The place of each step among the tokens as laid out."""
        ends = np.cumsum(self.active).tolist()
        return [
            slice(e - a, e) for a, e in zip(self.active.tolist(), ends, strict=True)
        ]


def steps(lengths: Ints) -> Steps:
    """Lay out sequences of these lengths."""
    longest_first = np.argsort(-lengths, kind="stable")
    starts = (np.cumsum(lengths) - lengths)[longest_first]
    sizes = lengths[longest_first]
    count = int(sizes[0]) if len(sizes) else 0
    active = np.searchsorted(-sizes, -np.arange(count), side="left")
    step = np.repeat(np.arange(count), active)
    which = np.arange(len(step)) - np.repeat(np.cumsum(active) - active, active)
    forwards = starts[which] + step
    return Steps(forwards, starts[which] + sizes[which] - 1 - step, active)


def bilstm(width: int, inputs: int) -> Model[tuple[Floats, Ints], Floats]:
    """Two LSTMs, one a direction: (tokens, inputs), lengths to (tokens, 2·width)."""

    def init(model: Model[Any, Any], **_: object) -> None:
        # As thinc's own layers do: from the global generator, which training seeds.
        random = np.random.default_rng(np.random.randint(2**32))
        bound = (6.0 / (inputs + width)) ** 0.5
        squares = random.standard_normal((2, 4, width, width))
        rotations = np.linalg.qr(squares)[0].transpose(0, 2, 1, 3)
        bias = np.zeros((2, 4 * width), dtype="f")
        bias[:, width : 2 * width] = 1.0  # the forget gates
        weights.put(
            model,
            "W",
            random.uniform(-bound, bound, (2, inputs, 4 * width)).astype("f"),
        )
        weights.put(model, "U", rotations.reshape(2, width, 4 * width).astype("f"))
        weights.put(model, "b", bias)

    return Model(
        "bilstm",
        _forward,
        init=init,
        dims={"nO": 2 * width, "nI": inputs, "nH": width},
        params={"W": None, "U": None, "b": None},
    )


@dataclass(frozen=True, slots=True)
class _Trace:
    """All gates (2, tokens, 4·width); cells, their tanh, outputs (2, tokens, width)."""

    gates: Floats
    cells: Floats
    squashed: Floats
    outputs: Floats


def _forward(
    model: Model[Any, Any], given: tuple[Floats, Ints], is_train: bool
) -> tuple[Floats, Callable[[Floats], Floats]]:
    x, lengths = given
    inward, bias = weights.get(model, "W"), weights.get(model, "b")
    layout = steps(lengths)
    gates = np.empty((2, len(x), inward.shape[2]), dtype="f")
    gates[0] = (x @ inward[0] + bias[0])[layout.forwards]
    gates[1] = (x @ inward[1] + bias[1])[layout.backwards]
    trace = _run(gates, weights.get(model, "U"), layout)
    width = model.get_dim("nH")
    y = np.empty((len(x), 2 * width), dtype="f")
    y[layout.forwards, :width] = trace.outputs[0]
    y[layout.backwards, width:] = trace.outputs[1]

    def backprop(gradient: Floats) -> Floats:
        d_gates = _run_back(trace, weights.get(model, "U"), layout, np.stack([
            gradient[layout.forwards, :width], gradient[layout.backwards, width:],
        ]))  # fmt: skip
        before = _before(trace.outputs, layout)
        weights.learn(model, "U", np.matmul(before.transpose(0, 2, 1), d_gates))
        placed = np.empty_like(d_gates)
        placed[0, layout.forwards] = d_gates[0]
        placed[1, layout.backwards] = d_gates[1]
        weights.learn(model, "W", np.matmul(x.T[None], placed))
        weights.learn(model, "b", placed.sum(axis=1))
        back: Floats = placed[0] @ inward[0].T + placed[1] @ inward[1].T
        return back

    return y, backprop


def _run(gates: Floats, recurrent: Floats, layout: Steps) -> _Trace:
    """Fill in the gates, in place, step by step: input, forget, output, update."""
    width = recurrent.shape[1]
    shape = (2, gates.shape[1], width)
    cells, squashed, outputs = (np.empty(shape, dtype="f") for _ in range(3))
    first = int(layout.active[0]) if len(layout.active) else 0
    h, c = (np.zeros((2, first, width), dtype="f") for _ in range(2))
    for size, here in zip(layout.active, layout.slices(), strict=True):
        g = gates[:, here]
        g += np.matmul(h[:, :size], recurrent)
        # The logistic function by tanh, which numpy computes in vectors.
        logistic = g[..., : 3 * width]
        logistic *= 0.5
        np.tanh(g, out=g)
        logistic *= 0.5
        logistic += 0.5
        i, f, o, u = (g[..., k * width : (k + 1) * width] for k in range(4))
        c = f * c[:, :size] + i * u
        t = np.tanh(c)
        h = o * t
        cells[:, here], squashed[:, here], outputs[:, here] = c, t, h
    return _Trace(gates, cells, squashed, outputs)


def _run_back(
    trace: _Trace, recurrent: Floats, layout: Steps, d_outputs: Floats
) -> Floats:
    """The gradient of the gates before their squashing."""
    width = recurrent.shape[1]
    d_gates = np.empty_like(trace.gates)
    first = int(layout.active[0]) if len(layout.active) else 0
    dh, dc = (np.zeros((2, first, width), dtype="f") for _ in range(2))
    before = _before(trace.cells, layout)
    transposed = np.ascontiguousarray(recurrent.transpose(0, 2, 1))
    for size, here in reversed(list(zip(layout.active, layout.slices(), strict=True))):
        g, t, out = trace.gates[:, here], trace.squashed[:, here], d_gates[:, here]
        i, f, o, u = (g[..., k * width : (k + 1) * width] for k in range(4))
        d = d_outputs[:, here] + dh[:, :size]
        d_cell = d * o * (1 - t * t) + dc[:, :size]
        out[..., :width] = d_cell * u * i * (1 - i)
        out[..., width : 2 * width] = d_cell * before[:, here] * f * (1 - f)
        out[..., 2 * width : 3 * width] = d * t * o * (1 - o)
        out[..., 3 * width :] = d_cell * i * (1 - u * u)
        dh[:, :size] = np.matmul(out, transposed)
        dc[:, :size] = d_cell * f
    return d_gates


def _before(values: Floats, layout: Steps) -> Floats:
    """Each token's value of the step before, zero at the first."""
    earlier = np.zeros_like(values)
    places = layout.slices()
    for last, here in pairwise(places):
        size = here.stop - here.start
        earlier[:, here] = values[:, last.start : last.start + size]
    return earlier
