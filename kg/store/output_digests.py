"""What a build wrote, noted in its store: so what was changed since is not overwritten.

A file has the SHA-256 of its bytes. The store cannot hold that of itself: it has the
number of rows of each of its tables, the names of all else that is defined in it, and a
hash of both. Whoever worked in a store may have left anything there, so whatever cannot
be understood is a change.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import duckdb

from kg.errors import OutputError
from kg.files.output_names import STORE_FILE, STORE_LOG
from kg.records import Remark
from kg.store.build_id import RUN
from kg.store.checked_connection import explained_writing, write_through
from kg.store.connection import (
    attach_database,
    explain_refusal,
    is_in_use,
    read_store_version,
)
from kg.text.surrogates import replace_surrogates

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_TABLES = """
SELECT schema_name, table_name FROM duckdb_tables()
WHERE database_name = current_database()
    AND (schema_name, table_name) <> ('main', 'outputs')
ORDER BY ALL
"""

# All that is no table, by its text: to run a view of somebody's may fail.
_DEFINITIONS = """
SELECT 'view' AS sort, schema_name, view_name, sql FROM duckdb_views()
WHERE database_name = current_database() AND NOT internal
UNION ALL
SELECT 'macro', schema_name, function_name,
    CAST(parameters AS VARCHAR) || macro_definition FROM duckdb_functions()
WHERE database_name = current_database() AND NOT internal
UNION ALL
SELECT 'sequence', schema_name, sequence_name, sql FROM duckdb_sequences()
WHERE database_name = current_database()
UNION ALL
SELECT 'index', schema_name, index_name, sql FROM duckdb_indexes()
WHERE database_name = current_database()
UNION ALL
SELECT 'type', schema_name, type_name, CAST(labels AS VARCHAR) FROM duckdb_types()
WHERE database_name = current_database() AND NOT internal
UNION ALL
SELECT 'schema', schema_name, '', '' FROM duckdb_schemas()
WHERE database_name = current_database() AND NOT internal AND schema_name <> 'main'
ORDER BY ALL
"""


def output_digests(
    folder: Path, known: Mapping[str, str] | None = None
) -> dict[str, str]:
    """Return the SHA-256 of each output in `folder`, by name, but of the store.

    Hidden files are no outputs. A file that is `known` is not read again.
    """
    known = known or {}
    return {
        path.name: known.get(path.name) or _file_digest(path)
        for path in sorted(folder.iterdir())
        if path.name != STORE_FILE and not path.name.startswith(".")
    }


def record_outputs(
    folder: Path,
    remarks: Sequence[Remark] = (),
    *,
    build: str | None = None,
    digests: Mapping[str, str] | None = None,
) -> None:
    """Note in the store of `folder` what it and every file beside it look like now.

    Args:
        folder: of the store and the other outputs.
        remarks: are added to those that the store has.
        build: the id of the build, which the store is to carry.
        digests: what `output_digests` gave of files that are as they were since.
    """
    noted = sorted(output_digests(folder, digests).items())
    # Remarks first: they are part of the content of which the digest is taken.
    store = str(folder / STORE_FILE)
    with explained_writing(folder), duckdb.connect(store) as connection:
        for remark in remarks:
            row = [remark.source, remark.line, remark.reason, remark.lost]
            connection.execute("INSERT INTO rejects VALUES (?, ?, ?, ?)", row)
        if build is not None:
            connection.execute("INSERT INTO runs VALUES (?, ?)", [RUN, build])
        noted.append((STORE_FILE, _content_digest(connection)))
        connection.execute("DELETE FROM outputs")
        connection.executemany("INSERT INTO outputs VALUES (?, ?)", noted)
        write_through(connection)


def refuse_foreign_files(out: Path, names: Iterable[str]) -> None:
    """Raise where outputs called `names` would replace files that no build wrote.

    Raises:
        OutputError: `out` is no folder of a build, and holds a file of such a name; or
            the store there is open elsewhere, or could not be opened.
    """
    if str(out) != replace_surrogates(str(out)):
        raise OutputError(
            f"{replace_surrogates(str(out))}: the name of a folder for outputs must be "
            "UTF-8; choose another with --out"
        )
    # A log without its store would be taken for a part of the new one.
    foreign = [name for name in (*names, STORE_LOG) if _exists(out / name)]
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

    Raises:
        OutputError: the store there is open elsewhere.
    """
    found = [out / name for name in names if _exists(out / name)]
    if not found:
        return []
    noted, is_same = _read_notes(out / STORE_FILE)
    as_left = {path for path in found if _is_file_as_noted(path, noted)}
    if is_same and not _exists(out / STORE_LOG):
        as_left.add(out / STORE_FILE)
    return [path for path in found if path not in as_left]


def _read_notes(store: Path) -> tuple[dict[str, str], bool]:
    """Return what a store notes of each output, and whether it is as noted itself."""
    noted: dict[str, str] = {}
    try:
        with attach_database(store) as connection:
            # As text, whatever somebody made of the table.
            rows = connection.execute(
                "SELECT CAST(name AS VARCHAR), CAST(digest AS VARCHAR) FROM outputs"
            ).fetchall()
            noted = dict(rows)
            now = _content_digest(connection)
    except duckdb.Error as error:
        _refuse_in_use(store, error)
        return noted, False
    return noted, _same_content(noted.get(STORE_FILE), now)


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
        _refuse_in_use(store, error)
        return f"{STORE_FILE} {explain_refusal(store, error)}"
    return f"{STORE_FILE} is no store of kg" if version is None else None


def _refuse_in_use(store: Path, error: duckdb.Error) -> None:
    """Raise OutputError for a store that somebody works in: no output may replace it."""
    if is_in_use(error):
        raise OutputError(f"{store}: {explain_refusal(store, error)}") from error


def _file_digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _is_file_as_noted(path: Path, noted: dict[str, str]) -> bool:
    return path.is_file() and _file_digest(path) == noted.get(path.name)


def _content_digest(connection: "DuckDBPyConnection") -> str:
    """Return the rows of each table, what else there is, and a hash of all, as JSON.

    DuckDB's own hash is a hundred times as fast as one of all cells as text would be,
    but may differ from version to version, so the version stands beside it.
    """
    rows: dict[str, int] = {}
    total = 0
    # A sum: rows have no order, and equal rows must not cancel out, as with XOR.
    for names in connection.execute(_TABLES).fetchall():
        table = ".".join(_quoted(name) for name in names)
        count, hashed = connection.execute(
            f"SELECT COUNT(*), SUM(hash(stored)) FROM {table} AS stored"
        ).fetchall()[0]
        rows[table] = count
        total += int(hashed or 0)
    defined = connection.execute(_DEFINITIONS).fetchall()
    text = json.dumps(defined).encode("utf-8")
    return json.dumps(
        {
            "duckdb": duckdb.__version__,
            "rows": rows,
            "definitions": [list(names) for *names, _ in defined],
            "hash": [total, hashlib.sha256(text).hexdigest()],
        }
    )


def _quoted(name: str) -> str:
    """Return a name as SQL takes it, whatever is in it."""
    doubled = name.replace('"', '""')
    return f'"{doubled}"'


def _same_content(noted: str | None, now: str) -> bool:
    """Tell whether a store is as noted; by another DuckDB, hashes are not compared."""
    try:
        before, after = json.loads(noted or ""), json.loads(now)
    except ValueError:
        return False
    if not isinstance(before, dict):
        return False
    if before.get("duckdb") != after["duckdb"]:
        names = ("rows", "definitions")
        return all(before.get(name) == after[name] for name in names)
    return bool(before == after)
