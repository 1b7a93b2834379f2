import pytest

from kg.sources.records.json_dialects.json_paths import keys_of, told_by, values_at

RECORD = {
    "a": {"b": [{"c": 1}, {"c": None}, 7, {"c": [2, 3]}]},
    "dc.title": "T",
    "ids": [{"of": "DOI", "is": "10.1/x"}, {"of": "pmid", "is": 5}, "none"],
    "one": {"of": "doi", "is": "10.1/y"},
}


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("a.b.c", [1, [2, 3]]),
        ("a.b", [RECORD["a"]["b"]]),
        ("a.x.c", []),
        ("a.b.c.d", []),
        (r"dc\.title", ["T"]),
        ("ids[of=doi].is", ["10.1/x"]),
        ("ids[of=PMID].is", [5]),
        ("one[of=doi].is", ["10.1/y"]),
        ("ids[of=arxiv].is", []),
        ("ids[of=doi]", [{"of": "DOI", "is": "10.1/x"}]),
    ],
)
def test_a_path_leads_through_lists_to_values(path, found):
    assert list(values_at(RECORD, path)) == found


def test_the_keys_of_a_path_and_what_it_chooses_by():
    assert keys_of(r"a.b[of=x].c\.d") == ("a", "b", "c.d")
    assert list(told_by("a.b[of=x].c")) == [("a", "b", "of")]


@pytest.mark.parametrize("record", [None, [], "text", 7, [[{"a": 1}]]])
def test_nothing_is_found_where_there_are_no_objects(record):
    assert list(values_at(record, "a")) == []
