"""Words in, spans out: the trained network over any number of texts of any length.

A text is read in windows of bounded size, and windows are put together in batches of
bounded size: memory stays flat, and neither batches nor order change what is found.
"""

from collections.abc import Iterator, Sequence
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from kg.tagger.crf import marginals, onward, sums, viterbi
from kg.tagger.labels import Span, decode
from kg.tagger.lstm import Steps, steps
from kg.tagger.network import batch, chain
from kg.tagger.storage import Trained

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]
Number = TypeVar("Number", bound=np.generic)

WINDOW = 512  # tokens; the longest abstracts of the gold have as many
BATCH = 16_384  # tokens, at about 6 kB each
_STOPS = frozenset({".", "!", "?"})


def tag(trained: Trained, texts: Sequence[Sequence[str]]) -> list[list[Span]]:
    """Find the spans of each text, given as its words, in order of place."""
    places = [
        (number, start, end)
        for number, words in enumerate(texts)
        for start, end in windows(words)
    ]
    found: list[list[Span]] = [[] for _ in texts]
    for group in _batches(places):
        sequences = [texts[number][start:end] for number, start, end in group]
        for (number, start, _), spans in zip(
            group, _tag_batch(trained, sequences), strict=True
        ):
            found[number] += [
                Span(start + s.start, start + s.end, s.kind, s.score) for s in spans
            ]
    return found


def windows(words: Sequence[str], *, size: int = WINDOW) -> Iterator[tuple[int, int]]:
    """Cut a text into windows, after the last sentence end of each where it has one."""
    start = 0
    while len(words) - start > size:
        end = start + size
        for place in range(end - 1, start + size // 2, -1):
            if words[place] in _STOPS or words[place].startswith("\n"):
                end = place + 1
                break
        yield start, end
        start = end
    if start < len(words):
        yield start, len(words)


def _batches(
    places: Sequence[tuple[int, int, int]],
) -> Iterator[list[tuple[int, int, int]]]:
    group: list[tuple[int, int, int]] = []
    size = 0
    for number, start, end in places:
        if group and size + end - start > BATCH:
            yield group
            group, size = [], 0
        group.append((number, start, end))
        size += end - start
    if group:
        yield group


def _tag_batch(
    trained: Trained, sequences: Sequence[Sequence[str]]
) -> Iterator[list[Span]]:
    arrays = batch(sequences, trained.rows)
    scores = trained.model.predict(arrays)
    layout = steps(arrays.lengths)
    transitions = chain(trained.model)
    laid_out = scores[layout.forwards]
    labels = viterbi(transitions, laid_out, layout)
    found = sums(transitions, laid_out, layout)
    begin = marginals(found)
    after = onward(transitions, found, labels, layout)
    flat_labels = _flat(labels, layout)
    flat_begin, flat_after = _flat(begin, layout), _flat(after, layout)
    ends = np.cumsum(arrays.lengths)
    for start, end in zip(ends - arrays.lengths, ends, strict=True):
        here = slice(start, end)
        yield _spans(flat_labels[here], flat_begin[here], flat_after[here])


def _flat(laid_out: NDArray[Number], layout: Steps) -> NDArray[Number]:
    flat = np.empty_like(laid_out)
    flat[layout.forwards] = laid_out
    return flat


def _spans(labels: Ints, begin: Floats, after: Floats) -> list[Span]:
    """The spans that labels spell, each with its probability under the model.

    The field is a Markov chain: a span's probability is that of its first label, times
    that of going on at each token within, times that of not going on at the last.
    """
    spans = []
    for start, end, kind in decode(labels.tolist()):
        inside = int(labels[start]) + 1
        chance = float(begin[start, labels[start]])
        chance *= float(np.prod(after[start : end - 1, inside]))
        chance *= 1 - float(after[end - 1, inside])
        spans.append(Span(start, end, kind, min(1.0, max(0.0, chance))))
    return spans
