"""A folder held by one process at a time, by a lock that ends with its process."""

import errno
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

from kg.stopping import undone_when_stopped

LOCK = ".kg.lock"

# What a file system answers that knows no locks, as of some networks.
_NO_LOCKS = (errno.ENOLCK, errno.ENOSYS, errno.EOPNOTSUPP)


@contextmanager
def locked_folder(folder: Path) -> Iterator[None]:
    """Hold `folder` for this thread; wait while another one, or a process, holds it.

    It is for moments, not for work. A process that is killed holds nothing any more.
    Where the file system knows no locks, nobody waits.

    Raises:
        OSError: the file of the lock cannot be made, or is a link.
    """
    path = folder / LOCK
    opened: list[int] = []
    # From before the file is made: a process may be stopped at any step.
    with undone_when_stopped(lambda: _give_up(opened, path)):
        handle = _acquire(path, opened)
        try:
            yield
        finally:
            _remove(handle, path)
            os.close(handle)


def _acquire(path: Path, opened: list[int]) -> int:
    # Not through a link: who can write here must not have us make files elsewhere.
    flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0)
    while True:
        with ExitStack() as stack:
            handle = os.open(path, flags, 0o666)
            stack.callback(os.close, handle)
            opened[:] = [handle]
            _wait_for_lock(handle)
            # Else whoever held it has removed the file: another one counts by now.
            if _is_same_file(handle, path):
                stack.pop_all()
                return handle


def _give_up(opened: Sequence[int], path: Path) -> None:
    """Remove the file of a lock that this process holds, or nobody does."""
    if sys.platform != "win32":
        import fcntl

        flags = os.O_RDWR | os.O_NOFOLLOW
        handle = opened[-1] if opened else os.open(path, flags)
        # Raises where another process holds it: then the file is not ours.
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        _remove(handle, path)


def _remove(handle: int, path: Path) -> None:
    # A file with something in it is not of kg. Windows removes no file that is open.
    is_ours = os.fstat(handle).st_size == 0 and _is_same_file(handle, path)
    if sys.platform != "win32" and is_ours:
        path.unlink(missing_ok=True)


def _is_same_file(handle: int, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(handle), path.lstat())
    except FileNotFoundError:
        return False


def _wait_for_lock(handle: int) -> None:
    if sys.platform == "win32":
        import msvcrt

        while True:
            try:
                msvcrt.locking(handle, msvcrt.LK_LOCK, 1)
            except OSError as error:  # it gives up after ten seconds
                if error.errno != errno.EDEADLK:
                    raise
            else:
                return
    import fcntl

    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
    except OSError as error:
        if error.errno not in _NO_LOCKS:
            raise
