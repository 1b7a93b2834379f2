"""Where outputs go if nobody says so: outputs/NAME, unless another corpus is there.

Which inputs a default folder was built from is noted beside it, hidden, and not in it:
outputs know no path. The note is a digest of where the inputs lie as seen from the
folder, so it shows nothing, and stays right when a project moves as a whole.
"""

import hashlib
import os
from collections.abc import Sequence
from pathlib import Path

from kg.errors import OutputError
from kg.files.leftovers import remove_leftovers
from kg.files.opening import STDIN_PATH
from kg.files.output_names import STORE_FILE
from kg.files.replacing import recover
from kg.files.writing import write_text
from kg.text.surrogates import replace_surrogates

OUTPUTS = Path("outputs")


def default_folder(first: Path) -> Path:
    """Return the folder in outputs/ that is called as the first input, without endings.

    >>> default_folder(Path("pile/papers.jsonl.gz")).as_posix()
    'outputs/papers'
    """
    if first == STDIN_PATH:
        return OUTPUTS / "stdin"
    whole = replace_surrogates(first.resolve().name)  # of "." too
    # A folder may be called v1.2; of a file, what follows the last dot is its format.
    name = whole if first.is_dir() else Path(whole.removesuffix(".gz")).stem
    return OUTPUTS / (name.lstrip(".") or "build")


def free_folder(inputs: Sequence[Path]) -> Path:
    """Return the default folder for the outputs of these inputs.

    Raises:
        OutputError: it holds a build that may be of others, and would be lost.
    """
    folder = default_folder(inputs[0])
    recover(folder)  # else a store might be out of its place
    if (folder / STORE_FILE).exists() and not _is_noted(folder, inputs):
        raise OutputError(
            f"{folder}: holds a build that is not known to be of the same inputs; "
            f"name another folder with --out, or that one to replace it (--out {folder})"
        )
    return folder


def note_inputs(folder: Path, inputs: Sequence[Path]) -> None:
    """Note which inputs a folder was built from, if it is called as the default one.

    Raises:
        OutputError: the note cannot be written.
    """
    if [OUTPUTS.name, folder.name] == [
        folder.parent.name,
        default_folder(inputs[0]).name,
    ]:
        remove_leftovers(folder.parent)
        write_text(_note_of(folder), [_digest(folder, inputs) + "\n"])


def _is_noted(folder: Path, inputs: Sequence[Path]) -> bool:
    """Tell whether a folder is noted to be built from these inputs."""
    if STDIN_PATH in inputs:  # has no name, and may be something else each time
        return False
    try:
        noted = _note_of(folder).read_text(encoding="ascii")
    except (OSError, UnicodeDecodeError):
        return False
    return noted.strip() == _digest(folder, inputs)


def _note_of(folder: Path) -> Path:
    return folder.with_name(f".{folder.name}.inputs")


def _digest(folder: Path, inputs: Sequence[Path]) -> str:
    start = os.path.realpath(folder)
    seen = sorted({_path_from(start, path) for path in inputs})
    return hashlib.sha256("\0".join(seen).encode("utf-8", "replace")).hexdigest()


def _path_from(start: str, path: Path) -> str:
    real = os.path.realpath(path)
    try:
        return Path(os.path.relpath(real, start)).as_posix()
    except ValueError:  # on another drive
        return real
