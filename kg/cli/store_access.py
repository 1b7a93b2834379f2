"""Which store a command asks, and asking it."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from kg.cli.console import print_note
from kg.errors import StoreError
from kg.files.default_folder import OUTPUTS
from kg.files.output_names import STORE_FILE
from kg.files.replacing import REPLACING, recover

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

Answer = TypeVar("Answer")


def find_store(given: Path | None, *, named_by: str = "with --store DIR") -> Path:
    """Return the folder asked for, or that of the newest build in outputs/.

    Args:
        given: the folder asked for, if any.
        named_by: how it is asked for, for the message.

    Raises:
        StoreError: none was asked for, and there is no build in outputs/.
    """
    if given is not None:
        return given
    for swap in OUTPUTS.glob(f"*/{REPLACING}"):
        recover(swap.parent)
    builds = sorted(
        OUTPUTS.glob(f"*/{STORE_FILE}"), key=lambda file: file.stat().st_mtime
    )
    if not builds:
        raise StoreError(
            "no build in outputs/: make one with `kg build INPUT`, or name one "
            f"{named_by}"
        )
    return builds[-1].parent


def ask(
    store: Path | None,
    question: "Callable[..., Answer]",
    *names: str,
    quiet: bool,
    **options: object,
) -> Answer:
    """Put a question of `kg.query` about `names` to a store, and return its answer.

    Where a name may mean several entities, which one was taken is said on standard
    error, unless `quiet`.
    """
    from kg.store.connection import connect

    with connect(find_store(store)) as connection:
        answer = question(connection, *names, **options)
        for name in () if quiet else names:
            _print_other_meanings(connection, name)
    return answer


def _print_other_meanings(connection: "DuckDBPyConnection", name: str) -> None:
    from kg.query.entity_lookup import find_entities

    meant, *others = find_entities(connection, name)
    if others:
        ids = ", ".join(other.id for other in others[:5])
        print_note(f"{name!r} read as {meant.id}; also: {ids}")
