"""Standard output and error: whatever is written there, a terminal only shows it."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from typing import Any, TextIO

from kg.printable import printable


class PrintableStream:
    """A stream of text that writes `printable` text; else it is the one within."""

    def __init__(self, within: TextIO) -> None:
        """Wrap a stream, which stays open."""
        self.within = within

    def write(self, text: str) -> int:
        """Write text, with a sign of its own for each control character."""
        return self.within.write(printable(text))

    def writelines(self, lines: Iterator[str]) -> None:
        """Write each of the lines."""
        for line in lines:
            self.write(line)

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever a stream has
        return getattr(self.within, name)


@contextmanager
def printable_streams() -> Iterator[None]:
    """Have everything that is printed inside of the block go through `printable`.

    That holds for messages of libraries too. What a console may not know (it may be
    bound to ASCII) is written by its number.
    """
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    # A stream that was closed before the start is None, and stays so.
    shown = [stream and PrintableStream(stream) for stream in (sys.stdout, sys.stderr)]
    with redirect_stdout(shown[0]), redirect_stderr(shown[1]):
        yield


def controlled_stream(stream: TextIO) -> TextIO:
    """Return a stream to which a terminal's own controls may be written, for colours.

    The text between them is for the caller to make printable.
    """
    within: TextIO = getattr(stream, "within", stream)
    return within
