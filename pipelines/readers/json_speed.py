"""How fast long files of JSON are read, and in how much memory.

    python -m pipelines.readers.json_speed [--megabytes 1000]

Works are made up and written a line each, as records of ours and as OpenAlex's; and as
one answer, `{"results": [work, …]}`, on one line and over many. Each file is read in a
process of its own: by `json.loads` alone (a line at a time, the answers as lines of the
same works), by `json_values`, which takes records out of whatever they are wrapped in,
and by the reader, to documents. Prints a row a file and way: megabytes a second, seconds,
peak of memory in megabytes, records. Needs resource.getrusage.
"""

import json
import random
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from pipelines.common.command import run

_MEGABYTE = 1_000_000
_WORDS = [
    *("we", "study", "random", "walks", "on", "large", "graphs", "and", "show"),
    *("that", "models", "learn", "time", "bounds"),
]
_DIFFERENT = 500  # works: then they come again
_WAYS = ("json.loads", "values", "documents")

_READ = """
import json, resource, sys, time
from pathlib import Path
from kg.files.opening import open_file
from kg.records import Document
from kg.sources.records import jsonl
from kg.sources.records.json_stream import json_values
way, path = sys.argv[1], Path(sys.argv[2])
file = open_file(path, name=path.name, max_bytes=1 << 40)
begin = time.monotonic()
if way == "json.loads":
    with path.open("rb") as lines:
        count = sum(json.loads(line) is not None for line in lines)
elif way == "values":
    count = sum(isinstance(value, dict) for _, value in json_values(file.pieces()))
else:
    count = sum(isinstance(item, Document) for item in jsonl.parse(file))
seconds = time.monotonic() - begin
print(seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000, count)
"""


class Reading(NamedTuple):
    """How long a file took to read, the most memory held, and the records in it."""

    seconds: float
    megabytes: float
    records: int


def own_work(chance: random.Random, number: int) -> dict[str, object]:
    """Return a record of our own form, of about a kilobyte."""
    return {
        "id": f"r{number}",
        "title": _sentence(chance, 9),
        "abstract": " ".join(_sentence(chance, 20) for _ in range(7)),
        "authors": [
            {
                "name": f"Ada {chance.choice(_WORDS).title()}",
                "affiliations": ["Rye Mill, Rye"],
            }
            for _ in range(3)
        ],
        "year": chance.randint(1990, 2024),
        "venue": "Journal of Mills",
        "doi": f"10.5555/mill.{number}",
        "keywords": chance.sample(_WORDS, 3),
    }


def openalex_work(chance: random.Random, number: int) -> dict[str, object]:
    """Return a work as OpenAlex has it, the abstract by the places of its words."""
    words = " ".join(_sentence(chance, 20) for _ in range(7)).split()
    places: dict[str, list[int]] = {}
    for place, word in enumerate(words):
        places.setdefault(word, []).append(place)
    return {
        "id": f"https://openalex.org/W{number}",
        "doi": f"https://doi.org/10.5555/mill.{number}",
        "title": _sentence(chance, 9),
        "publication_year": chance.randint(1990, 2024),
        "primary_location": {"source": {"display_name": "Journal of Mills"}},
        "authorships": [
            {
                "author_position": "middle",
                "author": {
                    "id": "https://openalex.org/A1",
                    "display_name": f"Ada {word}",
                },
                "institutions": [{"display_name": "Rye Mill", "country_code": "GB"}],
                "raw_affiliation_strings": ["Rye Mill, Rye, United Kingdom"],
            }
            for word in chance.sample(_WORDS, 3)
        ],
        "concepts": [{"display_name": word, "score": 0.5} for word in _WORDS[:6]],
        "referenced_works": [f"https://openalex.org/W{n}" for n in range(20)],
        "abstract_inverted_index": places,
    }


def _sentence(chance: random.Random, words: int) -> str:
    return " ".join(chance.choices(_WORDS, k=words)).capitalize() + "."


def _records(layout: str) -> list[str]:
    chance = random.Random(7)
    make = own_work if layout == "own lines" else openalex_work
    indent = 1 if layout == "answer over lines" else None
    return [json.dumps(make(chance, n), indent=indent) for n in range(_DIFFERENT)]


def pieces(layout: str, size: int) -> Iterator[str]:
    """Yield a file of at least so many characters, in one of `LAYOUTS`."""
    is_answer = layout.startswith("answer")
    between = ",\n" if layout == "answer over lines" else ", " if is_answer else "\n"
    block = between.join(_records(layout))
    yield '{"meta": {"count": 1}, "results": [' if is_answer else ""
    for number in range(size // len(block) + 1):
        yield (between if number else "") + block
    yield "]}\n" if is_answer else "\n"


LAYOUTS = ("own lines", "OpenAlex lines", "answer on one line", "answer over lines")


def read(path: Path, way: str) -> Reading:
    """Return what it took to read a file in a process of its own."""
    command = [sys.executable, "-c", _READ, way, str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    seconds, megabytes, records = done.stdout.split()
    return Reading(float(seconds), float(megabytes), int(records))


def rows(folder: Path, *, size: int) -> Iterator[tuple[str, str, Reading, float]]:
    """Yield (layout, way, reading, megabytes of the file), a file at a time."""
    for layout in LAYOUTS:
        path = folder / "made-up.json"
        with path.open("w", encoding="utf-8") as file:
            file.writelines(pieces(layout, size))
        for way in _WAYS:
            if way == "json.loads" and layout.startswith("answer"):
                continue  # it would hold all of it
            yield layout, way, read(path, way), path.stat().st_size / _MEGABYTE
        path.unlink()


def main(
    megabytes: Annotated[int, typer.Option(help="of each file")] = 1000,
    folder: Annotated[
        Path | None, typer.Option(help="for the files, while they are read")
    ] = None,
) -> None:
    """Write files of each layout, read each in each way, and print what that took."""
    print("layout", "way", "MB/s", "seconds", "MB held", "records", sep="\t")
    with tempfile.TemporaryDirectory(dir=folder) as made:
        for layout, way, reading, size in rows(Path(made), size=megabytes * _MEGABYTE):
            speed = f"{size / reading.seconds:.1f}"
            cells = (
                f"{reading.seconds:.1f}",
                f"{reading.megabytes:.0f}",
                f"{reading.records:,}",
            )
            print(layout, way, speed, *cells, sep="\t", flush=True)


if __name__ == "__main__":
    run(main)
