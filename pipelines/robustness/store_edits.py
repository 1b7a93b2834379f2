"""Ways in which a person, or a program of theirs, may have edited a store."""

import random
from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_VALUES = {
    "numbers": ("NULL", "-1", "1e308", "2147483647", "0"),
    "fractions": ("'NaN'", "'-Infinity'", "-1", "0"),
    "texts": (
        "NULL",
        "''",
        "'nobody'",
        "'a' || chr(27) || '[31m'",
        "repeat('x', 99999)",
    ),
    "lists": ("'{'", "'{\"a\": 1}'", "'[1, null, [2]]'", "'null'"),
}
_ARE_LISTS = frozenset(
    ["aliases", "sections", "authors", "keywords", "msc", "ids", "references", "facts"]
)
_PLACES = {
    "end beyond": "end_offset = end_offset + 100000",
    "start below": "start_offset = -5",
    "turned round": "end_offset = start_offset - 1",
    "no document": "document = document + 1000",
    "same number": "number = 0",
}


def choose_edits(
    connection: "DuckDBPyConnection", *, count: int
) -> list[tuple[str, str]]:
    """Return edits as (sort, SQL), at most `count` of each sort, chosen at random.

    Args:
        connection: a store, of which tables and columns are read.
        count: more of a sort are left out.
    """
    sorts: defaultdict[str, list[str]] = defaultdict(list)
    for sort, statement in all_edits(connection):
        sorts[sort].append(statement)
    chance = random.Random(7)
    return [
        (sort, statement)
        for sort, statements in sorts.items()
        for statement in chance.sample(statements, min(count, len(statements)))
    ]


def all_edits(connection: "DuckDBPyConnection") -> Iterator[tuple[str, str]]:
    """Yield every edit, as (sort, SQL)."""
    rows = connection.execute(
        "SELECT table_name, column_name, data_type FROM duckdb_columns() "
        "WHERE NOT internal ORDER BY table_name, column_index"
    ).fetchall()
    for table in dict.fromkeys(table for table, _, _ in rows):
        yield from _edits_of_table(table)
    for table, column, kind in rows:
        yield from _edits_of_column(table, column, kind)
    for table in ("mentions", "works"):
        for sort, change in _PLACES.items():
            yield f"places: {sort}", f"UPDATE {table} SET {change}"
    yield "another version", "UPDATE runs SET value = '0' WHERE name = 'store_version'"
    yield "another version", "DELETE FROM runs"


def _edits_of_table(table: str) -> Iterator[tuple[str, str]]:
    renamed = f"ALTER TABLE {table} RENAME TO kept_{table}"
    yield "no table", f"DROP TABLE {table}"
    yield "no rows", f"DELETE FROM {table}"
    yield "half the rows", f"DELETE FROM {table} WHERE rowid % 2 = 0"
    yield "rows twice", f"INSERT INTO {table} SELECT * FROM {table}"
    yield "a view", f"{renamed}; CREATE VIEW {table} AS FROM kept_{table}"
    yield "a macro", f"{renamed}; CREATE MACRO {table}() AS TABLE FROM kept_{table}"
    yield "a column more", f"ALTER TABLE {table} ADD COLUMN mine INTEGER DEFAULT 1"


def _edits_of_column(table: str, column: str, kind: str) -> Iterator[tuple[str, str]]:
    changed = f'ALTER TABLE {table} ALTER COLUMN "{column}" TYPE'
    is_text = kind == "VARCHAR"
    yield "no column", f'ALTER TABLE {table} DROP COLUMN "{column}"'
    yield "another name", f'ALTER TABLE {table} RENAME COLUMN "{column}" TO other'
    yield "another type", f"{changed} {'VARCHAR[] USING []' if is_text else 'VARCHAR'}"
    sort = "lists" if column in _ARE_LISTS else "texts" if is_text else "numbers"
    for value in _VALUES["fractions" if kind == "DOUBLE" else sort]:
        update = f'UPDATE {table} SET "{column}" = {value}'
        yield f"{sort}: all", update
        yield f"{sort}: one", f"{update} WHERE rowid = 1"
