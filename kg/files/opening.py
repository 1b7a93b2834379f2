"""A path → its text: unpacked, decoded, with equal line ends; or a clear refusal."""

import stat
import zlib
from dataclasses import dataclass
from pathlib import Path

from kg.errors import SourceError
from kg.files.decoding import Notice, decode

_GZIP = b"\x1f\x8b"
_STEP = 1 << 16


@dataclass(frozen=True, slots=True)
class Opened:
    """A file's text, with what its owner should know of how it was read.

    `complete` is False where a .gz archive ended early or was damaged: `text` is the
    part before.
    """

    text: str
    warnings: tuple[Notice, ...] = ()
    complete: bool = True


def open_text(path: Path, *, max_bytes: int) -> Opened:
    """Read a file as text; .gz is told by content, not by name.

    Lines end in a line feed: CR LF becomes LF. Where a file has no LF at all, CR
    becomes LF (old Macintosh files); in any other file a lone CR stays a character of
    its line, so that lines are counted as `split("\\n")` counts them.

    Raises:
        SourceError: the file cannot be opened, is empty, too large, or no text.
    """
    return read_text(open_bytes(path, max_bytes=max_bytes), max_bytes=max_bytes)


def read_text(data: bytes, *, max_bytes: int) -> Opened:
    """Read the bytes of a file as `open_text` does.

    Raises:
        SourceError: they are empty, too many when unpacked, or no text.
    """
    complete = True
    if data.startswith(_GZIP):
        data, complete = unpack(data, max_bytes=max_bytes)
    if not data.strip():
        raise SourceError("the file is empty")
    text, warnings = decode(data, complete=complete)
    text = _equal_line_ends(text)
    if not text.strip():
        raise SourceError("the file holds nothing but white space")
    return Opened(text, warnings, complete)


def unpack(data: bytes, *, max_bytes: int) -> tuple[bytes, bool]:
    """Unpack gzip data of one or several members.

    Returns:
        What could be unpacked, and whether that is all (False: cut off or damaged).

    Raises:
        SourceError: more than `max_bytes` come out, or nothing does.
    """
    unpacked = bytearray()
    complete = True
    rest = memoryview(data)
    while complete and bytes(rest[:2]) == _GZIP:
        rest, complete = _unpack_member(rest, unpacked, max_bytes=max_bytes)
    if not unpacked and not complete:
        raise SourceError("the .gz archive is damaged: pack or download it again")
    return bytes(unpacked), complete


def _unpack_member(
    packed: memoryview, unpacked: bytearray, *, max_bytes: int
) -> tuple[memoryview, bool]:
    """Append one member's content to `unpacked`; return the bytes that follow it."""
    member = zlib.decompressobj(wbits=31)
    place = 0
    while not member.eof and place < len(packed):
        chunk: bytes | memoryview = packed[place : place + _STEP]
        place += _STEP
        while len(chunk):
            try:
                unpacked += member.decompress(chunk, _STEP)
            except zlib.error:
                return packed[len(packed) :], False
            if len(unpacked) > max_bytes:
                raise SourceError(f"larger than {max_bytes:,} bytes when unpacked")
            chunk = member.unconsumed_tail
    used = min(place, len(packed)) - len(member.unused_data)
    return packed[used:], member.eof


def open_bytes(path: Path, *, max_bytes: int) -> bytes:
    """Read a file as it is.

    Raises:
        SourceError: it cannot be opened, is no file, or is too large.
    """
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise SourceError("neither a file nor a folder: save its content to a file")
        if status.st_size > max_bytes:
            raise SourceError(f"larger than {max_bytes:,} bytes: split it")
        return path.read_bytes()
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        raise SourceError(f"cannot be read: {why}") from error


def _equal_line_ends(text: str) -> str:
    if "\r" not in text:
        return text
    text = text.replace("\r\n", "\n")
    return text if "\n" in text else text.replace("\r", "\n")
