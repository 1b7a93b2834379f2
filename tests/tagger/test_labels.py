"""Spans become labels and come back."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.tagger.labels import (
    FORBIDDEN,
    KINDS,
    LABELS,
    Span,
    labels_from_spans,
    spans_from_labels,
    transition_masks,
)


@st.composite
def disjoint_spans(draw: st.DrawFn) -> list[Span]:
    cuts = sorted(draw(st.sets(st.integers(0, 40), max_size=12)))
    pairs = zip(cuts[::2], cuts[1::2], strict=False)
    return [Span(a, b, draw(st.sampled_from(KINDS))) for a, b in pairs]


@given(disjoint_spans())
def test_there_and_back(spans: list[Span]) -> None:
    labels = labels_from_spans(spans, 41)
    assert spans_from_labels(labels.tolist()) == [
        (s.start, s.end, s.kind) for s in spans
    ]


@given(disjoint_spans())
def test_what_is_encoded_is_allowed(spans: list[Span]) -> None:
    labels = labels_from_spans(spans, 41)
    steps, first = transition_masks()
    assert first[labels[0]] == 0
    assert (steps[labels[:-1], labels[1:]] == 0).all()


def test_of_overlapping_spans_the_first_counts() -> None:
    labels = labels_from_spans([Span(2, 5, "concept"), Span(1, 3, "method")], 6)
    assert spans_from_labels(labels.tolist()) == [(1, 3, "method")]


@pytest.mark.parametrize(
    ("before", "after", "allowed"),
    [
        ("O", "I-method", False),
        ("B-method", "I-method", True),
        ("I-method", "I-method", True),
        ("I-concept", "I-method", False),
        ("B-concept", "B-concept", True),
        ("I-person", "O", True),
    ],
)
def test_steps(before: str, after: str, allowed: bool) -> None:
    steps, _ = transition_masks()
    mask = steps[LABELS.index(before), LABELS.index(after)]
    assert (mask != FORBIDDEN) == allowed


def test_masks_are_finite() -> None:
    assert all(np.isfinite(mask).all() for mask in transition_masks())
