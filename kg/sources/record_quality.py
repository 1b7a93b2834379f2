"""Shapes of records that are wrong more often than right, told before anything is drawn."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from kg.records import Document, Remark
from kg.sources.quality_checks import CHECKS, body_of
from kg.text.folding import fold

_SHOWN = 60  # characters of an example
_FEWEST_WORKS = 9  # of which one author may have a third
_SAME = 5  # titles that share an abstract


@dataclass(slots=True)
class _Found:
    """Of a check and a file: how many records were asked, and how many are at fault."""

    asked: int = 0
    faults: int = 0
    line: int | None = None
    example: str = ""


@dataclass(slots=True)
class _SameAbstract:
    """Records with one abstract: the first's line, how many, and some of their titles."""

    line: int | None
    records: int = 0
    titles: set[int] = field(default_factory=set)


@dataclass(slots=True)
class FileQuality:
    """What is found by the checks in the records of a file, as they pass."""

    source: str
    _found: list[_Found] = field(default_factory=lambda: [_Found() for _ in CHECKS])
    _abstracts: dict[int, _SameAbstract] = field(default_factory=dict)

    def look_at(self, document: Document) -> None:
        """Ask a document of the file all that is to be asked of it."""
        for check, found in zip(CHECKS, self._found, strict=True):
            if check.is_asked(document):
                _count(found, check.find_fault(document), document)
        self._note_abstract(document)

    def remarks(self) -> Iterator[Remark]:
        """Yield a warning on each fault that is too frequent to be chance.

        >>> from kg.sources.records.fields import record_document
        >>> quality = FileQuality("x.csv")
        >>> for line, title in enumerate(["2001", "2003"], start=2):
        ...     record = record_document(title, None, id="", source="x.csv", record_line=line)
        ...     quality.look_at(record)
        >>> [(remark.line, remark.reason[:40]) for remark in quality.remarks()]
        [(2, 'titles are no words in 2 of 2 ("2001"): ')]
        """
        for check, found in zip(CHECKS, self._found, strict=True):
            is_many = found.asked >= check.fewest
            if is_many and found.faults > check.share * found.asked:
                reason = (
                    f"{check.what} in {found.faults:,} of {found.asked:,} "
                    f'("{found.example}"): {check.advice}'
                )
                yield Remark(self.source, found.line, reason, lost=False)
        yield from self._remarks_on_repeated()

    def _note_abstract(self, document: Document) -> None:
        body = body_of(document)
        if not body:
            return
        same = self._abstracts.setdefault(hash(body), _SameAbstract(_line_of(document)))
        same.records += 1
        if len(same.titles) < _SAME:
            same.titles.add(hash(document.title))

    def _remarks_on_repeated(self) -> Iterator[Remark]:
        for same in self._abstracts.values():
            if len(same.titles) >= _SAME:
                reason = (
                    f"one abstract stands in {same.records:,} records of different titles: "
                    "a column may be filled down, or a notice be taken for an abstract"
                )
                yield Remark(self.source, same.line, reason, lost=False)


def _count(found: _Found, fault: str, document: Document) -> None:
    found.asked += 1
    if fault:
        if not found.faults:
            found.line = _line_of(document)
            found.example = " ".join(fault.split())[:_SHOWN]
        found.faults += 1


def _line_of(document: Document) -> int | None:
    if document.record_line is not None:
        return document.record_line
    return None if document.first_line is None else document.first_line + 1


@dataclass(slots=True)
class CorpusQuality:
    """What is found in all files together: one author of a third of all works."""

    _works: int = 0
    _authors: Counter[str] = field(default_factory=Counter)
    _first: dict[str, tuple[str, int | None, str]] = field(default_factory=dict)

    def look_at(self, document: Document) -> None:
        """Count the authors of a document, each once."""
        self._works += 1
        for name in dict.fromkeys(
            filter(None, (author.name for author in document.authors))
        ):
            key = fold(name)
            self._authors[key] += 1
            self._first.setdefault(key, (document.source, _line_of(document), name))

    def remarks(self) -> Iterator[Remark]:
        """Yield a warning on each author of more than a third of all works."""
        if self._works < _FEWEST_WORKS:
            return
        for key, count in self._authors.items():
            if 3 * count > self._works:
                source, line, name = self._first[key]
                reason = (
                    f'"{name[:_SHOWN]}" is an author of {count:,} of {self._works:,} '
                    "records: right on a page of one person's works; else it is no "
                    "author, but what an export fills the field with"
                )
                yield Remark(source, line, reason, lost=False)


def quality_remarks(documents: Iterable[Document]) -> Iterator[Remark]:
    """Yield the warnings on all documents of a build, file by file, then on all."""
    corpus = CorpusQuality()
    files: dict[str, FileQuality] = {}
    for document in documents:
        files.setdefault(document.source, FileQuality(document.source)).look_at(
            document
        )
        corpus.look_at(document)
    for quality in files.values():
        yield from quality.remarks()
    yield from corpus.remarks()
