"""What is in files, before any build: a row a file."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from kg.printable import printable_message
from kg.records import Document, Remark
from kg.sources.readers import SourceFile, read_each
from kg.sources.record_quality import CorpusQuality, FileQuality


@dataclass(frozen=True, slots=True)
class FileScan:
    """What a file holds.

    Attributes:
        file: its name, without its folder.
        kind: what it is, in words; "" where nothing reads it.
        records: how many documents are read from it.
        lost: how many records, or stretches of text, are not.
        authors, abstract, year, affiliation, doi: the share of its documents that have
            one, in [0, 1]; None where there is no document, or where people and their
            places stand in the text alone, in which a build finds them.
        problem: the first thing that is wrong, with its file and line; "" for nothing.
    """

    file: str
    kind: str
    records: int
    lost: int
    authors: float | None
    abstract: float | None
    year: float | None
    affiliation: float | None
    doi: float | None
    problem: str


def scan_files(paths: Sequence[Path]) -> Iterator[FileScan]:
    """Yield a row for each file that paths lead to, in the order in which they are read.

    Raises:
        SourceError: there is nothing at a path.

    Example:
        >>> [row.kind for row in scan_files([Path("examples/seminar.txt")])]
        ['page of talks']
    """
    corpus = CorpusQuality()
    held = [(file, _count(file, corpus)) for file in read_each(paths)]
    of_corpus = {remark.source: remark for remark in corpus.remarks()}
    for file, counts in held:
        yield _row(file, counts, of_corpus.get(file.name))


_FOUND_IN_TEXT = ("authors", "affiliation")


@dataclass(slots=True)
class _Counts:
    records: int = 0
    lost: int = 0
    is_prose: bool = True  # all documents are cut from a text
    has: Counter[str] = field(default_factory=Counter)
    first_lost: Remark | None = None
    first_warning: Remark | None = None

    def share(self, name: str) -> float | None:
        """Return the share of the documents that have a field; None if it cannot be told."""
        is_in_text = self.is_prose and name in _FOUND_IN_TEXT and not self.has[name]
        if not self.records or is_in_text:
            return None
        return round(self.has[name] / self.records, 4)

    def add(self, remark: Remark) -> None:
        if remark.lost:
            self.lost += 1
            self.first_lost = self.first_lost or remark
        else:
            self.first_warning = self.first_warning or remark


def _count(file: SourceFile, corpus: CorpusQuality) -> _Counts:
    counts = _Counts()
    quality = FileQuality(file.name)
    for item in file.items:
        if isinstance(item, Remark):
            counts.add(item)
            continue
        counts.records += 1
        counts.is_prose = counts.is_prose and item.record_line is None
        quality.look_at(item)
        corpus.look_at(item)
        counts.has.update(_fields_of(item))
    # A shape that is wrong matters more than a field that is not read.
    counts.first_warning = next(quality.remarks(), counts.first_warning)
    return counts


def _fields_of(document: Document) -> Iterator[str]:
    """Yield which of the counted fields a document has."""
    kinds = {section.kind for section in document.sections}
    if any(a.name for a in document.authors) or "authors" in kinds:
        yield "authors"
    if "body" in kinds:
        yield "abstract"
    if document.year is not None:
        yield "year"
    if "affiliation" in kinds or any(a.affiliations for a in document.authors):
        yield "affiliation"
    if document.doi is not None:
        yield "doi"


def _row(file: SourceFile, counts: _Counts, of_corpus: Remark | None) -> FileScan:
    first = counts.first_lost or counts.first_warning or of_corpus
    problem = ""
    if first is not None:
        problem = printable_message(first.source, first.line, first.reason)
    return FileScan(
        file=file.name,
        kind=file.kind,
        records=counts.records,
        lost=counts.lost,
        authors=counts.share("authors"),
        abstract=counts.share("abstract"),
        year=counts.share("year"),
        affiliation=counts.share("affiliation"),
        doi=counts.share("doi"),
        problem=problem,
    )
