import pytest

from kg.sources.records.json_dialects.near_values import is_stated, own_value


@pytest.mark.parametrize(
    ("field", "value", "own"),
    [
        ("title", " A ", " A "),
        ("title", 7, 7),
        ("title", {"en": "A"}, "A"),
        ("abstract", {"b": [1], "a": [0]}, "a b"),
        ("year", "Spring of 2019", 2019),
        ("year", "soon", "soon"),
        ("year", {"date-parts": [[2019]]}, 2019),
        ("doi", ["none", "10.1234/x"], "10.1234/x"),
        ("doi", "none", "none"),
        ("keywords", "a; b", "a; b"),
        ("keywords", [{"term": "a"}, "b"], ["a", "b"]),
        ("references", [{"DOI": "10.1/x"}, "Lee"], ["10.1/x", "Lee"]),
        ("authors", {"author": [{"name": "Ann Lee"}]}, [{"name": "Ann Lee"}]),
        ("authors", {"name": "Ann Lee"}, [{"name": "Ann Lee"}]),
        ("authors", ["Ann Lee; Bo Chu"], "Ann Lee; Bo Chu"),
        ("id", {"$oid": "1"}, None),
        ("affiliations", 7, 7),
    ],
)
def test_a_value_is_written_as_ours(field, value, own):
    assert own_value(field, value) == own


def test_what_stands_where_there_is_no_value():
    assert [is_stated(value) for value in (None, "", [], {}, 0, "a")] == [False] * 4 + [
        True
    ] * 2
