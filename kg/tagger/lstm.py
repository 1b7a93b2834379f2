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


def bilstm(width: int, inputs: int) -> Model[tuple[Floats, Ints, Ints], Floats]:
    """Two LSTMs, one a direction, over words of which many are alike.

    Takes the vectors of the distinct words (types, inputs), the type of each token
    (tokens,) and the lengths of the sequences; gives (tokens, 2·width). What a word
    adds to the gates is computed once a type, not once a token.
    """

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
    """Gates (2, tokens, 4·width): input, forget, output, update.

    Cells, their tanh, and outputs (2, tokens, width).
    """

    gates: Floats
    cells: Floats
    squashed: Floats
    outputs: Floats


def _forward(
    model: Model[Any, Any], given: tuple[Floats, Ints, Ints], is_train: bool
) -> tuple[Floats, Callable[[Floats], Floats]]:
    x, words, lengths = given
    inward = weights.get(model, "W")
    layout = steps(lengths)
    order = np.stack([layout.forwards, layout.backwards])
    width = model.get_dim("nH")
    recurrent = weights.get(model, "U")
    trace = _run(by_type(model, x), words[order], recurrent, layout, keep=is_train)
    y = _in_order(trace, order)

    def backprop(gradient: Floats) -> Floats:
        d_gates = _run_back(trace, recurrent, layout, np.stack([
            gradient[order[0], :width], gradient[order[1], width:],
        ]))  # fmt: skip
        before = _before(trace.outputs, layout)
        weights.learn(model, "U", np.matmul(before.transpose(0, 2, 1), d_gates))
        d_types = np.stack(
            [_gather(d, words[o], len(x)) for d, o in zip(d_gates, order, strict=True)]
        )
        weights.learn(model, "W", np.matmul(x.T, d_types))
        weights.learn(model, "b", d_types.sum(axis=1))
        back: Floats = np.matmul(d_types, inward.transpose(0, 2, 1)).sum(axis=0)
        return back

    return y, backprop


def by_type(model: Model[Any, Any], x: Floats) -> Floats:
    """Return what each type of word adds to the gates, (2, types, 4·width)."""
    added: Floats = np.matmul(x, weights.get(model, "W"))
    added += weights.get(model, "b")[:, None]
    return added


def read(model: Model[Any, Any], added: Floats, words: Ints, lengths: Ints) -> Floats:
    """Return (tokens, 2·width) for types of which `by_type` is known."""
    layout = steps(lengths)
    order = np.stack([layout.forwards, layout.backwards])
    recurrent = weights.get(model, "U")
    return _in_order(_run(added, words[order], recurrent, layout, keep=False), order)


def _in_order(trace: _Trace, order: Ints) -> Floats:
    """Put the outputs of both directions side by side, where their tokens stand."""
    _, tokens, width = trace.outputs.shape
    y = np.empty((tokens, 2 * width), dtype="f")
    y[order[0], :width] = trace.outputs[0]
    y[order[1], width:] = trace.outputs[1]
    return y


def _gather(gradient: Floats, words: Ints, types: int) -> Floats:
    """Sum the gradients of all tokens of a type (every type has one)."""
    order = np.argsort(words, kind="stable")
    starts = np.searchsorted(words[order], np.arange(types))
    return np.add.reduceat(gradient[order], starts, axis=0)


def _run(
    added: Floats, words: Ints, recurrent: Floats, layout: Steps, *, keep: bool
) -> _Trace:
    """Read step by step; without `keep` only the outputs of all steps are kept.

    Takes what each type of word adds to the gates (2, types, 4·width), and the types of
    the words in the order of either direction (2, tokens).
    """
    width = recurrent.shape[1]
    # The logistic function is a tanh of half its argument, which numpy is quick at.
    half = np.repeat(np.array([0.5, 0.5, 0.5, 1.0], dtype="f"), width)
    added, recurrent = added * half, recurrent * half
    first = int(layout.active[0]) if len(layout.active) else 0
    room = words.shape[1] if keep else first
    gates = np.empty((2, room, 4 * width), dtype="f")
    cells, squashed = (np.empty((2, room, width), dtype="f") for _ in range(2))
    outputs = np.empty((2, words.shape[1], width), dtype="f")
    h, c = (np.zeros((2, first, width), dtype="f") for _ in range(2))
    for size, here in zip(layout.active.tolist(), layout.slices(), strict=True):
        place = here if keep else slice(0, size)
        g = gates[:, place]
        np.matmul(h[:, :size], recurrent, out=g)
        for direction in range(2):
            g[direction] += added[direction].take(words[direction, here], axis=0)
        np.tanh(g, out=g)
        logistic = g[..., : 3 * width]
        logistic += 1
        logistic *= 0.5
        i, f, o, u = (g[..., k * width : (k + 1) * width] for k in range(4))
        c = np.multiply(f, c[:, :size], out=cells[:, place])
        c += i * u
        t = np.tanh(c, out=squashed[:, place])
        h = np.multiply(o, t, out=outputs[:, here])
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
