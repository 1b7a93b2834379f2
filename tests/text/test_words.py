import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.text.words import is_capitalised, spellings_of, text_between, words_of


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ben-Gurion University", ["Ben-Gurion", "University"]),
        ("Xi'an and AT&T", ["Xi'an", "and", "AT&T"]),
        ("T. J. Watson", ["T", "J", "Watson"]),
        ("Arts & Sciences", ["Arts", "&", "Sciences"]),
        ("U.S. firms", ["U.S", "firms"]),
        ("3.5 kg_m", ["3.5", "kg", "m"]),
        ("", []),
    ],
)
def test_words_and_ampersands(text, words):
    assert [word.text for word in words_of(text, 0, len(text))] == words


@pytest.mark.parametrize(
    "word", ["Oslo", "d'Orsay", "al-Quds", "dell'Aquila", "Ørsted"]
)
def test_capitals_also_behind_a_prefix(word):
    assert is_capitalised(word)


@pytest.mark.parametrize("word", ["oslo", "dog", "alpha-Beta", "2nd"])
def test_small_words(word):
    assert not is_capitalised(word)


def test_what_stands_between_two_words():
    text = "Arts, and Sciences"
    first, second, _ = words_of(text, 0, len(text))
    assert text_between(text, first, second) == ", "


@given(st.text(alphabet="Ab'.-& \n", max_size=50), st.integers(0, 20))
def test_words_quote_the_text_and_spellings_are_theirs(text, start):
    words = words_of(text, start, len(text))
    assert all(text[word.start : word.end] == word.text for word in words)
    assert spellings_of(text, 0, len(text)) == {
        word.text for word in words_of(text, 0, len(text))
    }
