import pytest

from kg.institutions.ror.index import index_registry
from kg.institutions.ror.linker import AffiliationLinker
from kg.institutions.ror.registry_record import Organisation

UK, US = "United Kingdom", "United States"
CITIES = ["Alford", "Bexhill", "Crewe", "Exmoor", "Falmouth", "Girton", "Hythe", "Rye"]
ORGANISATIONS = [
    Organisation(
        f"x/0{town.lower():o<6}12", f"University of {town}", city=town, country=UK
    )
    for town in CITIES
]
RYE = "x/0ryeooo12"


@pytest.fixture(scope="module")
def linker():
    return AffiliationLinker(index_registry(ORGANISATIONS), least=0.05)


TABLE = AffiliationLinker()


def test_the_same_without_a_registry_and_with_one(linker):
    for each in (TABLE, linker):
        (found,) = each.link("MIT, Cambridge, USA")
        assert found.name == "Massachusetts Institute of Technology"
        assert (found.ror, found.country_code, found.city) == (None, "US", "Cambridge")
        assert (found.start, found.end) == (0, 3)


def test_ids_of_the_registry(linker):
    (found,) = linker.link("Dept. of Baking, Univ. of Rye, Rye, UK")
    assert (found.name, found.ror, found.country_code) == (
        "University of Rye",
        RYE,
        "GB",
    )


def test_an_answer_is_remembered(linker):
    text = "University of Hythe, UK"
    assert linker.link(text) is linker.link(text)
    assert linker.link(text, ror=RYE) is linker.link(text, ror=RYE)


@pytest.mark.parametrize("text", ["", "  ", "\n", "Department of Chemistry"])
def test_nothing_is_named(linker, text):
    assert linker.link(text, country="GB") == TABLE.link(text, country="GB") == ()


@pytest.mark.parametrize("ror", [RYE, "0ryeooo12", "ftp://x.y/0RYEOOO12/"])
def test_an_id_that_the_registry_has_decides(linker, ror):
    text = "University of Hythe and Univ. of Rye"
    hythe, found = linker.link(text, ror=ror)
    assert (found.ror, found.probability) == (RYE, 1.0)
    assert text[found.start : found.end] == "Univ. of Rye"
    assert hythe.name == "University of Hythe"  # which stands there as well


def test_an_id_that_it_lacks_is_kept_where_it_is_clear_whose_it_is(linker):
    other = "x/0other712"
    for each in (TABLE, linker):
        (found,) = each.link("University of Oxford, UK", ror=other)
        assert (found.name, found.ror) == ("University of Oxford", other)
        both = each.link("University of Oxford; MIT", ror=other)
        assert [each.ror for each in both] == [None, None]


@pytest.mark.parametrize("ror", ["", "nonsense", "0123", "x/0ryeooo12x"])
def test_what_is_no_id_is_no_evidence(linker, ror):
    text = "University of Hythe, UK"
    assert linker.link(text, ror=ror) == linker.link(text)


def test_a_country_of_the_record():
    (found,) = TABLE.link("Google", country="ch")
    assert (found.country, found.country_code) == ("Switzerland", "CH")
    assert (found.start, found.end) == (0, 6)


def test_the_country_of_the_text_wins():
    (found,) = TABLE.link("Google, Zurich, Switzerland", country="DE")
    assert found.country_code == "CH"
    assert TABLE.link("Google", country="??") == TABLE.link("Google")


def test_a_very_long_text_is_read_at_its_beginning(linker):
    text = "University of Rye, UK" + " and so on" * 100_000
    assert [each.ror for each in linker.link(text)] == [RYE]


def test_words_of_a_longer_name_that_our_table_has_are_nobody_elses():
    registry = [
        Organisation("x/0cityooo12", "University of Chicago", city="Chicago", country=US),
        Organisation("x/0thaiooo12", "Chiang Mai University", acronyms=("CMU",),
                     city="Chiang Mai", country="Thailand"),
    ]  # fmt: skip
    linker = AffiliationLinker(index_registry(registry), least=0.05)
    (found,) = linker.link("Toyota Technological Institute at Chicago")
    assert (found.name, found.ror) == (
        "Toyota Technological Institute at Chicago",
        None,
    )
    (found,) = linker.link("CMU")
    assert (found.name, found.ror) == ("Carnegie Mellon University", None)


@pytest.mark.parametrize(
    ("raw", "name", "surface"),
    [
        ("Stanford's AI Lab", "Stanford University", "Stanford"),
        ("Oxford\u2019s Department of Tides", "University of Oxford", "Oxford"),
        ("Yale University's Faculty of Law", "Yale University", "Yale University"),
    ],
)
def test_a_possessive_is_no_part_of_a_name(raw, name, surface):
    (found,) = TABLE.link(raw, guess=True)
    assert (found.name, raw[found.start : found.end]) == (name, surface)


@pytest.mark.parametrize(
    ("raw", "names"),
    [
        ("UAB, Birmingham, AL", ["University of Alabama at Birmingham"]),
        ("UAB, USA", ["University of Alabama at Birmingham"]),
        ("Dept. of Tides, UAB, Barcelona", ["Autonomous University of Barcelona"]),
        ("UAB, Spain", ["Autonomous University of Barcelona"]),
        ("UAB", ["UAB"]),
        ("X, Paris", []),
        ("Fulbright Scholar", []),
    ],
)
def test_short_names_that_many_have_are_told_by_the_place(raw, names):
    assert [each.name for each in TABLE.link(raw, guess=True)] == names


@pytest.mark.parametrize("city", [r"Z{\"u}rich", r"Z\"urich", "Z\u00fcrich"])
def test_a_city_in_latex(city):
    (found,) = TABLE.link(f"Tide Institute, {city}, Switzerland")
    assert (found.city, found.country_code) == ("Z\u00fcrich", "CH")


def test_a_full_name_beats_that_of_the_whole():
    trust = Organisation("x/0trustt12", "Rye University Hospitals Trust", country=UK)
    whole = Organisation("x/0ryeryy12", "Rye University", country=UK)
    linker = AffiliationLinker(index_registry([*ORGANISATIONS, trust, whole]))
    (found,) = linker.link("Rye University Hospitals Trust")
    assert (found.ror, found.end) == (trust.id, 30)
