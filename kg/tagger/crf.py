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


@dataclass(frozen=True, slots=True)
class Counts:
    """How often each label stands at each token (tokens, labels), and follows another.

    Known labels give whole numbers, a field gives what it expects.
    """

    labels: Floats
    chain: Chain


def observed(labels: Ints, size: int, layout: Steps) -> Counts:
    """Count known labels (tokens,), of `size` different ones."""
    chosen = np.eye(size, dtype="f")[labels]
    earlier, later = _neighbours(layout)
    return _counts(chosen, chosen[earlier].T @ chosen[later], earlier, layout)


def expected(chain: Chain, found: Sums, layout: Steps) -> Counts:
    """Count the labels that the field expects, over all sequences by their chance."""
    step = np.exp(chain.transitions)
    earlier, later = _neighbours(layout)
    before = found.forward[earlier]
    behind = found.backward[later] * found.weights[later]
    total = ((before @ step) * behind).sum(axis=1, keepdims=True)
    steps = (before / total).T @ behind * step
    return _counts(marginals(found), steps, earlier, layout)


def loss(
    chain: Chain, scores: Floats, wanted: Counts, layout: Steps
) -> tuple[float, Floats, Chain]:
    """Cross-entropy of the field against counts; its gradients, shaped as inputs.

    Against known labels it is their negative log-likelihood.
    """
    found = sums(chain, scores, layout)
    own = expected(chain, found, layout)
    pairs = [
        (own.chain.transitions, wanted.chain.transitions, chain.transitions),
        (own.chain.first, wanted.chain.first, chain.first),
        (own.chain.last, wanted.chain.last, chain.last),
    ]
    value = float(found.factors.sum()) - float((wanted.labels * scores).sum())
    value -= sum(float((counts * weights).sum()) for _, counts, weights in pairs)
    gradient = Chain(*(mine - theirs for mine, theirs, _ in pairs))
    return value, own.labels - wanted.labels, gradient


def _counts(
    labels: Floats, transitions: Floats, earlier: Ints, layout: Steps
) -> Counts:
    first = labels[: layout.active[0] if len(layout.active) else 0]
    ends = np.ones(len(labels), dtype=bool)
    ends[earlier] = False
    chain = Chain(transitions, first.sum(axis=0), labels[ends].sum(axis=0))
    return Counts(labels, chain)


def _neighbours(layout: Steps) -> tuple[Ints, Ints]:
    """All tokens that have one behind them in their sequence, and that one."""
    sizes = layout.active
    starts = np.cumsum(sizes) - sizes
    later = np.arange(int(sizes[:1].sum()), int(sizes.sum()))
    return later - np.repeat(np.diff(starts), sizes[1:]), later


def _going_on(layout: Steps) -> list[int]:
    """How many sequences of each step go on; they stand before those that end."""
    return [*layout.active[1:].tolist(), 0]
