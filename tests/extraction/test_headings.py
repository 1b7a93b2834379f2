import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extraction.headings import find_headings


@pytest.mark.parametrize(
    ("text", "opened", "at"),
    [
        ("We prove it.\nBio: Ana Cruz is a postdoc.", "biography", "Bio:"),
        ("We prove it.\nShort biography\nAna Cruz is", "biography", "Short"),
        ("We prove it. About the speaker: Ana", "biography", "About"),
        ("We prove it.BioAna Cruz is a postdoc.", "biography", "Bio"),
        ("We prove it.\nReferences:\n[1] A. Li.", "references", "References"),
        ("We prove it.\nRelated papers\nA. Li.", "references", "Related"),
        ("We prove it. References: [1] A. Li.", "references", "References"),
        ("It is based on the following paper: A. Li, Trees.", "references", "A. Li"),
        ("Abstract: We prove it.", "prose", "Abstract"),
        ("We prove it.\nSpeaker: Ana Cruz (Oslo)", "biography", "Speaker"),
        ("We prove it.\nAna Cruz is a postdoc at Oslo.", "biography", "Ana"),
        ("We prove it.\nMy name is Ana Cruz.", "biography", "My name"),
    ],
)
def test_a_heading_opens_a_part(text, opened, at):
    assert (text.index(at), opened) in find_headings(text, 0, len(text))


@pytest.mark.parametrize(
    "text",
    [
        "We study the references of a paper.",
        "The biography of words is long.",
        "We prove it.\nSpeakers are invited.",
        "",
    ],
)
def test_the_same_words_in_prose_open_nothing(text):
    assert find_headings(text, 0, len(text)) == []


def test_only_what_stands_between_the_bounds_is_looked_at():
    text = "Bio: x\nReferences: y"
    assert find_headings(text, 7, len(text)) == [(7, "references")]


@given(st.text(alphabet="Bio:References\n. A", max_size=60))
def test_headings_are_in_order(text):
    places = [place for place, _ in find_headings(text, 0, len(text))]
    assert places == sorted(set(places))
