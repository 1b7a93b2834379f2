"""One folder of twelve formats that hold the same sixty works: one graph of sixty works?

    python -m pipelines.readers.mixed_folder [DIR]

Writes the folder (by default a temporary one), builds it, and prints for each format how
many records, authors, affiliations and years were read, then works and people in the
graph against those that there are.
"""

import json
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

import typer

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


def main(
    folder: Annotated[Path | None, typer.Argument(help="Where to write.")] = None,
) -> None:
    """Write the folder, build it, and print what became of its works and people."""
    with tempfile.TemporaryDirectory() as scratch:
        place = folder or Path(scratch) / "mixed"
        write_folder(place)
        out = Path(scratch) / "out"
        report = build_graph(place, out)
        works, people = make_works(), make_people()
        authors = sum(len(work.authors) for work in works)
        print(f"each format: {len(works)} records, {authors} authors")
        for name, count in count_by_format(out / "documents.jsonl"):
            shown = "  ".join(f"{key} {number}" for key, number in count.items())
            print(f"{name:16} {shown}")
        print(f"works: {report.works} of {len(works)}")
        print(f"people: {report.entities.get('person', 0)} of {len(people)}")
        wrong = sorted(_names(out) - {person.plain for person in people})
        print(f"other names: {', '.join(wrong) or 'none'}")
        print(f"skipped: {len(report.rejects)}")


def _names(out: Path) -> set[str]:
    with open_store(out) as store:
        network = store.network("coauthor")
        return {str(node["label"]) for _, node in network.nodes(data=True)}


if __name__ == "__main__":
    run(main)
