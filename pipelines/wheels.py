"""Tell whether kg can be installed everywhere without a compiler.

    python -m pipelines.wheels [--only "macOS Intel"]

Reads: the run-time dependencies in pyproject.toml, and the package index that pip is
set up for; nothing is installed. Prints: for each system and version of Python how many
packages pip takes, all as wheels, or which one has none. Exit status 1 if any is
missing.

pip chooses wheels for another system by its tags, but reads the conditions on
dependencies ("; sys_platform == 'win32'") as for this one. So what only the other
system needs is looked up in what pip chose, and asked for in a second round.
"""

import json
import re
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

import typer
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from kg.errors import KGError
from pipelines.common.command import run

PYTHONS = ("3.11", "3.12", "3.13", "3.14")

_PROJECT = Path(__file__).parents[1] / "pyproject.toml"
_MISSING = re.compile(r"No matching distribution found for (\S+)|ResolutionImpossible")

Report = dict[str, Any]
Resolve = Callable[[Sequence[str], "System", str], Report]


@dataclass(frozen=True, slots=True)
class System:
    """An operating system on a processor: tags of its wheels, and what markers see."""

    name: str
    tags: tuple[str, ...]
    sys_platform: str
    platform_system: str
    platform_machine: str
    os_name: str = "posix"


def _manylinux(processor: str) -> tuple[str, ...]:
    """Return the tags of wheels for glibc 2.28 (Debian 10, RHEL 8) and older."""
    versions = [f"manylinux_2_{minor}_{processor}" for minor in range(28, 16, -1)]
    return (*versions, f"manylinux2014_{processor}")


SYSTEMS = (
    System("Linux x86-64", _manylinux("x86_64"), "linux", "Linux", "x86_64"),
    System("Linux arm64", _manylinux("aarch64"), "linux", "Linux", "aarch64"),
    System("macOS arm64", ("macosx_14_0_arm64",), "darwin", "Darwin", "arm64"),
    System("macOS Intel", ("macosx_14_0_x86_64",), "darwin", "Darwin", "x86_64"),
    System("Windows", ("win_amd64",), "win32", "Windows", "AMD64", "nt"),
)


class MissingWheelError(KGError):
    """A package, or a version of it that fits the others, has no wheel."""


def main(
    only: Annotated[
        str | None, typer.Option(help="One system, by the name in the table.")
    ] = None,
) -> None:
    """Resolve the dependencies for each system and Python, and print the table."""
    names = [system.name for system in SYSTEMS]
    if only is not None and only not in names:
        raise KGError(f"--only {only!r}: known are {', '.join(names)}")
    wanted = tomllib.loads(_PROJECT.read_text("utf-8"))["project"]["dependencies"]
    print(f"{'':14}" + "".join(f"Python {python:<14}" for python in PYTHONS))
    complete = True
    for system in SYSTEMS:
        if only in (None, system.name):
            cells = [describe(wanted, system, python) for python in PYTHONS]
            complete &= all(cell.endswith("wheels") for cell in cells)
            print(f"{system.name:14}" + "".join(f"{cell:21}" for cell in cells))
    sys.exit(0 if complete else 1)


def describe(
    wanted: Sequence[str], system: System, python: str, resolve: Resolve | None = None
) -> str:
    """Return how many wheels `wanted` comes to, or what is missing.

    `resolve` is `resolve_by_pip`, or stands in for it.
    """
    try:
        chosen = resolve_all(wanted, system, python, resolve or resolve_by_pip)
    except MissingWheelError as error:
        return f"no {error}"
    return f"{len(chosen)} wheels"


def resolve_all(
    wanted: Sequence[str], system: System, python: str, resolve: Resolve
) -> tuple[str, ...]:
    """Return the names of all packages that a system needs, sorted.

    Raises:
        MissingWheelError: one of them has no wheel there.
    """
    asked = list(wanted)
    while True:
        packages = resolve(asked, system, python)["install"]
        chosen = {canonicalize_name(each["metadata"]["name"]) for each in packages}
        missing = _needed_there(packages, system, python) - chosen
        if not missing:
            return tuple(sorted(chosen))
        asked += sorted(missing)


def _needed_there(packages: Iterable[Report], system: System, python: str) -> set[str]:
    """Return the names of what chosen packages require on a system."""
    environment = {
        "sys_platform": system.sys_platform,
        "platform_system": system.platform_system,
        "platform_machine": system.platform_machine,
        "os_name": system.os_name,
        "python_version": python,
        "python_full_version": f"{python}.0",
        "extra": "",
    }
    required = [
        Requirement(text)
        for each in packages
        for text in each["metadata"].get("requires_dist", ())
    ]
    return {
        canonicalize_name(each.name)
        for each in required
        if each.marker is None or each.marker.evaluate(environment)
    }


def resolve_by_pip(wanted: Sequence[str], system: System, python: str) -> Report:
    """Return pip's report of what it would install, from wheels alone.

    Raises:
        MissingWheelError: named for the package that has none.
        KGError: pip fails for another reason.
    """
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "report.json"
        command = [
            *(sys.executable, "-m", "pip", "install", "--dry-run", "--quiet"),
            *("--ignore-installed", "--only-binary=:all:", "--implementation=cp"),
            *(f"--python-version={python}", f"--target={folder}/none"),
            *(f"--platform={tag}" for tag in system.tags),
            *("--report", str(path), *wanted),
        ]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode == 0:
            report: Report = json.loads(path.read_text("utf-8"))
            return report
    raise read_failure(done.stderr)


def read_failure(said: str) -> KGError:
    """Return the error that pip's last words mean."""
    found = _MISSING.findall(said)
    if found:
        return MissingWheelError(found[-1] or "versions that fit")
    return KGError(f"pip could not resolve: {said.strip()[-300:]}")


if __name__ == "__main__":
    run(main)
