import pytest

from kg.records import Affiliation, Author, SubjectHeading
from kg.sources.records.json_dialects.dialect_table import find_dialect
from kg.sources.records.json_dialects.dialect_values import values_of

ORCID = "0000-0002-1825-0097"


def read(record):
    return values_of(record, find_dialect(record))


def test_an_openalex_work():
    found = read(
        {
            "id": "https://openalex.org/W7",
            "doi": "https://doi.org/10.5555/mill",
            "display_name": "On mills",
            "publication_year": 2019,
            "primary_location": {"source": {"display_name": "J. Mills"}},
            "authorships": [
                {
                    "author": {
                        "display_name": "Ann Lee",
                        "orcid": f"https://orcid.org/{ORCID}",
                    },
                    "institutions": [
                        {
                            "display_name": "Rye Mill",
                            "ror": "05dxps055",
                            "country_code": "GB",
                        }
                    ],
                    "raw_affiliation_strings": ["Dept of Wind, Rye Mill"],
                    "affiliations": [
                        {"raw_affiliation_string": "Dept of Wind, Rye Mill"}
                    ],
                }
            ],
            "keywords": [{"display_name": "Wind", "score": 0.5}],
            "topics": [{"display_name": "Mills", "score": 1}],
            "abstract_inverted_index": {"turn.": [1], "Mills": [0]},
            "referenced_works": ["https://openalex.org/W1"],
            "ids": {"pmid": "https://pubmed.ncbi.nlm.nih.gov/12"},
        }
    )
    place = Affiliation("Dept of Wind, Rye Mill", "05dxps055", "GB")
    assert (found.title, found.abstract, found.venue) == (
        "On mills",
        "Mills turn.",
        "J. Mills",
    )
    assert found.authors == [Author("Ann Lee", (place,), ORCID)]
    assert found.subjects == [
        SubjectHeading("keyword", "Wind", 0.5),
        SubjectHeading("topic", "Mills", 1.0),
    ]
    assert found.references == ["https://openalex.org/W1"]
    assert found.complaints == []


def test_an_older_openalex_work():
    found = read(
        {
            "display_name": "On mills",
            "host_venue": {"display_name": "J. Mills"},
            "authorships": [
                {
                    "author": {"display_name": "Ann Lee", "orcid": None},
                    "institutions": [
                        {"display_name": "Rye Mill", "country_code": None}
                    ],
                    "raw_affiliation_string": "Rye Mill, Rye",
                }
            ],
            "concepts": [{"display_name": "Wind", "score": "0.4"}],
            "abstract_inverted_index": None,
        }
    )
    assert (found.venue, found.abstract) == ("J. Mills", "")
    assert found.authors == [Author("Ann Lee", (Affiliation("Rye Mill, Rye"),))]


def test_a_crossref_work():
    found = read(
        {
            "DOI": "10.5555/mill",
            "title": ["On mills"],
            "container-title": ["J. Mills", "Mills"],
            "author": [
                {
                    "given": "Ann",
                    "family": "Lee",
                    "suffix": "Jr.",
                    "ORCID": f"http://orcid.org/{ORCID}",
                    "affiliation": [{"name": "Rye Mill"}],
                },
                {"name": "Rye Group", "sequence": "additional"},
            ],
            "issued": {"date-parts": [[None]]},
            "published-online": {"date-parts": [[2019, 5]]},
            "reference": [
                {"key": "1", "DOI": "10.5555/x"},
                {"key": "2", "unstructured": "Lee"},
            ],
            "type": "journal-article",
        }
    )
    assert found.authors == [
        Author("Lee, Jr., Ann", (Affiliation("Rye Mill"),), ORCID),
        Author("Rye Group"),
    ]
    assert (found.year, found.venue) == ("2019", "J. Mills")
    assert found.references == ["10.5555/x", "Lee"]


def test_a_semantic_scholar_paper():
    found = read(
        {
            "paperId": "abc",
            "externalIds": {
                "DOI": "10.5555/mill",
                "CorpusId": 7,
                "ArXiv": "2101.00001",
            },
            "title": "On mills",
            "abstract": None,
            "venue": "",
            "journal": {"name": "J. Mills", "pages": "1"},
            "year": 2019,
            "authors": [
                {"authorId": "1", "name": "Ann Lee", "affiliations": ["Rye Mill"]}
            ],
            "s2FieldsOfStudy": [{"category": "Physics", "source": "s2-fos-model"}],
            "references": [{"paperId": "x", "title": "On wind", "year": 1999}],
            "publicationTypes": ["JournalArticle"],
        }
    )
    assert (found.doi, found.venue, found.type) == (
        "10.5555/mill",
        "J. Mills",
        "JournalArticle",
    )
    assert found.ids == [("s2", "7"), ("arxiv", "2101.00001")]
    assert found.authors == [Author("Ann Lee", (Affiliation("Rye Mill"),))]
    assert found.references == ["On wind. 1999"]


@pytest.mark.parametrize(
    "record",
    [
        {
            "paper_id": "7",
            "title": "On mills",
            "authors": [
                {"first": "Ann", "middle": ["B."], "last": "Lee", "suffix": ""}
            ],
            "abstract": "Mills turn.",
            "year": 2019,
            "outbound_citations": ["x"],
        },
        {
            "paper_id": "7",
            "metadata": {
                "title": "On mills",
                "authors": [
                    {"first": "Ann B.", "middle": [], "last": "Lee", "affiliation": {}}
                ],
                "year": "2019",
            },
            "abstract": [
                {"text": "Mills turn.", "section": "Abstract", "cite_spans": []}
            ],
            "bib_entries": {"BIBREF0": {"title": "On wind"}},
        },
        {
            "id": "7",
            "title": "On mills",
            "paperAbstract": "Mills turn.",
            "authors": [{"name": "Lee, Ann B.", "ids": ["1"]}],
            "year": 2019,
            "outCitations": ["x"],
        },
    ],
)
def test_corpora_of_papers(record):
    found = read(record)
    assert (found.id, found.title, found.abstract) == ("7", "On mills", "Mills turn.")
    assert [author.name for author in found.authors] == ["Lee, Ann B."]
    assert found.year == "2019"


def test_a_lens_work():
    found = read(
        {
            "lens_id": "000-1",
            "title": "On mills",
            "year_published": 2019,
            "source": {"title": "J. Mills"},
            "external_ids": [
                {"type": "doi", "value": "10.5555/mill"},
                {"type": "pmid", "value": "7"},
            ],
            "authors": [
                {
                    "first_name": "Ann",
                    "last_name": "Lee",
                    "initials": "A",
                    "ids": [{"type": "orcid", "value": ORCID}],
                    "affiliations": [
                        {
                            "name": "Rye Mill",
                            "name_original": "Rye Mill, Rye",
                            "country_code": "GB",
                            "ids": [{"type": "ror", "value": "05dxps055"}],
                        }
                    ],
                }
            ],
            "fields_of_study": ["Physics"],
            "references": [{"lens_id": "000-2"}],
        }
    )
    place = Affiliation("Rye Mill, Rye", "05dxps055", "GB")
    assert found.authors == [Author("Lee, Ann", (place,), ORCID)]
    assert (found.doi, ("pmid", "7") in found.ids) == ("10.5555/mill", True)
    assert found.references == ["000-2"]
