"""Paths given by a person → the files to read, each once, in an order of their own.

In folders, hidden files, what commonly lies beside data (a read-me, a licence, code)
and outputs of kg are passed over; a file named outright is always tried.
"""

import os
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path

from kg.errors import SourceError
from kg.files.output_names import STORE_FILE, is_of_a_build
from kg.records import Remark
from kg.text.counts import name_first
from kg.text.surrogates import replace_surrogates

# Files about the data, and what made it, that lie in the same folders.
_COMPANION_STEMS = {
    *("readme", "license", "licence", "copying", "notice"),
    *("changelog", "contributing", "makefile"),
}
_COMPANION_SUFFIXES = {
    *(".py", ".pyc", ".sh", ".js", ".css", ".sql"),
    *(".toml", ".yaml", ".yml", ".ini", ".cfg", ".lock", ".log"),
}
_MAY_BE_DATA = {".toml", ".yaml", ".yml"}  # though most are settings
_MOST_NAMED = 5


def find_files(paths: Sequence[Path]) -> tuple[list[Path], list[Remark]]:
    """List the regular files that `paths` lead to, sorted by (name, path).

    A file reached in several ways (twice in `paths`, by its folder, by a link) stands
    once, under the first of its names.

    Returns:
        The files; and remarks on paths without a file to read and folders that cannot
        be listed (`lost`), and on folders in which the files of a build are not read.

    Raises:
        SourceError: there is nothing at a path; the message has each of these.
    """
    found: list[Path] = []
    remarks: set[Remark] = set()
    nowhere: dict[str, str] = {}
    for path in paths:
        try:
            files, noted = _expand(path)
        except SourceError as error:
            nowhere[replace_surrogates(str(path))] = str(error)
            continue
        found += files
        remarks |= set(noted)
    if nowhere:
        raise SourceError("\n  ".join(f"{p}: {why}" for p, why in nowhere.items()))
    unique: dict[str, Path] = {}
    for file in sorted(found, key=_place):
        unique.setdefault(os.path.realpath(file), file)
    return list(unique.values()), sorted(remarks, key=lambda r: (r.source, r.reason))


def _place(file: Path) -> tuple[str, str]:
    """Return what files are sorted by: the same on every machine and in any order."""
    return file.name, os.path.realpath(file.parent)


def printable_name(path: Path) -> str:
    """Return a file's name as messages and documents have it: without its folder.

    >>> printable_name(Path("data/talks.txt"))
    'talks.txt'
    """
    return replace_surrogates(path.name)


def _expand(path: Path) -> tuple[list[Path], list[Remark]]:
    """Return the files that a path leads to, with what is to be said of it.

    Raises:
        SourceError: there is nothing at it.
    """
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        gone = "a link that leads nowhere" if path.is_symlink() else "no such file"
        raise SourceError(f"{gone}: check the path") from None
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        raise SourceError(f"cannot be read: {_explanation(error)}") from None
    if stat.S_ISREG(mode):
        return [path], []
    remarks: list[Remark] = []
    files = list(_walk(path, remarks)) if stat.S_ISDIR(mode) else []
    if not files and not any(remark.lost for remark in remarks):
        reason = _why_without_files(path, mode)
        remarks.append(Remark(replace_surrogates(str(path)), None, reason))
    return files, remarks


def _why_without_files(path: Path, mode: int) -> str:
    if not stat.S_ISDIR(mode):
        return "neither a file nor a folder: save its content to a file"
    if (path / STORE_FILE).exists():
        return "what a build of kg left; name what it was built from"
    return "a folder without any file to read"


def _walk(folder: Path, remarks: list[Remark]) -> Iterator[Path]:
    """Yield the files below a folder; what is to be said of it is added to `remarks`."""
    waiting = [folder]
    seen: set[str] = set()  # links may lead back up
    while waiting:
        folder = waiting.pop()
        real = os.path.realpath(folder)
        if real in seen:
            continue
        seen.add(real)
        name = printable_name(Path(real))
        try:
            entries = [(entry, _is_folder(entry)) for entry in folder.iterdir()]
        except OSError as error:
            reason = f"cannot be listed: {_explanation(error)}"
            remarks.append(Remark(name, None, reason))
            continue
        files = [entry for entry, is_folder in entries if not is_folder]
        is_build = any(file.name == STORE_FILE for file in files)
        # A dangling link or a pipe is found out when it is opened.
        wanted = [file for file in files if not _is_passed_over(file.name, is_build)]
        # Of a folder with nothing but outputs nobody thinks that it is read.
        if is_build and wanted:
            reason = "holds a build of kg, whose own files are not read"
            remarks.append(Remark(name, None, reason, lost=False))
        remarks += _remarks_on_settings(files, name=name)
        yield from wanted
        folders = (entry for entry, is_folder in entries if is_folder)
        waiting += (f for f in folders if not f.name.startswith((".", "__")))


def _remarks_on_settings(files: Sequence[Path], *, name: str) -> Iterator[Remark]:
    """Yield a remark on files of a folder that are passed over, and may hold records."""
    found = sorted(
        printable_name(file)
        for file in files
        if file.suffix.lower() in _MAY_BE_DATA and not file.name.startswith(".")
    )
    if found:
        named = name_first(found, _MOST_NAMED)
        reason = f"taken for settings, not read: {named}; name a file to read it"
        yield Remark(name, None, reason, lost=False)


def _is_passed_over(name: str, is_build: bool) -> bool:
    return _is_companion(name) or (is_build and is_of_a_build(name))


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # forbidden: opening it as a file will say so
        return False


def is_beside_data(path: str) -> bool:
    """Tell whether a file of an archive lies beside data, by its path there.

    >>> is_beside_data("talks/README.md"), is_beside_data("__MACOSX/a.txt")
    (True, True)
    >>> is_beside_data("talks/may.txt")
    False
    """
    *folders, name = path.replace("\\", "/").rstrip("/").split("/")
    is_hidden = any(f.startswith((".", "__")) and f not in (".", "..") for f in folders)
    return is_hidden or _is_companion(name)


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
