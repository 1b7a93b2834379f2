"""Dialects of what people keep their references in: CSL JSON, Zotero, Mendeley."""

from kg.sources.records.json_dialects.json_dialect import JsonDialect

# Editors, translators and those whom a letter goes to made no work.
_MAKERS = (
    *("author", "presenter", "inventor", "programmer", "podcaster", "interviewee"),
    *("director", "artist", "cartographer", "composer", "performer", "sponsor"),
)

CSL = JsonDialect(
    "CSL items of Zotero or pandoc",
    (
        ("author[", "issued{"),
        ("author[", "container-title"),
        *(("author[", key) for key in ("event-title", "event-date")),
        ("issued{", "title", "type"),
        ("issued{", "title", "id"),
        ("citation-key", "title"),
    ),
    authors=("author",),
    id=("id", "citation-key"),
    year=("issued", "event-date", "submitted", "original-date"),
    venue=("container-title", "event-title", "event", "collection-title"),
    doi=("DOI", "URL"),
    keywords=("keyword",),
    ids=(("pmid", "PMID"), ("pmcid", "PMCID"), ("arxiv?", "number")),
    references=("reference",),
    type=("type",),
    language=("language",),
)
ZOTERO = JsonDialect(
    "Zotero items",
    (("itemtype",),),
    title=("title", "caseName", "nameOfAct", "subject"),
    abstract=("abstractNote",),
    authors=tuple(f"creators[creatorType={kind}]" for kind in _MAKERS),
    id=("citationKey", "citekey", "key", "itemKey"),
    year=("date", "dateDecided", "dateEnacted", "issueDate"),
    venue=(
        *("publicationTitle", "proceedingsTitle", "bookTitle", "conferenceName"),
        *("encyclopediaTitle", "dictionaryTitle", "meetingName", "seriesTitle"),
        *("websiteTitle", "blogTitle", "university", "repository"),
    ),
    doi=("DOI", "url", "extra"),
    keywords=("tags",),
    ids=(("arxiv?", "archiveID"), ("arxiv?", "extra"), ("pmid", "PMID")),
    type=("itemType",),
    language=("language",),
    passed_over=(("itemType", frozenset(["attachment", "note", "annotation"])),),
)
MENDELEY = JsonDialect(
    "Mendeley documents",
    (("identifiers{", "authors[", "title"),),
    authors=("authors",),
    id=("id",),
    year=("year",),
    venue=("source",),
    doi=("identifiers.doi",),
    keywords=("keywords", "tags"),
    ids=(("pmid", "identifiers.pmid"), ("arxiv", "identifiers.arxiv")),
    type=("type",),
    language=("language",),
)
