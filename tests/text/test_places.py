import pytest

from kg.text.places import is_place


@pytest.mark.parametrize(
    "phrase", ["Germany", "germany", " Paris, ", "New York", "Paris 75005", "(Norway)"]
)
def test_countries_and_cities_are_places(phrase):
    assert is_place(phrase)


@pytest.mark.parametrize(
    "phrase", ["Ana Cruz", "University of Oslo", "Germany and trees", "", "12"]
)
def test_what_is_more_or_less_is_no_place(phrase):
    assert not is_place(phrase)
