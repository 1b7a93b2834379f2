"""A .gz archive, unpacked as a stream, as far as it is good."""

import io
import zlib
from collections.abc import Generator, Iterator
from typing import TYPE_CHECKING, BinaryIO

from kg.errors import SourceError

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

GZIP = b"\x1f\x8b"
_STEP = 1 << 16  # bytes read, and unpacked, at a time


class DamagedArchiveError(SourceError):
    """An archive ends early or is damaged; what stood before has been given."""


def unpack(packed: BinaryIO, *, max_bytes: int) -> Iterator[bytes]:
    """Yield the content of gzip data of one or several members, in pieces.

    What follows the last member, as padding with zeros, is passed over.

    Raises:
        DamagedArchiveError: after all that could be unpacked.
        SourceError: more than `max_bytes` come out.
    """
    size = 0
    rest = packed.read(_STEP)
    while rest[:2] == GZIP:
        member = zlib.decompressobj(wbits=31)
        while not member.eof:
            piece = _inflate(member, rest or packed.read(_STEP))
            rest = member.unconsumed_tail
            size += len(piece)
            if size > max_bytes:
                raise SourceError(f"larger than {max_bytes:,} bytes when unpacked")
            if piece:
                yield piece
        rest = member.unused_data
        if len(rest) < len(GZIP):
            rest += packed.read(_STEP)


def _inflate(member: "zlib._Decompress", packed: bytes) -> bytes:
    if not packed:
        raise DamagedArchiveError("the .gz archive ends early")
    try:
        return member.decompress(packed, _STEP)
    except zlib.error as error:
        raise DamagedArchiveError("the .gz archive is damaged") from error


def as_file(pieces: Generator[bytes]) -> BinaryIO:
    """Return a file, open for reading, of which these are the pieces."""
    return io.BufferedReader(_Stream(pieces))


class _Stream(io.RawIOBase):
    """A file over an iterator of its pieces."""

    def __init__(self, pieces: Generator[bytes]) -> None:
        self._pieces = pieces
        self._rest = memoryview(b"")

    def close(self) -> None:
        self._pieces.close()
        super().close()

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "WriteableBuffer") -> int:
        target = memoryview(buffer).cast("B")
        if not self._rest:
            self._rest = memoryview(next(self._pieces, b""))
        part = self._rest[: len(target)]
        target[: len(part)] = part
        self._rest = self._rest[len(part) :]
        return len(part)
