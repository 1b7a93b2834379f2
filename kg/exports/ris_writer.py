"""The cleaned corpus as RIS, for reference managers: a tag a line, a record a work.

What RIS has no tag for stands in the fields that it leaves to users: U1 the documents,
U2 which of them each field is from, U3 further ids, U4 ORCIDs.
"""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from kg.exports.corpus_records import CorpusRecord
from kg.exports.document_rows import RowAuthor
from kg.exports.record_parts import (
    document_words,
    kind_of,
    name_parts,
    orcid_words,
    origin_words,
)
from kg.files.writing import write_text

FILE_NAME = "corpus.ris"  # where nobody gives another

_TYPES = {
    "article": "JOUR",
    "paper": "CONF",
    "chapter": "CHAP",
    "book": "BOOK",
    "thesis": "THES",
    "report": "RPRT",
    "preprint": "UNPB",
    "data": "DATA",
}
# No value may go on in a further line, where it might read as a tag.
_BREAKS = re.compile(r"[\s\x00-\x1f\x7f\x85\u2028\u2029]+")


def generate(records: Iterable[CorpusRecord]) -> Iterator[str]:
    """Yield a record each, from TY to ER, with the blank line behind it.

    Example:
        >>> record = CorpusRecord("work:a", "On mills", "", (RowAuthor("Ann Lee"),), "",
        ...     2001, "", (), (), (), (), "", "", (("a1", "a.bib", 3),), {})
        >>> print("".join(generate([record])).strip())
        TY  - GEN
        ID  - work:a
        TI  - On mills
        AU  - Lee, Ann
        PY  - 2001
        U1  - a1 (a.bib:3)
        ER  -
    """
    for record in records:
        lines = (f"{tag}  - {value}" for tag, value in _fields(record) if value)
        body = "\n".join(lines)
        yield f"{body}\nER  - \n\n"


def write(records: Iterable[CorpusRecord], path: Path) -> None:
    """Write a file of RIS.

    Example:
        >>> write([], Path("corpus.ris"))
        >>> Path("corpus.ris").read_text()
        ''
    """
    write_text(path, generate(records))


def _fields(record: CorpusRecord) -> Iterator[tuple[str, str]]:
    """Yield tags with their values, on one line each."""
    for tag, value in _stated(record):
        yield tag, _BREAKS.sub(" ", value).strip()


def _stated(record: CorpusRecord) -> Iterator[tuple[str, str]]:
    year = str(record.year) if record.year else ""
    yield "TY", _TYPES.get(kind_of(record), "GEN")
    yield "ID", record.id
    yield "TI", record.title
    yield from (("AU", name_parts(author).inverted) for author in record.authors)
    yield "PY", year
    yield "T2", record.venue
    yield "DO", record.doi
    yield "AB", record.abstract
    yield from (("KW", keyword) for keyword in record.keywords)
    yield from (("AD", place) for place in _places(record.authors))
    yield "LA", record.language
    yield "U1", document_words(record)
    yield "U2", origin_words(record)
    yield "U3", "; ".join(f"{scheme}:{value}" for scheme, value in record.ids)
    yield "U4", orcid_words(record)


def _places(authors: Iterable[RowAuthor]) -> Iterator[str]:
    """Yield each place with the names of those who are there, as databases write it."""
    names: dict[str, list[str]] = {}
    for author in authors:
        for place in author.places:
            names.setdefault(place, []).append(name_parts(author).inverted)
    return (f"[{'; '.join(people)}] {place}" for place, people in names.items())
