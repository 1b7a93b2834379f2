import pytest

from kg.sources.records.json_dialects.record_marks import is_record, may_be_record


@pytest.mark.parametrize(
    ("keys", "is_one", "may_be_one"),
    [
        (["display_name", "authorships"], True, True),
        (["Title", "Pub_Year"], True, True),
        (["title", "count"], False, True),
        (["abstract"], False, True),
        (["itemType", "note"], True, True),
        (["doi", "year"], False, False),
        ([], False, False),
    ],
)
def test_a_record_is_told_by_its_keys(keys, is_one, may_be_one):
    assert is_record(keys) is is_one
    assert may_be_record(keys) is may_be_one
