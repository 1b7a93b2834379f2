"""From spans to a label a token and back (BIO: begin, inside, outside)."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from kg.kinds import tagged_kinds

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]

KINDS = tagged_kinds()
# O, then B and I of each kind: 2k + 1 begins kind k, 2k + 2 goes on with it.
LABELS = ("O", *(f"{part}-{kind}" for kind in KINDS for part in "BI"))
# A score that no path survives, yet finite: -inf makes NaN where it meets itself.
FORBIDDEN = np.float32(-1e4)


class Span(NamedTuple):
    """From `start` to `end` (not included) a `kind` is named, with this probability.

    Places are tokens within the tagger, characters outside.
    """

    start: int
    end: int
    kind: str
    score: float = 1.0


def transition_masks() -> tuple[Floats, Floats]:
    """Return what no sequence may do, as scores to add to a field's weights.

    An inside label follows the begin or inside label of its own kind only.

    Returns:
        Transitions (labels, labels) and beginnings (labels,): 0 or `FORBIDDEN`.
    """
    size = len(LABELS)
    transitions = np.zeros((size, size), dtype="f")
    first = np.zeros(size, dtype="f")
    for inside in range(2, size, 2):
        transitions[:, inside] = FORBIDDEN
        transitions[inside - 1 : inside + 1, inside] = 0
        first[inside] = FORBIDDEN
    return transitions, first


def labels_from_spans(spans: Iterable[Span], size: int) -> Ints:
    """Return a label for each of `size` tokens; of overlapping spans the first counts.

    Example:
        >>> [LABELS[n] for n in labels_from_spans([Span(1, 3, "method")], 4)]
        ['O', 'B-method', 'I-method', 'O']
    """
    labels = np.zeros(size, dtype=np.int64)
    # Gold has no overlaps; other annotations may, and a token has one label.
    for span in sorted(spans):
        if not labels[span.start : span.end].any():
            begin = 2 * KINDS.index(span.kind) + 1
            labels[span.start : span.end] = begin + 1
            labels[span.start] = begin
    return labels


def spans_from_labels(labels: Sequence[int]) -> list[tuple[int, int, str]]:
    """Return start, end and kind of each span that well-formed labels spell."""
    spans: list[tuple[int, int, str]] = []
    start = None
    # The outside label at the end closes a span that reaches it.
    for place, label in enumerate([*labels, 0]):
        if start is not None and (label == 0 or label % 2):
            spans.append((start, place, KINDS[(labels[start] - 1) // 2]))
            start = None
        if label % 2:
            start = place
    return spans
