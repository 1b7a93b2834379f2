"""How the command line is stopped from outside: by SIGTERM, SIGHUP or Ctrl-C, at once.

A handler of Python's runs only between two steps of the main thread, which may be in a
query or a matrix product for minutes. So the main thread is only halted; another one
hears of the signal at once, undoes what is half made, and ends the process.
"""

import os
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

SIGNALS = tuple(
    signal.Signals[name]
    for name in ("SIGINT", "SIGTERM", "SIGHUP")
    if name in signal.Signals.__members__  # Windows has no SIGHUP
)
"""The signals by which a person or a system ends a command."""

_undone_when_stopped: list[Callable[[], object]] = []
_is_inside = False  # the main thread, of a block of `committing`
_committing = threading.Lock()
_received = threading.Event()
_halted = threading.Event()
# Seconds that the main thread is given to halt: what it makes after the undoing stays.
# It may be in a query, and then it makes nothing that anybody has to undo.
_PATIENCE = 0.5


@contextmanager
def undone_when_stopped(undo: Callable[[], object]) -> Iterator[None]:
    """Call `undo` if the process is stopped inside of the block; else do nothing.

    Args:
        undo: is called in another thread while the block is still at work, and must
            not wait for it; what it raises is passed over.

    Example:
        >>> from pathlib import Path
        >>> with undone_when_stopped(lambda: Path("half.txt").unlink(missing_ok=True)):
        ...     _ = Path("half.txt").write_text("half")
        >>> Path("half.txt").exists()
        True
    """
    _undone_when_stopped.append(undo)
    try:
        yield
    finally:
        _undone_when_stopped.remove(undo)


@contextmanager
def committing() -> Iterator[None]:
    """Be stopped before the block or behind it, but not inside; it takes a moment only."""
    global _is_inside
    with _committing:
        _is_inside = True
        try:
            yield
        finally:
            _is_inside = False
    if _received.is_set():
        _halt()


def obey_signals() -> None:
    """Let the signals end this process within a moment, with exit status 128 + number.

    What `undone_when_stopped` was given is called before. A hang-up that is ignored stays
    so, as `nohup` wants it.
    """
    heard, told = os.pipe()
    os.set_blocking(told, False)
    for number in SIGNALS:
        # A shell has what it starts with & ignore Ctrl-C, which yet is meant if sent.
        is_ignored = signal.getsignal(number) is signal.SIG_IGN
        if number is signal.SIGINT or not is_ignored:
            signal.signal(number, _halt)
    # The number of each signal is written there from C, whatever Python is at.
    signal.set_wakeup_fd(told, warn_on_full_buffer=False)
    # A forked process shares the pipe, and is not to stop the one that forked it.
    if hasattr(os, "register_at_fork"):
        os.register_at_fork(after_in_child=obey_no_more)
    threading.Thread(target=_wait_for_signal, args=(heard,), daemon=True).start()


def obey_no_more(action: signal.Handlers = signal.SIG_DFL) -> None:
    """Give the signals another action, as when nothing is left to be undone."""
    signal.set_wakeup_fd(-1)
    for number in SIGNALS:
        if signal.getsignal(number) is _halt:
            signal.signal(number, action)


def _halt(*_: object) -> None:
    """Stop the main thread where it is: the process is ended by the other one."""
    _received.set()
    # Not whether the lock is taken: the thread that ends the process takes it, too.
    if not _is_inside:
        _halted.set()
        threading.Event().wait()


def _wait_for_signal(heard: int) -> None:
    number = 0
    while number not in SIGNALS:  # a program may have handlers of others
        number = os.read(heard, 1)[0]
    _received.set()
    with _committing:
        _halted.wait(_PATIENCE)
        for undo in reversed(_undone_when_stopped):
            # Whatever cannot be undone, as on a terminal that is gone, we leave.
            with suppress(Exception):
                undo()
        # Neither handlers nor buffers: the main thread may hold the locks of both.
        os._exit(128 + number)
