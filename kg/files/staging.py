"""A folder in which outputs are made before they are shown: all of them, or none."""

import filecmp
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from itertools import chain, count
from pathlib import Path

from kg.errors import OutputError
from kg.files.output_names import STORE_FILE, log_of
from kg.stopping import committing, undone_when_stopped

# A process that is stopped may still write while its files are removed.
_TRIES = 10


@contextmanager
def staging_folder(
    out: Path, *, kept: Mapping[Path, Path] | None = None
) -> Iterator[Path]:
    """Give an empty folder inside `out`; when the block ends well, its files go to
    `out`.

    Files of the same names are replaced, others stay. When the block raises, `out` is
    left as it was. Inside, not beside: `out` may be a mount of its own.

    Args:
        out: the folder; made where it is missing.
        kept: files to be renamed just before, as `plan_setting_aside` gives them; may be
            filled inside of the block.

    Raises:
        OutputError: `out`, or a file in it, cannot be written.
    """
    if out.exists() and not out.is_dir():
        raise OutputError(f"{out}: is a file; --out names a folder")
    new = [path for path in (out, *out.parents) if not path.exists()]
    try:
        out.mkdir(parents=True, exist_ok=True)
        made = Path(tempfile.mkdtemp(prefix=".partial-", dir=out))
    except OSError as error:
        raise OutputError(f"{out}: cannot be written: {error.strerror}") from error
    try:
        with undone_when_stopped(lambda: _discard(made, new)):
            yield made
            with committing():
                set_aside(kept or {})
                # Within one folder a rename is done at once, or not at all.
                for path in sorted(made.iterdir()):
                    path.replace(out / path.name)
    except OSError as error:
        raise OutputError(
            f"{out}: cannot be written: {error.strerror or error}"
        ) from error
    finally:
        _discard(made, new)


def _discard(made: Path, new: Sequence[Path]) -> None:
    """Remove a folder, and those that are new and empty now, from the inside out."""
    for _ in range(_TRIES):
        shutil.rmtree(made, ignore_errors=True)
        if not made.exists():
            break
    with suppress(OSError):  # it is not empty
        for path in new:
            path.rmdir()


def plan_setting_aside(changed: Iterable[Path]) -> dict[Path, Path]:
    """Return, for files that someone changed, where each can be kept.

    That is NAME.edited beside it, then NAME.edited-2, and so on: an earlier one stays.
    A store takes along the log that DuckDB left beside it.
    """
    plan: dict[Path, Path] = {}
    for path in changed:
        plan[path] = _free_name(path)
        if path.name == STORE_FILE and log_of(path).exists():
            plan[log_of(path)] = log_of(plan[path])
    return plan


def _free_name(path: Path) -> Path:
    edited = path.with_name(f"{path.name}.edited")
    names = (path.with_name(f"{edited.name}-{number}") for number in count(2))
    return next(
        p for p in chain([edited], names) if _is_free(p) and _is_free(log_of(p))
    )


def _is_free(path: Path) -> bool:
    return not (path.exists() or path.is_symlink())


def replace_keeping(folder: Path, write: Callable[[Path], object]) -> dict[Path, Path]:
    """Put what `write` makes in a folder into `folder`; keep the files that it replaces.

    Nothing is kept of a file that is empty, or the same as the new one.

    Returns:
        Each file that was replaced, and what it is called now.

    Raises:
        OutputError: a file cannot be written or renamed.
    """
    kept: dict[Path, Path] = {}
    with staging_folder(folder, kept=kept) as made:
        write(made)
        pairs = [(path, folder / path.name) for path in sorted(made.iterdir())]
        lost = (old for new, old in pairs if _would_lose(old, new))
        kept.update(plan_setting_aside(lost))
    return kept


def _would_lose(old: Path, new: Path) -> bool:
    """Tell whether something is lost when a file takes the place of an old one."""
    if not old.is_file():
        return not _is_free(old)
    return old.stat().st_size > 0 and not filecmp.cmp(old, new, shallow=False)


def set_aside(plan: Mapping[Path, Path]) -> None:
    """Rename files as planned.

    Raises:
        OutputError: a file cannot be renamed.
    """
    for path, kept in plan.items():
        try:
            path.rename(kept)
        except OSError as error:
            raise OutputError(
                f"{path}: cannot be kept as {kept.name}: {error.strerror or error}"
            ) from error
