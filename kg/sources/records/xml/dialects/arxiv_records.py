"""The records that arXiv gives by OAI-PMH, "arXiv" and "arXivRaw"."""

from xml.etree.ElementTree import Element

from kg.records import Affiliation, SubjectHeading
from kg.sources.records.record_values import (
    RecordValues,
    author_from_values,
    inverted_name,
)
from kg.sources.records.xml.dialects.atom import venue_of_citation
from kg.sources.records.xml.element_values import child_text, child_texts
from kg.sources.records.xml.unread_elements import read_paths
from kg.text.names.author_lists import split_author_names

ARXIV_PATHS = read_paths(
    *(
        "id",
        "title",
        "abstract",
        "created",
        "version",
        "journal-ref",
        "doi",
        "categories",
    ),
    "authors",
)
"""Elements of either form that are read."""


def read_arxiv(record: Element) -> RecordValues:
    """Return what either form of record states; arXivRaw has its authors in one line."""
    number = child_text(record, "id")
    values = RecordValues(
        id=number,
        title=child_text(record, "title"),
        abstract=child_text(record, "abstract"),
        year=child_text(record, "created", "version/date"),
        venue=venue_of_citation(child_text(record, "journal-ref")),
        # Of two, a journal's and an erratum's, the first.
        doi=child_text(record, "doi").split(" ")[0],
        ids=[("arxiv", number)] if number else [],
        subjects=[
            SubjectHeading("arxiv category", term)
            for term in child_text(record, "categories").split()
        ],
    )
    for author in record.findall("authors/author"):
        name = inverted_name(
            child_text(author, "keyname"),
            child_text(author, "forenames"),
            child_text(author, "suffix"),
        )
        places = tuple(map(Affiliation, child_texts(author, "affiliation")))
        values.authors.append(
            author_from_values(name, values.complaints, affiliations=places)
        )
    # arXivRaw: as the submitter typed them.
    if not values.authors:
        names = split_author_names(child_text(record, "authors"))
        values.authors = [author_from_values(name, []) for name in names]
    return values
