"""How well kg reads the headers of raw abstracts, on made-up pages in many layouts.

    python -m pipelines.headers.score [--together] [--show]

Reads: samples.json beside this file; each paper in it is written in each layout that
fits it, alone or, with --together, three papers on a page. Prints: pages, and how many
of them have the right title, authors, affiliations (where the layout tells them), ORCIDs,
and nobody besides; a line a layout that has a fault; with --show each fault.
"""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from pipelines.common.command import run
from pipelines.headers.layouts import (
    INITIALS,
    LAYOUTS,
    MARKED,
    ORCIDS,
    PLACED,
    Paper,
    Person,
    is_for,
)
from pipelines.headers.reading import (
    WrittenAbstract,
    WrittenAuthor,
    faults,
    read_pages,
)

SAMPLES = Path(__file__).with_name("samples.json")
TOGETHER = 3  # papers on a page


class Page(NamedTuple):
    """Papers in a layout, one below the other."""

    layout: str
    papers: tuple[Paper, ...]

    @property
    def text(self) -> str:
        """The whole page."""
        write = LAYOUTS[self.layout]
        return "\n".join(
            f"{p.title}\n{write(p)}\n\n{p.abstract}\n" for p in self.papers
        )

    @property
    def abstracts(self) -> list[WrittenAbstract]:
        """What the page says."""
        return [
            WrittenAbstract(p.title, tuple(_authors(self.layout, p)))
            for p in self.papers
        ]


def papers(path: Path = SAMPLES) -> Iterator[Paper]:
    """Yield the papers that pages are made from."""
    for record in json.loads(path.read_text(encoding="utf-8"))["papers"]:
        people = tuple(
            Person(**person | {"places": tuple(person["places"])})
            for person in record["people"]
        )
        yield Paper(**record | {"people": people, "places": tuple(record["places"])})


def pages(*, together: bool = False) -> Iterator[Page]:
    """Yield the papers in each layout that their names can be written in."""
    written = list(papers())
    for layout in LAYOUTS:
        fitting = [paper for paper in written if is_for(layout, paper)]
        size = TOGETHER if together else 1
        for start in range(0, len(fitting) - size + 1, size):
            yield Page(layout, tuple(fitting[start : start + size]))


def _authors(layout: str, paper: Paper) -> Iterator[WrittenAuthor]:
    """Yield what a layout tells of authors; by position, only their first place."""
    for person in paper.people:
        places = None
        if layout in MARKED or layout in PLACED:
            told = person.places if layout in MARKED else person.places[:1]
            places = tuple(paper.places[number - 1] for number in told)
        name = f"{person.initials} {person.family}"
        yield WrittenAuthor(
            name if layout in INITIALS else person.name,
            places,
            person.orcid if layout in ORCIDS else None,
        )


def main(*, together: bool = False, show: bool = False) -> None:
    """Read all pages, and print the table; each fault, if it is asked for."""
    made = list(pages(together=together))
    found = read_pages([page.text for page in made])
    wrong = [faults(p.abstracts, each) for p, each in zip(made, found, strict=True)]
    counts = Counter(what for each in wrong for what in each)
    print(f"{len(made)} pages, {sum(not each for each in wrong)} without fault")
    print("; ".join(f"{what}: {count} wrong" for what, count in sorted(counts.items())))
    _print_layouts(made, wrong)
    if show:
        for page, each in zip(made, wrong, strict=True):
            for what, said in each.items():
                print(f"{page.layout} | {page.papers[0].title[:20]} | {what}: {said}")


def _print_layouts(made: Sequence[Page], wrong: Sequence[dict[str, str]]) -> None:
    by_layout = Counter(p.layout for p, each in zip(made, wrong, strict=True) if each)
    for layout, count in by_layout.most_common():
        print(f"{count:3} of {sum(p.layout == layout for p in made)} {layout}")


if __name__ == "__main__":
    run(main)
