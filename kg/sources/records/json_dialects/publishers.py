"""Dialects of those who publish and register works: Crossref, DataCite, publishers."""

from kg.sources.records.json_dialects.json_dialect import JsonDialect
from kg.sources.records.json_dialects.listed_authors import authors_of_scopus

CROSSREF = JsonDialect(
    "Crossref works",
    (
        ("doi", "title["),
        ("doi", "is-referenced-by-count"),
        ("doi", "container-title["),
    ),
    authors=("author",),
    id=("DOI",),
    # "issued" is the earliest of the others, and [[null]] where none is known; those at
    # the end say when the record came, not the work.
    year=(
        *("issued", "published", "published-print", "published-online", "posted"),
        *("approved", "created", "deposited"),
    ),
    # Of preprints the institution, and the part of the server that they are on.
    venue=("container-title", "event.name", "institution.name", "group-title"),
    doi=("DOI",),
    keywords=("keyword", "keywords"),
    subjects=(("subject", "subject"),),
    ids=(("arxiv", "arxiv"), ("pmid", "PMID")),
    references=("reference",),
    type=("type",),
    language=("language",),
)
DATACITE = JsonDialect(
    "DataCite records",
    (
        ("titles[", "creators["),
        ("titles[", "publicationyear"),
        ("schemaversion", "creators["),
    ),
    title=("titles.title", "title"),
    # Methods, notes and tables of contents are descriptions, too.
    abstract=(
        "descriptions[descriptionType=Abstract].description",
        "descriptions.description",
    ),
    authors=("creators",),
    id=("doi", "id"),
    year=("publicationYear", "published", "dates[dateType=Issued].date", "dates.date"),
    venue=("container.title", "relatedItems[relationType=IsPublishedIn].titles.title"),
    doi=("doi", "identifiers[identifierType=DOI].identifier"),
    keywords=("subjects.subject",),
    ids=(
        ("arxiv", "identifiers[identifierType=arXiv].identifier"),
        ("pmid", "relatedIdentifiers[relatedIdentifierType=PMID].relatedIdentifier"),
    ),
    references=(
        "relatedIdentifiers[relationType=References].relatedIdentifier",
        "relatedIdentifiers[relationType=Cites].relatedIdentifier",
    ),
    type=("types.resourceTypeGeneral", "types.resourceType"),
    language=("language",),
)
ZENODO = JsonDialect(
    "Zenodo records",
    (("creators[", "publication_date"), ("conceptrecid",)),
    abstract=("description", "abstract"),
    authors=("creators",),
    id=("id", "recid"),
    year=("publication_date", "created"),
    venue=("journal.title", "meeting.title", "imprint.title", "part_of.title"),
    doi=("doi", "pids.doi.identifier"),
    keywords=("keywords",),
    subjects=(("subject", "subjects.term"),),
    references=("references", "related_identifiers[relation=cites].identifier"),
    type=(
        "resource_type.type",
        "resource_type.title",
        "resource_type.id",
        "upload_type",
    ),
    language=("language",),
)
DOAJ = JsonDialect(
    "DOAJ articles",
    (("author[", "journal{", "identifier["), ("journal{", "identifier[", "link[")),
    authors=("author",),
    id=("id",),
    year=("year",),
    venue=("journal.title",),
    doi=("identifier[type=doi].id",),
    keywords=("keywords",),
    subjects=(("subject", "subject.term"),),
    language=("journal.language",),
)
SCOPUS = JsonDialect(
    "Scopus entries",
    (
        ("dc:title", "prism:publicationname"),
        ("dc:title", "eid"),
        ("dc:title", "prism:doi"),
    ),
    title=("dc:title",),
    abstract=("dc:description",),
    authors=("author", "dc:creator"),
    read_authors=authors_of_scopus,
    # Without the list of authors none of these says whose it is.
    affiliations=("affiliation",),
    id=("eid", "dc:identifier"),
    year=("prism:coverDate", "prism:coverDisplayDate"),
    venue=("prism:publicationName",),
    doi=("prism:doi",),
    keywords=("authkeywords",),
    ids=(("pmid", "pubmed-id"), ("scopus", "eid")),
    type=("subtypeDescription", "prism:aggregationType"),
)
SPRINGER = JsonDialect(
    "Springer Nature records",
    (("creators[", "publicationname"),),
    # Sections of structured abstracts are keys of an object.
    abstract=("abstract", "abstract.p"),
    authors=("creators",),
    id=("identifier", "doi"),
    year=("publicationDate", "onlineDate"),
    venue=("publicationName", "conferenceInfo.confSeriesName"),
    doi=("doi",),
    keywords=("keyword",),
    subjects=(("subject", "subjects"), ("discipline", "disciplines.term")),
    type=("contentType", "genre"),
    language=("language",),
)
IEEE = JsonDialect(
    "IEEE Xplore articles",
    (("article_number", "title"), ("publication_title", "authors{")),
    authors=("authors.authors", "authors"),
    id=("article_number",),
    year=("publication_year", "publication_date", "conference_dates"),
    venue=("publication_title",),
    doi=("doi",),
    keywords=("index_terms.author_terms.terms",),
    subjects=(("ieee", "index_terms.ieee_terms.terms"),),
    type=("content_type",),
)
