import pytest

from kg.extraction.people.introductions import introduces_speaker


@pytest.mark.parametrize(
    "text",
    [
        "Ana Cruz is a postdoc at Oslo.",
        "Prof. Ana Cruz holds a chair. She received her PhD. Ana Cruz is professor.",
        "Ana Cruz (she/her) is an assistant professor.",
        "Ana Cruz received her PhD from Oslo.",
        "My name is Ana Cruz.",
        "Our speaker is Ana Cruz, who",
        "I am a postdoc at Oslo.",
        "I'm currently a PhD student.",
    ],
)
def test_sentences_that_introduce_a_speaker(text):
    assert introduces_speaker(text, 0, alone=True)


@pytest.mark.parametrize(
    "text",
    [
        "We prove a theorem.",
        "Ana Cruz proved a theorem.",
        "Universal Dependencies is the largest project by researchers.",
        "Deep Learning is a method that engineers use.",
        "I am happy to speak.",
        "",
    ],
)
def test_sentences_that_introduce_nobody(text):
    assert not introduces_speaker(text, 0, alone=True)


def test_less_has_to_stand_at_the_beginning_of_a_line():
    text = "Ana Cruz leads the group."
    assert introduces_speaker(text, 0, alone=True)
    assert not introduces_speaker(text, 0, alone=False)


def test_the_sentence_may_begin_within_a_text():
    text = "We prove it. Ana Cruz is a postdoc at Oslo."
    assert introduces_speaker(text, 13, alone=False)
