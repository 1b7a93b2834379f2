"""A file appears whole or not at all: written beside its place, then renamed."""

import os
from collections.abc import Iterable
from itertools import islice
from pathlib import Path

from kg.errors import OutputError
from kg.stopping import undone_when_stopped

CHUNK = 4096  # pieces joined before they are handed to the file: a few hundred kB


def write_text(path: Path | str, pieces: Iterable[str]) -> None:
    """Write `pieces` as UTF-8 with line feeds; an old file stays until all is written.

    Raises:
        OutputError: the folder or file cannot be written.
    """
    path = Path(path)
    beside = path.with_name(f".{path.name}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with undone_when_stopped(lambda: _remove(beside)):
            _write_pieces(beside, pieces)
        os.replace(beside, path)  # noqa: PTH105 - over an old file, on Windows too
    except OSError as error:
        raise OutputError(
            f"cannot write {path}: {error.strerror or error}; "
            "choose another folder or make this one writable"
        ) from error
    finally:
        _remove(beside)


def _write_pieces(path: Path, pieces: Iterable[str]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        rest = iter(pieces)
        while chunk := "".join(islice(rest, CHUNK)):
            file.write(chunk)


def _remove(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError:  # its folder is gone or locked: that has been said already
        return
