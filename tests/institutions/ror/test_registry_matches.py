import pytest

from kg.institutions.gazetteer import Gazetteer, country_of
from kg.institutions.ror.index import index_registry
from kg.institutions.ror.registry_matches import RegistryMatcher
from kg.institutions.ror.registry_record import Organisation

UK, US = "United Kingdom", "United States"
# Others, so that words such as "university" are as common as in a registry.
_CITIES = ["Alford", "Bexhill", "Crewe", "Exmoor", "Falmouth", "Girton", "Hythe"]
_OTHERS = [
    Organisation(
        f"other/{kind}/{city}",
        f"{kind} {city}",
        city=city,
        country=UK,
        types=("education",),
    )
    for city in _CITIES
    for kind in ("University of", "Institute of Technology", "Hospital of")
]
ORGANISATIONS = [
    Organisation(
        "rye",
        "University of Rye",
        acronyms=("URYE",),
        labels=("Universität Rye",),
        city="Rye",
        country=UK,
        types=("education", "funder"),
        relations=(("child", "lab"), ("related", "other/Hospital of/Hythe")),
    ),
    Organisation(
        "ryefood",
        "Rye University of Food and Health",
        city="Rye",
        country=UK,
        types=("education",),
    ),
    Organisation("oats-uk", "Oats (United Kingdom)", country=UK, types=("company",)),
    Organisation(
        "oats-us",
        "Oats (United States)",
        country=US,
        types=("company",),
        relations=(("child", "oats-uk"),),
    ),
    Organisation("old", "University of Tares", status="withdrawn", country=UK),
    *_OTHERS,
]


@pytest.fixture(scope="module")
def matcher():
    return RegistryMatcher(index_registry(ORGANISATIONS))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("University of Rye", "rye"),
        ("Dept. of Chemistry, Univ. of Rye, Rye, UK", "rye"),
        ("Universität Rye, Rye, England", "rye"),
        ("Rye University of Food and Health, Rye, UK", "ryefood"),
        ("University of Girton#TAB#", "other/University of/Girton"),
    ],
)
def test_the_likeliest_is_the_one_named(matcher, text, expected):
    found = matcher.match(text)
    assert found
    assert found[0].organisation.id == expected
    assert all(0 <= match.score <= 1 for match in found)


@pytest.mark.parametrize(
    "text",
    ["", " , ;", "Department of Chemistry", "University of Tares", "Zzyzx Road 5"],
)
def test_none_is_an_answer(matcher, text):
    assert matcher.match(text) == []


def test_two_institutions_of_one_affiliation(matcher):
    # Words of so small a registry tell little, so that scores are low.
    found = matcher.match(
        "University of Rye, Rye, UK & University of Girton, UK", least=0.05
    )
    assert {match.organisation.id for match in found} == {
        "rye",
        "other/University of/Girton",
    }


def test_no_word_serves_two(matcher):
    found = matcher.match("University of Rye", least=0.0)
    assert len({match.organisation.id for match in found}) == len(found)


def test_places_are_found_by_their_longest_name():
    places = Gazetteer({(o.city, o.country) for o in ORGANISATIONS}).places(
        ["rye", "new", "york", "uk"]
    )
    assert places.countries == {US, UK}
    assert places.cities == {("rye",)}
    assert places.at == {0, 1, 2, 3}


@pytest.mark.parametrize(
    ("name", "country"),
    [("Turkey", "Türkiye"), ("Netherlands", "The Netherlands"), ("Utopia", "Utopia")],
)
def test_a_country_has_one_name(name, country):
    assert country_of(name) == country
