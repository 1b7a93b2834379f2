"""The whole way with the parts that take long made short."""

import json

import numpy as np
import pytest

from kg.tagger.crf import Chain
from kg.tagger.labels import LABELS, transition_masks
from kg.tagger.storage import PACKAGED, read
from pipelines.tagger import recipe
from pipelines.tagger.soft_labels import SoftLabels, save_soft_labels

TEXTS = [["A", "graph", "."], ["No", "graph", "."]]
MENTION = {"start": 9, "end": 23, "kind": "concept"}
GOLD = {"text": "We study graph coloring.", "mentions": [MENTION]}


@pytest.fixture
def soft_labels():
    transitions, first = transition_masks()
    scores = [np.zeros((3, len(LABELS)), dtype=np.float16) for _ in TEXTS]
    return SoftLabels(TEXTS, scores, Chain(transitions, first, np.zeros_like(first)))


@pytest.fixture
def steps(monkeypatch):
    """What is done, in order, with how many units the tagger has then."""
    done = []

    def distil(labels, start, *, seed):
        done.append(("distil", start.shape.hidden, len(labels.texts)))
        return start

    def train(documents, *, seed, epochs, learning_rate, start):
        done.append(("train", start.shape.hidden, len(documents)))
        return start

    monkeypatch.setattr(recipe, "distil", distil)
    monkeypatch.setattr(recipe, "train", train)
    return done


def test_a_student_is_pruned_then_distilled_then_trained(
    steps, soft_labels, monkeypatch
):
    monkeypatch.setattr(recipe, "HIDDEN", 8)
    student = recipe.train_student([GOLD], soft_labels, read(PACKAGED))
    assert steps == [("distil", 8, 2), ("train", 8, 1)]
    assert student.shape.hidden == 8


def test_the_command_learns_from_what_all_teachers_said(
    steps, soft_labels, tmp_path, capsys
):
    (tmp_path / "gold.jsonl").write_text(json.dumps(GOLD) + "\n", encoding="utf-8")
    folders = [tmp_path / "one", tmp_path / "two"]
    for folder in folders:
        save_soft_labels(soft_labels, folder)
    out = tmp_path / "tagger"
    recipe.main([tmp_path / "gold.jsonl"], folders, PACKAGED, out)
    assert [what for what, *_ in steps] == ["distil", "train"]
    assert steps[0][2] == 4
    assert read(out).shape == read(PACKAGED).shape
    assert "taught by 4 abstracts" in capsys.readouterr().err
