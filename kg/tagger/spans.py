"""From the field to spans: every span that it holds likely, with its probability.

The field is a Markov chain: a span's probability is that of its beginning, times that
of going on at each token within, times that of not going on at the last. So no single
best sequence of labels has to be chosen, and rivals can be weighed against each other.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kg.tagger.crf import Chain, Sums, marginals
from kg.tagger.exact_sums import add_in_order
from kg.tagger.labels import KINDS
from kg.tagger.step_layout import StepLayout

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class SpanBatch:
    """Spans as arrays (spans,) of one length, over the tokens of many sequences.

    Attributes:
        start: the first token, counted over all sequences.
        end: the token behind the last.
        kind: a number, of `KINDS`.
        probability: to four decimals.
    """

    start: Ints
    end: Ints
    kind: Ints
    probability: NDArray[np.float64]


def decode_spans(
    chain: Chain, sums: Sums, layout: StepLayout, *, min_probability: float
) -> SpanBatch:
    """Return all spans that are at least so probable; they may overlap.

    Args:
        chain: the field's weights.
        sums: what `kg.tagger.crf.forward_backward` gave.
        layout: how the tokens fall into sequences.
        min_probability: spans are lengthened while they are at least so probable.

    Returns:
        Spans sorted by start, end and kind.
    """
    begins = _in_sequence_order(marginals(sums), layout)
    first, inner = _continuations(chain, sums, layout)
    parts = [
        part
        for kind in range(len(KINDS))
        for part in _spans_of_kind(
            kind,
            begins[:, 2 * kind + 1],
            first[:, kind],
            inner[:, kind],
            min_probability,
        )
    ]
    start, end, kinds, chances = map(np.concatenate, zip(*parts, strict=True))
    order = np.lexsort((kinds, end, start))
    # The last digits of a probability differ with the company in a batch.
    rounded = np.minimum(chances[order].astype(float), 1).round(4)
    return SpanBatch(start[order], end[order], kinds[order], rounded)


def _spans_of_kind(
    kind: int, begins: Floats, first: Floats, inner: Floats, min_probability: float
) -> list[tuple[Ints, Ints, Ints, Floats]]:
    """Lengthen all spans at once, a token a round, until none is probable enough."""
    start = np.flatnonzero(begins >= min_probability)
    last, chance, going_on = start, begins[start], first
    parts = []
    while True:
        longer = going_on[last]
        ending = chance * (1 - longer)
        kept = ending >= min_probability
        kinds = np.full(int(kept.sum()), kind)
        parts.append((start[kept], last[kept] + 1, kinds, ending[kept]))
        chance = chance * longer
        alive = chance >= min_probability
        # Each round is shorter than the last: spans only get less probable.
        if not alive.any():
            return parts
        start, last = start[alive], last[alive] + 1
        chance, going_on = chance[alive], inner


def _continuations(
    chain: Chain, sums: Sums, layout: StepLayout
) -> tuple[Floats, Floats]:
    """Return two arrays (tokens, kinds): how probable it is that a span goes on.

    The token is the span's first in one, another of its tokens in the other; the
    probability is zero where a sequence ends.
    """
    step = np.exp(chain.transitions)
    later = _of_next_token(
        _in_sequence_order(sums.weights * sums.backward, layout), layout
    )
    ways = add_in_order(later, step.T)
    # At the end of a sequence nothing goes on: 0 of 1, not 0 of 0.
    ways[ways == 0] = 1
    begins = np.arange(1, step.shape[0], 2)
    insides = begins + 1
    first = later[:, insides] * step[begins, insides] / ways[:, begins]
    inner = later[:, insides] * step[insides, insides] / ways[:, insides]
    return first, inner


def _in_sequence_order(laid_out: Floats, layout: StepLayout) -> Floats:
    """Put values of tokens from the order of the layout into that of the sequences."""
    flat = np.empty_like(laid_out)
    flat[layout.forwards] = laid_out
    return flat


def _of_next_token(flat: Floats, layout: StepLayout) -> Floats:
    """Return each token's values of the token behind it, zero at a sequence's last."""
    later = np.zeros_like(flat)
    later[:-1] = flat[1:]
    # Reading from the end begins with the last token of each sequence.
    later[layout.backwards[: layout.sequences]] = 0
    return later
