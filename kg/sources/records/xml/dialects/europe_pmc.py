"""Answers of Europe PMC, short ("lite") and whole ("core")."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from kg.records import Affiliation, Author, SubjectHeading
from kg.sources.records.record_values import (
    RecordValues,
    author_from_values,
    inverted_name,
)
from kg.sources.records.xml.dialect import Dialect
from kg.sources.records.xml.element_values import child_text, child_texts, text_of
from kg.sources.records.xml.unread_elements import read_paths
from kg.text.names.author_lists import split_author_names

_AFFILIATIONS = "authorAffiliationDetailsList/authorAffiliation/affiliation"


def _read(result: Element) -> Iterator[RecordValues]:
    """Yield the work of a result."""
    values = RecordValues(
        id=child_text(result, "id"),
        title=child_text(result, "title"),
        abstract=child_text(result, "abstractText"),
        year=child_text(result, "pubYear", "journalInfo/yearOfPublication"),
        venue=child_text(result, "journalInfo/journal/title", "journalTitle"),
        doi=child_text(result, "doi"),
        keywords=child_texts(result, "keywordList/keyword"),
        subjects=list(_headings(result)),
        ids=[(name, child_text(result, name)) for name in ("pmid", "pmcid")],
        type=child_text(result, "pubTypeList/pubType", "pubType"),
        language=child_text(result, "language"),
    )
    values.authors = [
        _author(a, values.complaints) for a in result.findall("authorList/author")
    ]
    if not values.authors:
        # A short answer has names in one line, family names first.
        names = split_author_names(child_text(result, "authorString").rstrip("."))
        values.authors = [author_from_values(name, []) for name in names]
    if not any(author.affiliations for author in values.authors):
        values.affiliations = [*map(Affiliation, child_texts(result, "affiliation"))]
    yield values


def _author(author: Element, complaints: list[str]) -> Author:
    given = child_text(author, "firstName", "initials")
    name = inverted_name(child_text(author, "lastName"), given)
    places = child_texts(author, _AFFILIATIONS) or child_texts(author, "affiliation")
    ids = author.findall("authorId")
    return author_from_values(
        name or child_text(author, "collectiveName", "fullName"),
        complaints,
        orcid=next((text_of(i) for i in ids if i.get("type") == "ORCID"), ""),
        affiliations=tuple(map(Affiliation, places)),
    )


def _headings(result: Element) -> Iterator[SubjectHeading]:
    for heading in result.findall("meshHeadingList/meshHeading"):
        is_major = child_text(heading, "majorTopic_YN") == "Y"
        if term := child_text(heading, "descriptorName"):
            yield SubjectHeading("mesh", term, 1.0 if is_major else None)


DIALECT = Dialect(
    records=("result",),
    reader=lambda _file: _read,
    paths=read_paths(
        *("id", "title", "abstractText", "pubYear", "journalInfo/journal/title", "doi"),
        *(
            "journalInfo/yearOfPublication",
            "journalTitle",
            "keywordList",
            "pmid",
            "pmcid",
        ),
        *("meshHeadingList", "pubTypeList", "pubType", "language", "authorList"),
        *("authorString", "affiliation"),
    ),
)
"""Results of a search."""
