"""XML within a workbook, element by element, in bounded memory."""

from collections.abc import Iterator
from typing import IO
from xml.etree.ElementTree import Element, iterparse
from zipfile import ZipFile

from kg.errors import SourceError

MOST_COLUMNS = 500
_PROLOG = 4096  # bytes in which a document type would stand


class _Bounded:
    """A file of which no more can be read than is allowed."""

    def __init__(self, file: IO[bytes], most: int) -> None:
        self._file = file
        self._left = most

    def read(self, size: int = -1) -> bytes:
        data = self._file.read(min(size, 1 << 20) if size >= 0 else 1 << 20)
        self._left -= len(data)
        if self._left < 0:
            raise SourceError("larger than a file may be, unpacked: split the workbook")
        return data


def sheet_elements(archive: ZipFile, member: str, max_bytes: int) -> Iterator[Element]:
    """Yield the elements of a member as each ends; what is not kept has to be cleared.

    Raises:
        SourceError: it is too large, or declares a document type, which no workbook does.
        ParseError: it is no XML.
    """
    with archive.open(member) as file:
        if b"<!DOCTYPE" in file.read(_PROLOG):
            raise SourceError("the workbook declares a document type: not read")
    with archive.open(member) as file:
        for _, element in iterparse(_Bounded(file, max_bytes), events=("end",)):
            yield element


def local_name(element: Element) -> str:
    """Return an element's name without its namespace.

    >>> local_name(Element("{urn:x}row"))
    'row'
    """
    return element.tag.rpartition("}")[2]


def attribute(element: Element, name: str) -> str:
    """Return an attribute whatever its namespace, "" where there is none.

    >>> attribute(Element("c", {"{urn:x}value": "7"}), "value")
    '7'
    """
    found = (v for key, v in element.attrib.items() if key.rpartition("}")[2] == name)
    return next(found, "")
