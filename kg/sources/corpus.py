"""All documents of a build: what the sources give, each with an id of its own."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import Any

from kg.content_hash import content_hash
from kg.errors import SourceError
from kg.records import Document, Remark
from kg.sources.readers import read
from kg.sources.record_quality import quality_remarks
from kg.text.counts import format_count
from kg.text.english import is_english

Progress = Callable[[str, Iterable[Any], int | None], Iterable[Any]]
"""Wraps a stage's stream to show it passing: (what, items, how many)."""


def without_progress(
    _what: str, items: Iterable[Any], _total: int | None
) -> Iterable[Any]:
    """Return the items, and show nothing of them passing: the progress of a library."""
    return items


def read_documents(
    inputs: Sequence[Path],
    *,
    progress: Progress = without_progress,
    strict: bool = False,
) -> tuple[list[Document], list[Remark]]:
    """Return all documents, and what is to be said of files and records.

    Their order does not depend on the order of `inputs`.

    Raises:
        SourceError: nothing could be read; or, if `strict`, anything was skipped.
    """
    documents: list[Document] = []
    remarks: list[Remark] = []
    for item in progress("reading files", read(inputs), None):
        if isinstance(item, Document):
            documents.append(item)
        else:
            remarks.append(item)
    lost = [remark for remark in remarks if remark.lost]
    if (strict and lost) or not documents:
        what = "something was skipped" if documents else "there is nothing to read"
        reasons = describe_lost(remarks) or "no file holds a document"
        raise SourceError(f"{what}:\n  {reasons}")
    # In place: there may be a million.
    for number, name in enumerate(_ids(documents)):
        documents[number] = replace(documents[number], id=name)
    said = [*_remarks_on_language(documents), *quality_remarks(documents)]
    return documents, [*remarks, *said]


def _remarks_on_language(documents: Iterable[Document]) -> Iterator[Remark]:
    """Yield a remark on each file with documents whose terms are hardly found."""
    others: defaultdict[str, list[Document]] = defaultdict(list)
    for document in documents:
        if is_english(document.text) is False:
            others[document.source].append(document)
    for source, found in others.items():
        first = found[0]
        line = first.record_line or (first.first_line or 0) + 1
        count_of = format_count(len(found), "document is", "documents are")
        reason = (
            f"{count_of} not in English: people and institutions are found, "
            "but hardly any of the terms"
        )
        yield Remark(source, line, reason, lost=False)


def describe_lost(remarks: Iterable[Remark]) -> str:
    """Return the first ten remarks on what was skipped, a line each.

    >>> describe_lost([Remark("a.bib", 3, "no title"), Remark("b", 1, "odd", lost=False)])
    'a.bib:3: no title'
    """
    lost = [remark for remark in remarks if remark.lost]
    lines = (f"{r.source}:{r.line or 1}: {r.reason}" for r in lost[:10])
    return "\n  ".join(lines)


def _ids(documents: Sequence[Document]) -> Iterator[str]:
    """Yield an id of its own for each document, made from its content if it has none.

    An id that a record states stays with the first that states it: no other gets it.
    """
    stated = {document.id for document in documents if document.id}
    taken: set[str] = set()
    # Each name's numbers go on where they stopped: thousands may share an id.
    numbers: defaultdict[str, count[int]] = defaultdict(lambda: count(2))
    for document in documents:
        name = document.id or f"doc:{content_hash(document)[:12]}"
        free = name
        if name in taken:
            names = (f"{name}-{n}" for n in numbers[name])
            free = next(n for n in names if n not in taken and n not in stated)
        taken.add(free)
        yield free
