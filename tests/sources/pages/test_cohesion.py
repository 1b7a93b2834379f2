import pytest

from kg.sources.pages.cohesion import (
    boundary_features,
    boundary_log_odds,
    cosine,
    count_terms,
    profile_paragraphs,
)
from kg.sources.pages.cue_words import load_model

MODEL = load_model()
MILLS = "Mills grind corn. A mill (MLL) needs wind, and millers need mills."
WIND = "The wind that drives mills is strong. Corn is ground by each mill."
STARS = "Stars burn helium. Telescopes see them through clouds of dust."


@pytest.fixture
def known():
    return profile_paragraphs([MILLS, WIND, STARS], MODEL)


def test_terms_are_folded():
    assert count_terms("Mills, a mill and glass; gas and analysis") == {
        "mill": 2,
        "and": 2,
        "glass": 1,
        "gas": 1,
        "analysis": 1,
    }


def test_shared_words_make_paragraphs_similar(known):
    mills, wind, stars = known
    assert cosine(mills, mills) == pytest.approx(1)
    assert cosine(mills, wind) == pytest.approx(cosine(wind, mills))
    assert cosine(mills, wind) > cosine(mills, stars)


def test_a_profile_knows_what_is_defined(known):
    assert known[0].defined == {"MLL"}
    assert known[0].acronyms == {"MLL"}


def test_features_compare_with_the_rest_of_the_page(known):
    near = boundary_features(known, [0], 1, attached=False)
    far = boundary_features(known, [0, 1], 2, attached=True)
    assert near["nearest"] == 1.0
    assert near["cosine"] > far["cosine"]
    assert (near["attached"], far["attached"]) == (0.0, 1.0)
    assert near.keys() == far.keys() >= MODEL.boundary.keys() - {""}


def test_the_same_field_goes_on_and_another_opens(known):
    near = boundary_features(known, [0], 1, attached=False)
    far = boundary_features(known, [0, 1], 2, attached=True)
    assert boundary_log_odds(near, MODEL) < boundary_log_odds(far, MODEL)


def test_a_page_of_nothing_has_no_profiles():
    assert profile_paragraphs([], MODEL) == []
