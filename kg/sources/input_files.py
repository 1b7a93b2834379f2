"""Paths given by a person → the files to read, each once, in an order of their own.

In folders, hidden files, what commonly lies beside data (a read-me, a licence, code)
and outputs of kg are passed over; a file named outright is always tried.
"""

import os
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path

from kg.records import Remark

_STORE = "kg.duckdb"  # a folder that holds one is what a build left, not what it reads
# Files about the data, and what made it, that lie in the same folders.
_COMPANION_STEMS = {
    *("readme", "license", "licence", "copying", "notice"),
    *("changelog", "contributing", "makefile"),
}
_COMPANION_SUFFIXES = {
    *(".py", ".pyc", ".sh", ".js", ".css", ".sql"),
    *(".toml", ".yaml", ".yml", ".ini", ".cfg", ".lock", ".log"),
}


def find_files(paths: Sequence[Path]) -> tuple[list[Path], list[Remark]]:
    """List the regular files that `paths` lead to, sorted by (name, path).

    A file reached in several ways (twice in `paths`, by its folder, by a link) stands
    once, under the first of its names.

    Returns:
        The files, and a Remark with `lost` for each path that leads to none.
    """
    found: list[Path] = []
    remarks: set[tuple[str, str]] = set()
    for path in paths:
        files, reason = _expand(path)
        found += files
        if reason:
            remarks.add((printable(str(path)), reason))
    unique: dict[str, Path] = {}
    for file in sorted(found, key=_place):
        unique.setdefault(os.path.realpath(file), file)
    return list(unique.values()), [Remark(s, None, r) for s, r in sorted(remarks)]


def _place(file: Path) -> tuple[str, str]:
    """Return what files are sorted by: the same on every machine and in any order."""
    return file.name, os.path.realpath(file.parent)


def printable(name: str) -> str:
    """Replace what is no Unicode in a file's name, so that it can be written.

    >>> printable("caf\\udce9.txt")
    'caf\ufffd.txt'
    """
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def printable_name(path: Path) -> str:
    """Return a file's name as messages and documents have it: without its folder.

    >>> printable_name(Path("data/talks.txt"))
    'talks.txt'
    """
    return printable(path.name)


def _expand(path: Path) -> tuple[list[Path], str | None]:
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        gone = "a link that leads nowhere" if path.is_symlink() else "no such file"
        return [], f"{gone}: check the path"
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        return [], f"cannot be read: {_explanation(error)}"
    if stat.S_ISREG(mode):
        return [path], None
    if not stat.S_ISDIR(mode):
        return [], "neither a file nor a folder: save its content to a file"
    complaints: list[str] = []
    files = list(_walk(path, complaints))
    if complaints:
        return files, "; ".join(complaints)
    if not files and (path / _STORE).exists():
        return files, "what a build of kg left; name what it was built from"
    return files, None if files else "a folder without any file to read"


def _walk(folder: Path, complaints: list[str]) -> Iterator[Path]:
    """Yield the files below a folder; sub-folders that cannot be listed are told of."""
    waiting = [folder]
    seen: set[str] = set()  # links may lead back up
    while waiting:
        folder = waiting.pop()
        real = os.path.realpath(folder)
        if real in seen:
            continue
        seen.add(real)
        try:
            entries = list(folder.iterdir())
            if any(entry.name == _STORE for entry in entries):
                continue
        except OSError as error:
            where = printable_name(folder)
            complaints.append(f"folder {where} cannot be listed: {_explanation(error)}")
            continue
        for path in entries:
            if _is_folder(path):
                if not path.name.startswith((".", "__")):
                    waiting.append(path)
            elif not _is_companion(path.name):
                # A dangling link or a pipe is found out when it is opened.
                yield path


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # forbidden: opening it as a file will say so
        return False


def _is_companion(name: str) -> bool:
    """Tell whether a file is of those that commonly lie beside data."""
    stem, _, _ = name.lower().partition(".")
    return (
        name.startswith(".")
        or stem in _COMPANION_STEMS
        or Path(name.lower()).suffix in _COMPANION_SUFFIXES
    )


def _explanation(error: OSError | ValueError) -> str:
    strerror = getattr(error, "strerror", None)
    return str(strerror or error).lower()
