"""Read many files, joined and damaged at random: is anything lost without a word?

    python -m pipelines.accounting.sweep FILE_OR_FOLDER… [--joins N] [--mutations N] [--seed N]

Prints a line a family: files, those of text, documents, and the characters of texts and
records in documents, in remarks, and unsaid, with the slowest file. Losses follow, a line
each. The files are those given, joins of two or three of them, and mutations of those
that a reader is for, so many a reader.
"""

import tempfile
import time
from collections.abc import Iterator, Sequence
from itertools import cycle
from pathlib import Path
from random import Random

from kg.errors import SourceError
from kg.files.opening import open_file
from kg.sources.input_files import find_files
from kg.sources.readers import recognise
from pipelines.accounting.account import MAX_BYTES, Account, account_for
from pipelines.accounting.mutations import join, mutate
from pipelines.common.command import run

_LARGEST = 60_000  # bytes: larger files are slow to try a thousand times
_SHOWN = 40  # losses


def cases(
    files: Sequence[Path], *, joins: int, mutations: int, seed: int
) -> Iterator[tuple[str, str, bytes]]:
    """Yield (family, name, data) of all files to read, the same for the same seed."""
    rng = Random(seed)
    content = {path: path.read_bytes() for path in files}
    small = [path for path in files if 0 < len(content[path]) <= _LARGEST]
    for path in files:
        yield "as they are", path.name, content[path]
    for number in range(joins if small else 0):
        chosen = [rng.choice(small) for _ in range(rng.randint(2, 3))]
        data = join([content[path] for path in chosen], rng)
        yield "joined", f"{number}-" + "+".join(path.name for path in chosen), data
    families: dict[str, list[Path]] = {}
    for path in small:
        families.setdefault(reader_of(path), []).append(path)
    for family, members in families.items():
        for number, path in zip(range(mutations), cycle(members), strict=False):
            yield family, f"{number}-{path.name}", mutate(content[path], rng)


def reader_of(path: Path) -> str:
    """Return the reader that a file is for, or "none"."""
    try:
        return recognise(open_file(path, max_bytes=MAX_BYTES, name=path.name).head())
    except SourceError:
        return "none"


def account_for_data(name: str, data: bytes) -> Account:
    """Return the account of a file of this name and content."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name[-100:]
        path.write_bytes(data)
        return account_for(path)


def main(
    inputs: list[Path],
    joins: int = 100,
    mutations: int = 100,
    seed: int = 1,
    keep: Path | None = None,
) -> None:
    """Read all files, and print the table; files with losses are put into `keep`."""
    files, _ = find_files(inputs)
    families: dict[str, list[Account]] = {}
    slowest: dict[str, tuple[float, str]] = {}
    losses: list[str] = []
    for family, name, data in cases(files, joins=joins, mutations=mutations, seed=seed):
        start = time.process_time()
        account = account_for_data(name, data)
        taken = time.process_time() - start
        slowest[family] = max(slowest.get(family, (0.0, "")), (taken, name))
        families.setdefault(family, []).append(account)
        losses += [f"{name}: lines {a + 1} to {b}" for a, b in account.losses]
        if keep and account.losses:
            (keep / name[-100:]).write_bytes(data)
    _print_table(families, slowest)
    print(*losses[:_SHOWN], sep="\n")


def _print_table(
    families: dict[str, list[Account]], slowest: dict[str, tuple[float, str]]
) -> None:
    print(
        "family files documents characters in_documents in_remarks unsaid losses slowest"
    )
    for family, accounts in families.items():
        sums = [
            sum(getattr(account, name) for account in accounts)
            for name in (
                "documents",
                "characters",
                "in_documents",
                "in_remarks",
                "unsaid",
            )
        ]
        lost = sum(len(account.losses) for account in accounts)
        seconds, name = slowest[family]
        print(family, len(accounts), *sums, lost, f"{seconds:.2f} s", name)


if __name__ == "__main__":
    run(main)
