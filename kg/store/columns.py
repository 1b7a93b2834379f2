"""Rows into tables by the million, as columns of numpy arrays.

DuckDB reads such arrays where they are; row by row, a large corpus takes minutes.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import duckdb
import numpy as np
from numpy.typing import NDArray

from kg.text.surrogates import replace_surrogates

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

Array = NDArray[Any]

_NUMBERS = {"INTEGER": np.int32, "DOUBLE": np.float64, "BOOLEAN": np.bool_}

_TYPES = """
SELECT data_type FROM information_schema.columns
WHERE table_name = ?
ORDER BY ordinal_position
"""


def insert_rows(
    connection: "DuckDBPyConnection", table: str, rows: Iterable[Sequence[object]]
) -> None:
    """Append rows, each with a value a column of `table`, None for NULL.

    Args:
        connection: made by `kg.store.connection.create_store`.
        table: of columns that are text, whole numbers, fractions or truth values.
        rows: in the order of the table's columns, all of one length.

    Raises:
        ValueError: a row is shorter or longer than the first one.

    Example:
        >>> from pathlib import Path
        >>> from kg.store.connection import create_store
        >>> with create_store(Path("new.duckdb")) as connection:
        ...     insert_rows(connection, "broader", [("concept:svm", "concept:model")])
        ...     connection.execute("SELECT broad FROM broader").fetchall()
        [('concept:model',)]
    """
    insert_columns(connection, table, list(zip(*rows, strict=True)))


def insert_columns(
    connection: "DuckDBPyConnection", table: str, columns: Sequence[Sequence[object]]
) -> None:
    """Append rows that are given column by column, None for NULL; see `insert_rows`.

    Text that UTF-8 cannot hold (half a surrogate pair) has U+FFFD in its place, so that
    offsets still count.
    """
    if not columns:  # no row at all: nobody knows how many columns it would have
        return
    types = connection.execute(_TYPES, [table]).fetchall()
    arrays = {
        f"column{number}": make_array(values, data_type)
        for number, (values, (data_type,)) in enumerate(
            zip(columns, types, strict=True)
        )
    }
    statement = f"INSERT INTO {table} SELECT * FROM given"
    execute_with(connection, statement, arrays)


def execute_with(
    connection: "DuckDBPyConnection", statement: str, arrays: Mapping[str, Array]
) -> None:
    """Run a statement that reads `arrays`, all of one length, as the table `given`.

    Args:
        connection: made by `kg.store.connection.create_store`.
        statement: of SQL; `given` has a column for each array, under its name.
        arrays: as `make_array` makes them.
    """
    try:
        _execute(connection, statement, arrays)
    except duckdb.InvalidInputException:  # seldom: to look beforehand takes time
        written = {name: _encodable(array) for name, array in arrays.items()}
        _execute(connection, statement, written)


def _execute(
    connection: "DuckDBPyConnection", statement: str, arrays: Mapping[str, Array]
) -> None:
    connection.register("given", dict(arrays))
    # A table that stays registered keeps its arrays in memory.
    try:
        connection.execute(statement)
    finally:
        connection.unregister("given")


def make_array(values: Sequence[object], data_type: str) -> Array:
    """Return values of one type of DuckDB as an array of which None becomes NULL.

    Text becomes an array of objects, in which None is NULL by itself. Numbers among which
    some are None become fractions with NaN, which is NULL too: those hold every INTEGER.

    Example:
        >>> make_array([3, 4], "INTEGER").tolist()
        [3, 4]
        >>> make_array([3, None], "INTEGER").tolist()
        [3.0, nan]
        >>> make_array(["a", None], "VARCHAR").tolist()
        ['a', None]
    """
    if data_type not in _NUMBERS:
        return np.array(values, dtype=object)
    # Masked arrays would do for DuckDB 2; DuckDB 1.2 reads what is masked.
    kind = np.float64 if None in values else _NUMBERS[data_type]
    return np.array(values, dtype=kind)


def _encodable(array: Array) -> Array:
    """Return text with U+FFFD for each half of a surrogate pair, one for one."""
    if array.dtype != object:
        return array
    texts = [value and replace_surrogates(value) for value in array]
    return np.array(texts, dtype=object)
