"""A command with how long it took and how much memory it and its children held.

Memory is the sum over the processes of the command's session, looked at often: what a
machine must have free. (The kernel's own figure is that of the largest process alone.)
Pages that processes share count once a process, so the sum errs upwards.
"""

import os
import subprocess
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

_PROCESSES = Path("/proc")
_PAUSE = 0.05  # seconds between looks


@dataclass(frozen=True, slots=True)
class Run:
    """Wall-clock seconds and the most megabytes held at once.

    Where there is no /proc, megabytes are None.
    """

    seconds: float
    megabytes: float | None


def measured_run(command: Sequence[str], *, cwd: Path | None = None) -> Run:
    """Run a command to its end and measure it.

    Raises:
        CalledProcessError: it failed.
    """
    begin, most = time.monotonic(), 0
    # A session of its own tells its processes from all others, orphans included.
    with subprocess.Popen(
        command, cwd=cwd, start_new_session=True, stdout=subprocess.DEVNULL
    ) as process:
        while process.poll() is None:
            most = max(most, sum(_resident(process.pid)))
            time.sleep(_PAUSE)
    seconds = time.monotonic() - begin
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, list(command))
    return Run(seconds, most / 1e6 if most else None)


def _resident(session: int) -> Iterator[int]:
    """Yield the bytes in memory of each process of a session."""
    page = os.sysconf("SC_PAGE_SIZE") if _PROCESSES.is_dir() else 0
    for folder in _PROCESSES.glob("[0-9]*"):
        try:
            stat = (folder / "stat").read_text()
            held = (folder / "statm").read_text()
        except OSError:  # ended since it was listed
            continue
        # Behind the name, which may hold anything: state, parent, group, session, …
        if int(stat.rpartition(")")[2].split()[3]) == session:
            yield int(held.split()[1]) * page
