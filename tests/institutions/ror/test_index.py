import pytest

from kg.institutions.ror.index import index_registry
from kg.institutions.ror.normalization import name_key
from kg.institutions.ror.registry_record import Organisation

ROWS = [
    Organisation("a/one", "University of Rye", acronyms=("URYE",), city="Rye Bay"),
    Organisation("a/two", "Sourdough Observatory", relations=(("parent", "a/one"),)),
    Organisation("a/three", "Fermentation Museum", ("Sourdough Observatory",)),
    Organisation("a/gone", "Withdrawn Museum", status="withdrawn"),
]


@pytest.fixture(scope="module")
def index():
    return index_registry(ROWS)


def test_organisations_as_they_were(index):
    assert [index.organisation(n) for n in range(len(index))] == ROWS[:3]


def test_an_id_in_whatever_address(index):
    assert index.number_of("b/c/TWO/") == index.number["a/two"] == 1
    assert index.number_of("gone") is None


def test_a_name_with_its_bearers(index):
    name = index.name(index.exact(name_key("Sourdough Observatory")))
    assert name.bearers == (1, 2)
    assert (name.main, name.called) == ({1}, {1, 2})
    assert index.exact(("sourdough",)) is None


def test_acronyms_parents_and_cities(index):
    assert index.acronym("URYE") == (0,)
    assert index.acronym("X") == ()
    assert index.parents(1) == {0}
    assert index.parents(0) == frozenset()
    assert index.city(0) == ("rye", "bay")


@pytest.mark.parametrize(
    ("key", "cut", "expected"),
    [
        ("museum", False, ("museum",)),
        ("fermentaton", False, ("fermentation",)),
        ("ferment", True, ("fermentation",)),
        ("ferment", False, ()),
        ("zzz", True, ()),
    ],
)
def test_words_that_a_word_may_be(index, key, cut, expected):
    assert index.readings(key, cut) == expected


def test_candidates_share_enough_words(index):
    found = index.candidates([("sourdough",), ("observatory",)])
    assert [index.name(n).key for n in found] == [("sourdough", "observatory")]
    assert index.candidates([()]) == []
