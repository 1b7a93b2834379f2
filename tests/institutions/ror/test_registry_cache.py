import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from kg.errors import RegistryError
from kg.institutions.ror import registry_cache
from kg.institutions.ror.registry_cache import NAME, load_linker, load_registry
from kg.institutions.ror.registry_file import registry_digest

TOWNS = ["Alford", "Bexhill", "Crewe", "Exmoor", "Falmouth", "Girton", "Hythe", "Rye"]


@pytest.fixture
def registry(tmp_path):
    path = tmp_path / "ror.jsonl"
    rows = [{"id": town, "name": f"University of {town}"} for town in TOWNS]
    lines = [*map(json.dumps, rows), '{"id": 5}']
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


@pytest.fixture
def unread(monkeypatch):
    """Say that no registry may be read any more."""

    def forbid():
        monkeypatch.setattr(registry_cache, "read_registry", None)

    return forbid


@pytest.mark.parametrize("file", [True, False])
def test_what_was_kept_is_not_read_again(registry, tmp_path, unread, file):
    cache = tmp_path / "kept" if file else tmp_path
    first = load_registry(registry, cache=cache)
    unread()
    second = load_registry(registry, cache=cache)
    assert first.note is second.note is None
    assert second.remarks == first.remarks
    assert [each.line for each in second.remarks] == [9]
    assert second.arrays.ids == first.arrays.ids


def test_the_answers_are_the_same(registry, tmp_path):
    text = "Dept. of Physics, Univ. of Rye, and Google"
    linkers = [load_linker(registry, cache=c) for c in (None, tmp_path, tmp_path)]
    first, *others = [each.link(text) for each in linkers]
    assert others == [first, first]
    assert [path.name for path in tmp_path.iterdir() if path != registry] == [NAME]


def test_the_same_registry_gives_the_same_bytes(registry, tmp_path):
    moved = tmp_path / "moved.jsonl"
    moved.write_bytes(registry.read_bytes())
    for path, name in [(registry, "a"), (moved, "b")]:
        load_registry(path, cache=tmp_path / name)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()
    (remark,) = load_registry(moved, cache=tmp_path / "a").remarks
    assert remark.source == "moved.jsonl"


def test_a_damaged_one_is_made_anew_and_told(registry, tmp_path):
    cache = tmp_path / NAME
    load_registry(registry, cache=cache)
    whole = cache.read_bytes()
    for damaged in (b"", whole[: len(whole) // 2], whole[:-1] + b"?", b"\x80pickle"):
        cache.write_bytes(damaged)
        found = load_registry(registry, cache=cache)
        assert found.note is not None
        assert "made anew: it is damaged" in found.note.reason
        assert cache.read_bytes() == whole


def test_one_of_another_registry_is_made_anew(registry, tmp_path, monkeypatch):
    load_registry(registry, cache=tmp_path)
    registry.write_text('{"id": "x", "name": "University of Thaxted"}', "utf-8")
    found = load_registry(registry, cache=tmp_path)
    assert found.arrays.ids == ["x"]
    assert "another" in found.note.reason
    monkeypatch.setattr(registry_cache, "VERSION", -1)
    assert "another" in load_registry(registry, cache=tmp_path).note.reason


def test_parts_that_do_not_fit_are_told(registry, tmp_path, monkeypatch):
    monkeypatch.setattr(registry_cache, "write_arrays", without_ids)
    load_registry(registry, cache=tmp_path)
    assert "fit together" in load_registry(registry, cache=tmp_path).note.reason


def without_ids(out, values, *, key, write=registry_cache.write_arrays):
    write(out, values | {"ids": []}, key=key)


def test_what_cannot_be_kept_is_told(registry, tmp_path):
    found = load_registry(registry, cache=registry / "folder")
    assert "cannot be kept" in found.note.reason
    assert found.arrays.ids == TOWNS


def test_what_has_to_be_read_can_be_kept_in_another_place(registry, tmp_path, unread):
    cache, fresh = tmp_path / "old", tmp_path / "new"
    load_registry(registry, cache=cache, fresh=fresh)
    assert fresh.is_file()
    assert not cache.exists()
    unread()
    assert load_registry(registry, cache=fresh).arrays.ids == TOWNS


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_is_not_waited_for(registry, tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(RegistryError, match="neither a file"):
        load_registry(pipe, cache=tmp_path)
    found = load_registry(registry, cache=pipe)
    assert "no file" in found.note.reason
    assert pipe.is_file()


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no such device here")
def test_a_device_without_end_is_no_registry(tmp_path):
    link = tmp_path / "ror.jsonl"
    link.symlink_to("/dev/zero")
    for path in (Path("/dev/zero"), link):
        with pytest.raises(RegistryError, match="neither a file"):
            load_registry(path, cache=None)


def test_a_registry_that_changes_while_it_is_read_is_an_error(registry, tmp_path):
    digest = registry_digest(registry)
    registry.write_text('{"id": "x", "name": "University of Thaxted"}', "utf-8")
    with pytest.raises(RegistryError, match="changed"):
        load_registry(registry, cache=tmp_path / "kept", digest=digest)
    assert not (tmp_path / "kept").exists()


def test_a_registry_that_is_not_there(tmp_path):
    for cache in (None, tmp_path):
        with pytest.raises(RegistryError, match="none"):
            load_registry(tmp_path / "none", cache=cache)


def test_what_was_kept_can_be_read_by_all_and_stands_alone(registry, tmp_path):
    command = [sys.executable, "-c", "import os; print(os.getpid())"]
    dead = subprocess.run(command, capture_output=True, text=True, check=True)
    cache = tmp_path / "cache"
    cache.mkdir()
    (cache / f".partial-{int(dead.stdout)}-1-0123456789abcdef").touch()
    load_registry(registry, cache=cache)
    assert [path.name for path in cache.iterdir()] == [NAME]
    if os.name != "nt":
        assert (cache / NAME).stat().st_mode & 0o777 == 0o644


STOPPED = """
import signal, sys
from pathlib import Path
from kg.institutions.ror import registry_cache
from kg.stopping import obey_signals

def write(out, *_, **__):
    out.write(b"half")
    signal.raise_signal(signal.SIGTERM)
    signal.pause()

registry_cache.write_arrays = write
obey_signals()
registry_cache.load_registry(Path(sys.argv[1]), cache=Path(sys.argv[2]))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_who_is_stopped_while_a_registry_is_kept_leaves_nothing(registry, tmp_path):
    cache = tmp_path / "cache"
    cache.mkdir()
    command = [sys.executable, "-c", STOPPED, str(registry), str(cache)]
    done = subprocess.run(command, capture_output=True)
    assert (done.returncode, done.stderr) == (143, b"")
    assert list(cache.iterdir()) == []
