import pytest

from kg.records import Affiliation, Author
from kg.sources.records.json_authors import json_authors


def read(authors, affiliations=None):
    complaints = []
    record = {"authors": authors, "affiliations": affiliations}
    return json_authors(record, complaints), complaints


@pytest.mark.parametrize(
    ("authors", "affiliations", "expected"),
    [
        (None, ["MIT"], ()),
        ("Lee, Ann; Chu, Bo", None, (Author("Lee, Ann"), Author("Chu, Bo"))),
        ([{"name": "Ann Lee"}, "Bo Chu"], None, (Author("Ann Lee"), Author("Bo Chu"))),
        (["Ann Lee"], "MIT", (Author("Ann Lee", (Affiliation("MIT"),)),)),
        (
            ["Ann Lee", "Bo Chu"],
            [{"name": "MIT", "country": "us"}, None],
            (
                Author("Ann Lee", (Affiliation("MIT", country="US"),)),
                Author("Bo Chu"),
            ),
        ),
        (
            [{"name": "Ann Lee", "affiliations": "Yale"}],
            ["MIT"],
            (Author("Ann Lee", (Affiliation("Yale"),)),),
        ),
    ],
)
def test_authors_and_where_they_work(authors, affiliations, expected):
    assert read(authors, affiliations) == (expected, [])


@pytest.mark.parametrize(
    ("authors", "affiliations", "word"),
    [
        ([{"given": "Ann"}], None, "name"),
        (5, None, "authors"),
        ([5], None, "strings"),
        (["Ann"], ["A", "B"], "whose is whose"),
        ([{"name": "Ann", "orcid": "0000-0000-0000-0000"}], None, "ORCID"),
        ([{"name": "Ann", "affiliations": [{"name": "A", "ror": "x"}]}], None, "ROR"),
        ([{"name": "Ann", "affiliations": [{}]}], None, '"raw" or "name"'),
        (["Ann"], [{"name": "A", "country": "Narnia"}], 'country "Narnia"'),
        (["Ann"], [{"name": "A", "country": "zz"}], 'country "zz"'),
        (["Ann"], [{"name": "A", "country_code": "XX"}], "ISO 3166"),
    ],
)
def test_what_cannot_be_used_is_told(authors, affiliations, word):
    _, (complaint,) = read(authors, affiliations)
    assert word in complaint


@pytest.mark.parametrize(
    ("stated", "code"),
    [
        ("de", "DE"),
        ("Germany", "DE"),
        ("GERMANY", "DE"),
        ("USA", "US"),
        ("UK", "GB"),
        ("Korea, Republic of", "KR"),
        ("CA", "CA"),
        ("Georgia", "GE"),
        (" ", None),
    ],
)
def test_a_country_is_stated_by_its_code_or_a_name(stated, code):
    (author,), complaints = read(["Ann"], [{"name": "A", "country": stated}])
    assert (author.affiliations, complaints) == ((Affiliation("A", country=code),), [])
