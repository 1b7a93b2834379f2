"""Dialects of the indexes of all fields: OpenAlex, Semantic Scholar, Lens, CORE, OpenAIRE."""

from kg.sources.records.json_dialects.json_dialect import JsonDialect

OPENALEX = JsonDialect(
    "OpenAlex works",
    (("authorships[",), ("abstract_inverted_index",), ("display_name", "host_venue")),
    title=("title", "display_name"),
    abstract=("abstract_inverted_index", "abstract"),
    # Printed words and the index's institutions stand apart within each authorship.
    authors=("authorships",),
    id=("id", "ids.openalex"),
    year=("publication_year", "publication_date"),
    venue=(
        "primary_location.source.display_name",
        # Until 2023; the first location took its place.
        "host_venue.display_name",
        "primary_location.raw_source_name",
        "best_oa_location.source.display_name",
        "locations.source.display_name",
    ),
    doi=("doi", "ids.doi"),
    # Its keywords are found by a model, so that they are no author's own.
    subjects=(
        ("keyword", "keywords"),
        ("topic", "topics"),
        ("concept", "concepts"),
        (
            "concept",
            "x_concepts",
        ),  # of records of people and venues, and old ones of works
        ("mesh", "mesh.descriptor_name"),
    ),
    ids=(
        ("openalex", "id"),
        ("openalex", "ids.openalex"),
        ("mag", "ids.mag"),
        ("pmid", "ids.pmid"),
        ("pmcid", "ids.pmcid"),
    ),
    references=("referenced_works",),
    type=("type", "type_crossref"),
    language=("language",),
)
SEMANTIC_SCHOLAR = JsonDialect(
    "Semantic Scholar papers",
    (("paperid",), ("corpusid",), ("externalids{", "title"), ("s2fieldsofstudy[",)),
    authors=("authors",),
    # The interface and the dumps differ in case.
    id=("paperId", "corpusid", "corpusId"),
    year=("year", "publicationDate", "publicationdate"),
    venue=(
        *("venue", "journal.name", "publicationVenue.name", "publicationvenue.name"),
    ),
    doi=("externalIds.DOI", "externalids.DOI", "doi"),
    subjects=(
        ("field of study", "s2FieldsOfStudy.category"),
        ("field of study", "s2fieldsofstudy.category"),
        ("field of study", "fieldsOfStudy"),
        ("topic", "topics.topic"),
    ),
    ids=(
        ("s2", "corpusId"),
        ("s2", "corpusid"),
        ("s2", "externalIds.CorpusId"),
        ("s2", "externalids.CorpusId"),
        ("arxiv", "externalIds.ArXiv"),
        ("arxiv", "externalids.ArXiv"),
        ("arxiv", "arxivId"),
        ("pmid", "externalIds.PubMed"),
        ("pmid", "externalids.PubMed"),
        ("pmcid", "externalIds.PubMedCentral"),
        ("mag", "externalIds.MAG"),
        ("mag", "externalids.MAG"),
        ("acl", "externalIds.ACL"),
        ("acl", "externalids.ACL"),
        ("dblp", "externalIds.DBLP"),
        ("dblp", "externalids.DBLP"),
    ),
    references=("references",),
    type=("publicationTypes", "publicationtypes"),
)
S2ORC = JsonDialect(
    "S2ORC papers",
    (
        ("paper_id", "title"),
        ("paper_id", "metadata{"),
        ("outbound_citations[",),
        ("mag_field_of_study",),
    ),
    # Until 2020 flat; then "metadata" came from the PDF, as in CORD-19.
    title=("title", "metadata.title"),
    authors=("authors", "metadata.authors"),
    id=("paper_id",),
    year=("year", "metadata.year"),
    venue=("venue", "journal", "metadata.venue"),
    doi=("doi", "metadata.identifiers.doi"),
    subjects=(("field of study", "mag_field_of_study"),),
    ids=(
        ("arxiv", "arxiv_id"),
        ("pmid", "pubmed_id"),
        ("pmcid", "pmc_id"),
        ("mag", "mag_id"),
        ("acl", "acl_id"),
    ),
    references=("outbound_citations", "bib_entries"),
)
OPEN_RESEARCH_CORPUS = JsonDialect(
    "papers of the Open Research Corpus",
    (("paperabstract",), ("outcitations[", "title")),
    abstract=("paperAbstract",),
    authors=("authors",),
    id=("id",),
    year=("year",),
    venue=("venue", "journalName"),
    doi=("doi", "doiUrl"),
    # Of 2017 and 2018; later releases have neither.
    keywords=("entities", "keyPhrases"),
    subjects=(("field of study", "fieldsOfStudy"),),
    ids=(("pmid", "pmid"), ("mag", "magId")),
    references=("outCitations",),
)
LENS = JsonDialect(
    "Lens works",
    (("lens_id",),),
    authors=("authors",),
    id=("lens_id",),
    # Years alone are known of more works than dates.
    year=("year_published", "date_published"),
    venue=("source.title", "conference.name"),
    doi=("external_ids[type=doi].value",),
    keywords=("keywords",),
    subjects=(
        ("field of study", "fields_of_study"),
        ("mesh", "mesh_terms.mesh_heading"),
        ("subject", "source.asjc_subjects"),
    ),
    ids=(
        ("openalex", "external_ids[type=openalex].value"),
        ("pmid", "external_ids[type=pmid].value"),
        ("pmcid", "external_ids[type=pmcid].value"),
        ("mag", "external_ids[type=magid].value"),
        ("arxiv", "external_ids[type=arxiv].value"),
        ("lens", "lens_id"),
    ),
    references=("references",),
    type=("publication_type",),
    language=("languages", "language"),
)
CORE = JsonDialect(
    "CORE outputs",
    (("yearpublished",), ("dataproviders[", "title"), ("oaiids[", "title")),
    authors=("authors",),
    id=("id",),
    year=("yearPublished", "publishedDate", "datePublished"),
    venue=("journals.title",),
    doi=("doi", "identifiers[type=DOI].identifier"),
    subjects=(("field of study", "fieldOfStudy"), ("topic", "topics")),
    ids=(("arxiv", "arxivId"), ("pmid", "pubmedId"), ("mag", "magId"), ("core", "id")),
    references=("references",),
    type=("documentType",),
    language=("language.code", "language"),
)
OPENAIRE = JsonDialect(
    "OpenAIRE research products",
    (("maintitle",), ("bestaccessright{", "title")),
    title=("mainTitle", "maintitle", "title"),
    abstract=("descriptions", "description"),
    authors=("authors", "author"),
    affiliations=("organizations",),
    id=("id",),
    year=("publicationDate", "publicationdate"),
    venue=("container.name",),
    doi=(
        "pids[scheme=doi].value",
        "pid[scheme=doi].value",
        "instances.pids[scheme=doi].value",
        "instances.alternateIdentifiers[scheme=doi].value",
        "instance.pid[scheme=doi].value",
    ),
    subjects=(("subject", "subjects.subject.value"),),
    ids=(
        *(("arxiv", f"{key}[scheme=arXiv].value") for key in ("pids", "pid")),
        *(("pmid", f"{key}[scheme=pmid].value") for key in ("pids", "pid")),
        *(("pmcid", f"{key}[scheme=pmc].value") for key in ("pids", "pid")),
    ),
    type=("instances.type", "instance.type", "type"),
    language=("language.code",),
)
AMINER = JsonDialect(
    "AMiner papers",
    (("n_citation", "title"), ("indexed_abstract{",), ("fos[", "title")),
    abstract=("abstract", "indexed_abstract"),
    authors=("authors",),
    id=("id", "_id"),
    year=("year",),
    venue=("venue.raw", "venue"),
    doi=("doi",),
    keywords=("keywords",),
    subjects=(("field of study", "fos"),),
    references=("references",),
    type=("doc_type",),
    language=("lang",),
)
