"""Zotero RDF: works, and the journals, notes and files that are linked to them.

A journal may stand within an article, or anywhere in the file under an address of its
own; volume and DOI of the article are the journal's there. So the file is gone through
twice.
"""

from collections import Counter
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from kg.files.opened_file import Opened
from kg.records import Author
from kg.sources.records.record_values import (
    RecordValues,
    author_from_values,
    inverted_name,
)
from kg.sources.records.xml.dialect import Dialect, ReadRecord
from kg.sources.records.xml.element_values import child_text, child_texts, text_of
from kg.sources.records.xml.record_stream import XmlRecord, xml_records
from kg.sources.records.xml.unread_elements import read_paths
from kg.sources.records.xml.work_links import best_doi

_CONTAINERS = ("Journal", "Series", "ConferenceProceedings", "Book")
_WORKS = (
    *("Article", "BookSection", "Thesis", "Report", "Document", "Manuscript", "Patent"),
    *("Description", "Recording", "Data", "Book", "ConferenceProceedings"),
)
_NO_WORKS = {
    "Journal": "",
    "Series": "",
    "Memo": "notes",
    "Attachment": "files",
    "Collection": "collections",
    "Letter": "letters",
    "Image": "pictures",
}
# Notes and files may stand within the works that they are of.
_PARTS = (*_CONTAINERS, *_NO_WORKS)
_MOST_CONTAINERS = 200_000
_PEOPLE = ("authors", "presenters", "inventors", "contributors/authors")
_RESOURCE = "resource"


class _Library:
    """The journals and books of a file, by their addresses."""

    def __init__(self, file: Opened) -> None:
        """Go through a file for what its works are parts of."""
        self._containers: dict[str, Element] = {}
        self._works: Counter[str] = Counter()
        names = (*_WORKS, *_NO_WORKS)
        for record in xml_records(file.pieces(), names, _PARTS):
            if isinstance(record, XmlRecord) and record.element is not None:
                self._note(record.element)

    def _note(self, element: Element) -> None:
        address = element.get("about", "")
        if element.tag in _CONTAINERS and len(self._containers) < _MOST_CONTAINERS:
            self._containers[address] = element
        for part in element.findall("isPartOf"):
            self._works[part.get(_RESOURCE, "")] += 1

    def read(self, record: Element) -> Iterator[RecordValues | str]:
        """Yield the work of a node; or what else it is."""
        # Books and journals that are but parts of works have no type.
        kind = child_text(record, "itemType")
        if record.tag in _NO_WORKS:
            yield _NO_WORKS[record.tag]
        elif record.tag in _CONTAINERS and not kind:
            yield ""
        elif kind in ("attachment", "note"):
            yield f"{kind}s"
        else:
            yield self._work(record, kind)

    def _work(self, record: Element, kind: str) -> RecordValues:
        containers = [*self._containers_of(record)]
        values = RecordValues(
            id=record.get("about", ""),
            title=child_text(record, "title"),
            abstract=child_text(record, "abstract"),
            year=child_text(record, "date"),
            venue=_venue(record, containers),
            keywords=[
                text_of(s) for s in record.findall("subject") if s.find("LCC") is None
            ],
            type=kind,
            language=child_text(record, "language"),
        )
        values.authors = [*_authors(record, values.complaints)]
        links = [text for item in (record, *containers) for text in _identifiers(item)]
        values.doi = best_doi(links)
        return values

    def _containers_of(self, record: Element) -> Iterator[Element]:
        """Yield what a work is part of; its own journal first, one that others share last."""
        for part in record.findall("isPartOf"):
            # Zotero writes a journal into the article, unless others have it too.
            yield from part
            address = part.get(_RESOURCE, "")
            if address in self._containers:
                yield _shared(self._containers[address], self._works[address])


def _shared(container: Element, works: int) -> Element:
    """Return a container; of one that several works share, without what is of one work."""
    if works < 2:
        return container
    # Its title holds for all of them.
    copy = Element(container.tag)
    copy.extend(child for child in container if child.tag != "identifier")
    return copy


def _venue(record: Element, containers: list[Element]) -> str:
    """Return the journal, book or proceedings; else the meeting, else the university."""
    titles = [child_text(c, "title") for c in containers if c.tag != "Series"]
    return next(filter(None, titles), "") or child_text(
        record,
        *(
            "presentedAt/Conference/title",
            "publicationTitle",
            "publisher/Organization/name",
        ),
    )


def _identifiers(item: Element) -> Iterator[str]:
    """Yield ids of a node: "DOI 10.…" in words, addresses in elements."""
    for words in [*child_texts(item, "identifier"), *child_texts(item, "doi")]:
        yield words.removeprefix("DOI ").strip()


def _authors(record: Element, complaints: list[str]) -> Iterator[Author]:
    for path in _PEOPLE:
        for person in record.findall(f"{path}//Person"):
            given = child_text(person, "givenName", "givenname")
            name = inverted_name(child_text(person, "surname"), given)
            yield author_from_values(name or child_text(person, "name"), complaints)


def _reader(file: Opened) -> ReadRecord:
    return _Library(file).read


DIALECT = Dialect(
    records=(*dict.fromkeys((*_WORKS, *_NO_WORKS)),),
    parts=_PARTS,
    reader=_reader,
    paths=read_paths(
        *("itemType", "title", "abstract", "date", "isPartOf", "subject", "language"),
        *(
            "identifier",
            "doi",
            "publicationTitle",
            "presentedAt",
            "publisher",
            *_PEOPLE,
        ),
    ),
)
"""Nodes of a library."""
