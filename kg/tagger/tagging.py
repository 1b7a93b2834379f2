"""Words in, spans out: the trained network over any number of texts of any length.

A text is read in windows of bounded size, and windows are put together in batches of
bounded size: memory stays flat, and neither batches nor order change what is found.
"""

from collections.abc import Iterator, Sequence

import numpy as np

from kg.tagger.crf import sums
from kg.tagger.labels import KINDS, Span
from kg.tagger.lstm import steps
from kg.tagger.network import chain, score
from kg.tagger.spans import Likely, likely
from kg.tagger.storage import Trained

# Tokens. Longer windows find no more (measured with 512), shorter ones are quicker:
# many sequences of like length make large matrices.
WINDOW = 128
BATCH = 49_152  # tokens
_STOPS = frozenset({".", "!", "?"})


def tag(
    trained: Trained, texts: Sequence[Sequence[str]], *, least: float = 0.5
) -> list[list[Span]]:
    """Find the spans of each text, given as its words, in order of place.

    Args:
        trained: the network.
        texts: the words of each text.
        least: the probability that a span must have; below 0.5 spans may overlap.
    """
    places = [
        (number, start, end)
        for number, words in enumerate(texts)
        for start, end in windows(words)
    ]
    found: list[list[Span]] = [[] for _ in texts]
    for group in _batches(places):
        numbers = np.array([number for number, _, _ in group])
        starts = np.array([start for _, start, _ in group])
        lengths = np.array([end for _, _, end in group]) - starts
        words = [texts[number][start:end] for number, start, end in group]
        spans = _likely(trained, words, least)
        firsts = np.cumsum(lengths) - lengths
        window = np.searchsorted(firsts, spans.start, side="right") - 1
        shift = (starts - firsts)[window]
        for number, start, end, kind, chance in zip(
            numbers[window].tolist(),
            (spans.start + shift).tolist(),
            (spans.end + shift).tolist(),
            spans.kind.tolist(),
            spans.chance.tolist(),
            strict=True,
        ):
            found[number].append(Span(start, end, KINDS[kind], chance))
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


def _likely(
    trained: Trained, sequences: Sequence[Sequence[str]], least: float
) -> Likely:
    added, words, lengths = trained.lexicon.look_up(sequences)
    scores = score(trained.model, added, words, lengths)
    layout = steps(lengths)
    field = chain(trained.model)
    found = sums(field, scores[layout.forwards], layout)
    return likely(field, found, layout, least=least)
