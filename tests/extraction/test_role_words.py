"""The words by which roles are read, and the forms of verbs."""

import pytest

from kg.extraction.role_words import VERBS, verb_classes, verb_forms, words_of


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("use", ["use", "uses", "used", "using"]),
        ("study", ["study", "studies", "studied", "studying"]),
        ("employ", ["employ", "employs", "employed", "employing"]),
        ("assess", ["assess", "assesses", "assessed", "assessing"]),
        ("reach", ["reach", "reaches", "reached", "reaching"]),
    ],
)
def test_verbs_have_their_regular_forms(verb, forms):
    assert list(verb_forms(verb)) == forms


def test_each_form_is_of_one_class():
    assert {*verb_classes().values()} == {*VERBS}
    every = [
        form for label in VERBS for verb in words_of(label) for form in verb_forms(verb)
    ]
    assert len({*every}) == len(verb_classes())
    for label in VERBS:
        for other in VERBS:
            assert label == other or not words_of(label) & words_of(other)
