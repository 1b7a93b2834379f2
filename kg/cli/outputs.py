"""Where a command writes to: standard output, or a file whose old content is kept."""

from collections.abc import Callable, Iterable
from pathlib import Path

import typer

from kg.cli.console import print_note
from kg.errors import OutputError
from kg.files.staging import replace_keeping


def is_stdout(path: Path) -> bool:
    """Tell whether a path is "-", which means standard output as everywhere."""
    return str(path) == "-"


def print_pieces(pieces: Iterable[str]) -> None:
    """Print a file piece by piece, as it would be written."""
    for piece in pieces:
        typer.echo(piece, nl=False)


def write_file(path: Path, write: Callable[[Path], object], *, quiet: bool) -> None:
    """Have a file written; what stood there and is another is kept as NAME.edited.

    Raises:
        OutputError: `path` is no name for a file, or cannot be written.
    """
    # "." has no name; a device or pipe cannot be kept, and should not be renamed.
    if not path.name or (path.exists() and not path.is_file()):
        raise OutputError(f"{path}: is a folder or a device; name a file")
    write_files(path.parent, lambda folder: write(folder / path.name), quiet=quiet)


def write_files(folder: Path, write: Callable[[Path], object], *, quiet: bool) -> None:
    """Have files written into a folder; what stood there is kept as by `write_file`."""
    for path, kept in replace_keeping(folder, write).items():
        print_note(f"{path}: was another, and is kept as {kept.name}", quiet=quiet)


def hand_over(
    path: Path,
    pieces: Callable[[], Iterable[str]],
    write: Callable[[Path], object],
    *,
    summary: str,
    quiet: bool,
) -> None:
    """Print what was made where `path` is "-", else have it written; then say what it is.

    Args:
        path: where to.
        pieces: gives it piece by piece; asked for printing alone.
        write: puts it into a file.
        summary: what was made, in a few words; beside standard output on standard error.
        quiet: say nothing.

    Raises:
        OutputError: `path` is no name for a file, or cannot be written.
    """
    if is_stdout(path):
        print_pieces(pieces())
    else:
        write_file(path, write, quiet=quiet)
    if not quiet:
        typer.echo(f"{path}: {summary}", err=is_stdout(path))


def refuse_existing(path: Path, *, advice: str) -> None:
    """Raise where there is something that nobody asked to be replaced.

    Raises:
        OutputError: there is; the message ends with the advice.
    """
    if path.exists() or path.is_symlink():
        raise OutputError(f"{path}: is there already, and is not replaced; {advice}")


def free_path(name: str, *, option: str) -> Path:
    """Return the path of a name of ours, for who gave none with `option`.

    Raises:
        OutputError: there is something of that name.
    """
    path = Path(name)
    refuse_existing(path, advice=f"name it with {option} {path}, or another")
    return path
