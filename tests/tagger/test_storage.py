"""The shipped tagger as files, and how it fails when damaged."""

import json
import shutil
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from kg.errors import ModelError
from kg.tagger import load
from kg.tagger.storage import PACKAGED, model_digest, quantise, read, save


def test_bytes_are_near_the_vectors_they_stand_for() -> None:
    vectors = np.random.default_rng(0).standard_normal((5, 16)).astype("f")
    vectors[0] = 0
    numbers, scale = quantise(vectors)
    assert numbers.dtype == np.int8
    # Rounded to the next of 255 steps between the largest value and its negative.
    assert (np.abs(numbers * scale - vectors) <= scale / 2 + 1e-7).all()


def test_what_was_read_is_saved_as_the_same_bytes(tmp_path: Path) -> None:
    save(read(PACKAGED), tmp_path)
    names = sorted(path.name for path in PACKAGED.iterdir() if path.suffix != ".md")
    assert sorted(path.name for path in tmp_path.iterdir()) == names
    save(read(tmp_path), tmp_path / "again")
    for name in names:
        assert (tmp_path / "again" / name).read_bytes() == (
            tmp_path / name
        ).read_bytes()


def copied(folder: Path) -> Path:
    return Path(shutil.copytree(PACKAGED, folder / "model"))


def test_a_missing_model(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"no trained tagger.*model\.json"):
        load(tmp_path / "nowhere")


@pytest.mark.parametrize("name", ["weights.npz", "words.txt", "model.json"])
def test_a_missing_file(tmp_path: Path, name: str) -> None:
    folder = copied(tmp_path)
    (folder / name).unlink()
    for look in (load, model_digest):
        with pytest.raises(ModelError, match=name):
            look(folder)


@pytest.mark.parametrize("name", ["weights.npz", "words.txt", "model.json"])
def test_a_damaged_file(tmp_path: Path, name: str) -> None:
    folder = copied(tmp_path)
    (folder / name).write_bytes((folder / name).read_bytes()[:-100])
    for look in (load, model_digest):
        with pytest.raises(ModelError, match="damaged"):
            look(folder)


def test_the_digest_tells_taggers_apart_and_no_places(tmp_path: Path) -> None:
    trained = read(copied(tmp_path))
    assert model_digest(tmp_path / "model") == model_digest(PACKAGED)
    save(replace(trained, vectors=trained.vectors * 2), tmp_path / "model")
    assert model_digest(tmp_path / "model") != model_digest(PACKAGED)


def test_another_version(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    about = json.loads((folder / "model.json").read_text("utf-8"))
    (folder / "model.json").write_text(json.dumps(about | {"format": 999}), "utf-8")
    with pytest.raises(ModelError, match="format 999"):
        load(folder)


def test_the_shipped_model_is_small() -> None:
    assert sum(file.stat().st_size for file in PACKAGED.iterdir()) < 15_000_000
