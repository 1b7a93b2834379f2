"""Atom: answers of arXiv, and feeds of any journal that say what its works are about."""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from kg.records import Affiliation, Author, SubjectHeading
from kg.sources.records.record_values import RecordValues, author_from_values
from kg.sources.records.xml.dialect import Dialect
from kg.sources.records.xml.element_values import child_text, child_texts, text_of
from kg.sources.records.xml.unread_elements import read_paths
from kg.sources.records.xml.work_links import best_doi
from kg.text.identifiers import parse_arxiv

# Where a citation of a journal goes on with its volume: "J. Mills 12 (2019) 3".
_VOLUME = re.compile(r"(?<![\s,(:])[\s,(:]+(?:vol\b|no\b|\d)", re.I)


def _read(entry: Element) -> Iterator[RecordValues]:
    """Yield the work of an entry."""
    address = child_text(entry, "id")
    arxiv = parse_arxiv(address) if "arxiv" in address.lower() else None
    values = RecordValues(
        id=arxiv or address,
        title=child_text(entry, "title"),
        abstract=child_text(entry, "summary", "content", "abstract", "description"),
        year=child_text(
            entry, "published", "publicationDate", "date", "issued", "updated"
        ),
        venue=venue_of_citation(child_text(entry, "journal_ref")),
        ids=[("arxiv", arxiv)] if arxiv else [],
        subjects=list(_categories(entry, is_arxiv=arxiv is not None)),
    )
    values.venue = values.venue or child_text(entry, "publicationName", "source/title")
    values.authors = list(_authors(entry, values.complaints))
    values.doi = child_text(entry, "doi") or _linked_doi(entry)
    yield values


def venue_of_citation(citation: str) -> str:
    """Return the journal of a reference to one, which begins with it.

    >>> venue_of_citation("J. Mills 12 (2019) 3"), venue_of_citation("J Mills")
    ('J. Mills', 'J Mills')
    """
    found = _VOLUME.search(citation)
    return citation[: found.start()] if found and found.start() else citation


def _authors(entry: Element, complaints: list[str]) -> Iterator[Author]:
    """Yield the authors of an entry; arXiv has affiliations within them."""
    for author in entry.findall("author"):
        yield author_from_values(
            child_text(author, "name") or (author.text or ""),
            complaints,
            orcid=child_text(author, "orcid"),
            affiliations=tuple(map(Affiliation, child_texts(author, "affiliation"))),
        )
    # Feeds of publishers keep to Dublin Core here.
    if entry.find("author") is None:
        for name in child_texts(entry, "creator"):
            yield author_from_values(name, complaints)


def _categories(entry: Element, *, is_arxiv: bool) -> Iterator[SubjectHeading]:
    for category in entry.findall("category"):
        # A label is for people, a term for machines.
        term = category.get("label") or category.get("term") or text_of(category)
        if term:
            yield SubjectHeading("arxiv category" if is_arxiv else "category", term)


def _linked_doi(entry: Element) -> str:
    links = [link.get("href", "") for link in entry.findall("link")]
    found = [*links, *child_texts(entry, "identifier"), child_text(entry, "id")]
    return best_doi(found)


DIALECT = Dialect(
    records=("entry",),
    reader=lambda _file: _read,
    paths=read_paths(
        *("id", "title", "summary", "content", "abstract", "description", "published"),
        *(
            "publicationDate",
            "date",
            "issued",
            "updated",
            "author/name",
            "author/orcid",
        ),
        *("author/affiliation", "creator", "category", "journal_ref", "doi", "link"),
        *("identifier", "publicationName", "source/title"),
    ),
)
"""Entries of a feed."""
