import re
import subprocess
import sys
from pathlib import Path

import pytest

from pipelines.crashes.operation_sweep import (
    FRESH,
    OLD,
    TornError,
    check_next,
    read_state,
    replace,
    write_files,
)

ROOT = Path(__file__).parents[3]


@pytest.mark.skipif(sys.platform == "win32", reason="needs fork")
def test_whatever_operation_fails_or_is_the_last_nothing_is_mixed():
    command = [sys.executable, "-m", "pipelines.crashes.operation_sweep"]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=True)
    rows = re.findall(
        r"(kill|fail) +(\d+) operations: new (\d+), old (\d+)", done.stdout
    )
    assert [way for way, *_ in rows] == ["kill", "fail"]
    for _, total, new, old in rows:
        assert int(new) + int(old) == int(total) > 20
        assert int(old) > int(new) > 1  # the last row is the one without interruption


def test_a_replacement_is_old_before_and_new_after_it(tmp_path):
    write_files(tmp_path, OLD)
    assert read_state(tmp_path, "before") == "old"
    replace(tmp_path)
    assert read_state(tmp_path, "after") == "new"
    check_next(tmp_path, "after")


def test_a_mixture_is_found(tmp_path):
    write_files(tmp_path, {**OLD, "a.txt": FRESH["a.txt"]})
    with pytest.raises(TornError, match="new a"):
        read_state(tmp_path, "now")
    with pytest.raises(TornError, match="leaves"):
        check_next(tmp_path, "now")
