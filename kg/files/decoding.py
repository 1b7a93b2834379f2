"""Bytes → text: UTF-8 first, then byte order marks and patterns, then statistics.

What is no text is refused under the name that it goes by ("a PDF document").
"""

import codecs
import re
from dataclasses import dataclass

from kg.errors import SourceError

_SAMPLE = 1 << 16  # bytes looked at to tell binary data and encodings

# Where in the file, what stands there, what that makes it, what to do.
_SIGNATURES: tuple[tuple[int, bytes, str, str], ...] = (
    (0, b"%PDF-", "a PDF document", "export its text first"),
    (0, b"%!PS", "a PostScript document", "export its text first"),
    (0, b"{\\rtf", "an RTF document", "save it as plain text"),
    (0, b"\xd0\xcf\x11\xe0", "an office document", "save it as plain text"),
    (0, b"PK\x03\x04", "a zip archive or office document", "unpack or export it first"),
    (257, b"ustar", "a tar archive", "unpack it first"),
    (0, b"\x1f\x8b", "a gzip archive within a gzip archive", "unpack it first"),
    (0, b"BZh", "a bzip2 archive", "unpack it first"),
    (0, b"\xfd7zXZ", "an xz archive", "unpack it first"),
    (0, b"7z\xbc\xaf", "a 7-Zip archive", "unpack it first"),
    (0, b"\x28\xb5\x2f\xfd", "a Zstandard archive", "unpack it first"),
    (0, b"\x89PNG", "a PNG picture", "give its text"),
    (0, b"\xff\xd8\xff", "a JPEG picture", "give its text"),
    (0, b"GIF8", "a GIF picture", "give its text"),
    (0, b"SQLite format 3", "an SQLite database", "export its records as JSON Lines"),
    (8, b"DUCK", "a DuckDB database", "export its records as JSON Lines"),
    (0, b"PAR1", "a Parquet table", "export its records as JSON Lines"),
    (0, b"\x7fELF", "a program", "give text"),
)
_MARKUP = re.compile(rb"\s*<(?:!doctype|html|\?xml)\b", re.IGNORECASE)
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Which places modulo four hold the zero bytes of Latin letters.
_ZERO_PATTERNS = (
    ("utf-32-le", (False, True, True, True)),
    ("utf-32-be", (True, True, True, False)),
    ("utf-16-le", (False, True, False, True)),
    ("utf-16-be", (True, False, True, False)),
)
_LEGACY_ENCODINGS = [
    *("cp1252", "cp1250", "cp1251", "cp1254", "koi8_r", "mac_roman"),
    *("iso8859_2", "iso8859_7"),
    *("shift_jis", "euc_jp", "gb18030", "big5", "euc_kr"),
]
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_CONTROL_BYTES = bytes(b for b in range(32) if b not in b"\t\n\v\f\r\x1b")


@dataclass(frozen=True, slots=True)
class Notice:
    """Something about a file's encoding; `line` is counted from 1."""

    reason: str
    line: int | None = None


def decode(data: bytes, *, complete: bool = True) -> tuple[str, tuple[Notice, ...]]:
    """Decode a file's bytes, whatever the encoding.

    Control characters stay, as data, with a warning. With `complete` False, the last
    character may be cut off.

    Raises:
        SourceError: the bytes are no text.
    """
    _refuse_known_formats(data)
    text, warning = _decode_marked(data)
    if text is None:
        _refuse_binary(data)
        text, warning = _decode_unmarked(data, complete=complete)
    warnings = [warning] if warning else []
    control = _CONTROL.search(text)
    if control:
        line = text.count("\n", 0, control.start()) + 1
        count = len(_CONTROL.findall(text))
        warnings.append(Notice(f"{count:,} control characters, kept as they are", line))
    return text, tuple(warnings)


def _refuse_known_formats(data: bytes) -> None:
    for place, signature, what, advice in _SIGNATURES:
        if data.startswith(signature, place):
            raise SourceError(f"looks like {what}, not text: {advice}")
    if _MARKUP.match(data[:_SAMPLE]):
        raise SourceError("looks like HTML or XML markup: save the page as plain text")


def _decode_marked(data: bytes) -> tuple[str | None, Notice | None]:
    """Decode what tells its encoding: by a byte order mark, or by where zeros stand."""
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            text = data[len(mark) :].decode(encoding, "replace")
            return text, None if encoding == "utf-8" else _named(encoding)
    sample = data[:_SAMPLE]
    shares = [_share_of_zeros(sample[place::4]) for place in range(4)]
    for encoding, pattern in _ZERO_PATTERNS:
        places = zip(shares, pattern, strict=True)
        if all(share > 0.5 if zero else share < 0.05 for share, zero in places):
            return data.decode(encoding, "replace"), _named(encoding)
    return None, None


def _share_of_zeros(sample: bytes) -> float:
    return sample.count(0) / max(len(sample), 1)


def _refuse_binary(data: bytes) -> None:
    sample = data[:_SAMPLE]
    controls = len(sample) - len(sample.translate(None, _CONTROL_BYTES))
    # A stray control character is common in extracted text; in binary data one byte in
    # ten is one.
    if controls > max(2, 0.04 * len(sample)):
        raise SourceError("binary data, not text: give a text file")


def _decode_unmarked(data: bytes, *, complete: bool) -> tuple[str, Notice | None]:
    try:
        decoder = codecs.getincrementaldecoder("utf-8")()
        return decoder.decode(data, final=complete), None
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
    damaged = data.decode("utf-8", "replace")
    broken = damaged.count("\ufffd")
    if broken * 4 < len(damaged.encode()) - len(damaged) - 2 * broken:
        # Mostly good sequences of several bytes cannot be chance: UTF-8 with defects.
        return damaged, Notice(f"{broken:,} places are no valid UTF-8", line)
    encoding = _guess_encoding(data)
    return data.decode(encoding, "replace"), _named(encoding)


def _guess_encoding(data: bytes) -> str:
    """Guess an encoding of one or two bytes a character from the lines that need it."""
    # Imported here: it slows every start of the program, and few files need it.
    from charset_normalizer import from_bytes

    telling = [line for line in data[: 1 << 22].split(b"\n") if not line.isascii()]
    sample = b"\n".join(telling)[:_SAMPLE]
    matches = from_bytes(sample, cp_isolation=_LEGACY_ENCODINGS)
    best = matches.best()
    if best is None:
        return "cp1252"
    for match in matches:
        equal = (match.chaos, match.coherence) == (best.chaos, best.coherence)
        if equal and "cp1252" in match.could_be_from_charset:
            return "cp1252"  # by far the commonest, where nothing else tells
    return best.encoding


def _named(encoding: str) -> Notice:
    return Notice(f"not UTF-8: read as {encoding}; save it as UTF-8 if that is wrong")
