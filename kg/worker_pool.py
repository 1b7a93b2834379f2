"""Processes that do tasks, none of which can hang the others by its death."""

import os
import pickle
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack, suppress
from multiprocessing import spawn
from types import TracebackType
from typing import IO, Any, NoReturn, TypeVar

from kg.errors import WorkerError
from kg.stopping import SIGNALS, undone_when_stopped
from kg.worker import Answer, Call, read_message, write_message

Result = TypeVar("Result")


class WorkerPool:
    """Processes that do tasks; a context manager, at whose end they are all gone.

    Each belongs to a thread of this process, which sends it a task, waits for the
    answer, and so sees at once when it dies: then every task that is not done raises
    WorkerError. No lock or queue is shared that a dying process could keep.

    Args:
        processes: how many at most; by default one for each processor.

    Example:
        >>> with WorkerPool(2) as pool:
        ...     pool.submit(abs, -3).result()
        3
    """

    def __init__(self, processes: int | None = None) -> None:
        """Start no process yet: each is started by the first task that it gets."""
        self._threads = ThreadPoolExecutor(processes or os.cpu_count() or 1)
        self._own = threading.local()
        self._workers: list[_Worker] = []
        self._death: WorkerError | None = None
        self._stack = ExitStack()

    def __enter__(self) -> "WorkerPool":
        self._stack.enter_context(undone_when_stopped(self._kill))
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        with self._stack:
            if error is not None:  # nobody waits for what is not done yet
                self._threads.shutdown(wait=False, cancel_futures=True)
                self._kill()
            self._threads.shutdown()
            for worker in self._workers:
                worker.close()

    def submit(
        self,
        work: Callable[..., Result],
        *arguments: Any,  # noqa: ANN401 - those of `work`
        **options: Any,  # noqa: ANN401
    ) -> "Future[Result]":
        """Have `work`, a function of a module, called in a process.

        The result raises what the call raises, and WorkerError if a process dies.
        """
        return self._threads.submit(self._ask, Call(work, arguments, options))

    def _ask(self, call: Call) -> Any:  # noqa: ANN401 - what the call returns
        if self._death is not None:
            raise self._death
        if not hasattr(self._own, "worker"):
            self._own.worker = _Worker()
            self._workers.append(self._own.worker)
        worker: _Worker = self._own.worker
        answer = worker.ask(call)
        if answer is None:
            self._give_up(worker)
        if answer.error is not None:
            raise answer.error
        return answer.result

    def _give_up(self, dead: "_Worker") -> NoReturn:
        """Raise WorkerError in this thread, and so in all others."""
        # The first death is the cause; the others are ours.
        self._death = self._death or WorkerError(_describe_death(dead.wait()))
        self._kill()
        raise self._death

    def _kill(self) -> None:
        for worker in self._workers:
            worker.kill()


class _Worker:
    """A process of its own, and the pipes to it."""

    def __init__(self) -> None:
        self._process = _start_process()
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._tasks: IO[bytes] = self._process.stdin
        self._answers: IO[bytes] = self._process.stdout
        self.kill, self.wait = self._process.kill, self._process.wait

    def ask(self, call: Call) -> Answer | None:
        """Have a call made; return None if the process dies over it."""
        message = pickle.dumps(call)
        with suppress(OSError):  # it is dead, as the answer will tell
            write_message(self._tasks, message)
        answer = read_message(self._answers)
        return None if answer is None else pickle.loads(answer)

    def close(self) -> None:
        """End the process, and wait until it has ended."""
        self.kill()
        self.wait()
        with suppress(OSError):  # half a task may be left in the buffer
            self._tasks.close()
        self._answers.close()


def _start_process() -> "subprocess.Popen[bytes]":
    """Start a process that imports from where this one does, and hears no signal.

    Ctrl-C goes to all processes of a terminal: only the one that is waited for obeys.
    """
    code = (
        f"import sys; sys.path[:] = {[str(path) for path in sys.path]!a}; "
        "from kg.worker import spawn_main; spawn_main()"
    )
    flags = 0
    if sys.platform == "win32":
        flags = subprocess.CREATE_NEW_PROCESS_GROUP
    else:
        # A thread of a pool needs no signals either; the process inherits its mask.
        signal.pthread_sigmask(signal.SIG_BLOCK, SIGNALS)
    # -P: what lies in the working folder is not taken for a module of Python's.
    return subprocess.Popen(
        [os.fsdecode(spawn.get_executable()), "-P", "-c", code],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        creationflags=flags,
    )


def _describe_death(status: int) -> str:
    how = (
        f"by {signal.Signals(-status).name}" if status < 0 else f"with status {status}"
    )
    return (
        f"a worker process was ended {how} before its work was done, as systems do when "
        "memory runs out: free some, or use one process (--jobs 1, in Python jobs=1)"
    )
