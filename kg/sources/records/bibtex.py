"""BibTeX: an entry → a document, with names, accents, macros as BibTeX means them."""

import logging
import re
from collections.abc import Iterator, Mapping

from bibtexparser.entrypoint import parse_string
from bibtexparser.model import DuplicateBlockKeyBlock, Entry, ParsingFailedBlock, String

from kg.records import Author, Document, Remark
from kg.sources.records.bibtex_values import expand, split_names
from kg.sources.records.fields import (
    parse_doi,
    parse_year,
    record_document,
    split_keywords,
)
from kg.text.latex import decode_latex_field

_ENTRY = r"@[A-Za-z]+[ \t]*[{(]"
_ENTRY_AT_LINE_START = re.compile(rf"^[ \t]*{_ENTRY}", re.MULTILINE)
_ENTRY_FIRST = re.compile(rf"\s*(?:%[^\n]*\n\s*)*{_ENTRY}")
_VENUE_FIELDS = ("journal", "journaltitle", "booktitle")


def fits(name: str, text: str) -> bool:
    """Tell BibTeX by an entry as the first thing, or anywhere in a file called .bib."""
    if ".bib" in name.lower():
        return bool(_ENTRY_AT_LINE_START.search(text))
    return bool(_ENTRY_FIRST.match(text))


def parse(text: str, *, source: str) -> Iterator[Document | Remark]:
    """Yield a document an entry; of a key that comes twice, both entries.

    Entries without an abstract are documents of a title only. A broken entry costs
    itself.
    """
    _quieten()
    macros: dict[str, str] = {}
    for block in parse_string(text, parse_stack=[]).blocks:
        line = (block.start_line or 0) + 1
        if isinstance(block, ParsingFailedBlock):
            kept = block.ignore_error_block
            yield _failure(block, source=source, line=line)
        else:
            kept = block
        if isinstance(kept, String):
            macros[kept.key.lower()] = expand(kept.value, macros)[0]
        elif isinstance(kept, Entry):
            yield from _parse_entry(kept, macros, source=source, line=line)


def _quieten() -> None:
    """Keep the parser's log from being printed where nobody has set logging up.

    What it would say is in its failed blocks, which all become remarks.
    """
    logger = logging.getLogger("bibtexparser")
    if not logger.handlers:
        logger.addHandler(logging.NullHandler())


def _failure(block: ParsingFailedBlock, *, source: str, line: int) -> Remark:
    if isinstance(block, DuplicateBlockKeyBlock):
        return Remark(source, line, f'key "{block.key}" comes twice', lost=False)
    why = " ".join((getattr(block.error, "abort_reason", "") or "").split())
    if block.ignore_error_block is None:
        return Remark(source, line, f"broken BibTeX entry: {why or block.error}")
    return Remark(source, line, "a field comes twice: the first is taken", lost=False)


def _identifier(fields: Mapping[str, str]) -> str | None:
    """Return an entry's DOI; else that of its arXiv number, or in its address."""
    eprint = fields.get("eprint", "")
    archive = fields.get("archiveprefix", fields.get("eprinttype", "arxiv"))
    if eprint and archive.strip("{} ").lower() == "arxiv":
        eprint = f"arXiv:{eprint.strip('{} ').removeprefix('arXiv:')}"
    for value in (fields.get("doi", ""), eprint, fields.get("url", "")):
        found = parse_doi(decode_latex_field(value).replace(" ", "")) if value else None
        if found:
            return found
    return None


def _parse_entry(
    entry: Entry, macros: dict[str, str], *, source: str, line: int
) -> Iterator[Document | Remark]:
    fields: dict[str, str] = {}
    for field in entry.fields:
        value, unread = expand(str(field.value), macros)
        if unread:
            reason = f'field "{field.key}": no comma before "{unread[:40]}", not read'
            yield Remark(source, (field.start_line or 0) + 1, reason, lost=False)
        if value.strip():
            fields.setdefault(field.key.lower(), value)
    title = decode_latex_field(fields.get("title", "")) or None
    abstract = decode_latex_field(fields.get("abstract", "")) or None
    if title is None and abstract is None:
        reason = f'entry "{entry.key}" has neither title nor abstract'
        yield Remark(source, line, reason)
        return
    venues = (decode_latex_field(fields[f]) for f in _VENUE_FIELDS if f in fields)
    keywords = fields.get("keywords", fields.get("keyword", ""))
    yield record_document(
        title,
        abstract,
        id=entry.key,
        source=source,
        record_line=line,
        venue=next(venues, None) or None,
        year=parse_year(fields.get("year", fields.get("date", ""))),
        doi=_identifier(fields),
        authors=tuple(Author(name) for name in split_names(fields.get("author", ""))),
        keywords=split_keywords(decode_latex_field(keywords)),
    )
