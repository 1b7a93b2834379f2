"""What stands between records: wrappers with words, texts of another kind."""

import pytest

from kg.sources.records.xml.between_records import LooseTexts, names_with_words


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "<feed><title>x</title><a:id lang='en'>\n y</a:id><link/><b></b></feed>",
            ["title", "id"],
        ),
        ("words", []),
        ("</a><b", []),
    ],
)
def test_elements_with_words_are_named(text, names):
    assert names_with_words(text) == names


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        (["On mills\n<dblp>"], ["On mills"]),
        (["<dblp>", "\n", "</dblp>\nOn mills\n<dblp>", "</dblp>"], ["On mills"]),
        (["<?xml version='1.0'?>\nOn mills <!-- x --><dblp>"], ["On mills"]),
        (["<feed><title>x <b>y</b> z</title></feed>"], []),
        (["<dblp>words<b/>", "</dblp>"], []),
        (["<dblp>", "words"], ["words"]),
        (["</dblp></dblp>On mills<dblp>"], ["On mills"]),
        (["<p/>On mills"], ["On mills"]),
    ],
)
def test_texts_outside_of_all_elements_are_found(texts, found):
    loose = LooseTexts()
    assert [words for text in texts for _, words in loose.find(text)] == found


def test_a_text_is_found_where_it_stands():
    text = "<a>\n</a>\n\n On mills \n"
    assert list(LooseTexts().find(text)) == [(text.index("On"), "On mills")]
