"""Work in other processes, and how a process of kg is set up for long work.

Two ways, for two sorts of work. `in_background` forks: what the work needs is in memory
already and is not copied, only its result is handed over. `map_in_processes`
starts processes afresh (`kg.worker_pool`) and hands each task its values: a fork of a
process that has threads (DuckDB, BLAS) may hang. Neither the number of processes nor the
system changes a result.
"""

import gc
import multiprocessing
import os
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from functools import lru_cache
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING, TypeVar

from kg.errors import KGError
from kg.worker_pool import WorkerPool

if TYPE_CHECKING:
    from threadpoolctl import ThreadpoolController

Task = TypeVar("Task")
Result = TypeVar("Result")


@contextmanager
def in_background(
    work: Callable[[], Result], *, enabled: bool
) -> Iterator[Callable[[], Result]]:
    """Begin `work` in a forked process; yield a function that waits for its result.

    Where a system has no fork, the work is done in this process when its result is
    asked for. An error of kg is raised there too; after any other end of the process
    (killed, for memory as a rule) the work is done again in this one.

    Args:
        work: does not depend on what is done meanwhile.
        enabled: whether it takes so long that a process pays.

    Example:
        >>> with in_background(lambda: sum(range(10)), enabled=False) as result:
        ...     other = max(range(10))
        ...     result() + other
        54
    """
    if not (enabled and sys.platform == "linux"):
        yield work
        return
    context = multiprocessing.get_context("fork")
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=_send_result, args=(work, sender))
    process.start()
    # Ours must be closed, or the end of the process would not end the pipe.
    sender.close()
    try:
        yield lambda: _receive_result(work, receiver)
    finally:
        # After an error meanwhile nobody asks for the result.
        process.kill()
        process.join()
        receiver.close()


def map_in_processes(
    work: Callable[[Task], Result], tasks: Sequence[Task], *, processes: int | None
) -> Iterator[Result]:
    """Yield the result of each task, in the order of the tasks.

    Args:
        work: a function of a module, so that a worker can import it.
        tasks: what it is called with.
        processes: how many to use, by default one for each processor; with one, each
            task is done in this process when its result is asked for.

    Raises:
        WorkerError: a process died, for memory as a rule.
    """
    if processes == 1:
        yield from map(work, tasks)
        return
    with WorkerPool(processes) as pool:
        # From the front, so that no result is held longer than it is asked for.
        waited = deque(pool.submit(work, task) for task in tasks)
        while waited:
            yield waited.popleft().result()


def one_blas_thread() -> AbstractContextManager[object]:
    """Return a context in which this process multiplies matrices in one thread.

    Sums that are split among threads round differently from machine to machine; and
    processes that work side by side share the processors already. Only libraries that
    are loaded by then are bound: enter it after the imports of what it is to bind.
    """
    limits: AbstractContextManager[object] = _find_libraries(len(sys.modules)).limit(
        limits=1
    )
    return limits


@lru_cache(maxsize=1)
def _find_libraries(_modules: int) -> "ThreadpoolController":
    """Return the libraries that are loaded; it takes milliseconds to look for them.

    Libraries come with modules, so while there are no more of these, nor are there of
    those.
    """
    from threadpoolctl import ThreadpoolController

    return ThreadpoolController()


@contextmanager
def without_cyclic_gc() -> Iterator[None]:
    """Hold the cyclic garbage collector off; what it was set to holds again after.

    A build makes millions of small frozen values that form no cycles and drops nearly
    none. Python would look through them again and again, which took a third of the
    time of a large build.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _send_result(work: Callable[[], object], sender: Connection) -> None:
    """Send the result, or an error of kg; any other error ends the process unsent."""
    threading.Thread(target=_leave_with_parent, daemon=True).start()
    try:
        answer: tuple[object, KGError | None] = work(), None
    except KGError as error:
        answer = None, error
    sender.send(answer)


def _leave_with_parent() -> None:
    parent = multiprocessing.parent_process()
    assert parent is not None
    parent.join()
    os._exit(1)


def _receive_result(work: Callable[[], Result], receiver: Connection) -> Result:
    try:
        answer, error = receiver.recv()
    except EOFError:  # the process ended without an answer
        return work()
    if error is not None:
        raise error
    result: Result = answer
    return result
