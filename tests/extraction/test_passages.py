import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extraction.passages import find_passages
from kg.records import Document, Section


def talk(text):
    return Document("d", "s", text, (Section(0, len(text), "body"),))


def passages_of(text):
    return [(p.kind, text[p.start : p.end].strip()) for p in find_passages(talk(text))]


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("We prove it.\nBio: Ana Cruz is here.", "biography", "Bio: Ana Cruz is here."),
        (
            "We prove it.\nBiography\nAna Cruz left.",
            "biography",
            "Biography\nAna Cruz left.",
        ),
        ("We prove it.\nShort bio: I left.", "biography", "Short bio: I left."),
        (
            "We do.\nAbout the speaker: Ana left.",
            "biography",
            "About the speaker: Ana left.",
        ),
        ("We prove it.BioAna Cruz is a poet.", "biography", "BioAna Cruz is a poet."),
        ("It is so. Bio:I am a postdoc.", "biography", "Bio:I am a postdoc."),
        (
            "We do.\nAna Cruz is a professor at Oslo.",
            "biography",
            "Ana Cruz is a professor at Oslo.",
        ),
        (
            "We.\nReferences:\n[1] A. Li. Trees.",
            "references",
            "References:\n[1] A. Li. Trees.",
        ),
        ("It is so.References:[1] A. Li", "references", "References:[1] A. Li"),
        (
            "It.\nReference list\nA. Li, Trees",
            "references",
            "Reference list\nA. Li, Trees",
        ),
        (
            "I talk about these two papers:\n1. Trees Ana Cruz, Bo Li",
            "references",
            "1. Trees Ana Cruz, Bo Li",
        ),
        (
            "We do. Joint work with Ana Cruz.",
            "collaboration",
            "Joint work with Ana Cruz.",
        ),
        ("We do.\nJoint with A. Cruz", "collaboration", "Joint with A. Cruz"),
        ("Co-authored with Ana Cruz", "collaboration", "Co-authored with Ana Cruz"),
        (
            "Work together with: Ana Cruz, Bo Li",
            "collaboration",
            "Work together with: Ana Cruz, Bo Li",
        ),
        (
            "It.\nLink to the paper: https://a.org/b",
            "links",
            "Link to the paper: https://a.org/b",
        ),
        ("It.\nhttps://a.org/b", "links", "https://a.org/b"),
        (
            "It.\nJoint with Ana Cruz: https://a.org/b",
            "collaboration",
            "Joint with Ana Cruz: https://a.org/b",
        ),
        (
            "It.\n[3] A. Li, B. Cruz. Tall trees. 2019.",
            "references",
            "[3] A. Li, B. Cruz. Tall trees. 2019.",
        ),
        (
            "Based on:\n(a) Tall trees (with Ana Cruz), ICML 2019",
            "references",
            "(a) Tall trees (with Ana Cruz), ICML 2019",
        ),
        (
            "It.\nReferences:\n[1] A. Li. Trees. 2019.\nJoint work with Ana Cruz.",
            "collaboration",
            "Joint work with Ana Cruz.",
        ),
        (
            "It is so. Ana Cruz is a postdoc at Rice.",
            "biography",
            "Ana Cruz is a postdoc at Rice.",
        ),
        (
            "It is so.\nI'm a student at Rice. I read.",
            "biography",
            "I'm a student at Rice. I read.",
        ),
        (
            "It is so.\nPresenter: Ana Cruz, Rice",
            "biography",
            "Presenter: Ana Cruz, Rice",
        ),
    ],
)
def test_a_passage_is_told_from_prose(text, kind, words):
    assert (kind, words) in passages_of(text)


@pytest.mark.parametrize(
    "text",
    [
        "We train the encoder jointly with a decoder on biography data.",
        "The joint distribution with Gaussian marginals is studied.",
        "References to earlier work are given by the method itself.",
        "This was done in collaboration with industry.",
        "We test it on BioMedical Texts and on BioNLP Corpora.",
        "- We prove a bound.\n- We give an algorithm with noise (2019).",
        "About trees and their rates much is known. It is a problem.",
        "",
    ],
)
def test_prose_stays_prose(text):
    assert {kind for kind, _ in passages_of(text)} <= {"prose"}


def test_a_list_that_goes_on_in_the_next_line_is_one_passage():
    text = "Joint work with Ana Cruz (Oslo),\nBo Li (Rome)."
    assert passages_of(text) == [("collaboration", text)]


@given(
    st.lists(st.sampled_from(["Bio: ", "References:\n", "Ana Cruz", ". ", "\n", "x "]))
)
def test_passages_cover_the_body_without_gaps(pieces):
    text = "".join(pieces)
    passages = find_passages(talk(text))
    assert "".join(text[p.start : p.end] for p in passages) == text
