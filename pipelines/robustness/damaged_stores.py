"""What is said of stores that are damaged in many ways: never a traceback.

    python -m pipelines.robustness.damaged_stores outputs/examples

Prints a table: for each sort of damage, how many commands gave the right answer, another
one (of a store that somebody changed), a message that names the file, or failed.
"""

import random
import shutil
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb
from typer.testing import CliRunner

from kg.cli.app import app
from kg.errors import KGError
from kg.files.output_names import STORE_FILE

COMMANDS = (
    ("query", "search", "optimal"),
    ("query", "neighbours", "{name}"),
    ("why", "{name}"),
    ("review",),
    ("export", "--format", "graphml", "--output", "-"),
)
"""What is asked of each store; {name} is the name of its first entity."""

_HEADS = 3 * 4096  # bytes before the blocks of a DuckDB file
_BLOCK = 1 << 18


def damage_bytes(whole: bytes, *, count: int) -> Iterator[tuple[str, bytes]]:
    """Yield a store cut off, with bits or blocks turned, in `count` ways of each sort."""
    rng = random.Random(5)
    size = len(whole)
    for _ in range(count):
        at = rng.randrange(size)
        yield "cut off", whole[:at]
        yield "a bit turned", _replaced(whole, at, bytes([whole[at] ^ 1 << at % 8]))
        head = rng.randrange(_HEADS)
        yield "a head", _replaced(whole, head, bytes([whole[head] ^ 255]))
        yield "a sector of noise", _replaced(whole, at, rng.randbytes(4096))
        yield "a block of zeros", _replaced(whole, at, bytes(_BLOCK))
    yield from (("cut off", whole[:at]) for at in (0, 1, 4096, _HEADS, size - 1))
    yield from (("no database", data) for data in (bytes(size), b"text\n" * 100))
    yield "SQLite", b"SQLite format 3\0" + bytes(4080)


def damage_tables(whole: bytes, folder: Path) -> Iterator[tuple[str, bytes]]:
    """Yield a store without each of its tables, and with another version."""
    with _changed(whole, folder, "SELECT 1") as connection:
        rows = connection.execute("SELECT table_name FROM duckdb_tables()").fetchall()
    for (table,) in sorted(rows):
        yield "no table", _change(whole, folder, f"DROP TABLE {table}")
    version = "UPDATE runs SET value = '0' WHERE name = 'store_version'"
    yield "another version", _change(whole, folder, version)
    yield "another version", _change(whole, folder, "DELETE FROM runs")
    renamed = "ALTER TABLE nodes RENAME COLUMN id TO other"
    yield "no column", _change(whole, folder, renamed)


def judge(store: Path, commands: Sequence[Sequence[str]]) -> list[str]:
    """Return what each command gives of a store: its output, "message" or "failed"."""
    found = []
    for command in commands:
        result = CliRunner().invoke(app, [*command, "--store", str(store)])
        if result.exit_code == 0:
            found.append(result.stdout)
        else:
            error = result.exception
            explained = isinstance(error, KGError) and "\n" not in str(error)
            named = explained and STORE_FILE in str(error)
            found.append("message" if named else "failed")
    return found


def measure(folder: Path, *, count: int) -> Counter[tuple[str, str]]:
    """Count by sort of damage and outcome, for a build's folder.

    Args:
        folder: of a build; it is only read.
        count: how many stores of each sort of damage to the bytes.
    """
    outcomes: Counter[tuple[str, str]] = Counter()
    whole = (folder / STORE_FILE).read_bytes()
    with TemporaryDirectory() as scratch:
        store = Path(scratch) / STORE_FILE
        shutil.copy(folder / STORE_FILE, store)
        commands = _commands_of(store)
        right = judge(store, commands)
        damaged = [
            *damage_bytes(whole, count=count),
            *damage_tables(whole, Path(scratch)),
        ]
        for sort, data in damaged:
            store.write_bytes(data)
            for output, wanted in zip(judge(store, commands), right, strict=True):
                outcomes[sort, _outcome(output, wanted)] += 1
    return outcomes


def _outcome(output: str, wanted: str) -> str:
    if output in ("message", "failed"):
        return output
    return "right" if output == wanted else "another"


def _commands_of(store: Path) -> list[list[str]]:
    with duckdb.connect(str(store), read_only=True) as connection:
        rows = connection.execute("SELECT id FROM nodes ORDER BY id LIMIT 1").fetchall()
    return [[word.format(name=rows[0][0]) for word in words] for words in COMMANDS]


def _replaced(whole: bytes, at: int, new: bytes) -> bytes:
    return (whole[:at] + new + whole[at + len(new) :])[: len(whole)]


def _changed(whole: bytes, folder: Path, statement: str) -> duckdb.DuckDBPyConnection:
    path = folder / "changed.duckdb"
    path.write_bytes(whole)
    connection = duckdb.connect(str(path))
    connection.execute(statement)
    return connection


def _change(whole: bytes, folder: Path, statement: str) -> bytes:
    _changed(whole, folder, statement).close()
    return (folder / "changed.duckdb").read_bytes()


def main() -> None:
    """Print the table for the folder of a build."""
    outcomes = measure(Path(sys.argv[1]), count=15)
    for (sort, outcome), number in sorted(outcomes.items()):
        print(f"{sort:20} {outcome:10} {number:5}")


if __name__ == "__main__":
    main()
