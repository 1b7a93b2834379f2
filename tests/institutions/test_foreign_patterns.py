"""Where names in other languages end, word by word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.institutions.foreign_patterns import foreign_end
from kg.text.words import text_between, words_of


def end_of(text: str, head: int = 0) -> int:
    """Return the last word of the name that the word numbered `head` begins."""
    words = words_of(text, 0, len(text))

    def joined(index):
        after = words[index + 1 : index + 2]
        return bool(after) and text_between(text, words[index], after[0]) == " "

    return foreign_end(words, joined, head)


def name_in(text: str) -> str:
    return text[: words_of(text, 0, len(text))[end_of(text)].end]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        # small words count behind "de" and its like …
        ("Centre de recherches sur la nuit", "Centre de recherches sur la nuit"),
        ("Instituto de investigaciones del mar", "Instituto de investigaciones del mar"),
        ("Institut für die Chemie", "Institut für die Chemie"),
        ("Centre d'études du vent", "Centre d'études du vent"),
        # … and where more of them follows
        ("Centro nacional de fog", "Centro nacional de fog"),
        ("Centro nacional", "Centro"),
        # never those of an English sentence
        ("Centre de recherches sur la nuit in Paris", "Centre de recherches sur la nuit"),
        ("Instituto de investigaciones del mar and sails",
         "Instituto de investigaciones del mar"),
        ("Hospital Universitario de La Paz was", "Hospital Universitario de La Paz"),
        ("Instituto the", "Instituto"),
        ("Centre de modelling", "Centre"),
        # capitals go on, numbers do not
        ("Universidad de los Andes", "Universidad de los Andes"),
        ("Institut de Physique et Chimie", "Institut de Physique et Chimie"),
        ("Laboratoire de recherche 2020", "Laboratoire de recherche"),
        # another name begins
        ("Universidad de Chile y Universidad de Lima", "Universidad de Chile"),
        # a link that leads nowhere is not of the name
        ("Centre de la", "Centre"),
        ("Centre de recherches, Paris", "Centre de recherches"),
    ],
)  # fmt: skip
def test_a_name_ends_where_its_language_does(text, name):
    assert name_in(text) == name


def test_a_name_has_an_end_even_if_capitals_go_on_for_ever():
    assert end_of("Centro " + "Alto " * 100) <= 15


PIECES = [
    "Centro",
    "de",
    "la",
    "mar",
    "y",
    "Chile",
    "and",
    "d'Or",
    "2020",
    "Universidad",
]


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=12), st.data())
def test_the_end_is_a_word_of_the_text_and_no_link(pieces, data):
    head = data.draw(st.integers(0, len(pieces) - 1))
    end = end_of(" ".join(pieces), head)
    assert head <= end < len(pieces)
    if end > head:
        assert pieces[end] not in ("de", "la", "y", "and", "2020")


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=12))
def test_what_is_not_joined_is_not_reached(pieces):
    assert end_of(", ".join(pieces)) == 0
