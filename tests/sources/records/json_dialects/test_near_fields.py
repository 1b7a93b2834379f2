import pytest

from kg.sources.records.json_dialects.near_fields import own_record


@pytest.mark.parametrize(
    ("record", "own"),
    [
        ({"Title": "A"}, {"title": "A"}),
        ({"title": "A", "summary": "B"}, {"title": "A", "abstract": "B"}),
        ({"title": "A", "author": "Ann Lee; Bo Chu"}, {"title": "A", "authors": "Ann Lee; Bo Chu"}),
        ({"title": "A", "pub_year": "2019", "journal": "J", "DOI": "10.1/x"},
         {"title": "A", "year": 2019, "venue": "J", "doi": "10.1/x"}),
        ({"title": "A", "date": "May 2019"}, {"title": "A", "year": 2019}),
        ({"title": ["A"], "tags": [{"tag": "wind"}]}, {"title": "A", "keywords": ["wind"]}),
        ({"title": "A", "speaker": "Ann Lee", "speaker_affiliation": "Mill"},
         {"title": "A", "authors": "Ann Lee", "affiliations": ["Mill"]}),
        ({"@type": "Article", "name": "A"}, {"title": "A", "type": "Article"}),
        ({"name": "x", "description": "Pads."}, {"name": "x", "description": "Pads."}),
        ({"title": "A", "authors": [], "creator": "Ann Lee"}, {"title": "A", "authors": "Ann Lee"}),
        ({"title": "A", "year": 1, "date": "2020"}, {"title": "A", "year": 1, "date": "2020"}),
        ({"title": "A", "published": "NA", "date": "2020"},
         {"title": "A", "published": "NA", "year": 2020}),
        ({"title": "A", "url": "https://doi.org/10.5555/x"},
         {"title": "A", "doi": "https://doi.org/10.5555/x"}),
        ({"title": "A", "url": "https://x.org"}, {"title": "A", "url": "https://x.org"}),
        ({"title": "A", "authors": {"1": "Ann Lee", "2": "Bo Chu"}},
         {"title": "A", "authors": ["Ann Lee", "Bo Chu"]}),
        ({"title": "A", "colour": 1}, {"title": "A", "colour": 1}),
    ],
)  # fmt: skip
def test_fields_with_other_names_are_taken_for_ours(record, own):
    assert own_record(record).record == own


def test_a_record_of_our_own_stays_as_it_is():
    record = {
        "id": 7, "title": " A ", "abstract": "B\n c", "year": "2019-05", "keywords": "a; b",
        "authors": [{"name": "Ann Lee", "affiliations": [{"raw": "Mill", "ror": "x"}]}, "Bo Chu"],
        "affiliations": [None, "Mill"], "references": ["x"], "ids": {"pmid": 1}, "venue": None,
    }  # fmt: skip
    found, taken = own_record(record)
    assert found == record | {"year": 2019}
    assert taken == ()


def test_what_was_taken_for_what_is_known():
    record = {"Title": "A", "authors": [{"given": "Ann", "family": "Lee"}, "Bo Chu"]}
    assert own_record(record).taken == (
        ('"Title"', '"title"'),
        ('"given" and "family" of an author', '"name"'),
    )
