"""Bytes → text: UTF-8 first, then byte order marks, zero bytes, then statistics.

A file is decoded as a stream of blocks. What it is in is told by the first block that
has a byte beyond ASCII, and stays; but a line of UTF-8, and a line that is none, are
each told by themselves wherever they stand.
"""

import codecs
import re
from dataclasses import dataclass

from kg.files.legacy_encoding import LATIN, guess_legacy_encoding
from kg.files.mixed_utf8 import (
    count_votes,
    decode_with_strays,
    length_of_cut_sequence,
    reads_as_utf8,
)
from kg.files.mojibake import repair_mojibake
from kg.files.signatures import refuse_binary, refuse_signatures
from kg.files.wide_encoding import guess_wide_encoding

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Control characters but tab, line ends and escape.
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
# Stands for each byte that is a character in no encoding that was tried.
_REPLACED = "\ufffd"
_WESTERN = 0.8  # of the letters beyond ASCII of a text in a Western language
# So much of a file may be UTF-8 by chance, in an encoding of two bytes a character.
_BY_CHANCE = 0.5


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
        if count:
            self.line = self.line or line
            self.count += count


class Decoder:
    """Decodes the blocks of one file, in order; control characters stay, as data."""

    def __init__(self) -> None:
        """Begin a file of which nothing is known."""
        self._wide: codecs.IncrementalDecoder | None = None  # of UTF-16 and UTF-32
        self._encoding = "utf-8"
        self._legacy = ""  # of lines that are no UTF-8
        self._is_mixed = True  # lines may be UTF-8, if others are not
        self._held = b""  # half a character, at the end of a block
        self._is_first = True
        self._line = 1
        self._controls = _Tally()
        self._strays = _Tally()
        self._broken = _Tally()
        self._foreign = _Tally()  # lines in the other encoding
        self._utf8 = _Tally()  # lines beyond ASCII in UTF-8
        self._mojibake = _Tally()
        self._example = ("", "")

    def feed(self, block: bytes, *, is_cut: bool = False) -> str:
        """Return a block's text; of a block that `is_cut`, to the last whole character.

        Raises:
            SourceError: the first block is no text.
        """
        if self._is_first:
            self._is_first = False
            block = self._begin(block)
        if self._wide:
            text = self._wide.decode(block, not is_cut)
        else:
            text = self._decode(self._without_half(block, is_cut=is_cut))
        return self._count_lines(self._repaired(text))

    def notices(self) -> tuple[Notice, ...]:
        """Return what is to be said of the blocks so far."""
        found = []
        if self._wide:
            found.append(_name_encoding(self._encoding))
        elif self._foreign.count and not self._utf8.count:
            found.append(_name_encoding(self._legacy))
        elif self._foreign.count:
            count = f"lines that are not UTF-8: {self._foreign.count:,}"
            reason = f"{count}, read as {self._legacy}; save the file as UTF-8"
            found.append(Notice(reason, self._foreign.line))
        found += self._damages()
        return tuple(found)

    def _damages(self) -> list[Notice]:
        """Return what is to be said of single characters."""
        before, after = self._example
        said = (
            (self._strays, "bytes are no valid UTF-8: read as cp1252"),
            (self._broken, "bytes are no character, and were replaced"),
            (
                self._mojibake,
                "lines were UTF-8 that a program had read as another encoding "
                f'("{before}"): repaired ("{after}")',
            ),
            (self._controls, "control characters, kept as they are"),
        )
        return [Notice(f"{t.count:,} {what}", t.line) for t, what in said if t.count]

    def _begin(self, block: bytes) -> bytes:
        """Settle what tells its encoding; return the block without its mark."""
        refuse_signatures(block)
        for mark, encoding in _BYTE_ORDER_MARKS:
            if block.startswith(mark):
                self._decode_wide(encoding)
                return block[len(mark) :]
        encoding_by_zeros = guess_wide_encoding(block)
        if encoding_by_zeros:
            self._decode_wide(encoding_by_zeros)
        else:
            refuse_binary(block)
        return block

    def _decode_wide(self, encoding: str) -> None:
        if encoding != "utf-8":
            self._encoding = encoding
            self._wide = codecs.getincrementaldecoder(encoding)("replace")

    def _without_half(self, block: bytes, *, is_cut: bool) -> bytes:
        """Return a block with what was held before it, and hold what its end cuts."""
        block = self._held + block
        held = length_of_cut_sequence(block) if is_cut else 0
        self._held = block[len(block) - held :]
        return block[: len(block) - held]

    def _decode(self, block: bytes) -> str:
        if block.isascii():
            return block.decode("ascii")
        if self._is_mixed:
            try:
                text = block.decode("utf-8")
            except UnicodeDecodeError:
                pass
            else:
                self._utf8.add(1, self._line)
                return text
        if not self._legacy:
            self._settle(block)
        lines = block.split(b"\n")
        return "\n".join(
            self._decode_line(line, number)
            for number, line in enumerate(lines, start=self._line)
        )

    def _settle(self, block: bytes) -> None:
        """Tell the encoding of lines that are no UTF-8 by the first block with any."""
        votes = count_votes(block)
        if not votes.lines:
            return
        # Beside Western letters in UTF-8, a few bytes are what Western letters were.
        is_western = votes.western > max(votes.others, _WESTERN * votes.sequences)
        self._legacy = "cp1252" if is_western else guess_legacy_encoding(votes.lines)
        self._is_mixed = (
            self._legacy in LATIN
            or self._utf8.count > 0
            or votes.sequences > _BY_CHANCE * votes.others
        )

    def _decode_line(self, line: bytes, number: int) -> str:
        if line.isascii():
            return line.decode("ascii")
        if self._is_mixed and reads_as_utf8(line):
            text, strays = decode_with_strays(line)
            self._utf8.add(1, number)
            self._strays.add(strays, number)
        else:
            text = line.decode(self._legacy, "replace")
            self._foreign.add(1, number)
        self._broken.add(text.count(_REPLACED) - line.count(_REPLACED.encode()), number)
        return text

    def _repaired(self, text: str) -> str:
        repaired = repair_mojibake(text)
        if repaired.lines and not self._mojibake.count:
            self._example = repaired.before[:40], repaired.after[:40]
        self._mojibake.add(repaired.lines, self._line + repaired.first)
        return repaired.text

    def _count_lines(self, text: str) -> str:
        control = _CONTROL.search(text)
        if control:
            line = self._line + text.count("\n", 0, control.start())
            self._controls.add(len(_CONTROL.findall(text)), line)
        self._line += text.count("\n")
        return text


def _name_encoding(encoding: str) -> Notice:
    return Notice(f"not UTF-8: read as {encoding}; save it as UTF-8 if that is wrong")
