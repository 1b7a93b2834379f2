"""What is seen of a word by itself."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.tagger.features import SLOTS, normal_spelling, word_features, word_shape


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("Gödel", "godel"),
        ("1998", "0000"),
        ("’", "'"),
        ("–", "-"),
        ("\n\n", "␤"),
        ("  ", " "),
        ("x" * 60, "x" * 40),
    ],
)
def test_spellings_that_mean_one_thing_are_one(word, expected):
    assert normal_spelling(word) == expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("We", "Xx"),
        ("networks", "xxx"),
        ("Networks", "Xxxx"),
        ("ReLU", "XxXX"),
        ("GPT-4", "XXX-d"),
        ("12345", "ddd"),
        ("...", "..."),
        ("", ""),
    ],
)
def test_shapes_tell_capitals_digits_and_signs(word, expected):
    assert word_shape(word) == expected


@given(st.text())
def test_every_word_has_as_many_features_each_of_32_bits(word):
    lower, hashes = word_features(word)
    assert lower == normal_spelling(word)
    assert len(hashes) == SLOTS
    assert all(0 <= number < 2**32 for number in hashes)


def test_one_text_in_two_slots_has_two_hashes():
    # Of "ab" the whole, beginning and end are one text.
    _, hashes = word_features("ab")
    assert len(set(hashes)) == SLOTS
