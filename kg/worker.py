"""A process that does tasks of another: the far end of `kg.worker_pool`.

It imports what its tasks name and nothing else. multiprocessing would run the caller's
`__main__` once more in it: a script without a guard would build again in each worker.
"""

import os
import pickle
import sys
import traceback
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from functools import partial
from typing import IO, Any, NamedTuple

_SIZE = 8  # bytes of the number that stands before each message


class Call(NamedTuple):
    """A call to be made in a worker."""

    work: Callable[..., Any]
    arguments: Sequence[Any]
    options: Mapping[str, Any]


class Answer(NamedTuple):
    """What a call returned, or the error that it raised."""

    result: Any = None
    error: BaseException | None = None


def spawn_main() -> None:
    """Do the tasks that are read from standard input; leave when it ends.

    It ends with the process at its other end, however that one ended. The work is done
    in another thread, so that a worker leaves in the middle of a task too.
    """
    tasks, answers = _take_streams()
    worker = ThreadPoolExecutor(1)
    while (task := read_message(tasks)) is not None:
        done = worker.submit(answer_task, task)
        done.add_done_callback(partial(_send_answer, answers))
    os._exit(0)


def answer_task(task: bytes) -> bytes:
    """Make a pickled `Call`; return what it gives as pickled `Answer`."""
    work, arguments, options = pickle.loads(task)
    return pickle.dumps(Answer(work(*arguments, **options)))


def read_message(stream: IO[bytes]) -> bytes | None:
    """Return the next message of a stream; None where the stream has ended."""
    size = int.from_bytes(stream.read(_SIZE), "big")
    message = stream.read(size)
    # A process that is killed may leave half a message behind.
    return message if message and len(message) == size else None


def write_message(stream: IO[bytes], message: bytes) -> None:
    """Write a message that is not empty; raise OSError if nobody can read it."""
    stream.write(len(message).to_bytes(_SIZE, "big"))
    stream.write(message)
    stream.flush()


def make_portable(error: BaseException) -> BaseException:
    """Return an error as it can be pickled, with the lines that raised it as a note."""
    lines = "".join(traceback.format_exception(error))
    error.add_note(f"In a process of its own:\n{lines}")
    # An error of any library may be one that cannot be made again.
    with suppress(Exception):
        pickle.loads(pickle.dumps(error))
        return error
    return RuntimeError(lines)


def _send_answer(answers: IO[bytes], done: "Future[bytes]") -> None:
    error = done.exception()
    if error is None:
        write_message(answers, done.result())
    else:
        write_message(answers, pickle.dumps(Answer(error=make_portable(error))))


def _take_streams() -> tuple[IO[bytes], IO[bytes]]:
    """Return standard input and output; what is printed goes to standard error."""
    tasks, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.dup2(2, 1)
    sys.stdout = sys.stderr
    return tasks, answers
