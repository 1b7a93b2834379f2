import pytest

from kg.institutions.word_completion import complete_word


@pytest.mark.parametrize(
    ("cut", "full"),
    [
        ("Infrastruct", "Infrastructure"),
        ("Aviat", "Aviation"),
        ("Forschungsgesell", "Forschungsgesellschaft"),
    ],
)
def test_words_that_one_word_goes_on_from(cut, full):
    assert complete_word(cut) == full


@pytest.mark.parametrize(
    "word",
    [
        "Aviation",  # whole
        "Cauca",  # behind a vowel nothing is cut
        "Geomat",  # geomatics, géomatique
        "Aero",  # too short
        "Zwyxtrand",  # nothing begins so
        "Cambridge",  # our table's
    ],
)
def test_words_that_stay(word):
    assert complete_word(word) is None
