"""References of JATS."""

import pytest

from kg.sources.records.xml.dialects.jats_references import read_references, words_apart
from kg.sources.records.xml.element_parsing import parse_element


@pytest.mark.parametrize(
    ("ref", "expected"),
    [
        (
            "<element-citation><person-group><name><surname>Lee</surname><given-names>A"
            "</given-names></name></person-group><article-title>Mills</article-title>"
            "<year>2001</year></element-citation>",
            "Lee A Mills 2001",
        ),
        (
            "<mixed-citation>Lee A. <i>Mills</i>. 2001.</mixed-citation>",
            "Lee A. Mills. 2001.",
        ),
        (
            "<mixed-citation>Lee<pub-id pub-id-type='pmid'>12</pub-id>"
            "<pub-id pub-id-type='doi'>10.5555/A</pub-id></mixed-citation>",
            "10.5555/a",
        ),
        ("<citation>Lee<pub-id pub-id-type='pmid'>12</pub-id></citation>", "pmid:12"),
        (
            "<label>1</label><mixed-citation>Lee <ext-link xlink:href='https://doi.org/10.5555/b'>"
            "x</ext-link></mixed-citation>",
            "10.5555/b",
        ),
        ("Lee, Mills.", "Lee, Mills."),
    ],
)
def test_a_work_is_named_by_its_surest_id(ref, expected):
    article = f"<article><back><ref-list><ref>{ref}</ref></ref-list></back></article>"
    assert list(read_references(parse_element(article).element)) == [expected]


def test_lists_within_sections_are_read_and_empty_ones_are_not():
    article = "<article><back><sec><ref-list><ref/><ref>A</ref></ref-list></sec></back></article>"
    assert list(read_references(parse_element(article).element)) == ["A"]


def test_words_of_elements_do_not_run_together():
    element = parse_element(
        "<a><b>Lee</b><c>(2001)</c><d>Mills</d>; <e>9</e>.</a>"
    ).element
    assert words_apart(element) == "Lee (2001) Mills; 9."
