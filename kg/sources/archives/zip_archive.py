"""A .zip archive → its files, one after another.

What cannot be read of it is told by its name: encrypted files, links, files packed in a
way that Python does not know.
"""

import stat
import zipfile
from collections.abc import Iterator
from contextlib import ExitStack
from typing import BinaryIO

from kg.errors import SourceError
from kg.files.archive_member import (
    Allowance,
    Member,
    allowance_of,
    member_name,
    stored_member,
)
from kg.files.opened_file import Opened
from kg.files.zip_content import ZIP_DAMAGES
from kg.files.zip_directory import directory_size
from kg.records import Remark
from kg.sources.input_files import is_beside_data

_LARGEST_DIRECTORY = 64 << 20  # bytes: of some hundred thousand files
_ENCRYPTED = 0x1


def parse(file: Opened) -> Iterator[Member | Remark]:
    """Yield the files in an archive, each to be read before the next is asked for.

    Files that lie beside data in folders (hidden ones, read-mes, code) are passed over.

    Raises:
        SourceError: the archive is damaged, or too much comes out of it.
    """
    allowance = allowance_of(file)
    with file.raw() as raw, ExitStack() as stack:
        if not raw.seekable():  # packed once more: its directory is at its end
            whole = stored_member(
                raw, name=file.name, packed_size=0, allowance=allowance
            )
            yield from parse(stack.enter_context(whole))
            return
        archive = stack.enter_context(_open(raw))
        for info in archive.infolist():
            if not info.is_dir() and not is_beside_data(info.filename):
                name = member_name(file.name, info.filename)
                yield from _read_member(archive, info, name, allowance)


def _open(raw: BinaryIO) -> zipfile.ZipFile:
    if directory_size(raw) > _LARGEST_DIRECTORY:
        raise SourceError("a zip archive with too many files: split it")
    raw.seek(0)
    try:
        return zipfile.ZipFile(raw)
    except ZIP_DAMAGES as error:
        raise SourceError(
            f"the zip archive is damaged or ends early ({error}): not read; "
            "pack or download it again"
        ) from error


def _read_member(
    archive: zipfile.ZipFile, info: zipfile.ZipInfo, name: str, allowance: Allowance
) -> Iterator[Member | Remark]:
    """Yield a file, or the remark on why it cannot be read."""
    if info.flag_bits & _ENCRYPTED:
        yield Remark(name, None, "encrypted: unpack it with its password")
        return
    if stat.S_ISLNK(info.external_attr >> 16):
        yield Remark(name, None, "a link in an archive: not followed")
        return
    # What goes wrong while the file is read by others is none of these errors.
    stored = ExitStack()
    try:
        with archive.open(info) as content:
            member = stored.enter_context(
                stored_member(
                    content,
                    name=name,
                    packed_size=info.compress_size,
                    allowance=allowance,
                )
            )
    except ZIP_DAMAGES as error:
        yield Remark(name, None, f"cannot be unpacked ({error}): pack it again")
        return
    except SourceError as error:
        if allowance.is_spent:
            raise
        yield Remark(name, None, str(error))
        return
    with stored:
        yield member
