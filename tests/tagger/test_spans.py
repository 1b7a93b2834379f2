"""The probabilities of spans against brute force: every sequence of labels."""

import itertools

import numpy as np
import pytest

from kg.tagger.crf import Chain, forward_backward
from kg.tagger.labels import KINDS, LABELS, spans_from_labels, transition_masks
from kg.tagger.spans import decode_spans
from kg.tagger.step_layout import lay_out_steps

LENGTHS = np.array([3, 1, 4])


def _chances(chain, scores):
    """All spans of one text with their probabilities."""
    weights = {}
    for labels in itertools.product(range(len(LABELS)), repeat=len(scores)):
        pairs = list(itertools.pairwise(labels))
        weights[labels] = np.exp(
            chain.first[labels[0]]
            + chain.last[labels[-1]]
            + sum(row[label] for row, label in zip(scores, labels, strict=True))
            + sum(chain.transitions[pair] for pair in pairs)
        )
    total = sum(weights.values())
    chances = {}
    for labels, weight in weights.items():
        for span in spans_from_labels(labels):
            chances[span] = chances.get(span, 0.0) + weight / total
    return chances


@pytest.fixture
def field():
    random = np.random.default_rng(3)
    size = len(LABELS)
    after, first = transition_masks()
    chain = Chain(
        random.normal(size=(size, size)) + after,
        random.normal(size=size) + first,
        random.normal(size=size),
    )
    return chain, random.normal(size=(int(LENGTHS.sum()), size))


def test_all_spans_have_their_probability(field):
    chain, scores = field
    layout = lay_out_steps(LENGTHS)
    found = decode_spans(
        chain,
        forward_backward(chain, scores[layout.forwards], layout),
        layout,
        min_probability=0.01,
    )
    expected = {}
    for offset, text in zip(
        np.cumsum(LENGTHS) - LENGTHS,
        np.split(scores, np.cumsum(LENGTHS)[:-1]),
        strict=True,
    ):
        for (start, end, kind), chance in _chances(chain, text).items():
            if chance >= 0.01:
                expected[int(offset) + start, int(offset) + end, kind] = chance
    rows = zip(found.start, found.end, found.kind, found.probability, strict=True)
    assert {
        (int(s), int(e), KINDS[k]): pytest.approx(float(c), abs=6e-5)
        for s, e, k, c in rows
    } == expected
    assert found.start.tolist() == sorted(found.start.tolist())


def test_no_texts_no_spans(field):
    chain, _ = field
    layout = lay_out_steps(np.array([], dtype=int))
    nothing = np.empty((0, len(LABELS)))
    found = decode_spans(
        chain, forward_backward(chain, nothing, layout), layout, min_probability=0.1
    )
    assert len(found.start) == 0
