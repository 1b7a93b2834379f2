import pytest

from kg.text.counts import format_count, name_first


@pytest.mark.parametrize(
    ("number", "words"), [(0, "0 edges"), (1, "1 edge"), (12_000, "12,000 edges")]
)
def test_a_number_has_its_noun(number, words):
    assert format_count(number, "edge") == words


def test_a_plural_may_be_another_word():
    assert format_count(1, "person", "people") == "1 person"
    assert format_count(0, "person", "people") == "0 people"


@pytest.mark.parametrize(
    ("count", "words"), [(0, ""), (2, "a, b"), (3, "a, b and 1 more")]
)
def test_of_many_names_the_first_stand_there_and_how_many_more(count, words):
    assert name_first(["a", "b", "c"][:count], 2) == words
