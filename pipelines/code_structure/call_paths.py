"""How often one who follows a document through kg changes rooms.

A command is run, and every function of kg that is called is noted where it is called
first: this is the order in which a reader who follows the call with a finger meets the
functions. The way of a document is all that `kg build` calls for a record. The way of a
raw affiliation, or of a person, is what is called for a record that has one and is not
called for the same record without. What is counted on a way:

- moves: steps from a function of one room to a function of another;
- arrows: imports that lead from a module on the way to one of another room that is on
  the way too.
"""

import json
import os
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from pipelines.code_structure.modules import Module
from pipelines.code_structure.rooms import room_of

Call = tuple[str, str]
_BUILD = ("build", "{input}", "--out", "{out}", "--jobs", "1")
_INSTITUTIONS = ("institutions", "{input}")

_RAW = "Dept. of Mathematics, ETH Zürich, Switzerland"
_TEXT: dict[str, Any] = {
    "id": "1",
    "title": "Sparse regression",
    "abstract": "We study sparse regression by stochastic gradient descent.",
    "year": 2020,
}
_PERSON: dict[str, Any] = {**_TEXT, "authors": [{"name": "Ada M. Byron"}]}
_PLACED: dict[str, Any] = {
    **_TEXT,
    "authors": [{"name": "Ada M. Byron", "affiliations": [_RAW]}],
}


@dataclass(frozen=True, slots=True)
class Journey:
    """What is followed.

    Attributes:
        arguments: those of the command kg; {input} and {out} stand for paths.
        text: what the input holds.
        without: the same without what is followed; None if all calls count.
    """

    arguments: tuple[str, ...]
    text: str
    without: str | None = None


JOURNEYS = {
    "a document": Journey(_BUILD, json.dumps(_TEXT)),
    "a raw affiliation": Journey(_BUILD, json.dumps(_PLACED), json.dumps(_PERSON)),
    "a raw affiliation, by `kg institutions`": Journey(_INSTITUTIONS, _RAW),
    "a person": Journey(_BUILD, json.dumps(_PERSON), json.dumps(_TEXT)),
}


@dataclass(frozen=True, slots=True)
class Way:
    """The functions on the way, in the order in which they are met."""

    calls: tuple[Call, ...]

    @property
    def modules(self) -> set[str]:
        """The modules that it leads through."""
        return {module for module, _ in self.calls}

    @property
    def rooms(self) -> set[str]:
        """The rooms that it leads through."""
        return {room_of(module) for module in self.modules}

    @property
    def moves(self) -> int:
        """How often it leads from a room to another."""
        rooms = [room_of(module) for module, _ in self.calls]
        return sum(one != other for one, other in pairwise(rooms))

    def arrows(self, modules: Sequence[Module]) -> int:
        """Return how many imports lead from room to room along the way.

        Args:
            modules: those of the tree, on the way or not.
        """
        return sum(
            name in self.modules and room_of(name) != room_of(module.name)
            for module in modules
            if module.name in self.modules
            for name in set(module.imports)
        )


def follow(tree: Path, journey: Journey) -> Way:
    """Follow something through the kg of a tree."""
    calls = _called(tree, journey.arguments, journey.text)
    if journey.without is None:
        return Way(tuple(calls))
    passed = set(_called(tree, journey.arguments, journey.without))
    return Way(tuple(call for call in calls if call not in passed))


def _called(tree: Path, arguments: Sequence[str], text: str) -> list[Call]:
    """Return what a command calls, in a process that has called nothing before."""
    script = Path(__file__).with_name("trace.py")
    with tempfile.TemporaryDirectory() as folder:
        source, answer = Path(folder) / "records.jsonl", Path(folder) / "called.json"
        source.write_text(text + "\n", encoding="utf-8")
        paths = {"input": str(source), "out": str(Path(folder) / "out")}
        filled = [argument.format(**paths) for argument in arguments]
        subprocess.run(
            [sys.executable, script, _entry(tree), answer, *filled],
            env=_environment(tree),
            cwd=tree,
            stdout=subprocess.DEVNULL,
            check=True,
        )
        called: list[list[str]] = json.loads(answer.read_text(encoding="utf-8"))
    return [(module, function) for module, function in called]


def _environment(tree: Path) -> dict[str, str]:
    """Return an environment in which the tree's kg comes first.

    What PYTHONPATH holds stays: an older tree may need a library that is not installed
    any more.
    """
    paths = os.pathsep.join(filter(None, [str(tree), os.environ.get("PYTHONPATH")]))
    return {**os.environ, "PYTHONPATH": paths, "PYTHONHASHSEED": "0"}


def _entry(tree: Path) -> str:
    """Return what the command kg calls, as MODULE:FUNCTION."""
    project = tomllib.loads((tree / "pyproject.toml").read_text("utf-8"))["project"]
    return str(project["scripts"]["kg"])
