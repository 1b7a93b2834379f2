"""Bytes → text: UTF-8 first, then byte order marks and patterns, then statistics.

A file is decoded as a stream of blocks. Marks and patterns stand in the first; else the
encoding is told by the first block that has a byte beyond ASCII, and stays.
"""

import codecs
import re
from dataclasses import dataclass

from kg.files.signatures import SAMPLE, refuse_binary, refuse_signatures

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
# Those that lists of papers come in, from Europe and East Asia.
_LEGACY_ENCODINGS = [
    *("cp1252", "cp1250", "cp1251", "cp1254", "koi8_r", "mac_roman"),
    *("iso8859_2", "iso8859_7"),
    *("shift_jis", "euc_jp", "gb18030", "big5", "euc_kr"),
]
# Control characters but tab, line ends and escape.
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
# Stands for each byte that is no UTF-8.
_REPLACED = "\ufffd"


@dataclass(frozen=True, slots=True)
class Notice:
    """Something about a file's encoding; `line` is counted from 1."""

    reason: str
    line: int | None = None


@dataclass(slots=True)
class _Tally:
    """How often something came, and the line of the first."""

    count: int = 0
    line: int | None = None

    def add(self, count: int, line: int) -> None:
        self.line = self.line or line
        self.count += count


class Decoder:
    """Decodes the blocks of one file, in order; control characters stay, as data."""

    def __init__(self) -> None:
        """Begin a file of which nothing is known."""
        self._decoder: codecs.IncrementalDecoder | None = None
        self._encoding = "utf-8"
        self._is_first = True
        self._line = 1
        self._controls = _Tally()
        self._broken = _Tally()

    def feed(self, block: bytes, *, is_cut: bool = False) -> str:
        """Return a block's text; of a block that `is_cut`, to the last whole character.

        Raises:
            SourceError: the first block is no text.
        """
        if self._is_first:
            self._is_first = False
            block = self._begin(block)
        if self._decoder is None:
            if block.isascii():
                return self._count_lines(block.decode("ascii"))
            self._decode_as(_guess_encoding(block, is_cut=is_cut))
        text = self._decode(block, final=not is_cut)
        if self._encoding == "utf-8" and _REPLACED in text:
            self._count_broken(block, text)
        return self._count_lines(text)

    def notices(self) -> tuple[Notice, ...]:
        """Return what is to be said of the blocks so far."""
        found = []
        if self._encoding != "utf-8":
            found.append(_name_encoding(self._encoding))
        if self._broken.count:
            reason = f"{self._broken.count:,} places are no valid UTF-8"
            found.append(Notice(reason, self._broken.line))
        if self._controls.count:
            reason = f"{self._controls.count:,} control characters, kept as they are"
            found.append(Notice(reason, self._controls.line))
        return tuple(found)

    def _begin(self, block: bytes) -> bytes:
        """Settle what tells its encoding; return the block without its mark."""
        refuse_signatures(block)
        for mark, encoding in _BYTE_ORDER_MARKS:
            if block.startswith(mark):
                self._decode_as(encoding)
                return block[len(mark) :]
        by_zeros = _encoding_of_zeros(block)
        if by_zeros:
            self._decode_as(by_zeros)
        else:
            refuse_binary(block)
        return block

    def _decode_as(self, encoding: str) -> None:
        self._encoding = encoding
        self._decoder = codecs.getincrementaldecoder(encoding)("replace")

    def _decode(self, block: bytes, *, final: bool) -> str:
        return self._decoder.decode(block, final) if self._decoder else ""

    def _count_broken(self, block: bytes, text: str) -> None:
        broken = text.count(_REPLACED) - block.count(_REPLACED.encode())
        if broken > 0:
            self._broken.add(broken, self._line + _lines_before_defect(block))

    def _count_lines(self, text: str) -> str:
        control = _CONTROL.search(text)
        if control:
            line = self._line + text.count("\n", 0, control.start())
            self._controls.add(len(_CONTROL.findall(text)), line)
        self._line += text.count("\n")
        return text


def _lines_before_defect(block: bytes) -> int:
    try:
        codecs.getincrementaldecoder("utf-8")().decode(block)
    except UnicodeDecodeError as error:
        return block.count(b"\n", 0, error.start)
    return 0


def _encoding_of_zeros(block: bytes) -> str | None:
    """Tell UTF-16 and UTF-32 without a mark, by where zero bytes stand."""
    sample = block[:SAMPLE]
    shares = [_share_of_zeros(sample[place::4]) for place in range(4)]
    for encoding, pattern in _ZERO_PATTERNS:
        places = zip(shares, pattern, strict=True)
        if all(share > 0.5 if zero else share < 0.05 for share, zero in places):
            return encoding
    return None


def _share_of_zeros(sample: bytes) -> float:
    return sample.count(0) / max(len(sample), 1)


def _guess_encoding(block: bytes, *, is_cut: bool) -> str:
    """Guess the encoding of a block that has bytes beyond ASCII."""
    try:
        codecs.getincrementaldecoder("utf-8")().decode(block, not is_cut)
    except UnicodeDecodeError:
        damaged = block.decode("utf-8", "replace")
        broken = damaged.count(_REPLACED)
        if broken * 4 < len(damaged.encode()) - len(damaged) - 2 * broken:
            # Mostly good sequences of several bytes are no chance: UTF-8 with defects.
            return "utf-8"
        return _guess_legacy_encoding(block)
    return "utf-8"


def _guess_legacy_encoding(block: bytes) -> str:
    """Guess an encoding of one or two bytes a character from the lines that need it."""
    # Imported here: it slows every start of the program, and few files need it.
    from charset_normalizer import from_bytes

    telling = [line for line in block.split(b"\n") if not line.isascii()]
    sample = b"\n".join(telling)[:SAMPLE]
    matches = from_bytes(sample, cp_isolation=_LEGACY_ENCODINGS)
    best = matches.best()
    if best is None:
        return "cp1252"
    for match in matches:
        equal = (match.chaos, match.coherence) == (best.chaos, best.coherence)
        if equal and "cp1252" in match.could_be_from_charset:
            return "cp1252"  # by far the commonest, where nothing else tells
    return best.encoding


def _name_encoding(encoding: str) -> Notice:
    return Notice(f"not UTF-8: read as {encoding}; save it as UTF-8 if that is wrong")
