"""The cleaned corpus as BibTeX, for LaTeX and reference managers: an entry a work.

Which documents a work is merged of, and which of them each field is from, stands in
fields that BibTeX passes over.
"""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from kg.exports.corpus_records import CorpusRecord
from kg.exports.document_rows import RowAuthor
from kg.exports.record_parts import (
    document_words,
    id_of,
    kind_of,
    name_parts,
    orcid_words,
    origin_words,
)
from kg.files.writing import write_text

FILE_NAME = "corpus.bib"  # where nobody gives another

_TYPES = {
    "article": ("article", "journal"),
    "paper": ("inproceedings", "booktitle"),
    "chapter": ("incollection", "booktitle"),
    "book": ("book", "series"),
    "thesis": ("phdthesis", "school"),
    "report": ("techreport", "institution"),
    "preprint": ("unpublished", "howpublished"),
}
_OTHER = ("misc", "howpublished")
_NO_KEY = re.compile(r"[^A-Za-z0-9:_.+/-]+")
_SPECIAL = re.compile(r"[\\{}$&#%_~^]")
_ESCAPES = {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}
_BREAKS = re.compile(r"[\s\x00-\x1f\x7f]+")


def generate(records: Iterable[CorpusRecord]) -> Iterator[str]:
    """Yield an entry each, with the blank line behind it.

    Example:
        >>> record = CorpusRecord("work:a", "R&D of mills", "", (RowAuthor("Ann Lee"),), "",
        ...     2001, "", (), (), (), (), "", "", (("a1", "a.bib", 3),), {})
        >>> print(next(generate([record])).strip())
        @misc{work:a,
          title = {R\\&D of mills},
          author = {Lee, Ann},
          year = {2001},
          kg-documents = {a1 (a.bib:3)},
        }
    """
    taken: set[str] = set()
    for record in records:
        key = _free_key(record.id, taken)
        kind, venue = _TYPES.get(kind_of(record), _OTHER)
        lines = [
            f"  {name} = {{{value}}},\n"
            for name, value in _fields(record, venue)
            if value
        ]
        yield f"@{kind}{{{key},\n{''.join(lines)}}}\n\n"


def write(records: Iterable[CorpusRecord], path: Path) -> None:
    """Write a file of BibTeX.

    Example:
        >>> write([], Path("corpus.bib"))
        >>> Path("corpus.bib").read_text()
        ''
    """
    write_text(path, generate(records))


def escape_latex(text: str) -> str:
    """Return a text as LaTeX writes it, on one line.

    Example:
        >>> escape_latex("50 % of {a_b}\\n& c")
        '50 \\\\% of \\\\{a\\\\_b\\\\} \\\\& c'
    """
    line = _BREAKS.sub(" ", text).strip()
    return _SPECIAL.sub(lambda found: _ESCAPES.get(found[0], f"\\{found[0]}"), line)


def _free_key(name: str, taken: set[str]) -> str:
    """Return the key of a work: its id, of which BibTeX takes not every sign."""
    plain = _NO_KEY.sub("-", name).strip("-")
    key, number = plain, 2
    while key in taken:
        key, number = f"{plain}-{number}", number + 1
    taken.add(key)
    return key


def _fields(record: CorpusRecord, venue: str) -> Iterator[tuple[str, str]]:
    """Yield names and values of fields, escaped."""
    arxiv = id_of(record, "arxiv")
    yield "title", escape_latex(record.title)
    yield "author", " and ".join(map(_name, record.authors))
    yield "year", str(record.year) if record.year else ""
    yield venue, escape_latex(record.venue)
    # Addresses and ids are taken as they stand.
    yield "doi", _verbatim(record.doi)
    yield "eprint", _verbatim(arxiv)
    yield "archiveprefix", "arXiv" if arxiv else ""
    yield "pmid", _verbatim(id_of(record, "pmid"))
    yield "abstract", escape_latex(record.abstract)
    yield "keywords", escape_latex("; ".join(record.keywords))
    yield "affiliation", "; ".join(map(escape_latex, _places(record.authors)))
    yield "orcid-numbers", escape_latex(orcid_words(record))
    yield "language", escape_latex(record.language)
    yield "kg-documents", escape_latex(document_words(record))
    yield "kg-origins", escape_latex(origin_words(record))


def _name(author: RowAuthor) -> str:
    """Return a name of a list; a group's, and one with an "and" in it, in braces."""
    parts = name_parts(author)
    name = escape_latex(parts.inverted)
    return f"{{{name}}}" if parts.is_group or " and " in name else name


def _verbatim(text: str) -> str:
    return re.sub(r"[{}\s\\]", "", text)


def _places(authors: Iterable[RowAuthor]) -> Iterator[str]:
    for author in authors:
        if author.places:
            yield f"{name_parts(author).inverted}, {', '.join(author.places)}"
