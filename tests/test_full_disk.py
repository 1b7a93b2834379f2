"""No file can be longer than so many bytes, as on a disk that is full at that point."""

import json
import sys
from contextlib import contextmanager

import pytest

from kg.cli.app import main

resource = pytest.importorskip("resource", reason="limits of POSIX")

RECORD = {
    "title": "Optimal transport by gradient descent",
    "abstract": "We study optimal transport with gradient descent at ETH Zurich.",
    "authors": ["Ada Holm", "Uwe Kern"],
}


@contextmanager
def _files_of_at_most(size):
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def _run(monkeypatch, *arguments):
    monkeypatch.setattr(sys, "argv", ["kg", *map(str, arguments)])
    with pytest.raises(SystemExit) as stopped:
        main()
    return stopped.value.code


@pytest.fixture
def corpus(tmp_path):
    path = tmp_path / "r.jsonl"
    path.write_text("".join(f"{json.dumps({**RECORD, 'year': y})}\n" for y in (1, 2)))
    return path


def test_wherever_the_disk_is_full_it_is_said_and_nothing_is_left(
    corpus, tmp_path, monkeypatch, capsys
):
    out = tmp_path / "new" / "out"
    command = ("build", corpus, "--out", out, "--jobs", 1, "-q")
    # From nothing to more than the largest file has: it comes to an end.
    size = 0
    with _files_of_at_most(size):
        status = _run(monkeypatch, *command)
    sizes = 0
    while status != 0:
        sizes += 1
        assert status == 1
        message = capsys.readouterr().err
        assert message.startswith("error: ")
        assert "File too large" in message
        assert not out.parent.exists()
        size = size * 3 or 2000
        with _files_of_at_most(size):
            status = _run(monkeypatch, *command)
    assert sizes > 4
    assert not (out / "kg.duckdb.wal").exists()


def test_what_stood_there_stays_as_it_was(corpus, tmp_path, monkeypatch, capsys):
    out = tmp_path / "out"
    assert _run(monkeypatch, "build", corpus, "--out", out, "--jobs", 1, "-q") == 0
    before = {path.name: path.read_bytes() for path in out.iterdir()}
    for size in (3000, 30_000, 1_000_000):
        with _files_of_at_most(size):
            assert _run(monkeypatch, "build", corpus, "--out", out, "-q") == 1
        assert {path.name: path.read_bytes() for path in out.iterdir()} == before
    for form in ("graphml", "gexf", "html"):
        target = tmp_path / f"x.{form}"
        asked = ("export", "--format", form, "--store", out, "--output", target)
        with _files_of_at_most(100):
            assert _run(monkeypatch, *asked) == 1
        assert not target.exists()
    assert "File too large" in capsys.readouterr().err
