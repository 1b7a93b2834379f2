"""One file out of a .zip archive, whole and bounded: a part of an office document."""

import io
import lzma
import zipfile
import zlib

from kg.errors import SourceError
from kg.files.opened_file import Opened, read_bytes

_LARGEST = 64 << 20  # bytes of a part; a book of a thousand pages has some five
_LARGEST_ARCHIVE = 1 << 30  # bytes of one that has to be held to be read
# RuntimeError: a password; NotImplementedError: a way of packing; ValueError: a name.
ZIP_DAMAGES = (
    *(zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, OSError, ValueError),
    *(NotImplementedError, RuntimeError),
)
"""What Python raises on an archive that is damaged, or packed as it does not know."""


def read_zip_member(archive: Opened, name: str) -> bytes | None:
    """Return the content of a file in an archive; None where there is none of the name.

    Raises:
        SourceError: it is too large, encrypted or damaged.
    """
    with archive.raw() as raw:
        # One that is packed once more cannot be read from its end.
        file = raw if raw.seekable() else io.BytesIO(read_bytes(raw, _LARGEST_ARCHIVE))
        try:
            with zipfile.ZipFile(file) as opened:
                if name not in opened.namelist():
                    return None
                with opened.open(name) as content:
                    data = content.read(_LARGEST + 1)
        except ZIP_DAMAGES as error:
            raise SourceError(
                f"damaged or encrypted ({error}): save it again, without a password"
            ) from error
    if len(data) > _LARGEST:
        raise SourceError(f"{name} within it is larger than {_LARGEST >> 20} MB")
    return data
