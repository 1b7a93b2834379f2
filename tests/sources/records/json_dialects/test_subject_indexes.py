import pytest

from kg.records import Affiliation, Author
from kg.sources.records.json_dialects.dialect_table import find_dialect
from kg.sources.records.json_dialects.dialect_values import values_of

ORCID = "0000-0002-1825-0097"
LEE = Author("Lee, Ann", (Affiliation("Rye Mill"),), ORCID)
BARE = Author("Lee, Ann")
RECORDS = {
    "INSPIRE records": (LEE, {
        "control_number": 7,
        "titles": [{"title": "On mills", "source": "arXiv"}],
        "abstracts": [{"value": "Mills turn.", "source": "arXiv"}],
        "authors": [{"full_name": "Lee, Ann", "affiliations": [{"value": "Rye"}],
                     "raw_affiliations": [{"value": "Rye Mill"}],
                     "ids": [{"schema": "ORCID", "value": ORCID}]}],
        "dois": [{"value": "10.5555/mill"}],
        "publication_info": [{"journal_title": "J. Mills", "year": 2019}],
        "references": [{"reference": {"dois": ["10.5555/x"]}}],
    }),
    "NASA ADS records": (LEE, {
        "bibcode": "2019JMill...1..7L",
        "title": ["On mills"],
        "abstract": "Mills turn.",
        "author": ["Lee, Ann"],
        "aff": ["Rye Mill"],
        "orcid_pub": [ORCID],
        "year": "2019",
        "pub": "J. Mills",
        "doi": ["10.5555/mill"],
        "identifier": ["arXiv:2101.00001", "2019JMill...1..7L"],
    }),
    "Europe PMC results": (LEE, {
        "id": "7",
        "source": "MED",
        "pubYear": "2019",
        "title": "On mills",
        "abstractText": "Mills turn.",
        "authorString": "Lee A.",
        "authorList": {"author": [
            {"fullName": "Lee A", "firstName": "Ann", "lastName": "Lee", "initials": "A",
             "authorId": {"type": "ORCID", "value": ORCID},
             "authorAffiliationDetailsList":
                 {"authorAffiliation": [{"affiliation": "Rye Mill"}]}}]},
        "journalInfo": {"journal": {"title": "J. Mills"}},
        "doi": "10.5555/mill",
    }),
    "PubMed summaries": (BARE, {
        "uid": "7",
        "title": "On mills",
        "abstract": "Mills turn.",
        "authors": [{"name": "Lee, Ann", "authtype": "Author"}],
        "fulljournalname": "J. Mills",
        "pubdate": "2019 May",
        "articleids": [{"idtype": "doi", "value": "10.5555/mill"}],
    }),
    "HAL documents": (BARE, {
        "halId_s": "hal-7",
        "title_s": ["Des moulins", "On mills"],
        "en_title_s": ["On mills"],
        "abstract_s": ["Mills turn."],
        "authLastName_s": ["Lee"],
        "authFirstName_s": ["Ann"],
        "producedDateY_i": 2019,
        "journalTitle_s": "J. Mills",
        "doiId_s": "10.5555/mill",
    }),
    "DBLP search results": (BARE, {
        "authors": {"author": {"@pid": "1", "text": "Lee, Ann"}},
        "title": "On mills",
        "abstract": "Mills turn.",
        "venue": ["J. Mills"],
        "year": "2019",
        "key": "journals/mills/Lee19",
        "doi": "10.5555/mill",
    }),
    "arXiv's snapshot": (BARE, {
        "id": "1905.00001",
        "title": "On mills",
        "abstract": "Mills turn.",
        "authors": "Ann Lee",
        "authors_parsed": [["Lee", "Ann", ""]],
        "journal-ref": "J. Mills",
        "doi": "10.5555/mill",
        "categories": "physics.geo-ph",
        "versions": [{"version": "v1", "created": "Mon, 6 May 2019 19:18:42 GMT"}],
        "update_date": "2023-11-26",
    }),
}  # fmt: skip


@pytest.mark.parametrize("what", RECORDS)
def test_a_record_of_each_dialect(what):
    author, record = RECORDS[what]
    dialect = find_dialect(record)
    found = values_of(record, dialect)
    assert dialect.what == what
    assert (found.title, found.abstract, found.venue) == (
        "On mills",
        "Mills turn.",
        "J. Mills",
    )
    assert found.doi == "10.5555/mill"
    assert "2019" in found.year
    assert found.authors == [author]
    assert found.complaints == []


def test_of_ids_of_several_kinds_arxivs_is_found():
    _, record = RECORDS["NASA ADS records"]
    found = values_of(record, find_dialect(record))
    assert ("arxiv", "arXiv:2101.00001") in found.ids
