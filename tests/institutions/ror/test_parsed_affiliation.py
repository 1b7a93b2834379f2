import pytest

from kg.institutions.ror.index import index_registry
from kg.institutions.ror.parsed_affiliation import parse_affiliation
from kg.institutions.ror.registry_record import Organisation

INDEX = index_registry(
    [
        Organisation("a", "University of Rye", city="Rye", country="France"),
        Organisation("b", "Fermentation Museum", city="Hythe", country="France"),
    ]
)


def parsed(text):
    return parse_affiliation(text, INDEX)


def test_words_their_parts_and_places():
    found = parsed("Dept. of Baking, Univ. of Rye, Rye, France")
    assert found.keys == ["department", "baking", "university", "rye", "rye", "france"]
    assert found.part == [0, 0, 1, 1, 2, 3]
    assert found.at["rye"] == [3, 4]
    assert found.places.countries == {"France"}
    assert found.places.cities == {("rye",)}


def test_what_no_name_has_weighs_most():
    found = parsed("Zzyzx University")
    assert found.choices == [(), ("university",)]
    assert found.weights[0] == INDEX.unknown >= found.weights[1]


def test_a_word_misspelt_is_one_of_the_registry():
    assert parsed("Fermentaton Museum").keys == ["fermentation", "museum"]


@pytest.mark.parametrize(
    ("text", "acronyms"), [("MIT and LaBRI", [0, 1]), ("Rye A University", [])]
)
def test_acronyms_by_their_capitals(text, acronyms):
    found = parsed(text)
    places = range(len(found.words))
    assert [place for place in places if found.is_acronym(place)] == acronyms


def test_all_in_capitals():
    assert parsed("UNIVERSITY OF RYE").shouted
    assert not parsed("University of RYE").shouted


def test_an_empty_text_has_no_words():
    assert parsed("").keys == parsed(" , ;").keys == []
