"""A file of the Research Organization Registry → organisations.

Told by its content, packed or not: JSON Lines, a record a line, and ROR's own dumps, a
JSON array, also in the .zip that they are published in.
"""

import hashlib
import io
import json
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from kg.errors import RegistryError, SourceError
from kg.files.opening import check_file, open_bytes, read_text
from kg.institutions.ror.registry_record import Organisation, read_record
from kg.parallel import without_cyclic_gc
from kg.printable import printable_message
from kg.records import Remark

# The whole dump of ROR is some 300 MB; what is larger is another file.
_MAX_BYTES = 2_000_000_000
_ZIP = b"PK\x03\x04"


class Registry(NamedTuple):
    """The organisations of a file, in its order, and what was wrong with others.

    Remarks call the file by its name, wherever it lies.
    """

    organisations: tuple[Organisation, ...]
    remarks: tuple[Remark, ...] = ()


def read_registry(path: Path) -> Registry:
    """Read the organisations of a file; a bad record costs itself, with a remark.

    Raises:
        RegistryError: the file cannot be read, is no JSON, or holds no organisation.
    """
    try:
        data = open_bytes(path, max_bytes=_MAX_BYTES)
        text = _unzipped(data) if data.startswith(_ZIP) else _unpacked(data)
    except SourceError as error:
        raise RegistryError(f"{path}: {error}") from None
    return parse_registry(text, path=str(path))


def registry_digest(path: Path) -> str:
    """Return the SHA-256 of a registry's file.

    Raises:
        RegistryError: it is no file (a pipe may never end), too large, or unreadable.
    """
    try:
        check_file(path, max_bytes=_MAX_BYTES)
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except SourceError as error:
        raise RegistryError(f"{path}: {error}") from None
    except OSError as error:
        raise RegistryError(f"{path}: {error.strerror}") from None


def _unpacked(data: bytes) -> str:
    opened = read_text(data, max_bytes=_MAX_BYTES)
    if not opened.complete:
        raise SourceError("the archive ends early; download it again")
    return opened.text


def _unzipped(data: bytes) -> str:
    """Return the dump in a .zip, that of the newest schema."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            dumps = [
                member
                for member in archive.infolist()
                if member.filename.endswith((".json", ".jsonl"))
            ]
            if not dumps:
                raise SourceError("no .json in the archive")
            dump = max(dumps, key=lambda m: ("schema_v2" in m.filename, m.filename))
            if dump.file_size > _MAX_BYTES:
                raise SourceError(f"larger than {_MAX_BYTES:,} bytes when unpacked")
            return archive.read(dump).decode("utf-8-sig")
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError):
        raise SourceError("the archive is damaged; download it again") from None
    except UnicodeDecodeError:
        raise SourceError("the dump in the archive is not UTF-8") from None


def parse_registry(text: str, *, path: str) -> Registry:
    """Read the organisations of a text; `path` names it in messages.

    Raises:
        RegistryError: as `read_registry`.
    """
    with without_cyclic_gc():
        return _parse(text, path)


def _parse(text: str, path: str) -> Registry:
    """Read the records of an array or of JSON Lines; the first of two with one id stays."""
    array = text.lstrip().startswith("[")
    name = Path(path).name
    found: dict[str, Organisation] = {}
    remarks: list[Remark] = []
    for number, read in _array(text, path) if array else _lines(text):
        if isinstance(read, Organisation) and read.id in found:
            read = f"{read.id} stands there twice"
        if isinstance(read, Organisation):
            found[read.id] = read
        elif array:  # nothing says in which line of it a record stands
            remarks.append(Remark(f"{name}, record {number}", None, read))
        else:
            remarks.append(Remark(name, number, read))
    if not found:
        raise RegistryError(f"{path}: no organisation in it{_first_reason(remarks)}")
    return Registry(tuple(found.values()), tuple(remarks))


def _first_reason(remarks: Sequence[Remark]) -> str:
    if not remarks:
        return ""
    first = remarks[0]
    return f"; {printable_message(first.source, first.line, first.reason)}"


def _lines(text: str) -> Iterator[tuple[int, Organisation | str]]:
    """Yield the organisation of each line with its number; as text, why there is none.

    One line at a time, without a list of all: the text may be most of the memory.
    """
    start, number = 0, 0
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        line, start, number = text[start:end], end + 1, number + 1
        if line and not line.isspace():
            yield number, _line(line)


def _line(line: str) -> Organisation | str:
    try:
        value = json.loads(line)
    except json.JSONDecodeError as error:
        return f"no JSON: {error.msg}"
    except (ValueError, RecursionError):
        return "JSON that cannot be read"
    return read_record(value)


def _array(text: str, path: str) -> Iterator[tuple[int, Organisation | str]]:
    try:
        values = json.loads(text)
    except json.JSONDecodeError as error:
        raise RegistryError(f"{path}:{error.lineno}: no JSON: {error.msg}") from None
    except (ValueError, RecursionError):
        raise RegistryError(f"{path}:1: JSON that cannot be read") from None
    return ((number, read_record(value)) for number, value in enumerate(values, 1))
