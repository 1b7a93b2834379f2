import pytest

from kg.institutions.word_completion import complete_word, is_beginning


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


@pytest.mark.parametrize(
    ("word", "cut"),
    [("Telecomun", True), ("Computac", True), ("Medical", False), ("Mobil", False)],
)
def test_a_beginning_of_words_is_none_itself(word, cut):
    assert is_beginning(word) is cut
