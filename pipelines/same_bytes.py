"""Whether a build's files are the same bytes wherever and however it runs.

    python -m pipelines.same_bytes [INPUT…]

Builds INPUT (by default the examples) once for reference, then once with each of: other
kernels and threads of the linear algebra library, another hash seed, one process and
two, another folder for the outputs, another working folder, and inputs named absolutely,
relatively and in another order. Prints: a line each, with the files that differ.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated

import typer

from kg.errors import KGError
from pipelines.common.command import run
from pipelines.crashes.kills import digests

EXAMPLES = Path("examples")


class BuildError(KGError):
    """A build that is to be compared failed."""


@dataclass(frozen=True, slots=True)
class Way:
    """How a build is run: `options` of kg, and what is set in its environment."""

    name: str
    options: Sequence[str] = ()
    environment: Mapping[str, str] = field(default_factory=dict)
    relative: bool = False
    reverse: bool = False


WAYS = (
    *(
        Way(f"kernels of {kernel}", environment={"OPENBLAS_CORETYPE": kernel})
        for kernel in (
            "Prescott",
            "Nehalem",
            "Sandybridge",
            "Haswell",
            "Zen",
            "SkylakeX",
        )
    ),
    Way("one thread", environment={"OPENBLAS_NUM_THREADS": "1"}),
    Way("four threads", environment={"OPENBLAS_NUM_THREADS": "4"}),
    Way("hash seed 1", environment={"PYTHONHASHSEED": "1"}),
    Way("hash seed 2", environment={"PYTHONHASHSEED": "2"}),
    Way("--jobs 1", options=("--jobs", "1")),
    Way("--jobs 2", options=("--jobs", "2")),
    Way("relative paths, there", relative=True),
    Way("inputs reversed", reverse=True),
)


def main(
    inputs: Annotated[list[Path] | None, typer.Argument(help="What to build.")] = None,
) -> None:
    """Build in all ways, and print what differs."""
    paths = inputs or sorted(EXAMPLES.iterdir())
    found = compare(paths, WAYS)
    for name, differing in found.items():
        typer.echo(f"{name:<24}{', '.join(differing) or 'the same bytes'}")
    if any(found.values()):
        raise typer.Exit(1)


def compare(paths: Sequence[Path], ways: Sequence[Way]) -> dict[str, list[str]]:
    """Return, by the name of each way, the files that differ from the reference.

    Raises:
        BuildError: a build failed.
    """
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        wanted = digests(build(paths, folder / "reference", Way("reference")))
        found = {}
        for number, way in enumerate(ways):
            # Another name, and another depth, each time.
            out = folder / ("x" * (number + 1)) / "out put"
            made = digests(build(paths, out, way))
            files = sorted(wanted.keys() | made.keys())
            found[way.name] = [f for f in files if wanted.get(f) != made.get(f)]
    return found


def build(paths: Sequence[Path], out: Path, way: Way) -> Path:
    """Build in one way; return the folder of the outputs.

    Raises:
        BuildError: it failed.
    """
    given = [path.absolute() for path in paths]
    start = Path(os.path.commonpath([path.parent for path in given]))
    named = [str(each.relative_to(start) if way.relative else each) for each in given]
    order = named[::-1] if way.reverse else named
    command = [sys.executable, "-m", "kg", "build", *order, "--out", str(out), "-q"]
    done = subprocess.run(
        [*command, *way.options],
        cwd=start if way.relative else None,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), **way.environment},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise BuildError(f"{way.name}: {done.stderr}")
    return out


if __name__ == "__main__":
    run(main)
