"""Work done beside other work: in a process forked for it, on a second processor.

What the work needs is in memory already and is not copied; only its result is handed
over. Where a system has no fork, it is done in this process when its result is asked
for, and the result is the same.
"""

import multiprocessing
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from typing import TypeVar

from kg.errors import KGError

Result = TypeVar("Result")


@contextmanager
def beside(
    work: Callable[[], Result], *, worth_it: bool
) -> Iterator[Callable[[], Result]]:
    """Begin `work`; what is yielded waits for its result, or raises what it raised.

    Args:
        work: does not depend on what is done meanwhile.
        worth_it: whether it takes so long that a process pays.
    """
    if not (worth_it and sys.platform == "linux"):
        yield work
        return
    context = multiprocessing.get_context("fork")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_do, args=(work, theirs))
    process.start()
    theirs.close()
    try:
        yield lambda: _result(work, ours)
    finally:
        process.terminate()
        process.join()
        ours.close()


def _do(work: Callable[[], object], answer: Connection) -> None:
    """Send the result, or an error of kg; of any other, the work here will tell."""
    try:
        found: tuple[object, KGError | None] = work(), None
    except KGError as error:
        found = None, error
    answer.send(found)


def _result(work: Callable[[], Result], answer: Connection) -> Result:
    try:
        found, error = answer.recv()
    except EOFError:  # the process was killed, for memory as a rule
        return work()
    if error is not None:
        raise error
    result: Result = found
    return result
