"""A file like DBLP's dump, of any size: is it read in constant memory, and how fast?

    python -m pipelines.readers.large_dblp [--megabytes 1000]

Writes made-up records of each kind, with entities and no document type, into a temporary
folder. Prints memory after a tenth of the file and at its end, the speed of reading, and
beside it that of `json.loads` alone on the same records, a line each.
"""

import json
import resource
import tempfile
import time
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Annotated

import typer

from kg.records import Document
from kg.sources.readers import read
from pipelines.common.command import run

_HEAD = '<?xml version="1.0" encoding="ISO-8859-1"?>\n<!DOCTYPE dblp SYSTEM "dblp.dtd">\n<dblp>\n'
_MEGABYTE = 1_000_000
_SYLLABLES = ["ka", "lo", "mi", "ren", "tas", "vo", "bel", "dun", "gri", "sha"]
_LINES = 20_000  # of JSON that are loaded again and again


def records() -> Iterator[dict[str, object]]:
    """Yield made-up records without end, each as what DBLP states of a work."""
    for number in count(1):
        words = [_word(number * step + step) for step in range(3, 11)]
        kind = ("article", "inproceedings", "phdthesis")[number % 7 % 3]
        yield {
            "kind": kind,
            "key": f"journals/{words[0]}/{number}",
            "authors": [
                f"{_word(number % 999)} {_word(number % 77 + n)}" for n in range(3)
            ],
            "title": " ".join(words),
            "year": 1980 + number % 45,
            "venue": f"J. {words[1]}",
            "doi": f"10.5555/{words[0]}.{number}",
        }


def _word(number: int) -> str:
    """Return a made-up word for a number."""
    digits = f"{number % 10_000:04}"
    return "".join(_SYLLABLES[int(digit)] for digit in digits).title()


def as_xml(record: dict[str, object]) -> str:
    """Return a record as it would stand in the dump."""
    names = record["authors"]
    assert isinstance(names, list)
    authors = "".join(f"<author>{name}&uuml; 0001</author>\n" for name in names)
    venue = "school" if record["kind"] == "phdthesis" else "journal"
    return (
        f'<{record["kind"]} mdate="2024-01-01" key="{record["key"]}">\n{authors}'
        f"<title>{record['title']} &amp; &auml;.</title>\n<pages>1-9</pages>\n"
        f"<year>{record['year']}</year>\n<{venue}>{record['venue']}</{venue}>\n"
        f"<ee>https://doi.org/{record['doi']}</ee>\n</{record['kind']}>\n"
    )


def write_dump(path: Path, size: int) -> int:
    """Write records up to a size in bytes; return how many."""
    written = number = 0
    with path.open("w", encoding="ascii") as file:
        written += file.write(_HEAD)
        for record in records():
            if written >= size:
                break
            written += file.write(as_xml(record))
            number += 1
        file.write("</dblp>\n")
    return number


def read_dump(path: Path, number: int) -> tuple[int, int, float]:
    """Read a dump; return documents, growth of the peak in KB, and CPU seconds.

    The growth is that of memory from a tenth of the documents to the end.
    """
    start = time.process_time()
    found = early = 0
    for item in read([path], max_bytes=1 << 40):
        found += isinstance(item, Document)
        if found == number // 10:
            early = _peak()
    return found, _peak() - early, time.process_time() - start


def _peak() -> int:
    """Return the most memory that this process had so far, in KB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def json_speed(size: int) -> float:
    """Return at how many MB/s of CPU time lines of JSON are loaded, and nothing else."""
    lines = [json.dumps(r) for r, _ in zip(records(), range(_LINES), strict=False)]
    total = sum(map(len, lines))
    start = time.process_time()
    rounds = max(size // total, 1)
    for _ in range(rounds):
        for line in lines:
            json.loads(line)
    return rounds * total / _MEGABYTE / (time.process_time() - start)


def main(
    megabytes: Annotated[int, typer.Option(help="The size of the file.")] = 1000,
) -> None:
    """Print memory and speed."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "dblp.xml"
        number = write_dump(path, megabytes * _MEGABYTE)
        size = path.stat().st_size
        found, growth, seconds = read_dump(path, number)
    print(f"records {number:,}, documents {found:,}, {size / _MEGABYTE:,.0f} MB")
    print(
        f"peak memory {_peak() / 1000:,.0f} MB, of it {growth / 1000:,.1f} MB after a tenth"
    )
    print(
        f"read {size / _MEGABYTE / seconds:.1f} MB/s of CPU time ({found / seconds:,.0f}/s)"
    )
    print(
        f"json.loads alone {json_speed(min(size, 200 * _MEGABYTE)):.1f} MB/s of CPU time"
    )


if __name__ == "__main__":
    run(main)
