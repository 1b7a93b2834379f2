"""Words in, spans out: the trained network over any number of texts of any length.

A text is read in windows of bounded size, and windows are put together in batches of
bounded size: memory stays flat, and neither batches nor order change what is found.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np

from kg.tagger.crf import forward_backward
from kg.tagger.labels import KINDS, Span
from kg.tagger.neural_network import label_chain, score_labels
from kg.tagger.spans import SpanBatch, decode_spans
from kg.tagger.step_layout import lay_out_steps
from kg.tagger.storage import TrainedTagger

# Tokens. Longer windows find no more (measured with 512), shorter ones are quicker:
# many sequences of like length make large matrices.
WINDOW = 128
BATCH = 49_152  # tokens
_STOPS = frozenset({".", "!", "?"})


class _Window(NamedTuple):
    """From `start` to `end` (not included) of the text of this number."""

    text: int
    start: int
    end: int


def tag(
    trained: TrainedTagger,
    texts: Sequence[Sequence[str]],
    *,
    min_probability: float = 0.5,
) -> list[list[Span]]:
    """Find the spans of each text, given as its words, in order of place.

    Args:
        trained: the network.
        texts: the words of each text.
        min_probability: what a span must have; below 0.5 spans may overlap.
    """
    cut = [
        _Window(number, start, end)
        for number, words in enumerate(texts)
        for start, end in windows(words)
    ]
    found: list[list[Span]] = [[] for _ in texts]
    for group in _batches(cut):
        words = [texts[text][start:end] for text, start, end in group]
        for number, span in _locate_spans(
            _decode(trained, words, min_probability), group
        ):
            found[number].append(span)
    return found


def windows(words: Sequence[str], *, size: int = WINDOW) -> Iterator[tuple[int, int]]:
    """Yield the windows of a text, cut after the last sentence end of each if it has one.

    A sentence end in the first half of a window is passed over, so that windows stay
    long.
    """
    start = 0
    while len(words) - start > size:
        end = start + size
        # Backwards: the last sentence end leaves the fewest windows.
        for place in range(end - 1, start + size // 2, -1):
            if words[place] in _STOPS or words[place].startswith("\n"):
                end = place + 1
                break
        yield start, end
        start = end
    if start < len(words):
        yield start, len(words)


def _batches(cut: Sequence[_Window]) -> Iterator[list[_Window]]:
    group: list[_Window] = []
    size = 0
    for window in cut:
        length = window.end - window.start
        if group and size + length > BATCH:
            yield group
            group, size = [], 0
        group.append(window)
        size += length
    if group:
        yield group


def _decode(
    trained: TrainedTagger, sequences: Sequence[Sequence[str]], min_probability: float
) -> SpanBatch:
    added, types, lengths = trained.lexicon.look_up(sequences)
    scores = score_labels(trained.model, added, types, lengths)
    layout = lay_out_steps(lengths)
    chain = label_chain(trained.model)
    sums = forward_backward(chain, scores[layout.forwards], layout)
    return decode_spans(chain, sums, layout, min_probability=min_probability)


def _locate_spans(
    spans: SpanBatch, group: Sequence[_Window]
) -> Iterator[tuple[int, Span]]:
    """Yield the number of the text of each span, and the span in that text's tokens."""
    texts, starts, ends = np.array(group).T
    lengths = ends - starts
    firsts = np.cumsum(lengths) - lengths
    # Spans are sorted by place, as windows are: one search finds the window of each.
    window = np.searchsorted(firsts, spans.start, side="right") - 1
    shift = (starts - firsts)[window]
    rows = zip(
        texts[window].tolist(),
        (spans.start + shift).tolist(),
        (spans.end + shift).tolist(),
        spans.kind.tolist(),
        spans.probability.tolist(),
        strict=True,
    )
    for text, start, end, kind, probability in rows:
        yield text, Span(start, end, KINDS[kind], probability)
