"""The cleaned corpus as CSL-JSON, for citation processors: one array, an item a work."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from kg.exports.corpus_records import CorpusRecord
from kg.exports.document_rows import RowAuthor
from kg.exports.record_parts import id_of, kind_of, name_parts
from kg.files.writing import write_text
from kg.printable import printable_json

FILE_NAME = "corpus.json"  # where nobody gives another

_TYPES = {
    "article": "article-journal",
    "paper": "paper-conference",
    "chapter": "chapter",
    "book": "book",
    "thesis": "thesis",
    "report": "report",
    "preprint": "article",
    "data": "dataset",
}


def generate(records: Iterable[CorpusRecord]) -> Iterator[str]:
    """Yield the array in pieces, an item a line.

    Example:
        >>> record = CorpusRecord("work:a", "On mills", "", (RowAuthor("Ann Lee"),), "",
        ...     2001, "", (), (), (), (), "", "", (), {})
        >>> import json
        >>> json.loads("".join(generate([record])))[0]["author"]
        [{'family': 'Lee', 'given': 'Ann'}]
    """
    before = "[\n"
    for record in records:
        item = {name: value for name, value in _item(record).items() if value}
        yield before + printable_json(item)
        before = ",\n"
    yield "[]\n" if before == "[\n" else "\n]\n"


def write(records: Iterable[CorpusRecord], path: Path) -> None:
    """Write a file of CSL-JSON.

    Example:
        >>> write([], Path("corpus.json"))
        >>> Path("corpus.json").read_text()
        '[]\\n'
    """
    write_text(path, generate(records))


def _item(record: CorpusRecord) -> dict[str, Any]:
    """Return an item; what CSL has no variable for stands in "custom"."""
    return {
        "id": record.id,
        "type": _TYPES.get(kind_of(record), "document"),
        "title": record.title,
        "author": [_author(author) for author in record.authors],
        "issued": {"date-parts": [[record.year]]} if record.year else None,
        "container-title": record.venue,
        "DOI": record.doi,
        "PMID": id_of(record, "pmid"),
        "PMCID": id_of(record, "pmcid"),
        "abstract": record.abstract,
        "keyword": "; ".join(record.keywords),
        "language": record.language,
        "custom": _custom(record),
    }


def _author(author: RowAuthor) -> dict[str, Any]:
    parts = name_parts(author)
    if parts.is_group or not parts.given:
        name: dict[str, Any] = {"literal": parts.family}
    else:
        name = {"family": parts.family, "given": parts.given}
    if author.orcid:
        name["ORCID"] = author.orcid
    if author.places:
        name["affiliation"] = [{"name": place} for place in author.places]
    return name


def _custom(record: CorpusRecord) -> dict[str, Any]:
    custom = {
        "ids": dict(reversed(record.ids)),
        "subjects": list(record.subjects),
        "references": list(record.references),
        "documents": [
            {"id": name, "source": source, "line": line}
            for name, source, line in record.documents
        ],
        "origins": {field: list(ids) for field, ids in record.origins.items()},
    }
    return {name: value for name, value in custom.items() if value}
