import pytest

from kg.records import Affiliation, Author
from kg.sources.records.json_dialects.dialect_table import find_dialect
from kg.sources.records.json_dialects.dialect_values import values_of

ORCID = "0000-0002-1825-0097"
MILL = Affiliation("Rye Mill")
RECORDS = {
    "Crossref works": {
        "DOI": "10.5555/mill",
        "title": ["On mills"],
        "container-title": ["J. Mills"],
        "author": [{"given": "Ann", "family": "Lee", "affiliation": [{"name": "Rye Mill"}],
                    "ORCID": f"http://orcid.org/{ORCID}"}],
        "issued": {"date-parts": [[None]]},
        "published-online": {"date-parts": [[2019, 5]]},
        "abstract": "Mills turn.",
        "reference": [{"key": "1", "DOI": "10.5555/x"}],
    },
    "DataCite records": {
        "doi": "10.5555/mill",
        "titles": [{"title": "On mills"}],
        "creators": [{"name": "Lee, Ann", "givenName": "Ann", "familyName": "Lee",
                      "affiliation": ["Rye Mill"],
                      "nameIdentifiers": [{"nameIdentifier": ORCID}]}],
        "publicationYear": 2019,
        "container": {"title": "J. Mills"},
        "descriptions": [{"description": "We count.", "descriptionType": "Methods"},
                         {"description": "Mills turn.", "descriptionType": "Abstract"}],
        "relatedIdentifiers": [{"relationType": "IsCitedBy", "relatedIdentifier": "10.5555/y"},
                               {"relationType": "References", "relatedIdentifier": "10.5555/x"}],
    },
    "Zenodo records": {
        "doi": "10.5555/mill",
        "title": "On mills",
        "description": "Mills turn.",
        "creators": [{"name": "Lee, Ann", "affiliation": "Rye Mill", "orcid": ORCID}],
        "publication_date": "2019-05-01",
        "journal": {"title": "J. Mills"},
        "references": ["10.5555/x"],
    },
    "DOAJ articles": {
        "title": "On mills",
        "abstract": "Mills turn.",
        "author": [{"name": "Lee, Ann", "affiliation": "Rye Mill", "orcid_id": ORCID}],
        "year": "2019",
        "journal": {"title": "J. Mills", "language": ["EN"]},
        "identifier": [{"type": "eissn", "id": "1"}, {"type": "doi", "id": "10.5555/mill"}],
    },
    "Scopus entries": {
        "dc:title": "On mills",
        "dc:description": "Mills turn.",
        "author": [{"surname": "Lee", "given-name": "Ann", "afid": [{"$": "1"}], "orcid": ORCID}],
        "affiliation": [{"afid": "1", "affilname": "Rye Mill"}],
        "prism:publicationName": "J. Mills",
        "prism:coverDate": "2019-05-01",
        "prism:doi": "10.5555/mill",
    },
    "Springer Nature records": {
        "title": "On mills",
        "abstract": {"h1": "Abstract", "p": "Mills turn."},
        "creators": [{"creator": "Lee, Ann", "ORCID": ORCID, "affiliation": "Rye Mill"}],
        "publicationName": "J. Mills",
        "publicationDate": "2019-05-01",
        "doi": "10.5555/mill",
    },
    "IEEE Xplore articles": {
        "article_number": "7",
        "title": "On mills",
        "abstract": "Mills turn.",
        "authors": {"authors": [{"full_name": "Lee, Ann", "affiliation": "Rye Mill",
                                 "orcid": ORCID}]},
        "publication_title": "J. Mills",
        "publication_year": 2019,
        "doi": "10.5555/mill",
    },
}  # fmt: skip


@pytest.mark.parametrize("what", RECORDS)
def test_a_record_of_each_dialect(what):
    record = RECORDS[what]
    dialect = find_dialect(record)
    found = values_of(record, dialect)
    assert dialect.what == what
    assert (found.title, found.abstract, found.venue) == (
        "On mills",
        "Mills turn.",
        "J. Mills",
    )
    assert (found.doi, found.year[:4]) == ("10.5555/mill", "2019")
    assert found.authors == [Author("Lee, Ann", (MILL,), ORCID)]
    assert set(found.references) <= {"10.5555/x"}
    assert (found.affiliations, found.complaints) == ([], [])


def test_without_the_list_of_authors_the_first_is_known():
    record = {
        "dc:title": "On mills",
        "eid": "2-s2.0-1",
        "dc:creator": "Lee A.",
        "affiliation": [{"affilname": "Rye Mill"}],
    }
    found = values_of(record, find_dialect(record))
    assert (found.authors, found.affiliations) == ([Author("Lee A.")], [MILL])
