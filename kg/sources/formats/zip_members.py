"""What is in a .zip archive: office documents and books are archives, too."""

import re
from collections.abc import Iterator

from kg.files.opened_file import Head
from kg.files.tar_stream import is_tar
from kg.files.zip_directory import ZIP_MEMBER

_HEADER = 30  # bytes before a member's name, whose length stands at 26, and 28 of more
# Bytes: "application/vnd.oasis.opendocument.text" and its like.
_LONGEST_TYPE = 80
# The number of its version, and no words behind it, as a text about PDF has.
_PDF = re.compile(rb"%PDF-\d\.\d(?!-|[ \t]*\w)")


def member_names(head: Head) -> frozenset[str]:
    """Return the names of the members in lower case, and "pk" for any archive.

    Of a tar archive "tar" stands for all of them, of a PDF, which holds its pages, "pdf".

    Of an archive that is cut short, or packed again, they are those of the first ones.
    Where the first is called "mimetype", as in OpenDocument and EPUB, what it holds is
    among the names.
    """
    if not head.data.startswith(ZIP_MEMBER):
        return frozenset(_whole_marks(head.data))
    listed = (name.lower() for name in head.members)
    return frozenset(["pk", *listed, *_first_names(head.data)])


def _whole_marks(data: bytes) -> Iterator[str]:
    if is_tar(data):
        yield "tar"
    if _PDF.match(data):
        yield "pdf"


def _first_names(data: bytes) -> Iterator[str]:
    """Yield the names before members, one after another, and a type that is stated."""
    place = 0
    while place >= 0:
        length = int.from_bytes(data[place + 26 : place + 28], "little")
        more = int.from_bytes(data[place + 28 : place + 30], "little")
        start = place + _HEADER
        name = data[start : start + length].decode("utf-8", "replace").lower()
        yield name
        if name == "mimetype":
            content = data[start + length + more :][:_LONGEST_TYPE]
            yield content.split(b"PK")[0].decode("utf-8", "replace").strip()
        place = data.find(ZIP_MEMBER, start)
