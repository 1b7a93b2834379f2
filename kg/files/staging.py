"""A folder in which outputs are made before they are shown: all of them, or none."""

import filecmp
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from itertools import chain, count
from pathlib import Path

from kg.errors import OutputError
from kg.files.folder_lock import locked_folder
from kg.files.leftovers import (
    other_build,
    remove,
    remove_leftovers,
    temporary_name,
)
from kg.files.output_names import STORE_FILE, log_of
from kg.files.replacing import NEW, is_taken, put_in_place, take_back
from kg.stopping import undone_when_stopped

# A process that is stopped may still write while its files are removed.
_TRIES = 10


@contextmanager
def staging_folder(out: Path, *, of_build: bool = False) -> Iterator[Path]:
    """Give an empty folder inside `out`, from which `put_in_place` moves its files.

    Without that, or when the block raises, `out` is left as it was. What processes that
    are dead by now left in `out` is put back or removed. Inside, not beside: `out` may
    be a mount of its own.

    Args:
        out: a folder; made where it is missing.
        of_build: of two builds at once, the second one is refused.

    Raises:
        OutputError: `out`, or a file in it, cannot be written; or another build is
            going on there.
    """
    if out.exists() and not out.is_dir():
        raise OutputError(f"{out}: is a file; --out names a folder")
    new = [path for path in (out, *out.parents) if not path.exists()]
    staged = out / temporary_name(of_build=of_build)
    with undone_when_stopped(lambda: _discard(staged, new)):
        try:
            _begin(staged, of_build=of_build)
            yield staged / NEW
        except OSError as error:
            raise OutputError(
                f"{out}: cannot be written: {error.strerror or error}"
            ) from error
        finally:
            _discard(staged, new)


def _begin(staged: Path, *, of_build: bool) -> None:
    """Make a staging folder; nobody else begins at the same moment.

    Raises:
        OutputError: another build is going on in its place.
    """
    out = staged.parent
    out.mkdir(parents=True, exist_ok=True)
    with locked_folder(out):
        take_back(out)
        remove_leftovers(out)
        process = other_build(out) if of_build else None
        if process is not None:
            raise OutputError(
                f"{out}: another build is going on there (process {process}); wait for "
                "its end, or choose another folder with --out"
            )
        (staged / NEW).mkdir(parents=True)


def _discard(staged: Path, new: Iterable[Path]) -> None:
    """Remove a folder, and those that are new and empty now, from the inside out."""
    for _ in range(_TRIES):
        remove(staged)
        if not is_taken(staged):
            break
    for path in new:
        with suppress(OSError):  # it is not empty, or was never made
            path.rmdir()


def plan_setting_aside(changed: Iterable[Path]) -> dict[Path, Path]:
    """Return, for files that someone changed, where each can be kept.

    That is NAME.edited beside it, then NAME.edited-2, and so on: an earlier one stays.
    A store takes along the log that DuckDB left beside it.
    """
    plan: dict[Path, Path] = {}
    for path in changed:
        plan[path] = _free_name(path)
        if path.name == STORE_FILE and is_taken(log_of(path)):
            plan[log_of(path)] = log_of(plan[path])
    return plan


def _free_name(path: Path) -> Path:
    edited = path.with_name(f"{path.name}.edited")
    names = (path.with_name(f"{edited.name}-{number}") for number in count(2))
    return next(
        p for p in chain([edited], names) if not (is_taken(p) or is_taken(log_of(p)))
    )


def replace_keeping(folder: Path, write: Callable[[Path], object]) -> dict[Path, Path]:
    """Put what `write` makes in a folder into `folder`; keep the files that it replaces.

    Nothing is kept of a file that is empty, or the same as the new one.

    Returns:
        Each file that was replaced, and what it is called now.

    Raises:
        OutputError: a file cannot be written or renamed.
    """
    with staging_folder(folder) as made:
        write(made)
        pairs = [(path, folder / path.name) for path in sorted(made.iterdir())]
        plan = plan_setting_aside(old for new, old in pairs if _would_lose(old, new))
        put_in_place(made, plan)
    return plan


def _would_lose(old: Path, new: Path) -> bool:
    """Tell whether something is lost when a file takes the place of an old one."""
    if not old.is_file():
        return is_taken(old)
    return old.stat().st_size > 0 and not filecmp.cmp(old, new, shallow=False)
