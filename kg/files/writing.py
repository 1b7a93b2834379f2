"""A file appears whole or not at all: written beside its place, then renamed."""

import os
from collections.abc import Iterable
from itertools import islice
from pathlib import Path

from kg.errors import OutputError
from kg.files.leftovers import remove, temporary_name
from kg.stopping import undone_when_stopped

CHUNK = 4096  # pieces joined before they are handed to the file: a few hundred kB


def write_text(path: Path | str, pieces: Iterable[str]) -> None:
    """Write `pieces` as UTF-8 with line feeds; an old file stays until all is written.

    Raises:
        OutputError: the folder or file cannot be written.
    """
    path = Path(path)
    beside = path.with_name(temporary_name())
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with undone_when_stopped(lambda: remove(beside)):
            _write_pieces(beside, pieces)
        os.replace(beside, path)  # noqa: PTH105 - over an old file, on Windows too
    except OSError as error:
        raise OutputError(
            f"cannot write {path}: {error.strerror or error}; "
            "choose another folder or make this one writable"
        ) from error
    finally:
        remove(beside)


def _write_pieces(path: Path, pieces: Iterable[str]) -> None:
    # Only a new file: a link that somebody planted would lead elsewhere.
    with path.open("x", encoding="utf-8", newline="") as file:
        rest = iter(pieces)
        while chunk := "".join(islice(rest, CHUNK)):
            file.write(chunk)
        file.flush()
        os.fsync(file.fileno())


def sync_file(path: Path) -> None:
    """Wait until the disk has the content of a file.

    Raises:
        OSError: it cannot be written, as on a full disk.
    """
    with path.open("r+b") as file:
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Wait until the disk has the names in a folder, where the system can say so.

    Raises:
        OSError: they cannot be written.
    """
    if os.name == "nt":  # opens no folder
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
