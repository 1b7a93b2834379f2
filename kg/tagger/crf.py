"""Sequences of labels: a linear-chain conditional random field (Lafferty et al. 2001).

All functions take the scores of many sequences at once, (tokens, labels), laid out in
steps as `kg.tagger.lstm.steps` gives them.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kg.tagger.lstm import Steps

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Chain:
    """Transitions (labels, labels), and scores of beginning and ending with a label."""

    transitions: Floats
    first: Floats
    last: Floats


@dataclass(frozen=True, slots=True)
class Sums:
    """Forward and backward sums a token, each normalised to one (Rabiner 1989).

    `weights` are the exponentials of the scores, up to a factor a token; the sum of
    `factors` (tokens,) is the logarithm of the partition function.
    """

    forward: Floats
    backward: Floats
    weights: Floats
    factors: Floats


def sums(chain: Chain, scores: Floats, layout: Steps) -> Sums:
    """Forward and backward sums over all sequences of labels."""
    peak = scores.max(axis=1)
    weights = np.exp(scores - peak[:, None])
    step, first, last = (
        np.exp(chain.transitions),
        np.exp(chain.first),
        np.exp(chain.last),
    )
    forward, backward = np.empty_like(weights), np.empty_like(weights)
    factors = peak.copy()
    places, going_on = layout.slices(), _going_on(layout)
    for t, here in enumerate(places):
        before = forward[places[t - 1]][: layout.active[t]] @ step if t else first
        total = before * weights[here]
        scale = total.sum(axis=1)
        forward[here] = total / scale[:, None]
        factors[here] += np.log(scale)
        ending = slice(here.start + going_on[t], here.stop)
        factors[ending] += np.log(forward[ending] @ last)
    for t in reversed(range(len(places))):
        here, n = places[t], going_on[t]
        backward[here] = last
        if n:
            later = places[t + 1]
            backward[here][:n] = (backward[later] * weights[later]) @ step.T
        backward[here] /= backward[here].sum(axis=1, keepdims=True)
    return Sums(forward, backward, weights, factors)


def marginals(found: Sums) -> Floats:
    """The probability of each label at each token."""
    both = found.forward * found.backward
    shares: Floats = both / both.sum(axis=1, keepdims=True)
    return shares


def loss(
    chain: Chain, scores: Floats, gold: Ints, layout: Steps
) -> tuple[float, Floats, Chain]:
    """Negative log-likelihood of the gold labels; its gradients, shaped as inputs."""
    found = sums(chain, scores, layout)
    d_scores = marginals(found)
    step = np.exp(chain.transitions)
    gradient = Chain(*(np.zeros_like(x) for x in (step, chain.first, chain.last)))
    places, going_on = layout.slices(), _going_on(layout)
    value = float(found.factors.sum())
    rows = np.arange(len(gold))
    value -= float(scores[rows, gold].sum())
    if places:
        value -= _count(chain.first, gradient.first, d_scores, gold, places[0])
    for t, here in enumerate(places):
        ending = slice(here.start + going_on[t], here.stop)
        value -= _count(chain.last, gradient.last, d_scores, gold, ending)
        if going_on[t]:
            staying = slice(here.start, here.start + going_on[t])
            a = found.forward[staying]
            b = found.backward[places[t + 1]] * found.weights[places[t + 1]]
            total = ((a @ step) * b).sum(axis=1, keepdims=True)
            gradient.transitions[:] += (a / total).T @ b * step
            pairs = (gold[staying], gold[places[t + 1]])
            np.subtract.at(gradient.transitions, pairs, 1.0)
            value -= float(chain.transitions[pairs].sum())
    d_scores[rows, gold] -= 1.0
    return value, d_scores, gradient


def _going_on(layout: Steps) -> list[int]:
    """How many sequences of each step go on; they stand before those that end."""
    return [*layout.active[1:].tolist(), 0]


def _count(
    weights: Floats, gradient: Floats, expected: Floats, gold: Ints, where: slice
) -> float:
    """Add expected less observed labels to a gradient; give the observed score."""
    gradient += expected[where].sum(axis=0)
    np.subtract.at(gradient, gold[where], 1.0)
    return float(weights[gold[where]].sum())
