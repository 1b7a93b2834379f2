import subprocess
import sys

import pytest

from pipelines.common.measured_run import measured_run

HOLDER = """
import subprocess, sys
from pathlib import Path

held = bytearray(60_000_000)
folder, *children = sys.argv[1:]
if children:
    subprocess.run([sys.executable, "-c", children[0], folder], check=True)
else:
    Path(folder, "held").touch()
    while not Path(folder, "measured").exists():
        pass
"""


def test_memory_is_that_of_all_processes_together(tmp_path, monkeypatch):
    """A parent and a child hold 60 MB each until both have been looked at."""
    held = [False]

    def pause(_seconds):
        if held[-1]:  # already at the look before
            (tmp_path / "measured").touch()
        held.append((tmp_path / "held").exists())

    monkeypatch.setattr("pipelines.common.measured_run.time.sleep", pause)
    run = measured_run([sys.executable, "-c", HOLDER, str(tmp_path), HOLDER])
    assert run.megabytes is not None
    assert 120 < run.megabytes < 400
    assert run.seconds > 0


def test_a_command_that_fails_is_an_error():
    with pytest.raises(subprocess.CalledProcessError):
        measured_run([sys.executable, "-c", "raise SystemExit(3)"])
