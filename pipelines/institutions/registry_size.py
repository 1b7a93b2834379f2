"""How long a registry of the full dump's size takes to load, and in what memory.

    python -m pipelines.institutions.registry_size --ror FILE [--organisations N]

Makes a registry of N organisations by repeating those of FILE under other names: each
copy has words of its own in front of the names and its own city. Prints, of it: seconds
and memory to read it for the first time, to load what was kept of it, and bytes kept.
Each is measured in a process of its own.
"""

import json
import resource
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Annotated, Any, NamedTuple

import typer

from kg.institutions.ror.registry_cache import NAME, load_linker
from pipelines.common.command import run
from pipelines.common.json_lines import read_lines

FULL = 120_000  # organisations of the full dump of 2025
_NAMED = ("aliases", "labels", "acronyms")


def enlarged(records: list[dict[str, Any]], size: int) -> Iterator[dict[str, Any]]:
    """Yield `size` records: those given, then copies of them under other names."""
    for number in range(size):
        copy, place = divmod(number, len(records))
        yield renamed(records[place], copy) if copy else records[place]


def renamed(record: dict[str, Any], copy: int) -> dict[str, Any]:
    """Return a copy of a record: with other ids, names, city and relations."""
    own = dict(record)
    own["id"] = f"{record['id']}-{copy}"
    own["name"] = _vary_name(record["name"], copy)
    own["city"] = _vary_name(record.get("city") or "", copy)
    for field in _NAMED:
        own[field] = [_vary_name(name, copy) for name in record.get(field) or ()]
    own["relationships"] = [
        {**each, "id": f"{each['id']}-{copy}"}
        for each in record.get("relationships") or ()
    ]
    return own


def _vary_name(name: str, copy: int) -> str:
    """Change the longest word of a name, as another town or field would."""
    longest = max(name.split(), key=len, default="")
    return name.replace(longest, f"{longest}{chr(96 + copy)}", 1) if longest else name


class Cost(NamedTuple):
    """Seconds by the clock and of a processor, and megabytes of a process at most."""

    seconds: float
    processor_seconds: float
    megabytes: float


def measure(path: Path, cache: Path) -> Cost:
    """Load a registry and link one affiliation by it: some parts load when asked."""
    clock, processor = time.perf_counter(), time.process_time()
    load_linker(path, cache=cache).link("University of Oxford, UK")
    return Cost(
        time.perf_counter() - clock,
        time.process_time() - processor,
        resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    )


def main(
    ror: Annotated[Path, typer.Option(help="The registry, as JSON Lines.")],
    organisations: Annotated[int, typer.Option(min=1, help="How many.")] = FULL,
) -> None:
    """Measure what loading costs."""
    with tempfile.TemporaryDirectory() as name:
        large, cache = Path(name) / "ror.jsonl", Path(name) / NAME
        with large.open("w", encoding="utf-8") as file:
            for record in enlarged(list(read_lines([ror])), organisations):
                file.write(json.dumps(record, ensure_ascii=False) + "\n")
        typer.echo(f"{organisations:,} organisations, {large.stat().st_size:,} bytes")
        typer.echo("       seconds  of a processor  megabytes")
        for label in ("read", "kept", "kept"):
            own = get_context("spawn")
            with ProcessPoolExecutor(max_workers=1, mp_context=own) as pool:
                cost = pool.submit(measure, large, cache).result()
            typer.echo(f"{label}  {cost[0]:9.2f}  {cost[1]:14.2f}  {cost[2]:9.0f}")
        typer.echo(f"{cache.stat().st_size:,} bytes kept")


if __name__ == "__main__":
    run(main)
