import pytest

from kg.sources.records.json_dialects.dialect_table import find_dialect
from kg.sources.records.json_dialects.dialect_values import is_no_work, values_of

RECORDS = {
    "CSL items of Zotero or pandoc": {
        "id": "lee2019",
        "type": "article-journal",
        "title": "On mills",
        "author": [
            {"family": "Gogh", "given": "Ann", "non-dropping-particle": "van"},
            {"literal": "Rye Group"},
        ],
        "issued": {"date-parts": [["2019", 5]]},
        "accessed": {"date-parts": [[2024]]},
        "container-title": "J. Mills",
        "DOI": "10.5555/mill",
        "keyword": "wind, water",
    },
    "Zotero items": {
        "key": "lee2019",
        "itemType": "journalArticle",
        "title": "On mills",
        "creators": [
            {"creatorType": "editor", "firstName": "Ed", "lastName": "Itor"},
            {"creatorType": "author", "firstName": "Ann", "lastName": "van Gogh"},
            {"creatorType": "author", "name": "Rye Group"},
        ],
        "date": "May 2019",
        "publicationTitle": "J. Mills",
        "DOI": "10.5555/mill",
        "tags": [{"tag": "wind"}, {"tag": "water", "type": 1}],
    },
    "Mendeley documents": {
        "id": "lee2019",
        "title": "On mills",
        "authors": [
            {"first_name": "Ann", "last_name": "van Gogh"},
            {"last_name": "Rye Group"},
        ],
        "year": 2019,
        "source": "J. Mills",
        "identifiers": {"doi": "10.5555/mill"},
        "keywords": ["wind", "water"],
    },
}


@pytest.mark.parametrize("what", RECORDS)
def test_a_record_of_each_dialect(what):
    record = RECORDS[what]
    dialect = find_dialect(record)
    found = values_of(record, dialect)
    assert dialect.what == what
    assert (found.id, found.title, found.venue) == ("lee2019", "On mills", "J. Mills")
    assert [author.name for author in found.authors] == ["van Gogh, Ann", "Rye Group"]
    assert (found.doi, "2019" in found.year) == ("10.5555/mill", True)
    assert found.keywords == ["wind", "water"]
    assert is_no_work(record, dialect) == ""


@pytest.mark.parametrize("kind", ["attachment", "note", "annotation"])
def test_notes_and_files_are_no_works(kind):
    record = {"itemType": kind, "title": "Full Text PDF"}
    assert is_no_work(record, find_dialect(record)) == kind
