import numpy as np

from kg.tagger.crf import Chain
from kg.tagger.labels import LABELS
from pipelines.tagger.soft_labels import (
    SoftLabels,
    combine,
    read_soft_labels,
    save_soft_labels,
)

SIZE = len(LABELS)


def _soft_labels(texts, value):
    scores = [np.full((len(words), SIZE), value, dtype=np.float16) for words in texts]
    chain = Chain(
        *(np.full(s, value, dtype="f") for s in ((SIZE, SIZE), (SIZE,), (SIZE,)))
    )
    return SoftLabels(texts, scores, chain)


def test_what_was_taught_is_read_as_it_was_saved(tmp_path):
    texts = [["Graph", "coloring", "!"], ["\n", "naïve", "\u2028", '"']]
    save_soft_labels(_soft_labels(texts, 2.0), tmp_path / "said")
    read = read_soft_labels(tmp_path / "said")
    assert read.texts == texts
    assert [scores.shape for scores in read.scores] == [(3, SIZE), (4, SIZE)]
    assert (read.scores[1] == 2).all()
    assert (read.chain.transitions == 2).all()


def test_several_teachers_are_put_together():
    both = combine([_soft_labels([["a"]], 1.0), _soft_labels([["b"], ["c", "d"]], 3.0)])
    assert both.texts == [["a"], ["b"], ["c", "d"]]
    assert [scores[0, 0] for scores in both.scores] == [1, 3, 3]
    assert (both.chain.first == 2).all()
