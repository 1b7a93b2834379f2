"""A file as its readers want it: bytes, text or lines, from the start, as a stream.

.gz archives are told by content, not by name, and unpacked on the way. A file may be
read several times: once for its head, by which its format is told, then by its reader.
"""

import io
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass, field
from typing import BinaryIO

from kg.errors import SourceError
from kg.files.decoding import Decoder, Notice
from kg.files.unpacking import GZIP, DamagedArchiveError, as_file, unpack
from kg.files.zip_directory import ZIP_MEMBER, list_zip_members

_BLOCK = 1 << 20  # bytes of a head, and read at a time
_HEAD_OF_PART = 1 << 17  # characters of the head of a part of a long file


@dataclass(frozen=True, slots=True)
class Head:
    """The beginning of a file, at most 1 MiB of it, by which its format is told.

    `data` is unpacked, and not yet decoded. `text` is the same decoded, lines ending in
    a line feed; it is empty where the data is no text. `members` are the names of what
    is in a .zip archive, as the directory at its end has them.

    Heads of the same text are equal, whatever it was encoded in: a reader is chosen by
    the text.
    """

    name: str
    data: bytes = field(compare=False)
    text: str
    members: tuple[str, ...] = ()


@dataclass(slots=True)
class Opened:
    """A file to be read, by `raw`, `pieces`, `lines` or `text`, each from the start.

    `warnings` and `complete` are right once it was read to its end. `complete` is False
    where a .gz archive ended early or was damaged: what was given is the part before.
    """

    name: str
    max_bytes: int
    _open: Callable[[], BinaryIO]
    warnings: tuple[Notice, ...] = ()
    complete: bool = True
    _head: Head | None = field(default=None, compare=False, repr=False)

    def raw(self) -> BinaryIO:
        """Return the unpacked bytes as a file; of one that is not packed, a seekable.

        Raises:
            SourceError: the file cannot be opened or read.
        """
        packed = self._open()
        start = read_bytes(packed, len(GZIP))
        packed.seek(0)
        if start != GZIP:
            return packed
        return as_file(self._unpacked(packed))

    def head(self) -> Head:
        """Return the beginning of the file, which is read and decoded once.

        Raises:
            SourceError: the file cannot be read, or is empty.
        """
        if self._head is None:
            self._head = self._read_head()
        return self._head

    def _read_head(self) -> Head:
        with self.raw() as raw:
            data = read_bytes(raw)
            members = list_zip_members(raw) if data.startswith(ZIP_MEMBER) else ()
        if not data.strip():
            raise SourceError("the file is empty")
        try:
            text = Decoder().feed(data, is_cut=len(data) >= _BLOCK)
        except SourceError:
            return Head(self.name, data, "", members)
        text = text.replace("\r" if _is_old_macintosh(text) else "\r\n", "\n")
        if not text.strip():
            raise SourceError("the file holds nothing but white space")
        return Head(self.name, data, text)

    def is_larger_than(self, size: int) -> bool:
        """Tell whether the file has more bytes than this, unpacked."""
        count = 0
        with self.raw() as raw:
            if raw.seekable():
                return raw.seek(0, io.SEEK_END) > size
            while count <= size and (block := read_bytes(raw)):
                count += len(block)
        return count > size

    def pieces(self) -> Iterator[str]:
        """Yield the text in pieces of about a megabyte, which do not cut lines short.

        Lines end in a line feed: CR LF becomes LF. Where a file has no LF at all, CR
        becomes LF (old Macintosh files); in any other file a lone CR stays a character
        of its line, so that lines are counted as `split("\\n")` counts them.

        Raises:
            SourceError: the file cannot be read, is too large, or is no text.
        """
        decoder = Decoder()
        line_end: str | None = None
        held = ""  # a CR at the end of a piece: its LF may stand in the next
        for block, is_last in self._blocks():
            text = held + decoder.feed(block, is_cut=not is_last)
            held = "\r" if text.endswith("\r") and not is_last else ""
            text = text.removesuffix(held)
            line_end = line_end or ("\r" if _is_old_macintosh(text) else "\r\n")
            yield text.replace(line_end, "\n")
        self.warnings = decoder.notices()

    def lines(self) -> Iterator[str]:
        """Yield the lines of the text, without their line feeds, as of `pieces`."""
        rest: list[str] = []  # pieces of a line that is longer than a piece
        for piece in self.pieces():
            first, *lines = piece.split("\n")
            rest.append(first)
            if lines:
                line, rest = "".join(rest), [lines[-1]]
                yield line
                yield from lines[:-1]
        yield "".join(rest)

    def text(self) -> str:
        """Return the whole text, for formats that need to look ahead.

        Raises:
            SourceError: as `pieces`; or an archive is damaged or ends early.
        """
        text = "".join(self.pieces())
        self.refuse_damaged()
        return text

    def refuse_damaged(self) -> None:
        """Raise an error if the file, read to its end, is not complete.

        Raises:
            SourceError: a .gz archive is damaged or ends early.
        """
        if not self.complete:
            raise SourceError(
                "the .gz archive is damaged or ends early: not read; "
                "pack or download it again"
            )

    def _blocks(self) -> Iterator[tuple[bytes, bool]]:
        """Yield blocks of bytes, with whether each is the last.

        The others end with a line, so that no guess is made on half a character; but
        for lines that are longer than a block.
        """
        rest = b""
        with self.raw() as raw:
            while len(data := read_bytes(raw)) == _BLOCK:
                end = data.rfind(b"\n") + 1 or len(data)
                yield rest + data[:end], False
                rest = data[end:]
        yield rest + data, True

    def _unpacked(self, packed: BinaryIO) -> Generator[bytes]:
        """Yield the content of an archive; note where it ends before its end."""
        is_empty = True
        self.complete = True
        try:
            with packed:
                for piece in unpack(packed, max_bytes=self.max_bytes):
                    is_empty = False
                    yield piece
        except DamagedArchiveError as error:
            self.complete = False
            if is_empty:
                raise SourceError(f"{error}: pack or download it again") from error


class HeldText(Opened):
    """A text that is held in memory, decoded already, to be read as a file of it.

    It may be a part of a file, so the name of that does not tell its format: its head
    has none. Its bytes are made where somebody asks for them.
    """

    __slots__ = ("_text",)

    def __init__(self, name: str, text: str) -> None:
        """Hold a text whose lines end in a line feed."""
        super().__init__(name, len(text) * 4, self._as_bytes)
        self._text = text

    def _read_head(self) -> Head:
        is_part = len(self._text) > _BLOCK
        text = self._text[: _HEAD_OF_PART if is_part else _BLOCK]
        if not text.strip():
            raise SourceError("the file holds nothing but white space")
        return Head("", text.encode("utf-8", "replace"), text)

    def pieces(self) -> Iterator[str]:
        """Yield the whole text."""
        yield self._text

    def _as_bytes(self) -> BinaryIO:
        return io.BytesIO(self._text.encode("utf-8", "replace"))


def read_bytes(file: BinaryIO, size: int = _BLOCK) -> bytes:
    """Read so many bytes of an open file, or all (-1).

    Raises:
        SourceError: the system refuses.
    """
    try:
        return file.read(size)
    except OSError as error:
        raise unreadable(error) from error


def unreadable(error: OSError) -> SourceError:
    """Return the error that says why the system does not give a file."""
    why = (error.strerror or str(error)).lower()
    return SourceError(f"cannot be read: {why}")


def _is_old_macintosh(text: str) -> bool:
    return "\r" in text and "\n" not in text
