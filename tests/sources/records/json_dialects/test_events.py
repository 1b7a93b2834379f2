import pytest

from kg.records import Affiliation, Author
from kg.sources.records.json_dialects.dialect_table import find_dialect
from kg.sources.records.json_dialects.dialect_values import is_no_work, values_of

LEE = Author("Lee, Ann", (Affiliation("Rye Mill"),))
TALKS = {
    "OpenReview notes": (Author("Ann Lee"), {
        "id": "a1",
        "forum": "a1",
        "replyto": None,
        "cdate": 1546300800000,
        "title": {"value": "On mills"},
        "abstract": {"value": "Mills turn."},
        "authors": {"value": ["Ann Lee"]},
        "authorids": {"value": ["~Ann_Lee1"]},
        "venue": {"value": "Mill Days 2020"},
    }, "2020"),
    "Indico contributions": (LEE, {
        "_type": "Contribution",
        "id": "a1",
        "title": "On mills",
        "description": "Mills turn.",
        "speakers": [{"first_name": "Ann", "last_name": "Lee", "fullName": "Dr. LEE, Ann",
                      "affiliation": "Rye Mill"}],
        "startDate": {"date": "2020-06-23", "tz": "Europe/Oslo", "time": "08:20:00"},
        "event": {"title": "Mill Days 2020"},
    }, "2020"),
    "talks of researchseminars.org": (LEE, {
        "id": "a1",
        "seminar_id": "Mills",
        "seminar_name": "Mill Days 2020",
        "title": "On mills",
        "abstract": "Mills turn.",
        "speaker": "Lee, Ann",
        "speaker_affiliation": "Rye Mill",
        "start_time": "2020-05-04 14:00:00+00:00",
    }, "2020"),
}  # fmt: skip


@pytest.mark.parametrize("what", TALKS)
def test_a_talk_of_each_dialect(what):
    author, record, year = TALKS[what]
    dialect = find_dialect(record)
    found = values_of(record, dialect)
    assert dialect.what == what
    assert (found.id, found.title, found.abstract) == ("a1", "On mills", "Mills turn.")
    assert found.venue == "Mill Days 2020"
    assert found.authors == [author]
    assert year in found.year
    assert is_no_work(record, dialect) == ""


@pytest.mark.parametrize(
    ("record", "kind"),
    [
        ({"forum": "a1", "replyto": "a1", "content": {"review": "Fine."}}, "replyto"),
        ({"entryType": "Break", "title": "Coffee"}, "Break"),
    ],
)
def test_answers_and_breaks_are_no_works(record, kind):
    assert is_no_work(record, find_dialect(record)) == kind
