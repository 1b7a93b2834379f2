"""The names of what is in a .zip archive, by the directory at its end.

The directory stands behind all members: a first one of many megabytes, as a picture in
an office document, does not hide the others. Layout: APPNOTE.TXT of PKWARE, 4.3.12
(an entry of the directory) and 4.3.16 (its end).
"""

import io
import struct
from collections.abc import Iterator
from typing import BinaryIO

ZIP_MEMBER = b"PK\x03\x04"
"""What stands before each member, and begins an archive that has any."""

_END = b"PK\x05\x06"
_END_SIZE = 22  # bytes of the end record, behind which a comment may stand
_LONGEST_COMMENT = 0xFFFF
_ENTRY = struct.Struct("<4s24xHHH12x")  # its mark; how long name, extra, comment are
_ENTRY_MARK = b"PK\x01\x02"
_MOST = 1 << 20  # bytes of a directory that are looked at: some ten thousand members


def list_zip_members(file: BinaryIO) -> tuple[str, ...]:
    """Return the names of an archive's members, as its directory has them.

    Of what is no archive, is cut short, or cannot be read from its end, there are none.
    """
    found = _find_directory(file)
    if found is None:
        return ()
    start, length = found
    file.seek(max(start, 0))
    return tuple(_names(file.read(min(length, _MOST))))


def directory_size(file: BinaryIO) -> int:
    """Return how many bytes an archive's directory has by its end; 0 if it has no end.

    >>> directory_size(io.BytesIO(b"no archive"))
    0
    """
    return (_find_directory(file) or (0, 0))[1]


def _find_directory(file: BinaryIO) -> tuple[int, int] | None:
    """Return where the directory begins, and its length."""
    if not file.seekable():
        return None
    size = file.seek(0, io.SEEK_END)
    file.seek(max(size - _END_SIZE - _LONGEST_COMMENT, 0))
    tail = file.read(_END_SIZE + _LONGEST_COMMENT)
    place = tail.rfind(_END)
    if place < 0 or len(tail) - place < _END_SIZE:
        return None
    # Told by its length, not by where it says it begins: something may stand before
    # the archive.
    length = int.from_bytes(tail[place + 12 : place + 16], "little")
    return size - len(tail) + place - length, length


def _names(directory: bytes) -> Iterator[str]:
    """Yield the names in a directory, one entry after another, as far as it is good."""
    place = 0
    while place + _ENTRY.size <= len(directory):
        mark, *lengths = _ENTRY.unpack_from(directory, place)
        if mark != _ENTRY_MARK:
            return
        start = place + _ENTRY.size
        yield directory[start : start + lengths[0]].decode("utf-8", "replace")
        place = start + sum(lengths)
