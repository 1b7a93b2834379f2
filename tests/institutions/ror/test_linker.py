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


@pytest.mark.parametrize("text", ["", "  ", "\n", "Department of Chemistry"])
def test_nothing_is_named(linker, text):
    assert linker.link(text, country="GB") == TABLE.link(text, country="GB") == ()


@pytest.mark.parametrize("ror", [RYE, "0ryeooo12", "ftp://x.y/0RYEOOO12/"])
def test_an_id_that_the_registry_has_decides(linker, ror):
    text = "University of Hythe and Univ. of Rye"
    (found,) = linker.link(text, ror=ror)
    assert (found.ror, found.probability) == (RYE, 1.0)
    assert text[found.start : found.end] == "Univ. of Rye"


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
