import random
import sys
from dataclasses import replace

import pytest

from pipelines.crashes import kills
from pipelines.crashes.kills import Case, LeftError, check_next, kill_once, read_state
from pipelines.crashes.operation_sweep import write_files

OLD = {"a.txt": "old", "b.txt": "old"}
NEW = {"a.txt": "new", "b.txt": "new", "c.txt": "new"}

# In place of kg: replaces files as a build does, in a hundredth of its time.
REPLACE = f"""
import sys
from pathlib import Path
from kg.files.replacing import put_in_place
from kg.files.staging import staging_folder
from pipelines.crashes.operation_sweep import write_files
with staging_folder(Path(sys.argv[1])) as made:
    write_files(made, {NEW})
    put_in_place(made)
"""


@pytest.fixture
def case(tmp_path, monkeypatch):
    monkeypatch.setattr(
        kills, "_command", lambda out: [sys.executable, "-c", REPLACE, out]
    )
    for name, files in {"old": OLD, "new": NEW}.items():
        (tmp_path / name).mkdir()
        write_files(tmp_path / name, files)
    place = {"before": tmp_path / "old", "after": tmp_path / "new"}
    last = ".partial-*/new/c.txt"
    return Case("export", ("OUT",), **place, seconds=0.2, last=last)


@pytest.mark.parametrize("seed", range(4))
def test_what_is_killed_leaves_the_old_or_the_new(case, tmp_path, seed):
    state, _ = kill_once(case, tmp_path / "killed" / "out", random.Random(seed))
    assert state.partition(",")[0] in ("old", "new")


def test_a_mixture_or_a_leftover_is_found(case, tmp_path):
    out = tmp_path / "out"
    out.mkdir()
    write_files(out, {**OLD, "c.txt": "new"})
    with pytest.raises(LeftError, match=r"left .*c\.txt"):
        read_state(case, out, "now")
    (out / "c.txt").unlink()
    write_files(out, {".partial-mine": "somebody's"})
    assert read_state(case, out, "now") == "old"
    with pytest.raises(LeftError, match=r"leaves .*partial"):
        check_next(case, out, "now")


def test_a_folder_that_was_not_there_is_the_old_state(case, tmp_path):
    assert read_state(replace(case, before=None), tmp_path / "none", "now") == "old"
