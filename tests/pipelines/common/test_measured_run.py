import subprocess
import sys

import pytest

from pipelines.common.measured_run import measured_run


def test_memory_is_that_of_all_processes_together():
    """A parent and a child hold 60 MB each until the child is done."""
    hold = "import sys, time; held = bytearray(60_000_000); "
    child = hold + "time.sleep(0.5)"
    parent = (
        hold + f"import subprocess; subprocess.run([sys.executable, '-c', {child!r}])"
    )
    run = measured_run([sys.executable, "-c", parent])
    assert run.megabytes is not None
    assert 120 < run.megabytes < 400
    assert run.seconds > 0


def test_a_command_that_fails_is_an_error():
    with pytest.raises(subprocess.CalledProcessError):
        measured_run([sys.executable, "-c", "raise SystemExit(3)"])
