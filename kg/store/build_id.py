"""Which build a store and the files beside it are of.

A build has an id made from what it wrote: the same input has the same. The store and
report.json both carry it, so whoever reads a folder can tell that they belong together.
"""

import hashlib
import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import StoreError
from kg.files.output_names import REPORT_FILE, STORE_FILE

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

RUN = "build"
"""The name of the id in the table `runs`, and in report.json."""

_DIGITS = 32  # hexadecimal: 128 bits
_STATED = re.compile(rb'\A\s*\{\s*"build":\s*"([0-9a-f]+)"')
_HEAD = 200  # bytes of report.json, which begins with the id


def make_build_id(digests: Mapping[str, str], *others: str) -> str:
    """Return the id of a build.

    Args:
        digests: of each file that it wrote, by name, but of those that carry the id.
        others: what those files have beyond that, as text.

    Example:
        >>> make_build_id({"nodes.csv": "af12"}, "{}")
        'e7aaf33046a7bfadd15d47be6e298b13'
    """
    text = json.dumps([sorted(digests.items()), others])
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]


def check_one_build(connection: "DuckDBPyConnection", file: Path) -> None:
    """Check that a store is of the build whose report lies beside it, if there is one.

    A store under another name (one that was kept, or copied) is not asked for.

    Args:
        connection: the store, opened.
        file: where it is.

    Raises:
        StoreError: the files are of two builds; the message says what to do.
    """
    report = file.with_name(REPORT_FILE)
    stated = _stated_id(report) if file.name == STORE_FILE else None
    own = read_run(connection, RUN)  # None while its build is going on
    if stated is not None and own is not None and stated != own:
        raise StoreError(
            f"{file.parent}: has files of two builds ({STORE_FILE} is of build {own[:8]}, "
            f"{report.name} of {stated[:8]}); build it again"
        )


def _stated_id(report: Path) -> str | None:
    """Return the id that a report begins with; None where it has none."""
    try:
        with report.open("rb") as file:
            found = _STATED.match(file.read(_HEAD))
    except OSError:
        return None
    return found[1].decode("ascii") if found else None


def read_run(connection: "DuckDBPyConnection", name: str) -> str | None:
    """Return what is noted of a build under `name`; None where nothing is.

    Raises:
        duckdb.Error: the database is no store of kg.
    """
    asked = "SELECT value FROM runs WHERE name = ?"
    rows = connection.execute(asked, [name]).fetchall()
    return rows[0][0] if rows else None
