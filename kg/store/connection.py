"""Making a store, and opening one for reading."""

import re
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, cast

import duckdb

from kg.errors import OutputError, StoreError
from kg.files.output_names import STORE_FILE, log_of
from kg.files.replacing import recover
from kg.store.build_id import check_one_build, read_run
from kg.store.checked_connection import CHANGED, CheckedConnection, no_memory, reason_of
from kg.store.integrity import find_faults
from kg.text.surrogates import replace_surrogates

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

STORE_VERSION = "11"  # raised with every change of schema.sql

# Else statements that take long draw bars over ours.
_QUIET = "SET enable_progress_bar = false"
# Columns of Python objects are text: else their type is guessed from the first rows,
# which often hold nothing but None.
_OBJECTS_ARE_TEXT = "SET pandas_analyze_sample = 0"
# Threads put blocks of large tables (122,880 rows and more) into the file as they happen
# to be ready. Rows are the same either way, and one thread is hardly slower at writing.
_ONE_THREAD = "SET threads = 1"

# What DuckDB says of a file that is open elsewhere, on each system.
_IN_USE = re.compile("lock on file|used by another process|already (?:open|attached)")
_PROCESS = re.compile(r"PID (\d+)")


def create_store(path: Path) -> "DuckDBPyConnection":
    """Make an empty store at `path`, which must not exist.

    The tables are those of schema.sql; `kg.store.write` fills them. The connection is
    the caller's to close, as a context manager does.

    Raises:
        StoreError: the file cannot be written.

    Example:
        >>> with create_store(Path("new.duckdb")) as connection:
        ...     connection.execute("SELECT COUNT(*) FROM documents").fetchone()
        (0,)
    """
    try:
        connection = duckdb.connect(str(path))
    except duckdb.Error as error:
        raise StoreError(
            f"{path}: cannot make a store here: {reason_of(error)}"
        ) from error
    connection.execute(_QUIET)
    connection.execute(_OBJECTS_ARE_TEXT)
    connection.execute(_ONE_THREAD)
    connection.execute((files("kg.store") / "schema.sql").read_text(encoding="utf-8"))
    connection.execute("INSERT INTO runs VALUES ('store_version', ?)", [STORE_VERSION])
    return connection


def connect(path: Path) -> "DuckDBPyConnection":
    """Open the store in folder (or file) `path` for reading.

    A build that was cut off while it replaced the files there is undone first; one that
    is replacing them now is waited for.

    What is asked of it later raises StoreError too, where the file turns out damaged.

    Raises:
        StoreError: there is none, it is no store of kg, of another version, of another
            build than the files beside it, or edited so that no build could leave it.

    Example:
        >>> with connect(Path("outputs/examples")) as connection:
        ...     connection.execute("SELECT COUNT(*) FROM documents").fetchone()
        (3,)
    """
    name = replace_surrogates(str(path))
    if name != str(path):
        raise StoreError(f"{name}: DuckDB opens no name that is not UTF-8; rename it")
    file = path / STORE_FILE if path.is_dir() else path
    try:
        # Twice: a build may replace the files between the look at them and the opening.
        return _open_whole(path, file)
    except StoreError:
        return _open_whole(path, file)


def _open_whole(path: Path, file: Path) -> "DuckDBPyConnection":
    """Open the store in `file` if the folder's files are those of one build.

    Raises:
        StoreError: as by `connect`.
    """
    try:
        recover(file.parent)
    except OutputError as error:
        raise StoreError(str(error)) from error
    _refuse_missing(file, path)
    try:
        connection = attach_database(file)
        version = read_store_version(connection)
    except duckdb.Error as error:
        raise StoreError(f"{file}: {explain_refusal(file, error)}") from error
    if version != STORE_VERSION:
        connection.close()
        raise StoreError(
            f"{file}: was made by another version of kg (its store is {version}, "
            f"this kg reads {STORE_VERSION}); build it again"
        )
    # It has whatever a connection has.
    checked = cast("DuckDBPyConnection", CheckedConnection(connection, file))
    try:
        check_one_build(checked, file)
        _refuse_faults(checked, file)
    except StoreError:
        connection.close()
        raise
    return checked


def _refuse_faults(connection: "DuckDBPyConnection", file: Path) -> None:
    """Raise StoreError where tables are not as a build leaves them."""
    faults = find_faults(connection)
    if faults:
        more = f", and {len(faults) - 1} more" if len(faults) > 1 else ""
        raise StoreError(f"{file}: {CHANGED} ({faults[0]}{more})")


def _refuse_missing(file: Path, path: Path) -> None:
    """Raise StoreError where there is no file, or none that can be looked at."""
    try:
        file.stat()
    except (FileNotFoundError, NotADirectoryError):
        raise StoreError(
            f"{path}: no store here; make one with `kg build INPUT --out {path}`"
        ) from None
    except OSError as error:
        raise StoreError(f"{file}: cannot be read: {error.strerror}") from None
    if file.is_dir():
        raise StoreError(f"{file}: is a folder; name the one that `kg build` wrote")


def attach_database(file: Path) -> "DuckDBPyConnection":
    """Open a DuckDB file for reading, as it is on the disk now.

    `duckdb.connect(file)` would give whoever has the file open already the same
    database again, though a build has put another file in its place since. Attached to
    a database of its own, a file is always read.

    Raises:
        duckdb.Error: there is no such file, or it is no database.
    """
    # No extension of DuckDB is to be fetched, whatever a question needs.
    connection = duckdb.connect(config={"autoinstall_known_extensions": False})
    quoted = str(file).replace("'", "''")
    try:
        connection.execute(_QUIET)
        connection.execute(f"ATTACH '{quoted}' AS store (READ_ONLY)")
        connection.execute("USE store")
    except duckdb.Error:
        connection.close()
        raise
    return connection


def is_in_use(error: duckdb.Error) -> bool:
    """Tell whether a database cannot be opened because somebody else has it open."""
    return bool(_IN_USE.search(str(error)))


def explain_refusal(file: Path, error: duckdb.Error) -> str:
    """Say why DuckDB does not give what is in a file, and what to do."""
    if isinstance(error, duckdb.OutOfMemoryException):
        return no_memory(error)
    if is_in_use(error):
        process = _PROCESS.search(str(error))
        where = f"in process {process[1]}" if process else "elsewhere in this process"
        return f"is open for writing {where}; close it there, and try again"
    if log_of(file).exists() and "WAL" in str(error):
        return f"{log_of(file).name} beside it is of another store; move it elsewhere"
    return f"is no store of kg, or damaged; build it again ({reason_of(error)})"


def read_store_version(connection: "DuckDBPyConnection") -> str | None:
    """Return the version of a store, None where none is written down.

    Raises:
        duckdb.Error: the database is no store of kg.
    """
    return read_run(connection, "store_version")
