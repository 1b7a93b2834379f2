"""Replacing files fails, or is killed, at its first operation, its second, and so on.

    python -m pipelines.crashes.operation_sweep

An operation is what Python reports of the file system (`sys.addaudithook`): opening,
renaming, making, removing. The replacement runs in a process of its own, which ends
without a word (as by SIGKILL) or gets an error (as of a full disk) at its n-th
operation, for every n until it is done. After each it is looked at whether the folder
has all old files or all new ones, at once after an error and after `recover` where the
process was killed; whether the next replacement succeeds; and whether nothing is left
over. Prints: a table. Needs fork.
"""

import errno
import os
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Literal

import typer

from kg.errors import KGError
from kg.files.replacing import put_in_place, recover
from kg.files.staging import plan_setting_aside, staging_folder
from pipelines.common.command import run

Way = Literal["kill", "fail"]
State = Literal["old", "new"]
Files = Mapping[str, str]

OLD = {"a.txt": "old a", "b.txt": "by hand", "c.txt": "old c", "mine.txt": "mine"}
FRESH = {"a.txt": "new a", "b.txt": "new b", "d.txt": "new d"}
NEW = {**OLD, **FRESH, "b.txt.edited": "by hand"}
# What a build before the next one may leave besides: it keeps b.txt once more.
AGAIN = {**NEW, "b.txt.edited-2": "new b"}

_CHANGES = ("os.rename", "os.mkdir", "os.rmdir", "os.remove", "open", "os.open")
_KILLED = 9


class TornError(KGError):
    """A folder has files of two builds."""


def main() -> None:
    """Sweep both ways, and print what was found after each."""
    for way in ("kill", "fail"):
        states = sweep(way)
        counts = ", ".join(f"{state} {n}" for state, n in sorted(states.items()))
        typer.echo(f"{way:<6}{states.total():>4} operations: {counts}, mixed 0")


def sweep(way: Way) -> Counter[State]:
    """Count how a folder was found after each operation, until all of them are done.

    Raises:
        TornError: once it had files of both, or the next replacement did not succeed.
    """
    states: Counter[State] = Counter()
    for number in range(1, 1000):
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            write_files(folder, OLD)
            done = _replace_in_process(folder, way, number)
            if way == "kill":
                recover(folder)
            states[read_state(folder, f"{way} at operation {number}")] += 1
            replace(folder)
            check_next(folder, f"after {way} at operation {number}")
        if done:
            return states
    raise TornError("the replacement has no end")


def replace(folder: Path) -> None:
    """Replace files as a build does, keeping the one that was changed by hand."""
    with staging_folder(folder, of_build=True) as made:
        write_files(made, FRESH)
        put_in_place(made, plan_setting_aside([folder / "b.txt"]))


def interrupt(way: Way, number: int) -> Callable[[], bool]:
    """End this process, or have it fail, at its n-th operation from now on.

    Returns:
        A function that tells whether it has come to that.
    """
    count = 0

    def hook(event: str, arguments: tuple[object, ...]) -> None:
        nonlocal count
        if event not in _CHANGES or not _changes(event, arguments):
            return
        count += 1
        if count == number and way == "kill":
            os._exit(_KILLED)
        if count == number:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    sys.addaudithook(hook)
    return lambda: count >= number


def _changes(event: str, arguments: tuple[object, ...]) -> bool:
    """Tell whether an operation is on files of ours, not on modules or /proc."""
    return event != "open" or not str(arguments[0]).startswith(("/proc", sys.prefix))


def _replace_in_process(folder: Path, way: Way, number: int) -> bool:
    """Replace files in a forked process; tell whether it was never interrupted."""
    process = os.fork()
    if process == 0:
        is_struck = interrupt(way, number)
        try:
            replace(folder)
        except (KGError, OSError):
            os._exit(1)
        os._exit(1 if is_struck() else 0)
    _, status = os.waitpid(process, 0)
    return os.waitstatus_to_exitcode(status) == 0


def write_files(folder: Path, files: Files) -> None:
    """Write small files into a folder."""
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")


def read_state(folder: Path, moment: str) -> State:
    """Return which build's files a folder has; hidden ones are nobody's.

    Raises:
        TornError: of both.
    """
    found = {
        path.name: path.read_text(encoding="utf-8")
        for path in folder.iterdir()
        if path.is_file() and not path.name.startswith(".")
    }
    if found == OLD:
        return "old"
    if found == NEW:
        return "new"
    raise TornError(f"{moment}: {found}")


def check_next(folder: Path, moment: str) -> None:
    """Check what the next replacement leaves.

    Raises:
        TornError: not all of its files are there, or something is left over.
    """
    names = {path.name for path in folder.iterdir()}
    if names not in (set(NEW), set(AGAIN)):
        raise TornError(f"{moment}, the next one leaves {sorted(names)}")


if __name__ == "__main__":
    run(main)
