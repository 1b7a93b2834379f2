import pytest

from kg.institutions.lookup import find_named, has_longer, may_name
from kg.text.words import spellings_of, words_of


def named(text):
    words = words_of(text, 0, len(text))
    return [text[each.start : each.end] for each in find_named(text, words)]


@pytest.mark.parametrize(
    ("text", "surfaces"),
    [
        ("at the Technion's School of Optics", ["Technion"]),
        ("at Google DeepMind in London", ["Google DeepMind"]),
        (
            "University of California, San Diego",
            ["University of California, San Diego"],
        ),
        ("School of Science, Volda", []),
        ("Duke at the University of Volda", ["Duke"]),
        ("Duke and University of Volda", ["Duke"]),
        ("University of California at Davis", ["University of California at Davis"]),
        ("Univ. of Toronto", ["Univ. of Toronto"]),
    ],
)
def test_the_tables_names_are_found(text, surfaces):
    assert named(text) == surfaces


def test_words_without_a_name_are_told_at_once():
    text = "we bound the rate of a walk"
    assert not may_name(spellings_of(text, 0, len(text)))


def test_a_name_that_others_go_on_with():
    assert has_longer("University of California")
    assert not has_longer("University of California, Los Angeles")
    assert not has_longer("Wholly Unknown Widgets")
