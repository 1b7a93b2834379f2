"""A folder in which outputs are made before they are shown: all of them, or none."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kg.errors import OutputError


@contextmanager
def workshop(out: Path) -> Iterator[Path]:
    """Give an empty folder inside `out`; when the block ends well, its files go to
    `out`.

    Files of the same names are replaced, others stay. When the block raises, `out` is
    left as it was. Inside, not beside: `out` may be a mount of its own.

    Raises:
        OutputError: `out`, or a file in it, cannot be written.
    """
    if out.exists() and not out.is_dir():
        raise OutputError(f"{out}: is a file; --out names a folder")
    is_new = not out.exists()
    try:
        out.mkdir(parents=True, exist_ok=True)
        made = Path(tempfile.mkdtemp(prefix=".partial-", dir=out))
    except OSError as error:
        raise OutputError(f"{out}: cannot be written: {error.strerror}") from error
    try:
        yield made
        for path in sorted(made.iterdir()):
            path.replace(out / path.name)
    except OSError as error:
        raise OutputError(f"{out}: cannot be written: {error}") from error
    finally:
        shutil.rmtree(made, ignore_errors=True)
        if is_new and not any(out.iterdir()):
            out.rmdir()
