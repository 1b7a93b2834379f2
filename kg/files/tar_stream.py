"""A tar archive as a stream of members, in memory bounded by a header.

Written by hand: tarfile of the Python releases that kg runs on can be made to loop or to
backtrack for ever by a header (CVE-2024-6232, CVE-2025-8194), and holds a name of any
size. Formats: ustar (POSIX 1003.1-1988), GNU's long names, pax headers (POSIX.1-2001).
"""

from collections.abc import Iterator, Mapping
from typing import BinaryIO

from kg.errors import SourceError

_BLOCK = 512
_REGULAR = (b"0", b"\0", b"7")
_WITHOUT_CONTENT = (b"1", b"2", b"3", b"4", b"5", b"6")
_LONGEST_HEADER = 1 << 20  # bytes of a name, or of pax fields
_NAMES: Mapping[bytes, str] = {
    b"1": "a link",
    b"2": "a link",
    b"3": "a device",
    b"4": "a device",
    b"5": "a folder",
    b"6": "a pipe",
    b"S": "a file with holes",
}


class TarMember:
    """What stands in an archive under a name; `kind` is "" for a file.

    `read` gives the content, from its beginning to its end, and only before the next
    member is asked for.
    """

    def __init__(self, name: str, kind: str, size: int, archive: BinaryIO) -> None:
        """Stand before the content of a member."""
        self.name = name
        self.kind = kind
        self.size = size
        self.rest = size  # bytes that were not read yet
        self._archive = archive

    def read(self, size: int) -> bytes:
        """Return so many bytes of the content, fewer at its end.

        Raises:
            SourceError: the archive ends before.
        """
        wanted = min(size, self.rest)
        data = self._archive.read(wanted)
        self.rest -= len(data)
        if len(data) < wanted:
            raise SourceError("the tar archive ends early")
        return data


def is_tar(data: bytes) -> bool:
    """Tell a tar archive by its first header, whose sum is stated in it.

    >>> is_tar(b"x" * 600)
    False
    """
    return len(data) >= _BLOCK and any(data[:_BLOCK]) and _has_sum(data[:_BLOCK])


def tar_members(archive: BinaryIO) -> Iterator[TarMember]:
    """Yield the members of an archive that is read from its beginning, in order.

    Raises:
        SourceError: a header is damaged, or the archive ends early; what stood before
            has been given.
    """
    stated: dict[str, str] = {}  # of the member that comes next
    while header := _read(archive, _BLOCK):
        if not any(header):  # zeros end the archive
            return
        if not _has_sum(header):
            raise SourceError("the tar archive is damaged")
        kind = header[156:157]
        size = _number(header[124:136])
        if kind in (b"L", b"K", b"x", b"g"):
            stated |= _long_header(archive, kind, size)
            continue
        name = stated.get("path") or _name(header)
        if stated.get("size", "").isdecimal():
            size = int(stated["size"][:20])
        stated = {}
        has_content = kind in _REGULAR and not (kind == b"\0" and name.endswith("/"))
        # What is no file may state a size all the same, as links of old tars do.
        what = "" if has_content else _NAMES.get(kind, "of an unknown kind")
        holds = 0 if kind in _WITHOUT_CONTENT else size
        member = TarMember(name, what, holds, archive)
        yield member
        _skip(archive, member.rest + -holds % _BLOCK)
    raise SourceError("the tar archive ends early")


def _long_header(archive: BinaryIO, kind: bytes, size: int) -> dict[str, str]:
    """Return what a header states of the next member that has no room in its own."""
    if size > _LONGEST_HEADER:
        raise SourceError(
            "the tar archive is damaged: a header of more than a megabyte"
        )
    data = _read(archive, size + -size % _BLOCK)[:size]
    if kind == b"L":
        return {"path": data.split(b"\0")[0].decode("utf-8", "replace")}
    return _pax_fields(data) if kind == b"x" else {}


def _pax_fields(data: bytes) -> dict[str, str]:
    """Return the fields of a pax header: lines "length name=value", as far as they go."""
    fields: dict[str, str] = {}
    place = 0
    while place < len(data):
        length, blank, _ = data[place : place + 12].partition(b" ")
        if not blank or not length.isdigit() or int(length) <= len(length):
            break
        record = data[place + len(length) + 1 : place + int(length)]
        name, _, value = record.rstrip(b"\n").partition(b"=")
        fields[name.decode("utf-8", "replace")] = value.decode("utf-8", "replace")
        place += int(length)
    return fields


def _has_sum(header: bytes) -> bool:
    """Tell whether a header's bytes, those of the sum taken as blanks, sum up to it."""
    try:
        stated = _number(header[148:156])
    except SourceError:
        return False
    return sum(header[:148]) + 8 * 32 + sum(header[156:]) == stated


def _number(field: bytes) -> int:
    """Return a number of octal digits, or in base 256 as GNU writes large ones."""
    if field[0] & 0x80:
        return int.from_bytes(bytes([field[0] & 0x3F]) + field[1:], "big")
    digits = field.split(b"\0")[0].strip()
    if digits.strip(b"01234567"):
        raise SourceError("the tar archive is damaged: a number is none")
    return int(digits or b"0", 8)


def _name(header: bytes) -> str:
    name = header[:100].split(b"\0")[0]
    prefix = header[345:500].split(b"\0")[0] if header[257:263] == b"ustar\0" else b""
    return (prefix + b"/" * bool(prefix) + name).decode("utf-8", "replace")


def _read(archive: BinaryIO, size: int) -> bytes:
    """Read so many bytes, or none at the end."""
    data = archive.read(size)
    if 0 < len(data) < size:
        raise SourceError("the tar archive ends early")
    return data


def _skip(archive: BinaryIO, size: int) -> None:
    while size > 0:
        data = archive.read(min(size, 1 << 20))
        if not data:
            return  # the next header will say so
        size -= len(data)
