"""Paths, bytes and standard input, made ready to be read as files."""

import codecs
import io
import shutil
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import BinaryIO, NamedTuple

from kg.errors import SourceError
from kg.files.decoding import Notice
from kg.files.leftovers import remove
from kg.files.opened_file import Opened, read_bytes, unreadable
from kg.files.signatures import refuse_markup
from kg.stopping import undone_when_stopped

STDIN = "<stdin>"
STDIN_PATH = Path("-")  # how a person names it


class Whole(NamedTuple):
    """A file's whole text, with what its owner should know of how it was read.

    `complete` is False where a .gz archive ended early or was damaged: `text` is the
    part before.
    """

    text: str
    warnings: tuple[Notice, ...] = ()
    complete: bool = True


def open_file(path: Path, *, max_bytes: int, name: str) -> Opened:
    """Prepare a file to be read; `name` is what messages and documents call it.

    Raises:
        SourceError: it is no file, or larger than `max_bytes`.
    """
    check_file(path, max_bytes=max_bytes)
    return Opened(name, max_bytes, lambda: _open_path(path))


def open_data(data: bytes, *, name: str, max_bytes: int = 1 << 31) -> Opened:
    """Prepare the bytes of a file, held in memory, to be read as one.

    >>> list(open_data(b"one\\r\\ntwo", name="x.txt").lines())
    ['one', 'two']
    """
    return Opened(name, max_bytes, lambda: io.BytesIO(data))


def open_text(text: str, *, name: str) -> Opened:
    """Prepare a text, held in memory, to be read as a file of it would be.

    >>> open_text("{}", name="x.jsonl").head().text
    '{}'
    """
    # With its mark, so that nothing in the text can be taken for another encoding.
    return open_data(codecs.BOM_UTF8 + text.encode("utf-8", "replace"), name=name)


@contextmanager
def open_stdin(*, max_bytes: int) -> Iterator[Opened]:
    """Take all of standard input in, and give it as a file called "<stdin>".

    It is kept on disk meanwhile: a file is read from its start more than once.

    Raises:
        SourceError: it is larger than `max_bytes`, closed, or cannot be read or kept.
    """
    stdin = binary_stdin()
    with (
        TemporaryDirectory(prefix="kg-") as folder,
        undone_when_stopped(lambda: remove(Path(folder))),
    ):
        path = Path(folder) / "stdin"
        try:
            with path.open("wb") as copy:
                shutil.copyfileobj(stdin, copy)
        except OSError as error:  # a folder as standard input, a full disk
            raise unreadable(error) from error
        yield open_file(path, name=STDIN, max_bytes=max_bytes)


def binary_stdin() -> BinaryIO:
    """Return standard input, to be read as bytes.

    Raises:
        SourceError: it is closed.
    """
    if sys.stdin is None:
        raise SourceError("standard input is closed: give a file")
    return sys.stdin.buffer


def read_text(data: bytes, *, max_bytes: int) -> Whole:
    """Read the bytes of a file, packed or not, as the plain text that it is.

    Raises:
        SourceError: they are empty, too many when unpacked, or no plain text.
    """
    file = open_data(data, name="", max_bytes=max_bytes)
    refuse_markup(file.head().data)
    text = "".join(file.pieces())
    return Whole(text, file.warnings, file.complete)


def open_bytes(path: Path, *, max_bytes: int) -> bytes:
    """Read a file as it is.

    Raises:
        SourceError: it cannot be opened, is no file, or is too large.
    """
    check_file(path, max_bytes=max_bytes)
    with _open_path(path) as file:
        return read_bytes(file, -1)


def check_file(path: Path, *, max_bytes: int) -> None:
    """Check, before anything of it is read, that a path is a file of bounded size.

    A device or a pipe may go on for ever.

    Raises:
        SourceError: it is none, is too large, or cannot be looked at.
    """
    try:
        status = path.stat()
    except OSError as error:
        raise unreadable(error) from error
    if not stat.S_ISREG(status.st_mode):
        raise SourceError("neither a file nor a folder: save its content to a file")
    if status.st_size > max_bytes:
        raise SourceError(f"larger than {max_bytes:,} bytes: split it")


def _open_path(path: Path) -> BinaryIO:
    try:
        return path.open("rb")
    except OSError as error:
        raise unreadable(error) from error
