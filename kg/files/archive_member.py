"""A file within an archive, read as a file of its own, and what an archive may cost.

A member is held in memory, or in a temporary file without its name: no path of an
archive is ever a path of the disk. What all members of an archive, and of archives
within it, come to is bounded together.
"""

import io
import re
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import BinaryIO, Protocol

from kg.errors import SourceError
from kg.files.leftovers import remove
from kg.files.opened_file import Opened
from kg.stopping import undone_when_stopped

_STEP = 1 << 16  # bytes
_IN_MEMORY = 16 << 20  # bytes of a member that is not put on disk
_FREELY = 64 << 20  # bytes that any member may have
_MOST_TIMES = 200  # its packed size; texts are packed to a tenth, bombs to a thousandth
_MOST_MEMBERS = 10_000
DEEPEST = 3  # archives in archives


class Readable(Protocol):
    """What gives its bytes in order."""

    def read(self, size: int, /) -> bytes:
        """Return so many bytes, fewer at the end."""
        ...


@dataclass(slots=True)
class Allowance:
    """What may still come out of an archive: bytes, members, and how deep it stands."""

    bytes_left: int
    members_left: int = _MOST_MEMBERS
    depth: int = 0

    @property
    def is_spent(self) -> bool:
        """Tell whether nothing more may come out."""
        return self.bytes_left < 0 or self.members_left <= 0

    def take_bytes(self, size: int) -> None:
        """Count what was unpacked.

        Raises:
            SourceError: it is too much.
        """
        self.bytes_left -= size
        if self.bytes_left < 0:
            raise SourceError("the archive is too large when unpacked: split it")

    def take_member(self) -> None:
        """Count a member.

        Raises:
            SourceError: there are too many.
        """
        if self.members_left == 0:
            raise SourceError(
                f"more than {_MOST_MEMBERS:,} files in one archive: the rest is not read"
            )
        self.members_left -= 1


class Member(Opened):
    """A file within an archive, to be read as any other."""

    __slots__ = ("allowance",)

    def __init__(
        self, name: str, opener: Callable[[], BinaryIO], allowance: Allowance
    ) -> None:
        """Hold a member whose bytes are asked for by `opener`."""
        super().__init__(name, max(allowance.bytes_left, 0), opener)
        self.allowance = allowance

    def _unpacked(self, packed: BinaryIO) -> Generator[bytes]:
        """Yield the content of a .gz: what comes out of it is charged as well."""
        for piece in super()._unpacked(packed):
            self.allowance.take_bytes(len(piece))
            yield piece


def allowance_of(archive: Opened) -> Allowance:
    """Return what may come out of an archive: of one within another, what is left there."""
    if isinstance(archive, Member):
        return archive.allowance
    return Allowance(archive.max_bytes)


def member_name(archive: str, name: str) -> str:
    """Return what messages and documents call a member, which leads nowhere else.

    >>> member_name("a.zip", "../talks\\\\may.txt")
    'a.zip/talks/may.txt'
    """
    parts = re.split(r"[\\/]+", name)
    return "/".join([archive, *(part for part in parts if part not in ("", ".", ".."))])


@contextmanager
def stored_member(
    content: Readable, *, name: str, packed_size: int, allowance: Allowance
) -> Iterator[Member]:
    """Take the content of a member in, and give it as a file.

    Args:
        content: is read once, to its end.
        name: of the file, as of `member_name`.
        packed_size: bytes that it takes in the archive; 0 where nobody knows.
        allowance: is charged.

    Raises:
        SourceError: it is larger than it may be, or damaged.
    """
    allowance.take_member()
    source = _Bounded(content, packed_size, allowance)
    data = source.read(_IN_MEMORY + 1)
    if len(data) <= _IN_MEMORY:
        yield Member(name, lambda: io.BytesIO(data), allowance)
        return
    with (
        TemporaryDirectory(prefix="kg-") as folder,
        undone_when_stopped(lambda: remove(Path(folder))),
    ):
        path = Path(folder) / "member"
        with path.open("wb") as copy:
            copy.write(data)
            while data := source.read(_STEP):
                copy.write(data)
        yield Member(name, lambda: path.open("rb"), allowance)


class _Bounded:
    """The content of a member, charged as it is read, and refused if it is a bomb."""

    def __init__(self, content: Readable, packed: int, allowance: Allowance) -> None:
        self._content = content
        self._packed = packed
        self._allowance = allowance
        self._size = 0

    def read(self, size: int) -> bytes:
        """Return so many bytes, fewer at the end."""
        pieces: list[bytes] = []
        while size > 0 and (piece := self._content.read(min(size, _STEP))):
            pieces.append(piece)
            size -= len(piece)
            self._size += len(piece)
            self._allowance.take_bytes(len(piece))
            if self._packed and self._size > max(_FREELY, _MOST_TIMES * self._packed):
                raise SourceError(
                    f"unpacks to more than {_MOST_TIMES} times its size: not read"
                )
        return b"".join(pieces)
