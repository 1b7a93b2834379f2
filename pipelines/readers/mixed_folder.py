"""One folder of twelve formats that hold the same sixty works: one graph of sixty works?

    python -m pipelines.readers.mixed_folder

Writes the folder, builds it, and prints for each format how
many records, authors, affiliations and years were read, then works and people in the
graph against those that there are.
"""

import json
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.build import build_graph
from kg.opened_store import open_store
from pipelines.common.command import run
from pipelines.readers.format_writers import WRITERS
from pipelines.readers.made_up_works import make_people, make_works


def write_folder(folder: Path) -> None:
    """Write the sixty works into `folder`, a file a format."""
    works = make_works()
    folder.mkdir(parents=True, exist_ok=True)
    for name, write in WRITERS.items():
        (folder / name).write_text(write(works), encoding="utf-8", newline="")


def count_by_format(documents: Path) -> Iterator[tuple[str, Counter[str]]]:
    """Yield each file of a documents.jsonl with what was read of it."""
    counts: dict[str, Counter[str]] = {name: Counter() for name in WRITERS}
    for line in documents.read_text(encoding="utf-8").splitlines():
        document: dict[str, Any] = json.loads(line)
        people = [p for p in document["persons"] if p["role"] == "author"]
        counts[document["source"]].update(
            records=1,
            authors=len(people),
            affiliations=len(document["affiliations"]),
            years=document["year"] is not None,
        )
    yield from counts.items()


@dataclass(frozen=True, slots=True)
class MixedBuild:
    """What a build of the mixed folder made of it.

    `formats` has, by file, how much was read; `others` are names of people who wrote
    nothing.
    """

    formats: dict[str, Counter[str]]
    works: int
    people: int
    others: tuple[str, ...]
    skipped: int


def build_mixed(folder: Path) -> MixedBuild:
    """Write the mixed folder into `folder`, build it there, and count."""
    write_folder(folder / "mixed")
    out = folder / "out"
    report = build_graph(folder / "mixed", out)
    known = {person.plain for person in make_people()}
    return MixedBuild(
        formats=dict(count_by_format(out / "documents.jsonl")),
        works=report.works,
        people=report.entities.get("person", 0),
        others=tuple(sorted(_names(out) - known)),
        skipped=len(report.rejects),
    )


def main() -> None:
    """Build the mixed folder, and print what became of its works and people."""
    with tempfile.TemporaryDirectory() as folder:
        made = build_mixed(Path(folder))
    works = make_works()
    authors = sum(len(work.authors) for work in works)
    print(f"each format: {len(works)} records, {authors} authors")
    for name, count in made.formats.items():
        shown = "  ".join(f"{key} {number}" for key, number in count.items())
        print(f"{name:16} {shown}")
    print(f"works: {made.works} of {len(works)}")
    print(f"people: {made.people} of {len(make_people())}")
    print(f"other names: {', '.join(made.others) or 'none'}")
    print(f"skipped: {made.skipped}")


def _names(out: Path) -> set[str]:
    with open_store(out) as store:
        network = store.network("coauthor")
        return {str(node["label"]) for _, node in network.nodes(data=True)}


if __name__ == "__main__":
    run(main)
