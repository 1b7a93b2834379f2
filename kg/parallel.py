"""Work in other processes, and how a process of kg is set up for long work.

Two ways, for two sorts of work. `in_background` forks: what the work needs is in memory
already and is not copied, only its result is handed over. `worker_pool` and
`map_in_processes` start processes afresh (spawn) and hand each task its values: a fork
of a process that has threads (DuckDB, BLAS) may hang. Neither the number of processes
nor the system changes a result.
"""

import gc
import multiprocessing
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import AbstractContextManager, contextmanager
from multiprocessing.connection import Connection
from typing import TypeVar

from kg.errors import KGError

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
        process.terminate()
        process.join()
        receiver.close()


def worker_pool(processes: int | None) -> Executor:
    """Return an executor of so many processes; of one, a thread of this process.

    By default there is a process for each processor. Tasks and results are pickled. A
    worker that dies breaks the pool (`BrokenProcessPool`): it never hangs.
    """
    if processes == 1:
        return ThreadPoolExecutor(1)
    return ProcessPoolExecutor(processes, multiprocessing.get_context("spawn"))


def map_in_processes(
    work: Callable[[Task], Result], tasks: Sequence[Task], *, processes: int | None
) -> Iterator[Result]:
    """Yield the result of each task, in the order of the tasks.

    Args:
        work: a function of a module, so that a worker can import it.
        tasks: what it is called with.
        processes: how many to use, by default one for each processor; with one, each
            task is done in this process when its result is asked for.
    """
    if processes == 1:
        yield from map(work, tasks)
        return
    with worker_pool(processes) as pool:
        yield from pool.map(work, tasks)


def one_blas_thread() -> AbstractContextManager[object]:
    """Return a context in which this process multiplies matrices in one thread.

    Sums that are split among threads round differently from machine to machine; and
    processes that work side by side share the processors already. Only libraries that
    are loaded by then are bound: enter it after the imports of what it is to bind.
    """
    from threadpoolctl import threadpool_limits

    limits: AbstractContextManager[object] = threadpool_limits(1)
    return limits


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
    try:
        answer: tuple[object, KGError | None] = work(), None
    except KGError as error:
        answer = None, error
    sender.send(answer)


def _receive_result(work: Callable[[], Result], receiver: Connection) -> Result:
    try:
        answer, error = receiver.recv()
    except EOFError:  # the process ended without an answer
        return work()
    if error is not None:
        raise error
    result: Result = answer
    return result
