import json
import subprocess
import sys
from pathlib import Path

import pytest

from pipelines.code_structure import trace

FACE = "def main():\n    {last}\n"


def _trace(tmp_path, last):
    (tmp_path / "kg").mkdir()
    (tmp_path / "kg" / "__init__.py").write_text("")
    (tmp_path / "kg" / "face.py").write_text(FACE.format(last=last))
    return subprocess.run(
        [sys.executable, trace.__file__, "kg.face:main", "answer.json", "build"],
        env={"PYTHONPATH": str(tmp_path)},
        cwd=Path(tmp_path),
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("last", ["pass", "raise SystemExit(0)"])
def test_what_is_called_is_printed_when_the_command_ends_well(tmp_path, last):
    assert _trace(tmp_path, last).returncode == 0
    called = (tmp_path / "answer.json").read_text(encoding="utf-8")
    assert json.loads(called) == [["kg.face", "main"]]


def test_a_command_that_fails_fails(tmp_path):
    assert _trace(tmp_path, "raise SystemExit(1)").returncode == 1
    assert not (tmp_path / "answer.json").exists()
