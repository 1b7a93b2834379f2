import pytest

from kg.institutions.candidates import Candidate
from kg.institutions.linked_organisation import (
    matched_organisation,
    unmatched_organisation,
)
from kg.institutions.ror.affiliation_parts import Span
from kg.institutions.ror.index import index_registry
from kg.institutions.ror.registry_matches import Match, RegistryMatcher
from kg.institutions.ror.registry_record import Organisation

BOARD = Organisation("board", "Board of Fjords", country="Norway")
MILL = Organisation("mill", "Mill of Rye", relations=(("parent", "board"),))
LAB = Organisation("lab", "Fjord Laboratory", relations=(("parent", "mill"),))
GOOGLE = Organisation("g", "Google (United States)", country="United States")
COURANT = Organisation(
    "c", "Courant Institute of Mathematical Sciences", country="United States"
)


def match(text, organisation):
    matcher = RegistryMatcher(index_registry([BOARD, MILL, LAB, GOOGLE, COURANT]))
    return matched_organisation(
        text, Match(organisation, 0.9, Span(0, text.find(","))), matcher
    )


def test_all_that_an_organisation_belongs_to():
    found = match("Fjord Laboratory, Volda", LAB)
    assert (found.parent, found.parent_ror) == ("Mill of Rye", "mill")
    assert found.ancestors == ("board",)


def test_our_table_knows_the_whole_of_what_the_registry_leaves_alone():
    found = match("Courant Institute, New York", COURANT)
    assert (found.parent, found.parent_ror) == ("New York University", None)
    assert found.known_as == "Courant Institute of Mathematical Sciences"


def test_our_table_fills_a_country_and_a_city_that_the_registry_leaves_open():
    open_place = Organisation("o", "University of Oslo")
    matcher = RegistryMatcher(index_registry([BOARD, open_place]))
    found = matched_organisation(
        "University of Oslo", Match(open_place, 0.9, Span(0, 18)), matcher
    )
    assert (found.country_code, found.city) == ("NO", "Oslo")


@pytest.mark.parametrize(
    ("rest", "place"),
    [
        (", Haifa, Israel / Tide Group, Szeged, Hungary", ("Israel", "Haifa")),
        (", London, UK Center for Tides, Suita, Japan", ("United Kingdom", "London")),
        ("; Tide Group, Szeged, Hungary", ("Hungary", "Szeged")),
    ],
)
def test_a_place_goes_with_the_nearest_name_before_it(rest, place):
    text = "Volda Institute" + rest
    each = Candidate(0, 15, "Volda Institute", sure=True)
    found = unmatched_organisation(text, each, 0.0, end=len(text))
    assert (found.country, found.city) == place


def test_a_company_is_where_the_text_says():
    found = match("Google, Zurich, Switzerland", GOOGLE)
    assert (found.city, found.country_code) == ("Zurich", "CH")
    assert found.known_as == "Google"


@pytest.mark.parametrize(
    ("rest", "country"),
    [("", "US"), (", Zurich", None), (", Mountain View, CA", "US")],
)
def test_our_tables_country_where_no_other_city_stands(rest, country):
    text = f"Google{rest}"
    found = unmatched_organisation(
        text, Candidate(0, 6, "Google", sure=True), 0.2, end=len(text)
    )
    assert (found.ror, found.probability, found.country_code) == (None, 0.2, country)
