"""How much memory it takes to read long pages of plain text.

    python -m pipelines.robustness.reading_memory --megabytes 25 --megabytes 100

Pages are made of random words, a kind for each way in which texts may be laid out; each
is read in a process of its own, whose peak of resident memory is asked for. The last
two are a text of 300 MB packed by gzip and by zip, which must be refused. Prints: a
line a page. Needs resource.getrusage.
"""

import gzip
import random
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from pipelines.common.command import run

_MEGABYTE = 1_000_000
_TOO_LARGE = 300  # megabytes
_WIDTH = 72  # characters of a wrapped line
_WORDS = [
    "we",
    "study",
    "the",
    "of",
    "a",
    "in",
    "and",
    "on",
    "for",
    "with",
    "random",
    "walks",
    "graphs",
    "show",
    "that",
    "models",
    "large",
    "optimal",
    "transport",
    "methods",
    "neural",
    "networks",
    "learning",
    "proves",
    "bounds",
    "time",
    "space",
    "two",
]
_CYRILLIC = [
    "мы",
    "случайные",
    "блуждания",
    "на",
    "графах",
    "и",
    "большие",
    "модели",
    "сети",
    "в",
    "для",
    "оценки",
]

_READ = """
import resource, sys
from pathlib import Path
from kg.errors import KGError
from kg.sources.corpus import read_documents
try:
    print(len(read_documents([Path(sys.argv[1])])[0]), "documents")
except KGError as error:
    print(str(error).splitlines()[-1].strip())
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


class Usage(NamedTuple):
    """What reading a file gave, in words, and its peak of memory in megabytes."""

    outcome: str
    megabytes: float


def paragraphs(chance: random.Random) -> str:
    """Return a paragraph on a line of its own."""
    return _sentence(chance, _WORDS, 80, 200) + "\n\n"


def short_paragraphs(chance: random.Random) -> str:
    """Return the shortest paragraph that is a document among others."""
    return _sentence(chance, _WORDS, 26, 32) + "\n\n"


def wrapped(chance: random.Random) -> str:
    """Return a paragraph of short lines."""
    lines = [""]
    for word in _sentence(chance, _WORDS, 80, 200).split():
        if len(lines[-1]) + len(word) >= _WIDTH:
            lines.append("")
        lines[-1] += f" {word}" if lines[-1] else word
    return "\n".join(lines) + "\n\n"


def talks(chance: random.Random) -> str:
    """Return a talk as seminars list them."""
    title = _sentence(chance, _WORDS, 4, 9).rstrip(".")
    abstract = _sentence(chance, _WORDS, 80, 200)
    return f"{title}\nAda Byron (University of Leeds)\n{abstract}\n\n\n"


def cyrillic(chance: random.Random) -> str:
    """Return a paragraph of letters of two bytes, in UTF-8 and in memory."""
    return _sentence(chance, _CYRILLIC, 80, 200) + "\n\n"


def curly(chance: random.Random) -> str:
    """Return a paragraph with one quote for which all letters take two bytes."""
    return _sentence(chance, _WORDS, 80, 200).rstrip(".") + " ‘so’.\n\n"


KINDS = (paragraphs, short_paragraphs, wrapped, talks, cyrillic, curly)


def make_page(kind: str, size: int) -> Iterator[bytes]:
    """Yield the pieces of a page of at least `size` bytes, the same each time."""
    make = {kind.__name__: kind for kind in KINDS}[kind]
    chance = random.Random(3)
    while size > 0:
        piece = make(chance).encode()
        size -= len(piece)
        yield piece


def read_apart(path: Path) -> Usage:
    """Read a file in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-c", _READ, str(path)],
        capture_output=True,
        text=True,
        check=True,
    )
    outcome, peak = done.stdout.splitlines()
    unit = 1 if sys.platform == "darwin" else 1024
    return Usage(outcome, int(peak) * unit / _MEGABYTE)


def main(
    megabytes: Annotated[list[int], typer.Option(min=1, help="Sizes of pages.")],
    kinds: Annotated[list[str] | None, typer.Option(help="By default all.")] = None,
) -> None:
    """Read pages of each kind and size, then packed texts that are too large."""
    with tempfile.TemporaryDirectory() as name:
        for kind in kinds or [kind.__name__ for kind in KINDS]:
            for size in megabytes:
                path = Path(name) / f"{kind}.txt"
                with path.open("wb") as file:
                    file.writelines(make_page(kind, size * _MEGABYTE))
                _print(kind, size, read_apart(path))
        for path in _packed(Path(name)):
            _print(path.name, _TOO_LARGE, read_apart(path))


def _packed(folder: Path) -> Sequence[Path]:
    """Write the texts that are too large; return their paths."""
    packed, archive = folder / "text.txt.gz", folder / "text.zip"
    plain = folder / "text.txt"
    with plain.open("wb") as file:
        file.writelines(make_page("paragraphs", _TOO_LARGE * _MEGABYTE))
    with gzip.open(packed, "wb", compresslevel=1) as file, plain.open("rb") as text:
        file.writelines(text)
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as made:
        made.write(plain, "text.txt")
    return [packed, archive, plain]


def _print(kind: str, size: int, usage: Usage) -> None:
    times = usage.megabytes / size
    typer.echo(
        f"{kind:<17}{size:>5} MB  peak {usage.megabytes:>5.0f} MB  {times:>5.2f} times  "
        f"{usage.outcome}"
    )


def _sentence(
    chance: random.Random, words: Sequence[str], least: int, most: int
) -> str:
    text = " ".join(chance.choices(words, k=chance.randint(least, most)))
    return f"{text[0].upper()}{text[1:]}."


if __name__ == "__main__":
    run(main)
