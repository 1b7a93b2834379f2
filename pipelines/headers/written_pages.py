"""How well kg reads pages of abstracts that were written by hand, without a look at its rules.

    python -m pipelines.headers.written_pages [PAGES.txt…]

Reads: written_pages.txt beside this file, or files of its form: a line "=====" before
each page, then what it is ("K"), the titles on it ("T") and their authors ("A": name,
addresses parted by semicolons, ORCID, with bars between), a line "-----" and the page.
Prints: pages without fault, then what is wrong with each other.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from pipelines.common.command import run
from pipelines.headers.reading import (
    WrittenAbstract,
    WrittenAuthor,
    faults,
    read_pages,
)

PAGES = Path(__file__).with_name("written_pages.txt")


class WrittenPage(NamedTuple):
    """A page, what kind it is, and what it says."""

    kind: str
    abstracts: tuple[WrittenAbstract, ...]
    text: str


def written_pages(path: Path = PAGES) -> Iterator[WrittenPage]:
    """Yield the pages of a file."""
    for block in path.read_text(encoding="utf-8").split("=====\n")[1:]:
        head, _, text = block.partition("-----\n")
        kind, *lines = head.splitlines()
        yield WrittenPage(kind.removeprefix("K "), tuple(_abstracts(lines)), text)


def _abstracts(lines: Sequence[str]) -> Iterator[WrittenAbstract]:
    """Yield titles with their authors."""
    title, authors = "", list[WrittenAuthor]()
    for line in lines:
        if line.startswith("T "):
            if title:
                yield WrittenAbstract(title, tuple(authors))
            title, authors = line.removeprefix("T "), []
        else:
            authors.append(_author(line.removeprefix("A ")))
    yield WrittenAbstract(title, tuple(authors))


def _author(line: str) -> WrittenAuthor:
    name, places, orcid, *_ = [part.strip() for part in f"{line}||".split("|")]
    there = tuple(place.strip() for place in places.split(";") if place.strip())
    return WrittenAuthor(name, there, orcid or None)


def main(files: Annotated[list[Path] | None, typer.Argument()] = None) -> None:
    """Read all pages, and print what is wrong."""
    pages = [page for path in files or [PAGES] for page in written_pages(path)]
    found = read_pages([page.text for page in pages])
    wrong = [
        faults(page.abstracts, each) for page, each in zip(pages, found, strict=True)
    ]
    print(f"{len(pages)} pages, {sum(not each for each in wrong)} without fault")
    for page, each in zip(pages, wrong, strict=True):
        for what, said in each.items():
            print(f"{page.kind} | {what}: {said}")


if __name__ == "__main__":
    run(main)
