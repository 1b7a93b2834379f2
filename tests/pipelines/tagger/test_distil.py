import numpy as np

from kg.tagger import tag
from kg.tagger.crf import Chain
from kg.tagger.labels import LABELS, transition_masks
from kg.tagger.storage import PACKAGED, read
from pipelines.tagger.distil import distil
from pipelines.tagger.soft_labels import SoftLabels


def _soft_labels(texts):
    """A teacher that holds "graph" for a concept and all else for nothing."""
    size = len(LABELS)
    steps, first = transition_masks()
    scores = []
    for words in texts:
        said = np.zeros((len(words), size), dtype=np.float16)
        said[:, 0] = 4
        said[[word == "graph" for word in words], LABELS.index("B-concept")] = 9
        scores.append(said)
    return SoftLabels(texts, scores, Chain(steps, first, np.zeros(size, dtype="f")))


TEXTS = [
    f"{a} graph of the {b} is {c} .".split()
    for a in ("The", "A", "One", "Each")
    for b in ("road", "city", "proof", "game")
    for c in ("small", "large", "here", "new")
]


def test_the_tagger_learns_what_the_teacher_says():
    learned = distil(_soft_labels(TEXTS), read(PACKAGED), epochs=20)
    (found,) = tag(learned, [["This", "graph", "of", "the", "house", "is", "old", "."]])
    assert [(span.start, span.end, span.kind) for span in found] == [(1, 2, "concept")]
