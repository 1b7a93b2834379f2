"""How often one who follows a document through kg changes rooms.

A record is built into a graph, and every function of kg that is called is noted where
it is called first: this is the order in which a reader who follows the call with a
finger meets the functions. The way of a document is all of them. The way of a raw
affiliation, or of a person, is what is called for a record that has one and is not
called for the same record without. A move is a step from a function of one room to a
function of another.
"""

import json
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from pipelines.house.rooms import room_of

Call = tuple[str, str]

_TEXT = {
    "id": "1",
    "title": "Sparse regression",
    "abstract": "We study sparse regression by stochastic gradient descent.",
    "year": 2020,
}
_PERSON = {"name": "Ada M. Byron"}
_PLACED = _PERSON | {"affiliations": ["Dept. of Mathematics, ETH Zürich, Switzerland"]}
RECORDS: dict[str, tuple[dict[str, Any], dict[str, Any] | None]] = {
    "a document": (_TEXT, None),
    "a raw affiliation": (
        _TEXT | {"authors": [_PLACED]},
        _TEXT | {"authors": [_PERSON]},
    ),
    "a person": (_TEXT | {"authors": [_PERSON]}, _TEXT),
}
"""What is followed: a record that has it, and the same without; none: all counts."""


@dataclass(frozen=True, slots=True)
class Way:
    """The functions on the way, in the order in which they are met."""

    calls: tuple[Call, ...]

    @property
    def rooms(self) -> int:
        """How many rooms it leads through."""
        return len({room_of(module) for module, _ in self.calls})

    @property
    def modules(self) -> int:
        """How many modules it leads through."""
        return len({module for module, _ in self.calls})

    @property
    def moves(self) -> int:
        """How often it leads from one room to another."""
        rooms = [room_of(module) for module, _ in self.calls]
        return sum(one != other for one, other in pairwise(rooms))


def follow(tree: Path, name: str) -> Way:
    """Follow one of `RECORDS` through the kg of a tree."""
    record, without = RECORDS[name]
    passed = set(_called(tree, without)) if without else set()
    return Way(tuple(call for call in _called(tree, record) if call not in passed))


def _called(tree: Path, record: dict[str, Any]) -> Sequence[Call]:
    """Return what a build of one record calls, in a process that has done nothing."""
    script = Path(__file__).with_name("trace.py")
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "records.jsonl"
        source.write_text(json.dumps(record) + "\n", encoding="utf-8")
        done = subprocess.run(
            [sys.executable, script, _entry(tree), source, Path(folder) / "out"],
            env={"PYTHONPATH": str(tree), "PYTHONHASHSEED": "0"},
            cwd=tree,
            stdout=subprocess.PIPE,
            text=True,
            check=True,
        )
    # The build says what it did before the list.
    calls: list[list[str]] = json.loads(done.stdout.splitlines()[-1])
    return [(module, function) for module, function in calls]


def _entry(tree: Path) -> str:
    """Return what the command kg calls, as MODULE:FUNCTION."""
    project = tomllib.loads((tree / "pyproject.toml").read_text("utf-8"))["project"]
    return str(project["scripts"]["kg"])
