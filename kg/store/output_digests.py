"""What a build wrote, noted in its store: so what was changed since is not overwritten.

A file has the SHA-256 of its bytes. The store cannot hold that of itself: it has the
number of rows of each of its tables, and a hash of them all.
"""

import hashlib
import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import duckdb

from kg.errors import OutputError
from kg.records import Remark
from kg.store.connection import STORE_FILE, attach_database, read_store_version

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_TABLES = """
SELECT table_name FROM information_schema.tables
WHERE table_catalog = current_database() AND table_name <> 'outputs'
ORDER BY table_name
"""


def record_outputs(folder: Path, remarks: Sequence[Remark] = ()) -> None:
    """Note in the store of `folder` what it and every file beside it look like now.

    `remarks` are added to those that the store has.
    """
    digests = [
        (path.name, _file_digest(path))
        for path in sorted(folder.iterdir())
        if path.name != STORE_FILE
    ]
    # Remarks first: they are part of the content of which the digest is taken.
    with duckdb.connect(str(folder / STORE_FILE)) as connection:
        for remark in remarks:
            row = [remark.source, remark.line, remark.reason, remark.lost]
            connection.execute("INSERT INTO rejects VALUES (?, ?, ?, ?)", row)
        digests.append((STORE_FILE, _content_digest(connection)))
        connection.execute("DELETE FROM outputs")
        connection.executemany("INSERT INTO outputs VALUES (?, ?)", digests)


def refuse_foreign_files(out: Path, names: Iterable[str]) -> None:
    """Raise where outputs called `names` would replace files that no build wrote.

    Raises:
        OutputError: `out` is no folder of a build, and holds a file of such a name.
    """
    foreign = [name for name in names if _exists(out / name)]
    if not foreign:
        return
    reason = _why_no_build(out)
    if reason is not None:
        raise OutputError(
            f"{out}: has {', '.join(foreign)}, and is no folder that kg wrote ({reason}), "
            "so nothing is replaced there; choose another folder with --out, or move "
            "these files"
        )


def find_changed_outputs(out: Path, names: Iterable[str]) -> list[Path]:
    """Return the files of `out` called `names` that are not as the build there left them.

    A file that the build did not note is among them, as nobody knows who wrote it.
    """
    found = [out / name for name in names if _exists(out / name)]
    if not found:
        return []
    with attach_database(out / STORE_FILE) as connection:
        try:
            rows = connection.execute("SELECT name, digest FROM outputs").fetchall()
        except duckdb.CatalogException:  # a build of a kg that did not note them yet
            rows = []
        noted = dict(rows)
        as_left = {
            path
            for path in found
            if path.name == STORE_FILE
            and _same_content(noted.get(STORE_FILE), _content_digest(connection))
        }
    as_left |= {path for path in found if _is_file_as_noted(path, noted)}
    return [path for path in found if path not in as_left]


def _exists(path: Path) -> bool:
    """Tell whether a name is taken, be it by a link that leads nowhere."""
    return path.exists() or path.is_symlink()


def _why_no_build(out: Path) -> str | None:
    """Return why a folder is none that a build left; None where it is one."""
    store = out / STORE_FILE
    if not _exists(store):
        return f"it has no {STORE_FILE}"
    try:
        with attach_database(store) as connection:
            version = read_store_version(connection)
    except duckdb.Error as error:
        return f"{STORE_FILE} cannot be read as a store: {error}"
    return f"{STORE_FILE} is no store of kg" if version is None else None


def _file_digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _is_file_as_noted(path: Path, noted: dict[str, str]) -> bool:
    return path.is_file() and _file_digest(path) == noted.get(path.name)


def _content_digest(connection: "DuckDBPyConnection") -> str:
    """Return the rows of each table, and a hash of all, as JSON.

    DuckDB's own hash is a hundred times as fast as one of all cells as text would be,
    but may differ from version to version, so the version stands beside it.
    """
    tables = [name for (name,) in connection.execute(_TABLES).fetchall()]
    rows: dict[str, int] = {}
    total = 0
    # A sum: rows have no order, and equal rows must not cancel out, as with XOR.
    for table in tables:
        count, hashed = connection.execute(
            f'SELECT COUNT(*), SUM(hash(stored)) FROM "{table}" AS stored'
        ).fetchall()[0]
        rows[table] = count
        total += int(hashed or 0)
    return json.dumps({"duckdb": duckdb.__version__, "rows": rows, "hash": total})


def _same_content(noted: str | None, now: str) -> bool:
    """Tell whether a store is as noted; by another DuckDB, only its rows are counted."""
    if noted is None:
        return False
    before, after = json.loads(noted), json.loads(now)
    if before["duckdb"] != after["duckdb"]:
        return bool(before["rows"] == after["rows"])
    return bool(before == after)
