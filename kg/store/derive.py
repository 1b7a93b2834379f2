"""What follows from a store: relations, edges, nodes, by `kg.store.relations`."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from kg.kinds import EDGE_KINDS, ENTITY_KINDS
from kg.store.columns import insert_rows
from kg.store.relations import DERIVED, read_statement, statement_names

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


def derive_tables(connection: "DuckDBPyConnection", *, max_authors: int = 50) -> None:
    """Make relations, weights and nodes anew from what was extracted and resolved.

    Args:
        connection: a store that may be changed; what was derived before is replaced.
        max_authors: works of more authors (50: the usual bound of hyper-authorship,
            Cronin 2001) give no co-author and no collaboration edges.

    Example:
        >>> from pathlib import Path
        >>> from kg.store.connection import create_store
        >>> with create_store(Path("new.duckdb")) as connection:
        ...     derive_tables(connection)
        ...     connection.execute("SELECT COUNT(*) FROM edges").fetchone()
        (0,)
    """
    for table in DERIVED:
        connection.execute(f"DROP TABLE IF EXISTS {table}")
    _replace_rows(connection, "thresholds", [("max_authors", max_authors)])
    # SQL cannot import Python: its lists of kinds are tables, filled from the one place.
    entities = [(name, kind.family) for name, kind in ENTITY_KINDS.items()]
    _replace_rows(connection, "entity_kinds", entities)
    edges = [(name, kind.directed) for name, kind in EDGE_KINDS.items()]
    _replace_rows(connection, "edge_kinds", edges)
    # Each statement may read the tables of those before it.
    for name in statement_names():
        connection.execute(read_statement(name))


def _replace_rows(
    connection: "DuckDBPyConnection", table: str, rows: Iterable[Sequence[object]]
) -> None:
    connection.execute(f"DELETE FROM {table}")
    insert_rows(connection, table, rows)


def count_crowded_works(connection: "DuckDBPyConnection") -> int:
    """Return how many works have too many authors to give co-author edges.

    The bound is the one of the last `derive_tables`.
    """
    row = connection.execute(
        "SELECT COUNT(*) FROM sizes WHERE authors > "
        "(SELECT value FROM thresholds WHERE name = 'max_authors')"
    ).fetchone()
    return int(row[0]) if row else 0
