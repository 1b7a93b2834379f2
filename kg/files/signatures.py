"""What bytes are, by how they begin: what is no text is refused by its name."""

import re
from typing import NamedTuple, NoReturn

from kg.errors import SourceError

SAMPLE = 1 << 16  # bytes looked at to tell binary data and encodings


class Signature(NamedTuple):
    """Bytes at a place of a file, what they make it, and what its owner can do."""

    place: int
    mark: bytes
    what: str
    advice: str


SIGNATURES = (
    Signature(0, b"%PDF-", "a PDF document", "export its text first"),
    Signature(0, b"%!PS", "a PostScript document", "export its text first"),
    Signature(0, b"{\\rtf", "an RTF document", "save it as plain text"),
    Signature(0, b"\xd0\xcf\x11\xe0", "an office document", "save it as plain text"),
    Signature(0, b"PK\x03\x04", "a zip archive", "unpack it first"),
    Signature(257, b"ustar", "a tar archive", "unpack it first"),
    Signature(
        0, b"\x1f\x8b", "a gzip archive within a gzip archive", "unpack it first"
    ),
    Signature(0, b"BZh", "a bzip2 archive", "unpack it first"),
    Signature(0, b"\xfd7zXZ", "an xz archive", "unpack it first"),
    Signature(0, b"7z\xbc\xaf", "a 7-Zip archive", "unpack it first"),
    Signature(0, b"\x28\xb5\x2f\xfd", "a Zstandard archive", "unpack it first"),
    Signature(0, b"\x89PNG", "a PNG picture", "give its text"),
    Signature(0, b"\xff\xd8\xff", "a JPEG picture", "give its text"),
    Signature(0, b"GIF8", "a GIF picture", "give its text"),
    Signature(0, b"SQLite format 3", "an SQLite database", "export JSON Lines"),
    Signature(8, b"DUCK", "a DuckDB database", "export JSON Lines"),
    Signature(0, b"PAR1", "a Parquet table", "export JSON Lines"),
    Signature(0, b"\x7fELF", "a program", "give text"),
)
# White space and a first tag; nobody begins plain text so.
_MARKUP = re.compile(rb"\s*<(?:!doctype|html|\?xml)\b", re.IGNORECASE)
# All but white space and the escape, with which ISO 2022 changes scripts.
_CONTROL_BYTES = bytes(b for b in range(32) if b not in b"\t\n\v\f\r\x1b")


def refuse_signatures(data: bytes) -> None:
    """Refuse what begins as no text does.

    Raises:
        SourceError: with the name of the format, and what to do.
    """
    for place, mark, what, advice in SIGNATURES:
        if data.startswith(mark, place):
            raise SourceError(f"looks like {what}, not text: {advice}")


def refuse_markup(data: bytes) -> None:
    """Refuse HTML and XML, where lines of plain text are wanted.

    Raises:
        SourceError: the data begins as a page or a file of data in markup does.
    """
    if _MARKUP.match(data[:SAMPLE]):
        raise SourceError("looks like HTML or XML markup: save the page as plain text")


def refuse_binary(data: bytes) -> None:
    """Refuse what has more control characters than extracted text ever has.

    Raises:
        SourceError: it is binary data.
    """
    sample = data[:SAMPLE]
    controls = len(sample) - len(sample.translate(None, _CONTROL_BYTES))
    # A stray control character is common in extracted text; in binary data one byte in
    # ten is one.
    if controls > max(2, 0.04 * len(sample)):
        refuse_no_text(data)


def refuse_no_text(data: bytes) -> NoReturn:
    """Say why data cannot be read as text, when it is known that it cannot.

    Raises:
        SourceError: always, with the name of the format where it has one.
    """
    refuse_signatures(data)
    raise SourceError("binary data, not text: give a text file")
