"""The cleaned corpus as one CSV table, a row a work, which kg reads back.

Lists are parted by "|", authors by ";"; places and ORCIDs are in the order of authors,
an empty one where there is none. Cells that a spreadsheet would compute get an
apostrophe, as in all our tables.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from kg.exports.corpus_records import CorpusRecord
from kg.exports.record_parts import document_words, id_of, name_parts, origin_words
from kg.files.writing import write_text
from kg.text.spreadsheet_cells import csv_lines, spreadsheet_safe

FILE_NAME = "corpus.csv"  # where nobody gives another

COLUMNS = (
    *("id", "title", "abstract", "authors", "orcids", "affiliations", "year", "venue"),
    *(
        "doi",
        "pmid",
        "pmcid",
        "arxiv",
        "openalex",
        "keywords",
        "subjects",
        "references",
    ),
    *("type", "language", "kg documents", "kg origins"),
)


def generate(records: Iterable[CorpusRecord]) -> Iterator[str]:
    """Yield the heading, then a row a work.

    Example:
        >>> record = CorpusRecord("work:a", "=On mills", "", (), "", 2001, "", (), (), (),
        ...     (), "", "", (), {})
        >>> "".join(generate([record])).split("\\n")[1][:20]
        "work:a,'=On mills,,,"
    """
    yield csv_lines([COLUMNS])
    for record in records:
        yield csv_lines([[spreadsheet_safe(cell) for cell in _cells(record)]])


def write(records: Iterable[CorpusRecord], path: Path) -> None:
    """Write the table.

    Example:
        >>> write([], Path("corpus.csv"))
        >>> Path("corpus.csv").read_text().split(",")[:3]
        ['id', 'title', 'abstract']
    """
    write_text(path, generate(records))


def _cells(record: CorpusRecord) -> list[str | int]:
    authors = record.authors
    return [
        record.id,
        record.title,
        record.abstract,
        _list((name_parts(author).inverted for author in authors), "; "),
        _list((author.orcid for author in authors), "|"),
        _list(("; ".join(author.places) for author in authors), "|"),
        record.year or "",
        record.venue,
        record.doi,
        *(id_of(record, scheme) for scheme in ("pmid", "pmcid", "arxiv", "openalex")),
        _list(record.keywords, "|"),
        _list(record.subjects, "|"),
        _list(record.references, "|"),
        record.type,
        record.language,
        document_words(record),
        origin_words(record),
    ]


def _list(items: Iterable[str], separator: str) -> str:
    """Return a list in a cell; empty where all of it is."""
    sign = separator.strip()
    cells = [item.replace(sign, ",") for item in items]
    return separator.join(cells) if any(cells) else ""
