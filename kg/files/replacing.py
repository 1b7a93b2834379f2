"""All files of a folder are replaced, or none: also where a process is killed meanwhile.

Renames are done one by one, so they are planned, and the plan is written down first. The
staging folder becomes `.replacing`, with the new files, the plan, and room for the old
ones; then each old file moves into it, and each new one out of it. Every step is a
rename to a free name, so from what stands where it is known which steps were done. On an
error, or when the next command finds `.replacing`, they are taken back. At last
`.replacing` is renamed, which happens at once or not at all: from there on the new files
count.
"""

import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from kg.errors import OutputError
from kg.files.folder_lock import locked_folder
from kg.files.leftovers import remove, temporary_name
from kg.files.writing import sync_file, sync_folder
from kg.stopping import committing

REPLACING = ".replacing"
NEW = "new"

_OLD, _PLAN = "old", "plan.json"
_ADVICE = "move it elsewhere, and build again"


@dataclass(frozen=True, slots=True)
class _Plan:
    """Names of files: what each that is kept will be called, what is replaced, by what."""

    kept: dict[str, str]
    old: list[str]
    new: list[str]

    def asides(self) -> Iterator[tuple[Path, Path]]:
        """Yield from where to where files are set aside, as paths in the folder."""
        yield from ((Path(name), Path(kept)) for name, kept in self.kept.items())
        yield from ((Path(name), Path(REPLACING, _OLD, name)) for name in self.old)

    def arrivals(self) -> Iterator[tuple[Path, Path]]:
        """Yield from where to where new files come, as paths in the folder."""
        yield from ((Path(REPLACING, NEW, name), Path(name)) for name in self.new)


def put_in_place(made: Path, kept: Mapping[Path, Path] | None = None) -> None:
    """Have the files in a staging folder take their places, all of them or none.

    When this returns, they are on the disk, also if the machine fails.

    Args:
        made: a folder that `kg.files.staging.staging_folder` gave; it is empty then.
        kept: files of the folder that are not replaced, and what they are called then.

    Raises:
        OutputError: the files cannot be replaced, and are as they were.
        OSError: likewise.
    """
    staged, folder = made.parent, made.parent.parent
    # The disk has the new files before a name leads to them.
    for path in sorted(made.iterdir()):
        sync_file(path)
    sync_folder(made)
    with locked_folder(folder), committing():
        _take_back(folder)
        plan = _make_plan(folder, made, kept or {})
        (staged / _OLD).mkdir()
        _write_plan(staged / _PLAN, plan)
        sync_folder(staged)
        rename(staged, folder / REPLACING)
        try:
            _follow(plan, folder)
            rename(folder / REPLACING, staged)
        finally:
            _take_back(folder)  # as far as `.replacing` is still there
        sync_folder(folder)


def recover(folder: Path) -> None:
    """Put back the files of a folder if their replacement was cut off.

    Where it is going on in another process, wait for its end.

    Raises:
        OutputError: they cannot be put back; the message says what to do.
    """
    if not is_taken(folder / REPLACING):
        return
    try:
        with locked_folder(folder):
            take_back(folder)
    except OSError as error:
        raise OutputError(
            f"{folder}: its files are of two builds, as one was cut off while it replaced "
            f"them; they cannot be put back ({error.strerror or error}): run kg as who "
            "can write there, or build into another folder"
        ) from error


def take_back(folder: Path) -> None:
    """Do what `recover` does, for who holds the folder's lock already.

    Raises:
        OutputError: what is there is not as a replacement leaves it.
        OSError: a file cannot be renamed; what was taken back stays so.
    """
    with committing():
        _take_back(folder)


def _take_back(folder: Path) -> None:
    swap = folder / REPLACING
    if not is_taken(swap):
        return
    plan = _read_plan(swap)
    for source, target in reversed(list(plan.arrivals())):
        # Where both are there, this step was not done yet.
        if is_taken(folder / target) and not is_taken(folder / source):
            rename(folder / target, folder / source)
    for source, target in reversed(list(plan.asides())):
        if not is_taken(folder / target):
            continue
        if is_taken(folder / source):
            raise OutputError(
                f"{folder / source}: stands where a file of the build before is to be put "
                f"back (it is in {swap}); {_ADVICE}"
            )
        rename(folder / target, folder / source)
    sync_folder(folder)
    done = folder / temporary_name()
    rename(swap, done)
    remove(done)


def rename(source: Path, target: Path) -> None:
    """Rename a file or folder to a name that is free.

    Raises:
        OSError: it is not free, or the file cannot be renamed.
    """
    if is_taken(target):
        raise FileExistsError(f"{target.name} is there already")
    source.rename(target)


def _make_plan(folder: Path, made: Path, kept: Mapping[Path, Path]) -> _Plan:
    new = sorted(path.name for path in made.iterdir())
    aside = {path.name: to.name for path, to in kept.items()}
    old = [name for name in new if is_taken(folder / name) and name not in aside]
    for name in old:
        if (folder / name).is_dir() and not (folder / name).is_symlink():
            raise OutputError(f"{folder / name}: is a folder; move it elsewhere")
    return _Plan(aside, old, new)


def _follow(plan: _Plan, folder: Path) -> None:
    for source, target in (*plan.asides(), *plan.arrivals()):
        rename(folder / source, folder / target)
    sync_folder(folder)


def _write_plan(path: Path, plan: _Plan) -> None:
    path.write_text(json.dumps(asdict(plan)), encoding="utf-8")
    sync_file(path)


def _read_plan(swap: Path) -> _Plan:
    """Return the plan of a replacement that was cut off.

    Raises:
        OutputError: there is none; or it has what is no name of a file in the folder.
    """
    foreign = OutputError(f"{swap}: is not as kg leaves it; {_ADVICE}")
    if swap.is_symlink() or not swap.is_dir():
        raise foreign
    try:
        plan = _Plan(**json.loads((swap / _PLAN).read_text(encoding="utf-8")))
        names = [*plan.kept, *plan.kept.values(), *plan.old, *plan.new]
    except (OSError, ValueError, TypeError, AttributeError):
        raise foreign from None
    if not all(_is_plain_name(name) for name in names):
        raise foreign
    return plan


def _is_plain_name(name: object) -> bool:
    # Whoever could plant a plan must not have us rename files elsewhere.
    return isinstance(name, str) and Path(name).name == name and "\0" not in name


def is_taken(path: Path) -> bool:
    """Tell whether a name is taken, be it by a link that leads nowhere."""
    return os.path.lexists(path)
