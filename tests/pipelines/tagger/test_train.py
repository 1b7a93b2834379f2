"""Training: it learns, it repeats, and it reads nothing but texts and mentions."""

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from typer.testing import CliRunner

from kg.tagger import TrainedTagger, load, read, save, tag
from kg.tagger.features import normal_spelling
from kg.tagger.neural_network import Shape, build_network, draw_weights
from kg.text.tokenizer import tokenize
from pipelines.tagger import train

SENTENCES = [
    ("We run {} on our data.", "method"),
    ("This explains {} in theory.", "concept"),
    ("It was shown by {} long ago.", "person"),
]
NAMES = {
    "method": ["beam search", "gradient descent", "dropout", "kernel ridge regression"],
    "concept": ["double descent", "sparsity", "sample complexity", "noise"],
    "person": ["Ada Byron", "Carl Gauss", "Emmy Noether", "Kurt Gödel"],
}


def document(number: int) -> dict[str, Any]:
    text, mentions = "", []
    for sentence, kind in SENTENCES:
        before, after = sentence.split("{}")
        surface = NAMES[kind][number % 4]
        start = len(text) + len(before)
        mentions.append({"start": start, "end": start + len(surface), "kind": kind})
        text += f"{before}{surface}{after} "
    return {"text": text, "mentions": mentions}


DOCUMENTS = [document(number) for number in range(24)]


@pytest.fixture(scope="module")
def start() -> TrainedTagger:
    words = sorted(
        {normal_spelling(w) for d in DOCUMENTS for w in tokenize(d["text"])[0]}
    )
    random = np.random.default_rng(0)
    vectors = random.standard_normal((len(words) + 1, 8)).astype("f")
    shape = Shape(width=16, hidden=16)
    model = build_network(shape, vectors)
    draw_weights(model, seed=0)
    return TrainedTagger(
        {w: row for row, w in enumerate(words, start=1)}, vectors, shape, model
    )


@pytest.fixture(scope="module")
def trained(start: TrainedTagger) -> TrainedTagger:
    return train.train(DOCUMENTS, start=start, epochs=60, learning_rate=0.02)


def test_it_learns(trained: TrainedTagger) -> None:
    example = DOCUMENTS[1]
    words, _ = tokenize(example["text"])
    (found,) = tag(trained, [words])
    assert [(" ".join(words[s.start : s.end]), s.kind) for s in found] == [
        ("gradient descent", "method"),
        ("sparsity", "concept"),
        ("Carl Gauss", "person"),
    ]


def bytes_of(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in sorted(folder.iterdir())}


def test_the_same_seed_gives_the_same_bytes(
    start: TrainedTagger, tmp_path: Path
) -> None:
    for name, seed in (("a", 3), ("b", 3), ("c", 4)):
        save(train.train(DOCUMENTS, start=start, epochs=2, seed=seed), tmp_path / name)
    assert bytes_of(tmp_path / "a") == bytes_of(tmp_path / "b")
    assert bytes_of(tmp_path / "a") != bytes_of(tmp_path / "c")


def test_training_leaves_the_start_alone(start: TrainedTagger) -> None:
    before = start.model.layers[0].to_bytes()
    train.train(DOCUMENTS, start=start, epochs=1)
    assert start.model.layers[0].to_bytes() == before


def test_unfit_mentions_are_left_out(start: TrainedTagger) -> None:
    odd = {
        "text": "inseparable words",
        "mentions": [
            {"start": 2, "end": 5, "kind": "method"},
            {"start": 0, "end": 11, "kind": "dataset"},
        ],
    }
    assert train.train([odd], start=start, epochs=1).rows == start.rows


def test_what_is_saved_is_what_is_read(trained: TrainedTagger, tmp_path: Path) -> None:
    save(trained, tmp_path / "model")
    words = [tokenize(d["text"])[0] for d in DOCUMENTS]
    places = [
        [(s.start, s.end, s.kind) for s in spans] for spans in tag(trained, words)
    ]
    again = tag(read(tmp_path / "model"), words)
    assert [[(s.start, s.end, s.kind) for s in spans] for spans in again] == places


def test_the_command(start: TrainedTagger, tmp_path: Path) -> None:
    save(start, tmp_path / "start")
    gold = tmp_path / "gold.jsonl"
    gold.write_text("\n".join(json.dumps(d) for d in DOCUMENTS) + "\n\n", "utf-8")
    out = tmp_path / "model"
    options = ["--out", str(out), "--start", str(tmp_path / "start"), "--epochs", "1"]
    result = CliRunner().invoke(train.app, [str(gold), *options])
    assert result.exit_code == 0
    assert "kg_tagger" in load(out).pipe_names
