"""Dialects of the indexes and archives of one field: physics, medicine, computing."""

from kg.sources.records.json_dialects.json_dialect import JsonDialect
from kg.sources.records.json_dialects.listed_authors import (
    authors_of_ads,
    authors_of_arxiv,
    authors_of_hal,
)

INSPIRE = JsonDialect(
    "INSPIRE records",
    (
        ("control_number", "titles["),
        *(("titles[", key) for key in ("authors[", "arxiv_eprints[", "abstracts[")),
        ("inspire_categories[",),
    ),
    title=("titles.title",),
    abstract=("abstracts.value",),
    # Of a collaboration's paper the list of people may be missing.
    authors=("authors", "corporate_author", "collaborations"),
    id=("control_number", "id"),
    year=(
        *(
            "publication_info.year",
            "preprint_date",
            "imprints.date",
            "thesis_info.date",
        ),
        *("earliest_date", "legacy_creation_date"),
    ),
    venue=(
        *("publication_info.journal_title", "publication_info.conf_acronym"),
        *("publication_info.pubinfo_freetext", "book_series.title"),
    ),
    doi=("dois.value",),
    keywords=("keywords[source=author].value",),
    subjects=(
        ("inspire", "keywords.value"),
        ("inspire category", "inspire_categories.term"),
    ),
    ids=(
        ("arxiv", "arxiv_eprints.value"),
        ("inspire", "control_number"),
        ("pmid", "external_system_identifiers[schema=PubMed].value"),
    ),
    references=("references",),
    type=("document_type",),
    language=("languages",),
)
ADS = JsonDialect(
    "NASA ADS records",
    (("bibcode",),),
    authors=("author",),
    read_authors=authors_of_ads,
    id=("bibcode",),
    year=("year", "pubdate", "date"),
    venue=("pub", "pub_raw", "bibstem"),
    doi=("doi",),
    keywords=("keyword",),
    # Identifiers are bibcodes, DOIs and arXiv's numbers.
    ids=(("bibcode", "bibcode"), ("arxiv?", "identifier")),
    references=("reference",),
    type=("doctype",),
    language=("language",),
    also_read=("aff", "orcid_pub", "orcid_user", "orcid_other"),
)
EUROPE_PMC = JsonDialect(
    "Europe PMC results",
    (
        ("authorstring",),
        ("authorlist{", "title"),
        ("journalinfo{",),
        ("pubyear", "source", "id"),
    ),
    abstract=("abstractText",),
    authors=("authorList.author", "authorString"),
    # Until 2020 that of the first author alone.
    affiliations=("affiliation",),
    id=("id", "pmid"),
    year=("pubYear", "journalInfo.yearOfPublication", "firstPublicationDate"),
    venue=(
        *("journalInfo.journal.title", "journalTitle", "bookOrReportDetails.publisher"),
    ),
    doi=("doi",),
    keywords=("keywordList.keyword",),
    subjects=(
        ("mesh", "meshHeadingList.meshHeading.descriptorName"),
        ("chemical", "chemicalList.chemical.name"),
    ),
    ids=(("pmid", "pmid"), ("pmcid", "pmcid")),
    type=("pubTypeList.pubType", "pubType"),
    language=("language",),
)
PUBMED_SUMMARY = JsonDialect(
    "PubMed summaries",
    (("uid", "fulljournalname"), ("uid", "articleids[")),
    authors=("authors",),
    id=("uid",),
    year=("pubdate", "epubdate", "sortpubdate"),
    venue=("fulljournalname", "source", "booktitle"),
    doi=("articleids[idtype=doi].value",),
    ids=(
        ("pmid", "articleids[idtype=pubmed].value"),
        ("pmcid", "articleids[idtype=pmc].value"),
    ),
    references=("references",),
    type=("pubtype",),
    language=("lang",),
)
HAL = JsonDialect(
    "HAL documents",
    (("title_s[",), ("title_s",), ("authfullname_s[",), ("halid_s",)),
    # The English one first; without a language they are in the order of the deposit.
    title=("en_title_s", "title_s"),
    abstract=("en_abstract_s", "abstract_s"),
    authors=("authFullName_s",),
    read_authors=authors_of_hal,
    affiliations=("structName_s", "labStructName_s", "instStructName_s"),
    id=("halId_s", "docid"),
    year=(
        *(
            "producedDateY_i",
            "publicationDateY_i",
            "publicationDate_s",
            "producedDate_s",
        ),
        *("conferenceStartDateY_i", "submittedDateY_i", "submittedDate_s"),
    ),
    venue=("journalTitle_s", "bookTitle_s", "conferenceTitle_s", "serie_s"),
    doi=("doiId_s",),
    keywords=("en_keyword_s", "keyword_s"),
    ids=(
        *(("hal", "halId_s"), ("arxiv", "arxivId_s"), ("pmid", "pubmedId_s")),
        ("pmcid", "pubmedcentralId_s"),
    ),
    type=("docType_s",),
    language=("language_s",),
    also_read=(
        *("authFirstName_s", "authLastName_s", "authORCIDIdExt_s"),
        *("authIdHasPrimaryStructure_fs", "authIdHasStructure_fs"),
    ),
)
DBLP = JsonDialect(
    "DBLP search results",
    (
        *(("authors{", "title", key) for key in ("venue", "key", "ee")),
        ("title", "key", "ee", "access"),
    ),
    authors=("authors.author",),
    id=("key",),
    year=("year",),
    venue=("venue",),
    doi=("doi", "ee"),
    ids=(("dblp", "key"), ("arxiv?", "ee")),
    type=("type",),
)
ARXIV_SNAPSHOT = JsonDialect(
    "arXiv's snapshot",
    (
        ("authors_parsed[",),
        ("categories", "update_date"),
        ("categories", "journal-ref"),
    ),
    authors=("authors",),
    read_authors=authors_of_arxiv,
    id=("id",),
    # The first version's date; the record's own changes with every update.
    year=("versions.created", "update_date"),
    venue=("journal-ref",),
    doi=("doi",),
    ids=(("arxiv", "id"),),
    also_read=("authors_parsed",),
)
