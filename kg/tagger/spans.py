"""From the field to spans: every span that it holds likely, with its probability.

The field is a Markov chain: a span's probability is that of its beginning, times that
of going on at each token within, times that of not going on at the last. So no single
best sequence of labels has to be chosen, and rivals can be weighed against each other.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kg.tagger.crf import Chain, Sums, marginals
from kg.tagger.labels import KINDS
from kg.tagger.lstm import Steps

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Likely:
    """Spans as arrays of one length: tokens `start` to `end`, kind's number, chance."""

    start: Ints
    end: Ints
    kind: Ints
    chance: NDArray[np.float64]


def likely(chain: Chain, found: Sums, layout: Steps, *, least: float) -> Likely:
    """Return all spans of a probability of at least `least`; they may overlap.

    Places count over all sequences, one after the other; spans are sorted by them.
    """
    begin = _in_order(marginals(found), layout)
    first, inner = _going_on(chain, found, layout)
    parts = [
        part
        for kind in range(len(KINDS))
        for part in _of_kind(
            begin[:, 2 * kind + 1], first[:, kind], inner[:, kind], kind, least
        )
    ]
    start, end, kinds, chance = map(np.concatenate, zip(*parts, strict=True))
    order = np.lexsort((kinds, end, start))
    # The last digits of a probability differ with the company in a batch.
    shown = np.minimum(chance[order].astype(float), 1).round(4)
    return Likely(start[order], end[order], kinds[order], shown)


def _of_kind(
    begin: Floats, first: Floats, inner: Floats, kind: int, least: float
) -> list[tuple[Ints, Ints, Ints, Floats]]:
    """Lengthen all spans at once, a token a round, until none is likely enough."""
    start = np.flatnonzero(begin >= least)
    last, chance, on = start, begin[start], first
    parts = []
    while True:
        staying = on[last]
        ending = chance * (1 - staying)
        seen = ending >= least
        kinds = np.full(int(seen.sum()), kind)
        parts.append((start[seen], last[seen] + 1, kinds, ending[seen]))
        chance = chance * staying
        alive = chance >= least
        if not alive.any():
            return parts
        start, last, chance, on = start[alive], last[alive] + 1, chance[alive], inner


def _going_on(chain: Chain, found: Sums, layout: Steps) -> tuple[Floats, Floats]:
    """Two arrays (tokens, kinds): the chance that a span goes on behind a token.

    That token is the span's first in one, another of its tokens in the other; the
    chance is zero where a sequence ends.
    """
    step = np.exp(chain.transitions)
    later = _later(_in_order(found.weights * found.backward, layout), layout)
    ways = later @ step.T
    ways[ways == 0] = 1
    begins = np.arange(1, step.shape[0], 2)
    insides = begins + 1
    first = later[:, insides] * step[begins, insides] / ways[:, begins]
    inner = later[:, insides] * step[insides, insides] / ways[:, insides]
    return first, inner


def _in_order(laid_out: Floats, layout: Steps) -> Floats:
    flat = np.empty_like(laid_out)
    flat[layout.forwards] = laid_out
    return flat


def _later(flat: Floats, layout: Steps) -> Floats:
    """Each token's values of the token behind it, zero at the last of a sequence."""
    later = np.zeros_like(flat)
    later[:-1] = flat[1:]
    # Reading from the end begins with the last token of each sequence.
    later[layout.backwards[: layout.active[0] if len(layout.active) else 0]] = 0
    return later
