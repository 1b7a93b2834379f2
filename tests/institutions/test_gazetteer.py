"""Countries, their parts, and the cities of a registry, in the words of affiliations."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.institutions.gazetteer import (
    Gazetteer,
    countries_named,
    countries_of,
    country_of,
    us_states,
)
from kg.institutions.ror.normalization import name_key

CITIES = [
    ("Oslo", "Norway"),
    ("San José", "Costa Rica"),
    ("Cambridge", "United Kingdom"),
    ("Cambridge", "United States"),
    ("York", "United Kingdom"),
    ("New York", "United States"),
    ("Ankara", "Turkey"),
]
GAZETTEER = Gazetteer(CITIES)


def places(text):
    return GAZETTEER.places(name_key(text))


@pytest.mark.parametrize(
    ("phrase", "countries"),
    [
        ("Norway", {"Norway"}),
        ("USA", {"United States"}),
        ("People's Republic of China", {"China"}),
        ("P. R. China", {"China"}),
        ("England", {"United Kingdom"}),
        ("Korea", {"South Korea"}),
        ("Deutschland", {"Germany"}),
        ("España", {"Spain"}),
        ("Wisconsin", {"United States"}),
        ("New South Wales", {"Australia"}),
        ("Georgia", {"Georgia", "United States"}),  # a country and a state
        ("Oslo", set()),
        ("Norwegian", set()),
        ("", set()),
    ],
)
def test_a_phrase_names_countries(phrase, countries):
    assert countries_of(phrase) == countries


@pytest.mark.parametrize(
    ("name", "one"),
    [
        ("Turkey", "Türkiye"),
        ("Holland", "The Netherlands"),
        ("Russian Federation", "Russia"),
        ("Georgia", "Georgia"),  # who names a country means the country
        ("Ruritania", "Ruritania"),
    ],
)
def test_a_country_has_one_name(name, one):
    assert country_of(name) == one


def test_a_text_names_countries_among_other_words():
    text = "Dept. of Tides, Volda Institute, Norway, and a lab in Scotland"
    assert countries_named(text) == {"Norway", "United Kingdom"}
    assert countries_named("a lab of tides") == frozenset()


def test_states_have_codes_some_of_which_are_countries_too():
    states = us_states()
    assert len(states) >= 50
    assert (states["CA"], states["NY"]) == ("Canada", "")


@pytest.mark.parametrize(
    ("text", "cities", "countries"),
    [
        ("Dept of Tides, Oslo, Norway", {("oslo",)}, {"Norway"}),
        ("San Jose", {("san", "jose")}, set()),
        ("Cambridge, USA", {("cambridge",)}, {"United States"}),
        # the longest name wins
        ("a lab in New York", {("new", "york")}, {"United States"}),
        ("a lab in York", {("york",)}, set()),
        ("Volda", set(), set()),
    ],
)
def test_places_among_the_words_of_an_affiliation(text, cities, countries):
    found = places(text)
    assert found.cities == cities
    assert found.countries == countries


def test_a_city_of_several_countries_has_all_of_them():
    assert GAZETTEER.city_countries["cambridge",] == {"United Kingdom", "United States"}
    assert GAZETTEER.city_countries["ankara",] == {"Türkiye"}


def test_places_stand_where_their_words_do():
    found = places("Tides Lab, New York, USA")
    assert found.at == {2, 3, 4}
    city, country = found.named
    assert (city.stretch, city.city) == ((2, 4), ("new", "york"))
    assert (country.stretch, country.countries) == ((4, 5), {"United States"})
    assert country.city == ()


WORDS = ["oslo", "new", "york", "norway", "usa", "lab", "san", "jose", "georgia", "of"]


@given(st.lists(st.sampled_from(WORDS), max_size=12))
def test_named_places_make_up_the_summary_and_never_overlap(keys):
    found = GAZETTEER.places(keys)
    covered = [place for p in found.named for place in range(*p.stretch)]
    assert covered == sorted(found.at)
    assert found.cities == {p.city for p in found.named if p.city}
    assert found.countries == frozenset().union(*(p.countries for p in found.named))
    assert all(p.countries or p.city for p in found.named)


@given(st.permutations(CITIES))
def test_the_order_of_cities_changes_nothing(cities):
    assert Gazetteer(cities).city_countries == GAZETTEER.city_countries
