"""A store of which each error says which file it is about, and what to do.

DuckDB reads a block when a query needs it: that a disk has lost some is not found when
a store is opened, but anywhere later.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import duckdb

from kg.errors import OutputError, StoreError

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

CHANGED = "is damaged, or was changed since kg wrote it; build it again"


class CheckedConnection:
    """A connection whose errors are those of kg, with the name of its file.

    It has all that the connection within has. That one raises DuckDB's own errors, as
    who writes SQL wants them.
    """

    def __init__(self, within: "DuckDBPyConnection", file: Path) -> None:
        """Hold a connection to a store that is read from `file`."""
        self.within = within
        self._file = file

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - what a connection has
        found = getattr(self.within, name)
        return partial(self._call, found) if callable(found) else found

    def _call(self, method: Any, *arguments: Any, **options: Any) -> Any:  # noqa: ANN401
        with _explained_reading(self._file):
            result = method(*arguments, **options)
        # DuckDB returns the connection itself, to be fetched from.
        return self if result is self.within else result

    def __enter__(self) -> "CheckedConnection":
        return self

    def __exit__(self, *_: object) -> None:
        self.within.close()


def connection_within(connection: "DuckDBPyConnection") -> "DuckDBPyConnection":
    """Return the connection that raises DuckDB's own errors."""
    if isinstance(connection, CheckedConnection):
        return connection.within
    return connection


@contextmanager
def explained_writing(folder: Path) -> Iterator[None]:
    """Raise OutputError, as for other files, where DuckDB cannot write in `folder`."""
    try:
        yield
    except duckdb.OutOfMemoryException as error:
        raise OutputError(
            f"{folder}: memory does not suffice to write it ({reason_of(error)})"
        ) from error
    except duckdb.Error as error:
        raise OutputError(f"{folder}: cannot be written: {reason_of(error)}") from error


def write_through(connection: "DuckDBPyConnection") -> None:
    """Have all that was written in the store itself, none of it in a log beside it.

    To close a connection does the same, but says nothing where it fails: the log stays.
    """
    connection.execute("CHECKPOINT")


def reason_of(error: duckdb.Error) -> str:
    """Return the first line of what DuckDB says; more is for those who write it."""
    return str(error).partition("\n")[0]


def no_memory(error: duckdb.OutOfMemoryException) -> str:
    """Say that memory does not suffice to read a store."""
    return f"memory does not suffice to read it ({reason_of(error)})"


@contextmanager
def _explained_reading(file: Path) -> Iterator[None]:
    try:
        yield
    except duckdb.OutOfMemoryException as error:
        raise StoreError(f"{file}: {no_memory(error)}") from error
    except duckdb.InterruptException:
        raise
    except duckdb.Error as error:
        raise StoreError(f"{file}: {CHANGED} ({reason_of(error)})") from error
