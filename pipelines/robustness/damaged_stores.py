"""What is said of stores that are damaged or edited in many ways: never a traceback.

    python -m pipelines.robustness.damaged_stores outputs/examples [--count 15]

Prints a table: for each sort of damage, how many commands gave the right answer, another
one (of a store that somebody changed), a message that names the file, or failed.
"""

import random
import shutil
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import suppress
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

import duckdb
import typer
from typer.testing import CliRunner

from kg.cli.app import app as command_line
from kg.errors import KGError, UnknownName
from kg.files.output_names import STORE_FILE
from pipelines.common.command import run
from pipelines.robustness.store_edits import choose_edits

COMMANDS = (
    ("query", "search", "optimal"),
    ("query", "neighbours", "{source}"),
    ("query", "path", "{source}", "{target}"),
    ("query", "who", "{term}"),
    ("why", "{source}"),
    ("why", "{source}", "{target}"),
    ("why", "{source}", "--merged"),
    ("why", "{term}", "{other}", "--merged"),
    ("review",),
    ("review", "--json"),
    ("export", "--format", "graphml", "--output", "-"),
    ("export", "--format", "gexf", "--network", "terms", "--output", "-"),
    ("export", "--format", "html", "--output", "-"),
    ("analyse", "--network", "people"),
    ("analyse", "trends", "--json"),
    ("figure", "--network", "people", "--out", "-"),
)
"""What is asked of each store; the names are those of an edge of it, and of two terms."""

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


def damage_tables(
    whole: bytes, folder: Path, *, count: int
) -> Iterator[tuple[str, bytes]]:
    """Yield a store edited by hand, in `count` ways of each sort."""
    path = folder / "edited.duckdb"
    path.write_bytes(whole)
    with duckdb.connect(str(path)) as connection:
        edits = choose_edits(connection, count=count)
    for sort, statement in edits:
        path.write_bytes(whole)
        # Some cannot be done, as to make -1 of text.
        with duckdb.connect(str(path)) as connection, suppress(duckdb.Error):
            connection.execute(statement)
        yield sort, path.read_bytes()


def judge(store: Path, commands: Sequence[Sequence[str]]) -> list[str]:
    """Return what each command gives of a store: its output, "message" or "failed"."""
    found = []
    for command in commands:
        result = CliRunner().invoke(command_line, [*command, "--store", str(store)])
        if result.exit_code == 0:
            found.append(result.stdout)
        else:
            found.append("message" if _is_explained(result.exception) else "failed")
    return found


def _is_explained(error: BaseException | None) -> bool:
    """Tell whether an error is a line for a person, on the store or on a name."""
    if not isinstance(error, KGError) or "\n" in str(error):
        return False
    return STORE_FILE in str(error) or isinstance(error, UnknownName)


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
        damaged = chain(
            damage_bytes(whole, count=count),
            damage_tables(whole, Path(scratch), count=count),
        )
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
        source, target = connection.execute(
            "SELECT source, target FROM edges ORDER BY kind, source, target LIMIT 1"
        ).fetchall()[0]
        (term,), (other,) = connection.execute(
            "SELECT id FROM nodes ORDER BY kind IN ('method', 'concept') DESC, id LIMIT 2"
        ).fetchall()
    names = {"source": source, "target": target, "term": term, "other": other}
    return [[word.format(**names) for word in words] for words in COMMANDS]


def _replaced(whole: bytes, at: int, new: bytes) -> bytes:
    return (whole[:at] + new + whole[at + len(new) :])[: len(whole)]


def main(
    out: Annotated[Path, typer.Argument(help="The folder of a build.")],
    count: Annotated[int, typer.Option(min=1, help="Stores of each sort.")] = 15,
) -> None:
    """Print the table for the folder of a build."""
    outcomes = measure(out, count=count)
    for (sort, outcome), number in sorted(outcomes.items()):
        typer.echo(f"{sort:20} {outcome:10} {number:5}")


if __name__ == "__main__":
    run(main)
