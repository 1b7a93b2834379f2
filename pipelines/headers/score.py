"""How well kg reads the headers of raw abstracts, on made-up pages in many layouts.

    python -m pipelines.headers.score [--show]

Reads: samples.json beside this file; each paper in it is written in each layout that
fits it. Prints: pages, and how many of them have the right title, authors, affiliations
(where the layout tells them), ORCIDs, and nobody besides; a line a layout that has a
fault; with --show each fault.
"""

import json
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from kg.extraction.pipeline import load_pipeline, run_pipeline
from kg.institutions.ror.linker import AffiliationLinker
from kg.records import Document, Extraction
from kg.sources.readers import read
from kg.text.folding import fold
from kg.text.names.name_parts import parse_name
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

SAMPLES = Path(__file__).with_name("samples.json")


class Page(NamedTuple):
    """A paper in a layout."""

    layout: str
    paper: Paper

    @property
    def text(self) -> str:
        """The whole page."""
        header = LAYOUTS[self.layout](self.paper)
        return f"{self.paper.title}\n{header}\n\n{self.paper.abstract}\n"


def pages(path: Path = SAMPLES) -> Iterator[Page]:
    """Yield each paper in each layout that its names can be written in."""
    papers = json.loads(path.read_text(encoding="utf-8"))["papers"]
    for record in papers:
        people = tuple(
            Person(**person | {"places": tuple(person["places"])})
            for person in record["people"]
        )
        paper = Paper(**record | {"people": people, "places": tuple(record["places"])})
        yield from (Page(layout, paper) for layout in LAYOUTS if is_for(layout, paper))


def faults(page: Page, found: Sequence[Extraction]) -> dict[str, str]:
    """Return what is wrong with what was read of a page, by what it is about."""
    if len(found) != 1:
        return {"document": f"{len(found)} documents"}
    compared: dict[str, tuple[object, object]] = {
        "title": (page.paper.title, found[0].document.title),
        "authors": (_names_of(page), _authors_read(found[0])),
        "nobody else": ([], _others_read(found[0])),
    }
    if page.layout in MARKED or page.layout in PLACED:
        compared["places"] = (_pairs_of(page), _pairs_read(found[0]))
    if page.layout in ORCIDS:
        orcids = sorted(person.orcid for person in page.paper.people)
        compared["orcids"] = (orcids, _orcids_read(found[0]))
    return {
        what: f"{wrong!r} not {right!r}"
        for what, (right, wrong) in compared.items()
        if right != wrong
    }


def _key(name: str) -> str:
    parsed = parse_name(name)
    return fold(" ".join((*parsed.given, parsed.family)))


def _names_of(page: Page) -> list[str]:
    form = "{initials} {family}" if page.layout in INITIALS else "{name}"
    people = page.paper.people
    written = (
        form.format(**p._asdict(), name=p.name, initials=p.initials) for p in people
    )
    return [_key(name) for name in written]


def _authors_read(found: Extraction) -> list[str]:
    return [_key(m.name) for m in found.mentions if m.role == "author"]


def _others_read(found: Extraction) -> list[str]:
    people = (m for m in found.mentions if m.kind == "person")
    return [m.surface for m in people if m.role != "author"]


_LINKER = AffiliationLinker()


def _pairs_of(page: Page) -> list[tuple[str, str]]:
    """Return who is where; by position, a person has the first place only."""
    pairs = set()
    for person in page.paper.people:
        places = person.places if page.layout in MARKED else person.places[:1]
        for number in places:
            linked = _LINKER.link(page.paper.places[number - 1], guess=True)
            pairs |= {(_key(person.name), fold(each.name)) for each in linked}
    return sorted(pairs)


def _pairs_read(found: Extraction) -> list[tuple[str, str]]:
    links = (link for link in found.links if link.kind == "affiliation")
    return sorted(
        {(_key(k.source.name), fold(k.target.name)) for k in links if k.source}
    )


def _orcids_read(found: Extraction) -> list[str]:
    facts = (m.facts for m in found.mentions if m.kind == "person")
    return sorted(getattr(fact, "orcid", None) or "" for fact in facts if fact)


def read_pages(texts: Sequence[str]) -> list[list[Extraction]]:
    """Return what kg finds in each of some files."""
    with tempfile.TemporaryDirectory() as folder:
        documents = [_read_one(Path(folder), text) for text in texts]
    flat = [document for each in documents for document in each]
    found = iter(run_pipeline(load_pipeline(), flat))
    return [[next(found) for _ in each] for each in documents]


def _read_one(folder: Path, text: str) -> list[Document]:
    path = folder / "page.txt"
    path.write_text(text, encoding="utf-8")
    return [item for item in read([path]) if isinstance(item, Document)]


def main(*, show: bool = False) -> None:
    """Read all pages, and print the table; each fault, if it is asked for."""
    made = list(pages())
    found = read_pages([page.text for page in made])
    wrong = [faults(page, each) for page, each in zip(made, found, strict=True)]
    counts = Counter(what for each in wrong for what in each)
    print(f"{len(made)} pages, {sum(not each for each in wrong)} without fault")
    print("; ".join(f"{what}: {count} wrong" for what, count in sorted(counts.items())))
    by_layout = Counter(p.layout for p, each in zip(made, wrong, strict=True) if each)
    for layout, count in by_layout.most_common():
        print(f"{count:3} of {sum(p.layout == layout for p in made)} {layout}")
    if show:
        for page, each in zip(made, wrong, strict=True):
            for what, said in each.items():
                print(f"{page.layout} | {page.paper.title[:20]} | {what}: {said}")


if __name__ == "__main__":
    run(main)
