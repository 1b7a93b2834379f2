"""DataCite's metadata of data sets, software, preprints and the like: a "resource" each.

Element names are those of DataCite's schema 4; OpenAIRE's guidelines use them, too.
"""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from kg.records import Affiliation, SubjectHeading
from kg.sources.records.record_ids import parse_ror
from kg.sources.records.record_values import (
    RecordValues,
    author_from_values,
    inverted_name,
)
from kg.sources.records.xml.dialect import Dialect
from kg.sources.records.xml.element_values import (
    child_text,
    child_texts,
    english_first,
    first_text,
    text_of,
)
from kg.sources.records.xml.unread_elements import read_paths
from kg.sources.records.xml.work_links import best_doi, first_arxiv

# Relations to works that this one cites; to versions and parts of it there are others.
_CITES = frozenset(["cites", "references", "isbasedon", "isderivedfrom"])


def _read(resource: Element) -> Iterator[RecordValues]:
    yield read_datacite(resource)


def read_datacite(resource: Element) -> RecordValues:
    """Return what a resource states; its publisher is no venue."""
    identifiers = child_texts(resource, "identifier")
    identifiers += child_texts(resource, "alternateIdentifiers/alternateIdentifier")
    kind = resource.find("resourceType")
    values = RecordValues(
        title=_title(resource),
        abstract=_abstract(resource),
        year=child_text(resource, "publicationYear", "dates/date"),
        venue=child_text(resource, "relatedItems/relatedItem/titles/title"),
        doi=best_doi(identifiers),
        ids=first_arxiv(identifiers),
        references=list(_references(resource)),
        type=""
        if kind is None
        else kind.get("resourceTypeGeneral", "") or text_of(kind),
        language=child_text(resource, "language"),
    )
    values.id = values.doi
    for creator in resource.findall("creators/creator"):
        _read_creator(creator, values)
    _read_subjects(resource, values)
    return values


def _title(resource: Element) -> str:
    """Return the title that is no subtitle, translation or other one."""
    titles = resource.findall("titles/title")
    main = [title for title in titles if not title.get("titleType")]
    return first_text([*main, *titles])


def _abstract(resource: Element) -> str:
    """Return the abstract; of what has none, no other description will do."""
    found = resource.findall("descriptions/description")
    abstracts = [d for d in found if d.get("descriptionType", "Abstract") == "Abstract"]
    return first_text(english_first(abstracts))


def _read_creator(creator: Element, values: RecordValues) -> None:
    # The parts are newer than the whole, and not always there.
    family = child_text(creator, "familyName")
    name = inverted_name(family, child_text(creator, "givenName")) if family else ""
    ids = creator.findall("nameIdentifier")
    orcids = [
        text_of(i) for i in ids if i.get("nameIdentifierScheme", "").upper() == "ORCID"
    ]
    values.authors.append(
        author_from_values(
            name or child_text(creator, "creatorName"),
            values.complaints,
            orcid=next(iter(orcids), ""),
            affiliations=tuple(_affiliations(creator)),
        )
    )


def _affiliations(creator: Element) -> Iterator[Affiliation]:
    for place in creator.findall("affiliation"):
        ror = parse_ror(place.get("affiliationIdentifier", ""))
        raw = text_of(place)
        if raw or ror:
            yield Affiliation(raw, ror)


def _read_subjects(resource: Element, values: RecordValues) -> None:
    """Take subjects: those of a scheme are an index's, others the authors' own."""
    for subject in resource.findall("subjects/subject"):
        scheme, term = subject.get("subjectScheme", ""), text_of(subject)
        if scheme and term:
            values.subjects.append(SubjectHeading(scheme, term))
        elif term:
            values.keywords.append(term)


def _references(resource: Element) -> Iterator[str]:
    for related in resource.findall("relatedIdentifiers/relatedIdentifier"):
        if related.get("relationType", "").lower() in _CITES and text_of(related):
            yield text_of(related)


DIALECT = Dialect(
    records=("resource",),
    reader=lambda _file: _read,
    paths=read_paths(
        *(
            "identifier",
            "alternateIdentifiers",
            "titles",
            "creators",
            "publicationYear",
        ),
        *(
            "descriptions",
            "dates/date",
            "relatedItems/relatedItem/titles",
            "resourceType",
        ),
        *("language", "subjects", "relatedIdentifiers"),
    ),
)
"""Resources, one a file or several."""
