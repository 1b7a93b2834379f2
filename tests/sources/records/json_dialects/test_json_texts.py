import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.sources.records.json_dialects.json_texts import (
    abstract_of,
    date_of,
    folded,
    folded_key,
    score_of,
    text_of,
    texts_of,
)


@pytest.mark.parametrize("key", ["pub_year", "pubYear", "Pub. Year", "PUB-YEAR"])
def test_a_key_is_the_same_in_any_spelling(key):
    assert folded_key(key) == "pubyear"


def test_of_equal_keys_the_first_with_a_value_counts():
    assert folded({"a": [], "A": 1, "_a": 2, "$": 3}) == {"a": 1, "$": 3}


@pytest.mark.parametrize(
    ("value", "texts"),
    [
        (" On mills ", ["On mills"]),
        (["A", {"value": "B"}, [{"$": "C"}], None, " "], ["A", "B", "C"]),
        ({"en": "A", "colour": "red"}, ["A"]),
        ({"colour": "red"}, []),
        ([7, 7.0, 7.5, True, float("inf"), 10**40], ["7", "7", "7.5"]),
        ("A\ud800", ["A\ufffd"]),
    ],
)
def test_texts_are_found_by_their_looks(value, texts):
    assert texts_of(value) == texts
    assert text_of(value) == next(iter(texts), "")


@pytest.mark.parametrize(
    ("value", "abstract"),
    [
        ("Mills turn.", "Mills turn."),
        ({"turn": [1, 3], "Mills": [0], "and": [2]}, "Mills turn and turn"),
        ({"IndexLength": 2, "InvertedIndex": {"b": [1], "a": [0]}}, "a b"),
        ({"value": "Mills turn."}, "Mills turn."),
        ([{"label": "AIMS", "text": "To turn."}, {"text": "It did."}], "AIMS: To turn. It did."),
        ([{"section": "Abstract", "text": "A."}, {"section": "Abstract", "text": "B."}], "A. B."),
        (["Mills turn.", "Les moulins tournent."], "Mills turn."),
        ({"word": ["x"]}, ""),
        (7, "7"),
        ({}, ""),
    ],
)  # fmt: skip
def test_abstracts_of_any_form(value, abstract):
    assert abstract_of(value) == abstract


@pytest.mark.parametrize(
    ("value", "date"),
    [
        ({"date-parts": [[2019, 5, 1]]}, "2019"),
        ({"date-parts": [["2019"]]}, "2019"),
        ({"date-parts": [[None]], "raw": "May 2019"}, "May 2019"),
        ({"date-parts": [[None]]}, ""),
        ([2019, 5], "2019"),
        (["soon", "2019-01"], "2019-01"),
        ("20190501", "2019"),
        (20190501, "2019"),
        (2019.0, "2019"),
        (1577836800000, "2020"),
        (1577836800, "2020"),
        ({"date": "2019-05-01", "tz": "UTC"}, "2019-05-01"),
        ({"year": {"$": 2019}}, "2019"),
        ("in press", "in press"),
        (10**20, ""),
        (True, ""),
    ],
)
def test_dates_of_any_form(value, date):
    assert date_of(value) == date


@pytest.mark.parametrize(
    ("value", "score"),
    [({"score": 0.5}, 0.5), ({"w": 1}, 1.0), ({"score": 7}, None), ("term", None)],
)
def test_a_score_is_between_none_and_all(value, score):
    assert score_of(value) == score


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(max_size=9), inner),
    max_leaves=9,
)


@given(json_values)
def test_any_value_has_texts_or_none(value):
    assert all(text.strip() == text != "" for text in texts_of(value))
    assert isinstance(abstract_of(value) + date_of(value), str)
