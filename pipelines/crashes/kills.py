"""kg is killed at random moments, and what it leaves is looked at.

    python -m pipelines.crashes.kills OLD NEW [--count 100] [--seed 1]

OLD and NEW are two small inputs. In turns, a build of NEW into a folder that is not
there, a build of NEW over one of OLD, and an export over an older export are killed
(SIGKILL; the first process alone, or its whole group): half of them at any moment of
their time, half within 60 ms of their last step, the replacing of files. Then a question
is asked, as a user would; the files must be those of before or those of after, all of
them; the same command must succeed, and leave nothing but its files. Prints: a line a
kill, and a table. Needs signals and process groups.
"""

import hashlib
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from kg.errors import KGError
from kg.files.replacing import REPLACING, recover
from pipelines.common.command import run

LATE = 0.06  # seconds in which files are replaced, generously
_PAUSE = 0.001

Digests = Mapping[str, str]


class LeftError(KGError):
    """A killed process left what it must not."""


@dataclass(frozen=True, slots=True)
class Case:
    """A command that is killed over what is in `before`; it leaves what is in `after`.

    `last` is the pattern of the file that it writes last before it replaces others.
    """

    name: str
    arguments: Sequence[str]
    before: Path | None
    after: Path
    seconds: float
    last: str


def main(
    old: Annotated[Path, typer.Argument(help="What the folder was built from.")],
    new: Annotated[Path, typer.Argument(help="What it is built from when killed.")],
    count: Annotated[int, typer.Option(min=1, help="Kills.")] = 100,
    seed: Annotated[int, typer.Option(help="Of their moments.")] = 1,
) -> None:
    """Kill builds, rebuilds and exports at random moments, and look at what is left."""
    found: Counter[tuple[str, str]] = Counter()
    with tempfile.TemporaryDirectory() as name:
        cases = prepare(Path(name), old.absolute(), new.absolute())
        for number in range(count):
            case = cases[number % len(cases)]
            out = Path(name) / "killed" / "out"
            state, words = kill_once(case, out, random.Random(seed * 10_000 + number))
            found[case.name, state] += 1
            typer.echo(f"{number + 1:>4} {case.name:<8} {words:<32} {state}")
    for (name, state), times in sorted(found.items()):
        typer.echo(f"{name:<8} {state:<8} {times:>4}")


def prepare(folder: Path, old: Path, new: Path) -> list[Case]:
    """Make what the cases begin with, and what they must end with, in `folder`."""
    builds = {name: folder / "gold" / name for name in ("old", "new")}
    _kg("build", str(old), "--out", str(builds["old"]), "-q")
    seconds = _kg("build", str(new), "--out", str(builds["new"]), "-q")
    exports = {name: folder / "exported" / name for name in ("old", "new")}
    for name, path in exports.items():
        export_seconds = _kg(*_export(builds[name], path))
    kept = exports["new"] / "nodes.csv.edited"
    shutil.copy(exports["old"] / "nodes.csv", kept)
    shutil.copy(exports["old"] / "edges.csv", kept.with_name("edges.csv.edited"))
    build = ("build", str(new), "--out", "OUT", "-q")
    export = _export(builds["new"], Path("OUT"))
    report = ".partial-*/new/report.txt"
    return [
        Case("build", build, None, builds["new"], seconds, report),
        Case("rebuild", build, builds["old"], builds["new"], seconds, report),
        Case(
            *("export", export, exports["old"], exports["new"], export_seconds),
            last=".partial-*/new/edges.csv",
        ),
    ]


def kill_once(case: Case, out: Path, chance: random.Random) -> tuple[str, str]:
    """Kill a command once; return what was left, and how it was killed, in words.

    Raises:
        LeftError: files of both, of neither, or more than the next run should leave.
    """
    shutil.rmtree(out.parent, ignore_errors=True)
    out.parent.mkdir()
    if case.before:
        shutil.copytree(case.before, out)
    whole_group = chance.random() < 0.5
    is_late = chance.random() < 0.5
    moment = chance.uniform(0, LATE if is_late else case.seconds)
    _kill(case, out, moment, whole_group=whole_group, is_late=is_late)
    words = f"{'late + ' if is_late else ''}{moment:.3f} s{', group' * whole_group}"
    torn = ", put back" if (out / REPLACING).exists() else ""
    if out.exists() and case.name != "export":
        _kg("query", "search", "the", "--store", str(out), check=False)
    else:
        _recover(out)
    state = read_state(case, out, words)
    check_next(case, out, words)
    return state + torn, words


def read_state(case: Case, out: Path, words: str) -> str:
    """Return whether a folder has the files of before or of after.

    Raises:
        LeftError: of both, or of neither.
    """
    found = digests(out)
    if found == (digests(case.before) if case.before else {}):
        return "old"
    if found == digests(case.after):
        return "new"
    raise LeftError(f"{case.name} killed at {words} left {sorted(found)}")


def check_next(case: Case, out: Path, words: str) -> None:
    """Run a command to its end, and check that it leaves nothing but its files.

    Raises:
        LeftError: it fails, or leaves something else.
    """
    _kg(*_with_out(case.arguments, out))
    names = {path.name for path in out.iterdir()}
    if digests(out) != digests(case.after) or names != set(digests(case.after)):
        raise LeftError(f"{case.name} after {words} leaves {sorted(names)}")


def digests(folder: Path) -> Digests:
    """Return the SHA-256 of each file in a folder that is not hidden."""
    files = folder.iterdir() if folder.exists() else ()
    return {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(files)
        if not path.name.startswith(".")
    }


def _export(build: Path, out: Path) -> tuple[str, ...]:
    place = ("--store", str(build), "--output", str(out), "-q")
    return ("export", "--format", "csv", *place)


def _with_out(arguments: Sequence[str], out: Path) -> list[str]:
    return [str(out) if each == "OUT" else each for each in arguments]


def _command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "kg", *arguments]


def _kg(*arguments: str, check: bool = True) -> float:
    """Run kg to its end; return its seconds.

    Raises:
        LeftError: it fails, and that is to be checked.
    """
    begin = time.monotonic()
    command = _command(*arguments)
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if check and done.returncode:
        raise LeftError(f"{' '.join(arguments)}: {done.stderr}")
    return time.monotonic() - begin


def _recover(out: Path) -> None:
    if out.exists():
        recover(out)


def _kill(
    case: Case, out: Path, moment: float, *, whole_group: bool, is_late: bool
) -> None:
    command = _command(*_with_out(case.arguments, out))
    process = subprocess.Popen(
        command,
        start_new_session=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    while is_late and process.poll() is None and not list(out.glob(case.last)):
        time.sleep(_PAUSE)
    try:
        process.wait(moment)
    except subprocess.TimeoutExpired:
        kill = os.killpg if whole_group else os.kill
        kill(process.pid, signal.SIGKILL)
    process.wait()


if __name__ == "__main__":
    run(main)
