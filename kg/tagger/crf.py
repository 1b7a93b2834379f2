"""Sequences of labels: a linear-chain conditional random field (Lafferty et al. 2001).

All functions take the scores of many sequences at once, (tokens, labels), in the order
of `kg.tagger.step_layout`. What a field learns from stands in `kg.tagger.training`.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kg.tagger.exact_sums import add_in_order
from kg.tagger.step_layout import StepLayout

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Chain:
    """The weights of a field beside the scores of single tokens.

    Attributes:
        transitions: (labels, labels) the score of a label after another.
        first: (labels,) the score of beginning a sequence with a label.
        last: (labels,) the score of ending a sequence with a label.
    """

    transitions: Floats
    first: Floats
    last: Floats


@dataclass(frozen=True, slots=True)
class Sums:
    """Forward and backward sums of each token, each normalised to one (Rabiner 1989).

    Attributes:
        forward: (tokens, labels) over all labels of the tokens up to this one.
        backward: (tokens, labels) over all labels of the tokens behind this one.
        weights: (tokens, labels) exponentials of the scores, up to a factor a token.
        log_factors: (tokens,) what was divided out; their sum is the logarithm of the
            partition function.
    """

    forward: Floats
    backward: Floats
    weights: Floats
    log_factors: Floats


def forward_backward(chain: Chain, scores: Floats, layout: StepLayout) -> Sums:
    """Sum over all sequences of labels, in time linear in the tokens.

    Args:
        chain: the field's weights.
        scores: (tokens, labels) in the order of the layout.
        layout: how the tokens fall into sequences.
    """
    # A factor a token keeps exponentials within the range of a float; the sums are
    # normalised at each token anyway.
    peak = scores.max(axis=1)
    weights = np.exp(scores - peak[:, None])
    forward, log_scales = _forward(chain, weights, layout)
    backward = _backward(chain, weights, layout)
    return Sums(forward, backward, weights, peak + log_scales)


def marginals(sums: Sums) -> Floats:
    """Return the probability of each label at each token, (tokens, labels)."""
    both = sums.forward * sums.backward
    probabilities: Floats = both / both.sum(axis=1, keepdims=True)
    return probabilities


def _forward(
    chain: Chain, weights: Floats, layout: StepLayout
) -> tuple[Floats, Floats]:
    """Return the forward sums, and the logarithms of what they were scaled by."""
    step, first, last = map(np.exp, (chain.transitions, chain.first, chain.last))
    forward = np.empty_like(weights)
    log_scales = np.zeros_like(weights, shape=len(weights))
    places, going_on = layout.slices(), _going_on(layout)
    for t, here in enumerate(places):
        # What goes on stands first in a step, so a slice finds what came before it.
        size = here.stop - here.start
        before = add_in_order(forward[places[t - 1]][:size], step) if t else first
        total = before * weights[here]
        scale = total.sum(axis=1)
        forward[here] = total / scale[:, None]
        log_scales[here] += np.log(scale)
        ending = slice(here.start + going_on[t], here.stop)
        log_scales[ending] += np.log(add_in_order(forward[ending], last[:, None])[:, 0])
    return forward, log_scales


def _backward(chain: Chain, weights: Floats, layout: StepLayout) -> Floats:
    step, last = np.exp(chain.transitions), np.exp(chain.last)
    backward = np.empty_like(weights)
    places, going_on = layout.slices(), _going_on(layout)
    for t in reversed(range(len(places))):
        here, n = places[t], going_on[t]
        backward[here] = last  # holds for the sequences that end here
        if n:
            later = places[t + 1]
            backward[here][:n] = add_in_order(backward[later] * weights[later], step.T)
        backward[here] /= backward[here].sum(axis=1, keepdims=True)
    return backward


def _going_on(layout: StepLayout) -> list[int]:
    """Return how many sequences of each step go on after it."""
    return [*layout.step_sizes[1:].tolist(), 0]
