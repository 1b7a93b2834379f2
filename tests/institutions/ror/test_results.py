import pytest

from kg.institutions.linked_organisation import LinkedOrganisation
from kg.institutions.ror.index import index_registry
from kg.institutions.ror.registry_matches import RegistryMatcher
from kg.institutions.ror.registry_record import Organisation
from kg.institutions.ror.results import (
    link_by_registry,
    link_by_table,
    link_given,
)

MIT = "Massachusetts Institute of Technology"
CITIES = ["Alford", "Bexhill", "Crewe", "Exmoor", "Falmouth", "Girton", "Hythe", "Rye"]
ORGANISATIONS = [
    Organisation(
        f"{kind}/{city}", f"{kind} {city}", city=city, country="United Kingdom"
    )
    for city in CITIES
    for kind in ("University of", "Institute of Technology", "Hospital of")
]
LABORATORY = Organisation(
    "lab",
    "Sourdough Fermentation Observatory",
    city="Rye",
    country="United Kingdom",
    relations=(("parent", "University of/Rye"),),
)


@pytest.fixture(scope="module")
def matcher():
    return RegistryMatcher(index_registry([*ORGANISATIONS, LABORATORY]))


def test_institutions_of_the_table_in_order():
    text = "Dept. of CS, Univ. of Illinois at Urbana–Champaign, USA & Google Brain"
    first, second = link_by_table(text)
    assert first.name == "University of Illinois Urbana-Champaign"
    cut = text[first.start : first.end]
    assert cut == "Univ. of Illinois at Urbana–Champaign"
    assert (first.ror, first.probability) == (None, 0.0)
    assert (first.country, first.country_code) == ("United States", "US")
    assert (second.name, second.parent) == ("Google Brain", "Google")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("MIT", "Massachusetts Institute of Technology"),
        ("UC Berkeley", "University of California, Berkeley"),
        ("UIUC", "University of Illinois Urbana-Champaign"),
        ("ETH Zurich", "ETH Zurich"),
        ("CNRS", "French National Centre for Scientific Research"),
    ],
)
def test_short_names_alone(text, name):
    (found,) = link_by_table(text)
    assert found.name == name


@pytest.mark.parametrize("text", ["", " , ;", "Department of Chemistry", "\N{DAGGER}"])
def test_nothing_that_is_an_institution(matcher, text):
    assert link_by_table(text) == []
    assert link_by_registry(text, matcher) == []


def test_what_the_registry_knows(matcher):
    text = "Sourdough Fermentation Observatory, Rye, UK"
    found = link_by_registry(text, matcher, least=0.05)
    assert found[0]._replace(probability=0) == LinkedOrganisation(
        name="Sourdough Fermentation Observatory",
        ror="lab",
        probability=0,
        country_code="GB",
        country="United Kingdom",
        city="Rye",
        parent="University of Rye",
        parent_ror="University of/Rye",
        start=0,
        end=34,
    )


def test_parts_in_the_order_of_the_text(matcher):
    text = "Univ. of Rye, UK; MIT, USA; University of Girton, UK"
    found = link_by_registry(text, matcher, least=0.05)
    with_ids = [answer.ror for answer in found if answer.ror]
    assert with_ids == ["University of/Rye", "University of/Girton"]


def test_what_the_registry_lacks_has_no_id(matcher):
    (found,) = link_by_registry("Carnegie Mellon University", matcher, least=0.9)
    assert found.name == "Carnegie Mellon University"
    assert found.ror is None
    assert 0 <= found.probability < 0.9


@pytest.mark.parametrize(
    ("text", "city", "country"),
    [
        ("Google, Zurich, Switzerland", "Zurich", "Switzerland"),
        ("Google, Zurich", "Zurich", None),
        ("University of Oxford", "Oxford", "United Kingdom"),
        ("University of Washington, Seattle", "Seattle", "United States"),
        ("MIT, Cambridge, MA", "Cambridge", "United States"),
        ("IBM, San Francisco, CA", "San Francisco", "United States"),
    ],
)
def test_the_place_of_the_text_wins(text, city, country):
    (found,) = link_by_table(text)
    assert (found.city, found.country) == (city, country)


def test_a_campus_behind_and(matcher):
    text = "University of California, Los Angeles and San Diego"
    found = link_by_registry(text, matcher)
    assert [text[each.start : each.end] for each in found] == [
        "University of California, Los Angeles",
        "San Diego",
    ]


def test_a_town_is_no_university_by_its_full_name():
    york = Organisation(
        "york", "University of York", city="York", country="United Kingdom"
    )
    matcher = RegistryMatcher(index_registry([*ORGANISATIONS, york]))
    assert matcher.match_name("University of York", "United Kingdom") is not None
    found = link_by_registry(
        "Fera Science Ltd. Sand Hutton York YO41 1LZ UK", matcher, guess=True
    )
    assert "york" not in [each.ror for each in found]


def test_what_is_no_affiliation(matcher):
    assert link_by_registry("Retired; authors declare no funding", matcher) == []


def test_what_is_known_to_be_meant(matcher):
    text = "Dept. of Baking, Univ. of Rye, UK"
    number = matcher.index.number["University of/Rye"]
    (found,) = link_given(text, number, link_by_registry(text, matcher), matcher)
    assert (found.ror, found.probability) == ("University of/Rye", 1.0)
    assert text[found.start : found.end] == "Univ. of Rye"
    (elsewhere,) = link_given("Nowhere", number, (), matcher)
    assert (elsewhere.ror, elsewhere.start, elsewhere.end) == (found.ror, 0, 7)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("University of Rye, UK; MIT, USA", ["University of Rye", MIT]),
        ("MIT, USA; Univ. of Rye, UK", [MIT, "University of Rye"]),
        # an id of what the words call otherwise
        ("Bakery Academy, UK; University of Hythe, UK",
         ["University of Rye", "University of Hythe"]),
        ("MIT; Yale University", ["University of Rye"]),
    ],
)  # fmt: skip
def test_an_id_that_is_given_drops_nobody_else(matcher, text, names):
    number = matcher.index.number["University of/Rye"]
    found = link_given(text, number, link_by_registry(text, matcher), matcher)
    assert [each.name for each in found] == names
