"""What stands on a page above its abstracts, what kg reads of it, and how they differ."""

import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from kg.extraction.pipeline import load_pipeline, run_pipeline
from kg.institutions.ror.linker import AffiliationLinker
from kg.records import Document, Extraction, PersonFacts
from kg.sources.readers import read
from kg.text.folding import fold
from kg.text.names.name_parts import parse_name


class WrittenAuthor(NamedTuple):
    """An author: the name, addresses, and ORCID, None where the page does not tell one."""

    name: str
    places: tuple[str, ...] | None = None
    orcid: str | None = None


class WrittenAbstract(NamedTuple):
    """The title and the authors of an abstract on a page."""

    title: str
    authors: tuple[WrittenAuthor, ...]


def read_pages(texts: Sequence[str]) -> list[list[Extraction]]:
    """Return what kg finds in each of some files, a list of documents a file."""
    with tempfile.TemporaryDirectory() as folder:
        documents = [list(_read_one(Path(folder), text)) for text in texts]
    flat = [document for each in documents for document in each]
    found = iter(run_pipeline(load_pipeline(), flat))
    return [[next(found) for _ in each] for each in documents]


def _read_one(folder: Path, text: str) -> Iterator[Document]:
    path = folder / "page.txt"
    path.write_text(text, encoding="utf-8")
    return (item for item in read([path]) if isinstance(item, Document))


def faults(
    written: Sequence[WrittenAbstract], found: Sequence[Extraction]
) -> dict[str, str]:
    """Return what is wrong with what was read of a page, by what it is about.

    Affiliations are compared where all authors of an abstract have addresses, which are
    named as kg names them if they stand alone.

    >>> faults([WrittenAbstract("On mills", ())], [])
    {'documents': '0 not 1'}
    """
    if len(written) != len(found):
        return {"documents": f"{len(found)} not {len(written)}"}
    wrong: dict[str, str] = {}
    for abstract, read_as in zip(written, found, strict=True):
        for what, (right, have) in _compared(abstract, read_as).items():
            if right != have:
                wrong[what] = f"{have!r} not {right!r}"
    return wrong


def _compared(
    abstract: WrittenAbstract, found: Extraction
) -> dict[str, tuple[object, object]]:
    """Return what a page says, and what was read of it, by what it is about."""
    authors = abstract.authors
    people = [m for m in found.mentions if m.kind == "person"]
    facts = (m.facts for m in people if isinstance(m.facts, PersonFacts))
    compared: dict[str, tuple[object, object]] = {
        "title": (abstract.title, found.document.title),
        "authors": (
            [_key(author.name) for author in authors],
            [_key(m.name) for m in people if m.role == "author"],
        ),
        "others": ([], [m.surface for m in people if m.role != "author"]),
        "orcids": (
            sorted(author.orcid for author in authors if author.orcid),
            sorted(fact.orcid or "" for fact in facts),
        ),
    }
    if all(author.places is not None for author in authors):
        compared["places"] = (_pairs_of(authors), _pairs_read(found))
    return compared


def _key(name: str) -> str:
    parsed = parse_name(name)
    return fold(" ".join((*parsed.given, parsed.family)))


_LINKER = AffiliationLinker()


def _pairs_of(authors: Sequence[WrittenAuthor]) -> list[tuple[str, str]]:
    return sorted(
        {
            (_key(author.name), fold(linked.name))
            for author in authors
            for place in author.places or ()
            for linked in _LINKER.link(place, guess=True)
        }
    )


def _pairs_read(found: Extraction) -> list[tuple[str, str]]:
    links = (link for link in found.links if link.kind == "affiliation")
    return sorted(
        {(_key(k.source.name), fold(k.target.name)) for k in links if k.source}
    )
