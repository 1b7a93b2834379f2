"""Equal input, equal output: the bytes of every file, and of the store every row."""

import json
import os
import subprocess
import sys
from pathlib import Path

from kg.build import build_graph
from kg.files.output_names import OUTPUTS
from kg.store.connection import connect

ROOT = Path(__file__).parents[1]
EXAMPLES = sorted(str(path) for path in (ROOT / "examples").iterdir())
ABSTRACT = "We study gradient descent for two-layer neural networks with few weights."


def _texts(out):
    """Return the bytes of each output, the store among them."""
    return {name: (out / name).read_bytes() for name in OUTPUTS}


def _rows(out):
    """Return the columns and the rows of each table of a store, as they stand there."""
    with connect(out) as connection:
        tables = [name for (name,) in connection.execute("SHOW TABLES").fetchall()]
        return {
            name: [
                connection.execute(f"DESCRIBE {name}").fetchall(),
                *connection.execute(f"FROM {name}").fetchall(),
            ]
            for name in tables
        }


def _assert_equal(one, two):
    # Rows first: where they differ they say more than the bytes of a file.
    ours, theirs = _rows(one), _rows(two)
    assert list(ours) == list(theirs)
    for name, rows in ours.items():
        assert rows == theirs[name], name
    texts = _texts(two)
    assert [name for name, text in _texts(one).items() if text != texts[name]] == []


def _build_elsewhere(inputs, out, seed):
    command = [sys.executable, "-m", "kg", "build", *inputs, "--out", str(out)]
    environment = os.environ | {"PYTHONHASHSEED": seed}
    subprocess.run(command, env=environment, check=True, capture_output=True, cwd=ROOT)


def test_the_same_input_gives_the_same_bytes_and_rows(tmp_path):
    """Whatever the hash seed and the order of the files (jobs: see test_pipeline)."""
    _build_elsewhere([*EXAMPLES, "--jobs", "2"], tmp_path / "a", "1")
    _build_elsewhere([*EXAMPLES[::-1], "--jobs", "1"], tmp_path / "b", "2")
    _assert_equal(tmp_path / "a", tmp_path / "b")
    assert sum(map(len, _rows(tmp_path / "a").values())) > 1000


def test_networks_drawn_side_by_side_are_the_same(tmp_path, monkeypatch):
    record = {
        "title": "Steps",
        "abstract": ABSTRACT,
        "authors": ["Ada Byron", "C. Ito"],
    }
    (tmp_path / "one.jsonl").write_text(json.dumps(record), encoding="utf-8")
    build_graph(tmp_path / "one.jsonl", tmp_path / "one", jobs=1)
    monkeypatch.setattr("kg.exports.batch._SMALL", 0)
    build_graph(tmp_path / "one.jsonl", tmp_path / "two", jobs=2)
    _assert_equal(tmp_path / "one", tmp_path / "two")
