from kg.sources.pages.cue_words import (
    cue_score,
    cue_words,
    first_sentence,
    last_sentence,
    load_model,
)


def test_first_and_last_are_found_in_long_paragraphs():
    paragraph = "At first. " + "Then more. " * 9999 + "At last."
    assert first_sentence(paragraph) == "At first."
    assert last_sentence(paragraph) == "At last."
    assert first_sentence(" ") == last_sentence("") == ""


def test_cues_are_words_pairs_and_beginnings():
    cues = cue_words("We ask: why?")
    assert cues >= {"we", "ask", ":", "^we", "^we ask", "we ask", "$?"}
    assert "$?" not in cue_words("We ask.")


def test_a_score_sums_what_is_weighed():
    weights = {"": -1.0, "we": 0.5, "ask": 2.0}
    assert cue_score({"we", "never"}, weights) == -0.5


def test_the_trained_words_tell_openings_from_closings():
    model = load_model()
    opening = cue_words("In this talk we introduce the theory of mills.")
    closing = cue_words("This is joint work with Ann Lee.")
    assert cue_score(opening, model.opening) > cue_score(closing, model.opening)
    assert cue_score(closing, model.closing) > cue_score(opening, model.closing)
