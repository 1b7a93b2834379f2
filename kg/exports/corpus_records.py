"""The cleaned corpus: one record a work, merged of the documents that are records of it.

Of each field the best document that states it is taken, and kept in mind: one with a DOI
of a publication, else one with any, else the first. Lists are those of all documents.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING, Any, TypeVar

from kg.exports.document_rows import DocumentRow, RowAuthor, document_rows

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

Item = TypeVar("Item")

_PREPRINT = "10.48550/"  # DOIs of arXiv
# Fields that hold one value, which is that of one document.
_SINGLE = ("title", "abstract", "venue", "year", "doi", "type", "language")
_LISTS = ("keywords", "subjects", "ids", "references")


@dataclass(frozen=True, slots=True)
class CorpusRecord:
    """A work as its documents together state it.

    Attributes:
        id: of the work's node.
        year: None where no document states one; other values are "" then, or empty.
        authors: in order, called as their nodes are.
        ids: (scheme, value), sorted, without the DOI.
        documents: (id, source, line) of each document, the best first.
        origins: field → ids of the documents that it is from.
    """

    id: str
    title: str
    abstract: str
    authors: tuple[RowAuthor, ...]
    venue: str
    year: int | None
    doi: str
    ids: tuple[tuple[str, str], ...]
    keywords: tuple[str, ...]
    subjects: tuple[str, ...]
    references: tuple[str, ...]
    type: str
    language: str
    documents: tuple[tuple[str, str, int | None], ...]
    origins: Mapping[str, tuple[str, ...]]


def corpus_records(connection: "DuckDBPyConnection") -> Iterator[CorpusRecord]:
    """Yield a record a work of a store, sorted by the works' ids.

    Example:
        >>> from pathlib import Path
        >>> from kg.store.connection import connect
        >>> with connect(Path("outputs/examples")) as connection:
        ...     records = list(corpus_records(connection))
        >>> [record.id for record in records] == sorted(record.id for record in records)
        True
    """
    return merge_documents(document_rows(connection))


def merge_documents(rows: Iterable[DocumentRow]) -> Iterator[CorpusRecord]:
    """Yield a record for each run of documents of one work.

    Example:
        >>> row = DocumentRow("work:a", "a1", "a.bib", 1, "On mills", "", "", 2001, "",
        ...                   (RowAuthor("Ann Lee"),), (), (), (), (), "", "")
        >>> [(record.title, record.origins["title"]) for record in merge_documents([row])]
        [('On mills', ('a1',))]
    """
    for work, documents in groupby(rows, key=attrgetter("work")):
        yield _merged(work, sorted(documents, key=_rank))


def _rank(row: DocumentRow) -> tuple[bool, bool, bool]:
    """Order documents, those of publications first; others stay as they are."""
    is_published = bool(row.doi) and not row.doi.startswith(_PREPRINT)
    return not is_published, not row.doi, row.year is None


def _merged(work: str, documents: Sequence[DocumentRow]) -> CorpusRecord:
    main = max(documents, key=lambda row: len(row.authors))
    values: dict[str, Any] = {}
    origins: dict[str, tuple[str, ...]] = {}
    for name in _SINGLE:
        stating = next((row for row in documents if getattr(row, name)), documents[0])
        values[name] = getattr(stating, name)
        origins[name] = (stating.id,) if values[name] else ()
    for name in _LISTS:
        values[name] = _united(getattr(row, name) for row in documents)
        origins[name] = tuple(row.id for row in documents if getattr(row, name))
    origins["authors"] = (main.id,) if main.authors else ()
    stated = _authors_by_id(documents)
    return CorpusRecord(
        id=work,
        authors=tuple(_with_known(a, stated.get(a.id, [])) for a in main.authors),
        documents=tuple((row.id, row.source, row.line) for row in documents),
        origins={name: ids for name, ids in sorted(origins.items()) if ids},
        **{**values, "ids": tuple(sorted(values["ids"]))},
    )


def _united(lists: Iterable[Sequence[Item]]) -> tuple[Item, ...]:
    """Return the items of lists in order, each once, case aside."""
    found: dict[str, Item] = {}
    for item in (item for items in lists for item in items):
        found.setdefault(str(item).casefold(), item)
    return tuple(found.values())


def _authors_by_id(documents: Sequence[DocumentRow]) -> dict[str, list[RowAuthor]]:
    """Return the authors of documents by their nodes, those without one left out."""
    found: defaultdict[str, list[RowAuthor]] = defaultdict(list)
    for author in (author for row in documents for author in row.authors):
        if author.id:
            found[author.id].append(author)
    return found


def _with_known(author: RowAuthor, others: Sequence[RowAuthor]) -> RowAuthor:
    """Return an author with the ORCID, places and family name of other documents."""
    everywhere = [author, *others]
    return replace(
        author,
        orcid=next((each.orcid for each in everywhere if each.orcid), ""),
        places=next((each.places for each in everywhere if each.places), ()),
        family=next((each.family for each in everywhere if each.family), ""),
    )
