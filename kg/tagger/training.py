"""What only learning needs: the gradients of the field and of the recurrent layer.

A field learns from counts: how often each label stands at each token and follows
another. Annotated text gives whole counts, a teacher's field gives those it expects; the
gradient is the difference to the field's own (Lafferty et al. 2001). The gates of the
recurrent layer learn by back-propagation through time (Werbos 1990).
"""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from kg.tagger.crf import Chain, Sums, forward_backward, marginals
from kg.tagger.step_layout import StepLayout

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class LabelCounts:
    """How often labels stand somewhere: whole numbers, or what a field expects.

    Attributes:
        tokens: (tokens, labels) at each token, in the order of the layout.
        chain: how often a label follows another, and begins or ends a sequence.
    """

    tokens: Floats
    chain: Chain


def observed_counts(labels: Ints, size: int, layout: StepLayout) -> LabelCounts:
    """Count known labels.

    Args:
        labels: (tokens,) the label of each token, in the order of the layout.
        size: how many different labels there are.
        layout: how the tokens fall into sequences.
    """
    # One hot: a product of two such tables counts the pairs of labels.
    chosen = np.eye(size, dtype="f")[labels]
    earlier, later = _neighbours(layout)
    return _counts(chosen, chosen[earlier].T @ chosen[later], earlier, layout)


def expected_counts(chain: Chain, sums: Sums, layout: StepLayout) -> LabelCounts:
    """Count what the field expects: over all sequences of labels, by probability."""
    step = np.exp(chain.transitions)
    earlier, later = _neighbours(layout)
    before = sums.forward[earlier]
    behind = sums.backward[later] * sums.weights[later]
    total = ((before @ step) * behind).sum(axis=1, keepdims=True)
    # The probability of a pair is before · step · behind, over all pairs; summed over
    # the tokens this is one product of matrices.
    transitions = (before / total).T @ behind * step
    return _counts(marginals(sums), transitions, earlier, layout)


def cross_entropy(
    chain: Chain, scores: Floats, target: LabelCounts, layout: StepLayout
) -> tuple[float, Floats, Chain]:
    """Return the cross-entropy of the field against counts, and its gradients.

    Against known labels it is their negative log-likelihood, in nats. The gradients
    have the shapes of `scores` (tokens, labels) and `chain`.
    """
    sums = forward_backward(chain, scores, layout)
    own = expected_counts(chain, sums, layout)
    pairs = [
        (own.chain.transitions, target.chain.transitions, chain.transitions),
        (own.chain.first, target.chain.first, chain.first),
        (own.chain.last, target.chain.last, chain.last),
    ]
    value = float(sums.log_factors.sum()) - float((target.tokens * scores).sum())
    value -= sum(float((counts * weights).sum()) for _, counts, weights in pairs)
    gradient = Chain(*(mine - theirs for mine, theirs, _ in pairs))
    return value, own.tokens - target.tokens, gradient


@dataclass(frozen=True, slots=True)
class LstmTrace:
    """What the recurrent layer computed, a direction after the other.

    Attributes:
        gates: (2, tokens, 4·width) input, forget and output gates, and the update.
        cells: (2, tokens, width) the memory cells.
        squashed: (2, tokens, width) their hyperbolic tangents.
        outputs: (2, tokens, width) what is handed on.
    """

    gates: Floats
    cells: Floats
    squashed: Floats
    outputs: Floats


def gate_gradients(
    trace: LstmTrace, recurrent: Floats, layout: StepLayout, d_outputs: Floats
) -> Floats:
    """Return the gradient of the gates before their squashing, (2, tokens, 4·width).

    Args:
        trace: all steps of a reading.
        recurrent: (2, width, 4·width) the weights from a step to the next.
        layout: how the tokens fall into sequences.
        d_outputs: (2, tokens, width) the gradient of the outputs.
    """
    width = recurrent.shape[1]
    d_gates = np.empty_like(trace.gates)
    dh, dc = (np.zeros((2, layout.sequences, width), dtype="f") for _ in range(2))
    earlier_cells = of_previous_step(trace.cells, layout)
    # Laid out anew once: it is multiplied in every step.
    transposed = np.ascontiguousarray(recurrent.transpose(0, 2, 1))
    for here in reversed(layout.slices()):
        size = here.stop - here.start
        g, t, out = trace.gates[:, here], trace.squashed[:, here], d_gates[:, here]
        i, f, o, u = (g[..., k * width : (k + 1) * width] for k in range(4))
        d = d_outputs[:, here] + dh[:, :size]
        d_cell = d * o * (1 - t * t) + dc[:, :size]
        out[..., :width] = d_cell * u * i * (1 - i)
        out[..., width : 2 * width] = d_cell * earlier_cells[:, here] * f * (1 - f)
        out[..., 2 * width : 3 * width] = d * t * o * (1 - o)
        out[..., 3 * width :] = d_cell * i * (1 - u * u)
        dh[:, :size] = np.matmul(out, transposed)
        dc[:, :size] = d_cell * f
    return d_gates


def of_previous_step(values: Floats, layout: StepLayout) -> Floats:
    """Return each token's value of the step before, zero at a sequence's first."""
    earlier = np.zeros_like(values)
    for last, here in pairwise(layout.slices()):
        size = here.stop - here.start
        earlier[:, here] = values[:, last.start : last.start + size]
    return earlier


def sum_by_type(gradient: Floats, types: Ints, count: int) -> Floats:
    """Sum the gradients (tokens, …) of all tokens of a type; every type has one."""
    # reduceat sums runs of equal types at once.
    order = np.argsort(types, kind="stable")
    starts = np.searchsorted(types[order], np.arange(count))
    return np.add.reduceat(gradient[order], starts, axis=0)


def _counts(
    labels: Floats, transitions: Floats, earlier: Ints, layout: StepLayout
) -> LabelCounts:
    ends = np.ones(len(labels), dtype=bool)
    ends[earlier] = False
    first, last = labels[: layout.sequences].sum(axis=0), labels[ends].sum(axis=0)
    return LabelCounts(labels, Chain(transitions, first, last))


def _neighbours(layout: StepLayout) -> tuple[Ints, Ints]:
    """Return all tokens that have one behind them in their sequence, and that one."""
    sizes = layout.step_sizes
    starts = np.cumsum(sizes) - sizes
    later = np.arange(layout.sequences, int(sizes.sum()))
    return later - np.repeat(np.diff(starts), sizes[1:]), later
