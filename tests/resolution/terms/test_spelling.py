import pytest

from kg.resolution.terms.spelling import americanize


@pytest.mark.parametrize(
    ("british", "american"),
    [
        ("behaviour", "behavior"),
        ("neighbourhood", "neighborhood"),
        ("modelling", "modeling"),
        ("analyse", "analyze"),
        ("optimisation", "optimization"),
        ("haemoglobin", "hemoglobin"),
        ("anaesthesia", "anesthesia"),
        ("kilometre", "kilometer"),
        ("homologue", "homolog"),
        ("nonlabelled", "nonlabeled"),
    ],
)
def test_both_spellings_become_one(british, american):
    assert americanize(british) == americanize(american)


def test_a_prologue_is_no_prolog():
    assert americanize("prologue") == "prologue"


def test_short_words_are_left_alone():
    assert [americanize(word) for word in ("is", "ore", "tre")] == ["is", "ore", "tre"]
