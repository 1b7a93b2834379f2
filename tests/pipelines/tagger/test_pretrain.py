"""Pretraining: it repeats, it learns, and its steps are those of Adagrad."""

import gzip
import json

import numpy as np
import pytest

from kg.errors import KGError
from kg.tagger import read, save
from pipelines.tagger import pretrain
from pipelines.tagger.pretrain import Adagrad, read_texts

TEXTS = [
    f"the {a} graph of a {b} is {c} .".split()
    for a in ("large", "small", "plain")
    for b in ("road", "city", "proof")
    for c in ("here", "new", "known")
]


def _bytes(folder):
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def test_the_same_texts_give_the_same_bytes(tmp_path):
    for name in ("a", "b"):
        save(pretrain.pretrain(TEXTS, width=8), tmp_path / name)
    assert _bytes(tmp_path / "a") == _bytes(tmp_path / "b")
    trained = read(tmp_path / "a")
    assert "graph" in trained.rows
    assert trained.vectors.shape == (len(trained.rows) + 1, 8)


def test_the_vector_of_unknown_words_stays_zero():
    assert not pretrain.pretrain(TEXTS, width=8).vectors[0].any()


def test_rows_step_on_their_own_and_equal_rows_together():
    table = np.zeros((3, 2), dtype="f")
    step = Adagrad(table, rate=0.5)
    step(np.array([2, 0, 2]), np.array([[1, 1], [3, 3], [1, 1]], dtype="f"))
    # However large a row's first gradient is, the step is as large as the rate.
    assert table == pytest.approx(np.array([[-0.5, -0.5], [0, 0], [-0.5, -0.5]]))
    before = table.copy()
    step(np.array([0]), np.array([[3, 3]], dtype="f"))
    assert table[0] == pytest.approx(before[0] - 0.5 / np.sqrt(2))
    assert np.array_equal(table[1:], before[1:])


def test_texts_are_read_once_each_whatever_the_order(tmp_path):
    rows = [
        {"title": "B", "abstract": "Two."},
        {"title": None, "abstract": "One."},
        {"title": "B", "abstract": "Two."},
        {"title": "No abstract"},
    ]
    path = tmp_path / "texts.jsonl.gz"
    path.write_bytes(gzip.compress("\n".join(map(json.dumps, rows)).encode()))
    assert read_texts([path]) == ["\nOne.", "B\nTwo."]


def test_too_few_words_for_the_vectors_are_an_error():
    with pytest.raises(KGError, match=r"only \d+ different words.*128"):
        pretrain.pretrain(TEXTS)


def test_the_command_writes_what_a_tagger_starts_from(tmp_path, capsys, monkeypatch):
    monkeypatch.setattr(pretrain, "WIDTH", 8)
    path = tmp_path / "texts.jsonl"
    rows = [{"title": "On graphs", "abstract": " ".join(words)} for words in TEXTS]
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    pretrain.main([path], tmp_path / "out", epochs=1)
    assert read(tmp_path / "out").shape.hidden == 8
    assert "read 27 texts" in capsys.readouterr().err
