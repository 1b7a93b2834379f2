"""Crossref's XML: what publishers deposit, and what Crossref gives of a DOI.

Works stand within the journal, meeting or book that says where they came out. Element
names are those of Crossref's deposit schema.
"""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from kg.records import Affiliation, Author
from kg.sources.records.record_ids import parse_ror
from kg.sources.records.record_values import (
    RecordValues,
    author_from_values,
    inverted_name,
    with_subtitle,
)
from kg.sources.records.xml.dialect import Dialect
from kg.sources.records.xml.dialects.jats_references import words_apart
from kg.sources.records.xml.element_values import child_text, text_of
from kg.sources.records.xml.unread_elements import read_paths

_WORKS = (
    *("journal_article", "conference_paper", "posted_content", "content_item"),
    *("dissertation", "book_metadata", "report-paper_metadata"),
)
_AROUND = (
    "journal_metadata",
    "journal_issue",
    "event_metadata",
    "proceedings_metadata",
)
_DATES = ("publication_date/year", "posted_date/year", "approval_date/year")
_TITLES = ("full_title", "proceedings_title", "titles/title", "conference_name")


class _Publication:
    """The journal, meeting or book that works stand in: it stands in front of them."""

    def __init__(self) -> None:
        """Begin a file, before its first publication."""
        self._venue = ""
        self._year = ""

    def read(self, record: Element) -> Iterator[RecordValues | str]:
        """Yield the work of a record; of what stands around works nothing."""
        if record.tag in _AROUND:
            # An issue comes behind its journal, and has a year only.
            self._venue = child_text(record, *_TITLES) or self._venue
            self._year = child_text(record, *_DATES)
            yield ""
            return
        values = self._work(record)
        if record.tag == "book_metadata":
            self._venue, self._year = values.title, values.year
        yield values

    def _work(self, record: Element) -> RecordValues:
        is_part = record.tag in ("journal_article", "conference_paper", "content_item")
        values = RecordValues(
            title=with_subtitle(
                child_text(record, "titles/title"),
                child_text(record, "titles/subtitle"),
            ),
            abstract=_abstract(record),
            year=_year(record) or (self._year if is_part else ""),
            venue=self._venue if is_part else "",
            doi=child_text(record, "doi_data/doi"),
            language=record.get("language", ""),
            type=record.tag,
            references=list(_references(record)),
        )
        values.id = values.doi
        values.authors = list(_authors(record, values.complaints))
        return values


def _year(record: Element) -> str:
    """Return the first year in which the work came out, in print or not."""
    years = [text_of(year) for path in _DATES for year in record.findall(path)]
    return min(filter(None, years), default="")


def _abstract(record: Element) -> str:
    """Return the abstract, which is JATS, without the heading that says that it is one."""
    found = (text_of(a, ["title", "label"]) for a in record.findall("abstract"))
    return next(filter(None, found), "")


def _authors(record: Element, complaints: list[str]) -> Iterator[Author]:
    for person in record.findall("contributors/*"):
        if person.get("contributor_role", "author") == "author":
            is_person = person.tag == "person_name"
            name = _name(person) if is_person else text_of(person)
            yield author_from_values(
                name,
                complaints,
                orcid=child_text(person, "ORCID"),
                affiliations=tuple(_affiliations(person)),
            )


def _name(person: Element) -> str:
    suffix = child_text(person, "suffix")
    return inverted_name(
        child_text(person, "surname"), child_text(person, "given_name"), suffix
    )


def _affiliations(person: Element) -> Iterator[Affiliation]:
    """Yield affiliations, in words or, in newer records, as institutions."""
    for place in person.findall("affiliation"):
        if raw := text_of(place):
            yield Affiliation(raw)
    for place in person.findall("affiliations/institution"):
        parts = [
            child_text(place, path)
            for path in (
                "institution_department",
                "institution_name",
                "institution_place",
            )
        ]
        raw = ", ".join(filter(None, parts))
        ror = parse_ror(child_text(place, "institution_id"))
        if raw or ror:
            yield Affiliation(raw, ror)


def _references(record: Element) -> Iterator[str]:
    """Yield the works that are cited: by DOI, else in words."""
    for citation in record.findall("citation_list/citation"):
        words = child_text(citation, "doi", "unstructured_citation") or words_apart(
            citation
        )
        if words:
            yield words


DIALECT = Dialect(
    records=(*_WORKS, *_AROUND),
    reader=lambda _file: _Publication().read,
    paths=read_paths(
        *(
            "titles/title",
            "titles/subtitle",
            "abstract",
            "doi_data/doi",
            "contributors",
        ),
        *(
            "citation_list",
            "full_title",
            "proceedings_title",
            "conference_name",
            *_DATES,
        ),
    ),
)
"""Works, and what stands around them."""
