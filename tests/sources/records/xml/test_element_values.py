"""Words of elements."""

from xml.etree.ElementTree import fromstring

import pytest

from kg.sources.records.xml.element_values import (
    child_text,
    child_texts,
    english_first,
    first_text,
    text_of,
)


@pytest.mark.parametrize(
    ("xml", "words"),
    [
        ("<a>  one\n two </a>", "one two"),
        ("<a><p>one</p><p>two</p></a>", "one two"),
        ("<a>H<sub>2</sub>O</a>", "H2O"),
        ("<a>one<break/>two</a>", "one two"),
        ("<a><xref>1</xref>Oslo, <i>Norway</i>.</a>", "Oslo, Norway."),
        ("<a/>", ""),
    ],
)
def test_markup_leaves_words_only(xml, words):
    assert text_of(fromstring(xml), without=["xref"]) == words


def test_text_at_any_depth_is_found():
    assert text_of(fromstring("<a>" * 50_000 + "x" + "</a>" * 50_000)) == "x"


def test_nothing_has_no_words():
    assert (text_of(None), child_text(None, "a"), child_texts(None, "a")) == (
        "",
        "",
        [],
    )


def test_children_without_words_are_passed_over():
    element = fromstring("<a><b> </b><b>x</b><c><d>y</d></c></a>")
    assert child_texts(element, "b") == ["x"]
    assert child_text(element, "e", "c/d") == "y"


@pytest.mark.parametrize(
    ("xml", "words"),
    [
        ("<a><b lang='de'>eins</b><b>one</b><b lang='EN'>two</b></a>", "two"),
        ("<a><b lang='de'>eins</b><b>one</b></a>", "eins"),
        ("<a><b lang='en'> </b><b>one</b></a>", "one"),
        ("<a/>", ""),
    ],
)
def test_of_several_languages_english_comes_first(xml, words):
    assert first_text(english_first(fromstring(xml))) == words
