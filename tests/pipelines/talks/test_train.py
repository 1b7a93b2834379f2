import gzip
import json
import random

import pytest

from kg.sources.pages.cue_words import CohesionModel
from pipelines.talks import cue_weights, train

MODEL = CohesionModel(opening={"b": 1.0, "a": 2.0}, closing={}, boundary={}, idf={})


def test_a_model_is_stored_in_alphabetical_order():
    tables = train.stored(MODEL)
    assert list(tables) == ["boundary", "closing", "idf", "opening", "tail"]
    assert list(tables["opening"]) == ["a", "b"]


@pytest.fixture
def collections(tmp_path, monkeypatch):
    """Two small collections, and parts of them in proportion."""
    for module, name, value in (
        (train, "_CUES", 20),
        (train, "_A_SIZE", 20),
        (train, "_BOUNDARIES", 0),
        (train, "_TESTING", 80),
        (train, "_SIZES", (10, 10)),
        (train, "TAILS", 20),
        (cue_weights, "TAILS", 20),
        (cue_weights, "_CUES", 200),
        (cue_weights, "SHORT_TALKS", 10),
    ):
        monkeypatch.setattr(module, name, value)
    draw = random.Random(0)
    words = [a + b for a in ("mo", "re", "ta", "ki") for b in ("ly", "st", "nd", "ve")]
    for name in train.COLLECTIONS:
        lines = []
        for _ in range(110):
            said = [" ".join(draw.choices(words, k=12)).capitalize() for _ in range(6)]
            record = {
                "title": " ".join(draw.choices(words, k=4)),
                "abstract": ". ".join(["In this paper we study " + said[0], *said])
                + ".",
                "authors": ["Ana Lima", "Rui Costa"],
                "affiliations": ["Porto"],
                "venue": "Letters",
            }
            lines.append(json.dumps(record))
        packed = gzip.compress("\n".join(lines).encode())
        (tmp_path / f"{name}.jsonl.gz").write_bytes(packed)
    return tmp_path


def test_the_command_learns_tests_and_writes_the_same_each_time(collections, capsys):
    for name in ("a.json", "b.json"):
        train.main(collections, collections / name, seed=3)
    rows = capsys.readouterr().out.splitlines()
    assert rows[:3] == rows[3:]
    assert [row.split()[0] for row in rows[:3]] == [
        "boundaries:",
        "documents",
        "documents",
    ]
    stored = json.loads((collections / "a.json").read_text(encoding="utf-8"))
    assert stored["source"].startswith("learned by pipelines.talks.train")
    assert all(stored[table] for table in ("boundary", "closing", "opening", "tail"))
    assert (collections / "a.json").read_bytes() == (
        collections / "b.json"
    ).read_bytes()
