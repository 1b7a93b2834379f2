"""What bytes are, by how they begin: what is no text is refused by its name."""

import re
from typing import NamedTuple, NoReturn

from kg.errors import SourceError

SAMPLE = 1 << 16  # bytes looked at to tell binary data and encodings


class Signature(NamedTuple):
    """How a format begins, at a place of a file; what it is, and what its owner can do.

    A mark of letters alone may begin a text about the format, or about something else
    ("PAR1 receptors in platelets"): `then` is what follows it in a file of the format,
    as a regular expression, and in no text.
    """

    place: int
    mark: bytes
    what: str
    advice: str
    then: bytes = b""


SIGNATURES = (
    # The number of its version, and no words behind it.
    Signature(
        0,
        b"%PDF-",
        "a PDF document",
        "export its text first",
        rb"\d\.\d(?!-|[ \t]*\w)",
    ),
    Signature(
        0,
        b"%!PS",
        "a PostScript document",
        "export its text first",
        rb"(?:-Adobe-\d[^\r\n]*)?[\r\n]",
    ),
    # Its version, and a control word or group.
    Signature(
        0,
        b"{\\rtf",
        "an RTF document",
        "save it as plain text",
        rb"\d*\s*[\\{]",
    ),
    Signature(0, b"\xd0\xcf\x11\xe0", "an office document", "save it as plain text"),
    Signature(0, b"PK\x03\x04", "a zip archive", "unpack it first"),
    Signature(0, b"PK\x05\x06", "an empty zip archive", "there is nothing in it"),
    Signature(
        257,
        b"ustar",
        "a tar archive",
        "unpack it first",
        rb"\x0000|  \x00",
    ),
    Signature(
        0, b"\x1f\x8b", "a gzip archive within a gzip archive", "unpack it first"
    ),
    # The first block's magic number; or, of an archive of nothing, the last one's.
    Signature(
        0,
        b"BZh",
        "a bzip2 archive",
        "unpack it first",
        rb"[1-9](?:1AY&SY|\x17rE8P\x90)",
    ),
    Signature(0, b"\xfd7zXZ", "an xz archive", "unpack it first"),
    Signature(0, b"7z\xbc\xaf", "a 7-Zip archive", "unpack it first"),
    Signature(0, b"\x28\xb5\x2f\xfd", "a Zstandard archive", "unpack it first"),
    Signature(0, b"\x89PNG", "a PNG picture", "give its text"),
    Signature(0, b"\xff\xd8\xff", "a JPEG picture", "give its text"),
    # Its size, colours, and the shape of its dots: no text has zero bytes.
    Signature(
        0,
        b"GIF8",
        "a GIF picture",
        "give its text",
        rb"[79]a.{0,6}\x00",
    ),
    Signature(0, b"SQLite format 3\x00", "an SQLite database", "export JSON Lines"),
    # The version of the storage, eight bytes.
    Signature(
        8,
        b"DUCK",
        "a DuckDB database",
        "export JSON Lines",
        rb".{1,4}\x00{4}",
    ),
    # A page's head in Thrift's compact protocol.
    Signature(
        0,
        b"PAR1",
        "a Parquet table",
        "export JSON Lines",
        rb"[\x00-\x08\x0e-\x1f]",
    ),
    Signature(0, b"\x7fELF", "a program", "give text"),
)
# White space and a first tag; nobody begins plain text so.
_MARKUP = re.compile(rb"\s*<(?:!doctype|html|\?xml)\b", re.IGNORECASE)
# All but white space and the escape, with which ISO 2022 changes scripts.
CONTROL_BYTES = bytes(b for b in range(32) if b not in b"\t\n\v\f\r\x1b")


def refuse_signatures(data: bytes) -> None:
    """Refuse what begins as no text does.

    Raises:
        SourceError: with the name of the format, and what to do.
    """
    for place, mark, what, advice, then in SIGNATURES:
        if data.startswith(mark, place) and _follows(data, place + len(mark), then):
            raise SourceError(f"looks like {what}, not text: {advice}")


def _follows(data: bytes, place: int, then: bytes) -> bool:
    return re.compile(then, re.DOTALL).match(data, place) is not None


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
    controls = len(sample) - len(sample.translate(None, CONTROL_BYTES))
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
