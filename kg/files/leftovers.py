"""Temporary files and folders are called after their process; those of dead ones go.

A process that is killed leaves what it was making. The next one that makes something
in the same folder tells by the name that nobody works on it any more, and removes it.
"""

import os
import re
import secrets
import shutil
import sys
from pathlib import Path

_NAME = re.compile(r"\.partial-(build-)?(\d+)-(\d+)-[0-9a-f]{16}")

_PROCESSES = Path("/proc")  # on Linux
_UNKNOWN_START = "0"
_ENDED = frozenset("ZX")  # states of a process that ended, and is not yet buried


def temporary_name(*, of_build: bool = False) -> str:
    """Return a hidden name that nobody can guess, and that says whose it is.

    It holds the process's number and when that began, as numbers are used again.

    Args:
        of_build: it is for all outputs of a build, which no other may replace meanwhile.
    """
    process = os.getpid()
    start = _start_of(process) or _UNKNOWN_START
    sort = "build-" if of_build else ""
    return f".partial-{sort}{process}-{start}-{secrets.token_hex(8)}"


def remove_leftovers(folder: Path) -> None:
    """Remove the temporary files and folders in `folder` whose process is dead.

    What cannot be removed stays: it is in nobody's way.
    """
    for path, process, _ in _temporaries(folder):
        if process is None:
            remove(path)


def other_build(folder: Path) -> int | None:
    """Return the number of a running process that builds in `folder`, if there is one."""
    found = (pid for _, pid, of_build in _temporaries(folder) if of_build and pid)
    return next(found, None)


def remove(path: Path) -> None:
    """Remove a file, a link or a folder with all that is in it, as far as it can be."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
        return
    try:
        path.unlink(missing_ok=True)
    except OSError:  # its folder is gone or locked: the next one tries again
        return


def _temporaries(folder: Path) -> list[tuple[Path, int | None, bool]]:
    """Return temporaries, their processes (None: dead), whether builds make them."""
    matches = ((path, _NAME.fullmatch(path.name)) for path in sorted(folder.iterdir()))
    return [
        (path, _living(int(match[2]), match[3]), match[1] is not None)
        for path, match in matches
        if match
    ]


def _living(process: int, start: str) -> int | None:
    """Return a process's number if it, and not a later one of that number, runs."""
    return process if _start_of(process) == start else None


def _start_of(process: int) -> str | None:
    """Return when a process began, in its machine's ticks; None if it does not run."""
    if not (_PROCESSES / "self" / "stat").exists():
        return _UNKNOWN_START if _is_running(process) else None
    try:
        text = (_PROCESSES / str(process) / "stat").read_text("utf-8", "replace")
    except OSError:
        return None
    # The program's name, in brackets, may hold anything.
    state, *values = text.rpartition(")")[2].split()
    return None if state in _ENDED else values[18]


def _is_running(process: int) -> bool:
    """Tell whether a process of this number runs, on systems without /proc."""
    if sys.platform == "win32":
        import ctypes

        query_limited_information = 0x1000
        kernel = ctypes.windll.kernel32
        handle = kernel.OpenProcess(query_limited_information, False, process)
        return bool(handle and kernel.CloseHandle(handle))
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (PermissionError, OverflowError):
        return True  # another user's; or no number of a process: nobody's to remove
    return True
